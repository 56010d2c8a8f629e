/// The lines of a plain text file that say something: without blank lines and without lines that begin with `#`.
///
/// Works on bytes, since the words of the program are read at every start.
struct TextLines {
  let lines: [TextLine]

  init(_ bytes: [UInt8], file: String) throws(LibraryError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LibraryError(file: file, problem: "not UTF-8 text")
    }
    var lines: [TextLine] = []
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let trimmed = trimmed(line)
      if let first = trimmed.first, first != UInt8(ascii: "#") {
        lines.append(TextLine(number: number, bytes: trimmed))
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
  fileprivate let bytes: ArraySlice<UInt8>

  /// The line without white space at its ends.
  var text: Substring { Substring(String(decoding: bytes, as: UTF8.self)) }

  /// What stands before and after the first `=`; nil where there is none.
  var keyAndValue: (key: Substring, value: Substring)? {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return (
      Substring(String(decoding: trimmed(bytes[..<equals]), as: UTF8.self)),
      Substring(String(decoding: trimmed(bytes[(equals + 1)...]), as: UTF8.self))
    )
  }
}

private func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var (start, end) = (text.startIndex, text.endIndex)
  while start < end, isSpace(text[start]) { start += 1 }
  while end > start, isSpace(text[end - 1]) { end -= 1 }
  return text[start..<end]
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
