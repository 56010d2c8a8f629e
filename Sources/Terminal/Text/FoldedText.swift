// Text folded for finding: case and diacritics do not matter, `sian` finds Siân and `w` finds ŵ.

/// Text as a filter compares it: lower case, Latin letters without their diacritics, marks left out.
public struct FoldedText: Hashable, Sendable {
  /// The folded text.
  public let text: String
  let bytes: [UInt8]

  /// Folds text.
  public init(_ original: String) {
    text = Self.fold(original)
    bytes = Array(text.utf8)
  }

  /// Whether `other` occurs in this text. The empty text occurs everywhere.
  public func contains(_ other: FoldedText) -> Bool {
    let needle = other.bytes
    guard let first = needle.first else { return true }
    guard needle.count <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { hay in
      needle.withUnsafeBufferPointer { needle in
        for start in 0...(hay.count - needle.count) where hay[start] == first {
          var index = 1
          while index < needle.count && hay[start + index] == needle[index] { index += 1 }
          if index == needle.count { return true }
        }
        return false
      }
    }
  }

  /// Text folded: lower case, no diacritics, `ß` as `ss`, `æ` as `ae`, curly apostrophes straight.
  public static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// The first place `query` is found in `text`, both folded, as a range of the original. A match that
  /// begins or ends inside a character takes the whole of it.
  public static func firstMatch(of query: String, in text: String) -> Range<String.Index>? {
    let needle = Array(fold(query).utf8)
    guard !needle.isEmpty else { return nil }
    var hay: [UInt8] = []
    var owner: [String.Index] = []
    for index in text.indices {
      let folded = fold(String(text[index])).utf8
      hay += folded
      owner += Array(repeating: index, count: folded.count)
    }
    guard hay.count >= needle.count else { return nil }
    for start in 0...(hay.count - needle.count) where hay[start...].starts(with: needle) {
      return owner[start]..<text.index(after: owner[start + needle.count - 1])
    }
    return nil
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar.value {
    case 0..<0x80: result.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    case 0x2018, 0x2019, 0x2BC: result.append("'")
    case 0xA0: result.append(" ")
    default:
      if let base = LatinBases.base(of: scalar) {
        result += base
        return
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format, .control: return
      default: result += scalar.properties.lowercaseMapping
      }
    }
  }
}

/// The letters under the diacritics, from the canonical decompositions of the Unicode character database,
/// with the letters that have none (ø, ł, đ …) given the one readers type for them.
private enum LatinBases {
  static func base(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: return "ae"
    case 0xDE, 0xFE: return "th"
    case 0xDF, 0x1E9E: return "ss"
    case 0x132, 0x133: return "ij"
    case 0x152, 0x153: return "oe"
    case 0x1C4...0x1C6, 0x1F1...0x1F3: return "dz"
    case 0x1C7...0x1C9: return "lj"
    case 0x1CA...0x1CC: return "nj"
    case 0xC0...0x17F: return letter(latin1AndExtendedA, scalar.value - 0xC0)
    case 0x180...0x24F: return letter(extendedB, scalar.value - 0x180)
    case 0x1E00...0x1EFF: return letter(additional, scalar.value - 0x1E00)
    case 0x0401, 0x0451: return "\u{435}"
    case 0x0419, 0x0439: return "\u{438}"
    case 0x03C2: return "\u{3C3}"
    default: return nil
    }
  }

  private static func letter(_ table: StaticString, _ offset: UInt32) -> String? {
    let byte = table.utf8Start[Int(offset)]
    return byte == UInt8(ascii: ".") ? nil : String(Unicode.Scalar(byte))
  }

  private static let latin1AndExtendedA: StaticString = """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggg\
    hhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """
  private static let extendedB: StaticString = """
    bb.....ccdd...e..ffg...ikkl..n.ooo..pp......tttuu.vyyzz......................aaiioouuuuuuuuuueaaaa..\
    ggggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh....zzaaeeooooooooyy......accl.....b....\
    ........
    """
  private static let additional: StaticString = """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss\
    ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.sss..aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee\
    iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy..vvyy
    """
}
