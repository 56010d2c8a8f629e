/// Text from people and files made harmless for where it goes: it may hold escape sequences, line breaks and marks
/// that reorder what is read.
public enum CleanText {
  /// On one line, with nothing in it that a terminal would obey or that would reorder the line: line ends and tabs
  /// become a space, other control characters and direction marks a question mark.
  public static func forOneLine(_ text: String) -> String { clean(text, lineEnd: " ", shown) }

  /// As ``forOneLine(_:)``, but with its line ends kept; each of any kind becomes a line feed.
  public static func forLines(_ text: String) -> String { clean(text, lineEnd: "\n", shown) }

  /// Without control characters; line ends become a line feed, tabs a space.
  static func forFiles(_ text: String) -> String {
    clean(text, lineEnd: "\n") { isControl($0) ? nil : $0 }
  }

  /// Marks that hide text or turn its direction (Unicode 16, section 23.2 and bidirectional controls).
  static func isDirectionMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200B, 0x200E...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{2028}", "\u{2029}": " "
    case _ where isControl(scalar) || isDirectionMark(scalar): "?"
    default: scalar
    }
  }

  /// Line ends and tabs as they are wanted, all else as `kept` says, which is nothing where it gives nil.
  private static func clean(
    _ text: String, lineEnd: Unicode.Scalar, _ kept: (Unicode.Scalar) -> Unicode.Scalar?
  ) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r": clean.append(lineEnd)
      case "\t": clean.append(" ")
      default: if let scalar = kept(scalar) { clean.append(scalar) }
      }
      last = scalar
    }
    return String(clean)
  }
}
