// Text from people and files made harmless for a terminal: nothing in it moves the cursor, changes colours, sounds
// the bell or turns the direction of what is read.

extension String {
  /// On one line; what a terminal would obey is shown as a question mark.
  var harmlessLine: String { harmless { _ in " " } }

  /// With its line ends kept.
  var harmlessLines: String { harmless { $0 } }

  private func harmless(_ lineEnd: (Unicode.Scalar) -> Unicode.Scalar) -> String {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    var harmless = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x0A: harmless.append(lineEnd(scalar))
      case 0x09: harmless.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069,
        0xFEFF:
        harmless.append("?")
      default: harmless.append(scalar)
      }
    }
    return String(harmless)
  }
}
