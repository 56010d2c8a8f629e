// The editing both editors share: characters, a cursor between them, words and a cut buffer.

/// Characters and a cursor. Moves and deletes by whole clusters.
struct TextLine: Equatable, Sendable {
  var characters: [Character]
  var cursor: Int
  var cut: [Character] = []

  init(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  mutating func clampCursor() { cursor = min(max(0, cursor), characters.count) }

  mutating func insert(_ inserted: [Character]) {
    characters.insert(contentsOf: inserted, at: cursor)
    cursor += inserted.count
  }

  /// Removes a range, keeps it for `^Y` when it was cut, and leaves the cursor at its start.
  mutating func remove(_ range: Range<Int>, keeping: Bool = false) {
    guard !range.isEmpty else { return }
    if keeping { cut = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Where the word before the cursor begins.
  var wordStart: Int {
    var index = cursor
    while index > 0 && !Self.isWord(characters[index - 1]) { index -= 1 }
    while index > 0 && Self.isWord(characters[index - 1]) { index -= 1 }
    return index
  }

  /// Where the word after the cursor ends.
  var wordEnd: Int {
    var index = cursor
    while index < characters.count && !Self.isWord(characters[index]) { index += 1 }
    while index < characters.count && Self.isWord(characters[index]) { index += 1 }
    return index
  }

  /// Where the run of non-blanks before the cursor begins, for `^W`.
  var blankWordStart: Int {
    var index = cursor
    while index > 0 && characters[index - 1].isWhitespace { index -= 1 }
    while index > 0 && !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  /// Changes over the two characters around the cursor, as `^T` does.
  mutating func transpose() -> Bool {
    guard characters.count >= 2, cursor > 0 else { return false }
    let second = min(cursor, characters.count - 1)
    guard characters[second] != "\n", characters[second - 1] != "\n" else { return false }
    characters.swapAt(second - 1, second)
    cursor = second + 1
    return true
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'" || character == "’"
  }

  /// Text as an editor holds it: no controls, nothing invisible that could hide or reorder, tabs as
  /// spaces; everything else is left as typed, because it is stored as typed.
  static func cleaned(_ text: String, newlines: NewlinePolicy) -> [Character] {
    var result: [Character] = []
    for character in text {
      if character.isNewline {
        result.append(newlines == .keep ? "\n" : " ")
      } else if character == "\t" {
        result.append(" ")
      } else if CellText.width(of: character) > 0 {
        result += withoutControls(character)
      }
    }
    return result
  }

  private static func withoutControls(_ character: Character) -> String {
    guard character.unicodeScalars.count > 1 else { return String(character) }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: character.unicodeScalars.filter { $0.properties.generalCategory != .control })
    return String(scalars)
  }
}
