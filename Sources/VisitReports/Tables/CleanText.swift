/// Text from people and files made harmless for where it goes: it may hold escape sequences, line breaks and marks
/// that reorder what is read.
enum CleanText {
  /// Without control characters; line ends of any kind become a line feed, tabs a space.
  static func forFiles(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: clean.append("\n")
      case 0x0A: if !lastWasReturn { clean.append("\n") }
      case 0x09: clean.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: break
      default: clean.append(scalar)
      }
      lastWasReturn = scalar.value == 0x0D
    }
    return String(clean)
  }

  /// On one line, with nothing in it that a terminal would obey or that would reorder the line: line ends and tabs
  /// become a space, other control characters and direction marks a question mark.
  static func forOneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where lastWasReturn: break
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: clean.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0: clean.append("?")
      case _ where isDirectionMark(scalar): clean.append("?")
      default: clean.append(scalar)
      }
      lastWasReturn = scalar.value == 0x0D
    }
    return String(clean)
  }

  /// Marks that hide text or turn its direction (Unicode 16, section 23.2 and bidirectional controls).
  static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
