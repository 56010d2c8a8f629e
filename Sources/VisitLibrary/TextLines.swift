/// The lines of a plain text file that say something: without blank lines and without lines that begin with `#`.
///
/// Works on bytes, since the words of the program are read at every start.
struct TextLines {
  let lines: [TextLine]

  init(_ bytes: [UInt8], file: String) throws(LibraryError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LibraryError(file: file, problem: "not UTF-8 text")
    }
    var lines: [TextLine] = []
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let trimmed = trimmed(line)
      if let first = trimmed.first, first != UInt8(ascii: "#") {
        lines.append(TextLine(number: number, text: Substring(trimmed)))
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
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let value = text.utf8[text.utf8.index(after: equals)...]
    return (Substring(trimmed(text.utf8[..<equals])), Substring(trimmed(value)))
  }
}

private func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
  guard let first = text.firstIndex(where: { !isSpace($0) }),
    let last = text.lastIndex(where: { !isSpace($0) })
  else { return text[text.endIndex...] }
  return text[first...last]
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
