// Word wrap by cells, over characters so that editors can map a cursor to a line and back.

/// Where lines of text begin and end.
enum Wrapping {
  /// The lines of `characters` wrapped to `columns` cells, as ranges of offsets. A line break ends a line
  /// and belongs to none; the blanks at a soft wrap stay on the line they end. There is always a line,
  /// and a last line break is followed by an empty one.
  static func lines(of characters: [Character], columns: Int) -> [Range<Int>] {
    let room = max(1, columns)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var breakAt: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character.isNewline {
        lines.append(start..<index)
        index += 1
        (start, used, breakAt) = (index, 0, nil)
        continue
      }
      let width = CellText.width(of: character)
      if used + width > room && character != " " && index > start {
        let end = breakAt ?? index
        lines.append(start..<end)
        start = end
        used = (end..<index).reduce(0) { $0 + CellText.width(of: characters[$1]) }
        breakAt = nil
      }
      used += width
      index += 1
      if character == " " || character == "-" || width == 2 { breakAt = index }
    }
    lines.append(start..<characters.count)
    return lines
  }
}

extension CellText {
  /// The lines of text wrapped at words to `columns` cells; a word too long for a line is cut. Blanks at
  /// the end of a line are left out.
  public static func wrapped(_ text: String, to columns: Int) -> [Substring] {
    let characters = Array(text)
    let indices = Array(text.indices) + [text.endIndex]
    return Wrapping.lines(of: characters, columns: columns).map { range in
      var line = text[indices[range.lowerBound]..<indices[range.upperBound]]
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
