/// Text with its capitals and accents taken off, so that `llewelyn` finds `Llŵelyn` and `obrien` finds `O'Brien`.
///
/// Letters of Latin scripts with accents become their plain letter (Unicode blocks Latin-1, Extended-A and Extended
/// Additional, which cover the languages of Europe, Welsh and Vietnamese); other scripts are put in lower case.
package struct SearchedText: Hashable, Sendable {
  /// The folded text in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// A text, folded.
  package init(_ text: String = "") { append(text) }

  /// Several texts in a row, parted so that a word never spans two of them.
  package init(joining texts: some Sequence<String>) {
    for text in texts {
      append(text)
      bytes.append(0x0A)
    }
  }

  /// Whether nothing is left of it.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether another text stands somewhere in this one.
  package func contains(_ other: SearchedText) -> Bool {
    unsafe other.isEmpty || other.firstPlace(in: bytes.span.bytes, from: 0) != nil
  }

  /// Where this text stands first among some bytes, from a place on; nil where it does not, and for an empty text.
  ///
  /// Compares the first and the last letter at 32 places at once: some gigabytes a second for words that are rare.
  package func firstPlace(in hay: RawSpan, from start: Int) -> Int? {
    let needle = unsafe bytes.span.bytes
    let length = needle.byteCount
    guard length > 0 else { return nil }
    let last = hay.byteCount - length
    let head = SIMD32<UInt8>(repeating: bytes[0])
    let tail = SIMD32<UInt8>(repeating: bytes[length - 1])
    var place = start
    while place + 31 <= last {
      let heads = unsafe hay.unsafeLoadUnaligned(fromByteOffset: place, as: SIMD32<UInt8>.self) .== head
      let tails =
        unsafe hay.unsafeLoadUnaligned(
          fromByteOffset: place + length - 1, as: SIMD32<UInt8>.self) .== tail
      let both = unsafe unsafeBitCast(heads .& tails, to: SIMD4<UInt64>.self)
      if both[0] | both[1] | both[2] | both[3] != 0 {
        for offset in place..<place + 32 where SearchedText.stands(needle, in: hay, at: offset) {
          return offset
        }
      }
      place += 32
    }
    while place <= last {
      if SearchedText.stands(needle, in: hay, at: place) { return place }
      place += 1
    }
    return nil
  }

  private static func stands(_ needle: RawSpan, in hay: RawSpan, at place: Int) -> Bool {
    for index in 0..<needle.byteCount
    where unsafe hay.unsafeLoad(fromByteOffset: place + index, as: UInt8.self)
      != needle.unsafeLoad(fromByteOffset: index, as: UInt8.self)
    {
      return false
    }
    return true
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
    for (block, letters) in SearchedText.plainLetters where block.contains(scalar.value) {
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
