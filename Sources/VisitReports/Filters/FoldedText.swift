/// Text with its capitals and accents taken off, so that `llewelyn` finds `Llŵelyn` and `obrien` finds `O'Brien`.
///
/// Letters of Latin scripts with accents become their plain letter (Unicode blocks Latin-1, Extended-A and Extended
/// Additional, which cover the languages of Europe, Welsh and Vietnamese); other scripts are put in lower case.
struct FoldedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  private(set) var bytes: [UInt8] = []

  init(_ text: String = "") { append(text) }

  /// Several texts in a row, parted so that a word never spans two of them.
  init(joining texts: some Sequence<String>) {
    for text in texts {
      append(text)
      bytes.append(0x0A)
    }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether another text stands somewhere in this one.
  func contains(_ other: FoldedText) -> Bool {
    guard let first = other.bytes.first else { return true }
    let (hay, needle) = (bytes.span, other.bytes.span)
    guard hay.count >= needle.count else { return false }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      var length = 1
      while length < needle.count, hay[start + length] == needle[length] { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }

  private mutating func append(_ text: String) {
    bytes.reserveCapacity(bytes.count + text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x27, 0x60: break
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) + 0x20)
      case 0x00..<0x80: bytes.append(UInt8(scalar.value))
      case 0x300...0x36F, 0x2018...0x2019, 0x2BC: break
      case 0xC6, 0xE6: bytes += "ae".utf8
      case 0x152...0x153: bytes += "oe".utf8
      case 0xDE, 0xFE: bytes += "th".utf8
      case 0xDF, 0x1E9E: bytes += "ss".utf8
      default: appendLetter(scalar)
      }
    }
  }

  private mutating func appendLetter(_ scalar: Unicode.Scalar) {
    for (block, letters) in FoldedText.plainLetters where block.contains(scalar.value) {
      let letter = letters[Int(scalar.value - block.lowerBound)]
      if letter != UInt8(ascii: ".") {
        bytes.append(letter)
        return
      }
    }
    bytes += scalar.properties.lowercaseMapping.utf8
  }

  /// The plain letter of each character of a block, from the canonical decompositions of Unicode 16; a full stop
  /// where there is none.
  private static let plainLetters: [(ClosedRange<UInt32>, [UInt8])] = [
    (
      0xC0...0x17F,
      Array(
        ("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
          + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
          + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
    ),
    (
      0x1E00...0x1EFF,
      Array(
        ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
          + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
          + "wwwwwwwwwwxxxxyyzzzzzzhtwya.sssdaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
          + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)
    ),
  ]
}
