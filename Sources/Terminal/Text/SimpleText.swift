// The text most screens are made of: one scalar, one cluster, one cell. Told at a glance, so that drawing
// a full screen costs no cluster breaking.

enum SimpleText {
  /// Whether a scalar always takes one cell and never joins another simple one: Latin letters, the usual
  /// punctuation, arrows, lines and blocks.
  static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E: true
    case 0xA1...0x2FF: scalar.value != 0xAD
    case 0x1E00...0x1EFF, 0x2010...0x2027, 0x203C, 0x2190...0x2193, 0x2500...0x25CB: true
    default: false
    }
  }

  /// The columns of text that is simple throughout, `nil` for other text.
  static func columns(of text: String) -> Int? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard isSimple(scalar) else { return nil }
      count += 1
    }
    return count
  }
}
