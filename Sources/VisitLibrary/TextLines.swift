/// The lines of a plain text file that say something: without blank lines and without lines that begin with `#`.
struct TextLines {
  let lines: [TextLine]

  init(_ bytes: [UInt8], file: String) throws(LibraryError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LibraryError(file: file, problem: "not UTF-8 text")
    }
    var lines: [TextLine] = []
    for (position, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let trimmed = trimmed(line)
      if !trimmed.isEmpty, trimmed.first != "#" {
        lines.append(TextLine(number: position + 1, text: trimmed))
      }
    }
    self.lines = lines
  }
}

/// One line of a plain text file.
struct TextLine {
  /// The line's number, from 1.
  let number: Int
  /// The line without white space at its ends.
  let text: Substring

  /// What stands before and after the first `=`; nil where there is none.
  var keyAndValue: (key: Substring, value: Substring)? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    return (trimmed(text[..<equals]), trimmed(text[text.index(after: equals)...]))
  }
}

private func trimmed(_ text: Substring) -> Substring {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return text[first...last]
}
