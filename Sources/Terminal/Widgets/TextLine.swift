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
    let start = cursor
    characters.insert(contentsOf: inserted, at: start)
    cursor += inserted.count
    mend(at: cursor)
    mend(at: start)
  }

  /// Text that has come to stand together may be clusters of another kind: a letter and the accent typed
  /// after it, two halves of a flag. Divides the paragraph around a place into characters again, so that
  /// the characters are always those of the text. A line break ends every cluster, and ASCII begins one.
  private mutating func mend(at index: Int) {
    guard index > 0, index < characters.count,
      !(characters[index - 1].isASCII && characters[index].isASCII)
    else { return }
    let start = (characters[..<index].lastIndex(of: "\n") ?? -1) + 1
    let end = characters[index...].firstIndex(of: "\n") ?? characters.count
    let before = characters[start..<min(max(cursor, start), end)].reduce(0) { $0 + $1.unicodeScalars.count }
    let divided = Array(String(characters[start..<end]))
    if cursor >= end {
      cursor += divided.count - (end - start)
    } else if cursor > start {
      var scalars = 0
      cursor = start
      for character in divided where scalars < before {
        scalars += character.unicodeScalars.count
        cursor += 1
      }
    }
    characters.replaceSubrange(start..<end, with: divided)
  }

  /// Removes a range, keeps it for `^Y` when it was cut, and leaves the cursor at its start.
  mutating func remove(_ range: Range<Int>, keeping: Bool = false) {
    guard !range.isEmpty else { return }
    if keeping { cut = Array(characters[range]) }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    mend(at: cursor)
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
    return Array(String(result))
  }

  private static func withoutControls(_ character: Character) -> String {
    guard character.unicodeScalars.count > 1 else { return String(character) }
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: character.unicodeScalars.filter { $0.properties.generalCategory != .control })
    return String(scalars)
  }
}
