/// Little-endian numbers in byte arrays: the only number form the journal's files use.
extension [UInt8] {
  /// Adds the bytes of `number`, lowest first.
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  /// Adds a copy of `bytes`.
  mutating func append(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { append(contentsOf: $0) }
  }

  /// Puts the bytes of `number` at `offset`, lowest first.
  mutating func put<Number: FixedWidthInteger>(_ number: Number, at offset: Int) {
    var rest = number
    for index in 0..<(Number.bitWidth / 8) {
      self[offset + index] = UInt8(truncatingIfNeeded: rest)
      rest = rest >> 8
    }
  }
}

extension RawSpan {
  /// The number whose bytes begin at `offset`, lowest first.
  func number<Number: FixedWidthInteger & BitwiseCopyable>(at offset: Int, as type: Number.Type) -> Number {
    Number(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: type))
  }

  /// A number that must be countable: `nil` when it does not fit an `Int`.
  func count(at offset: Int) -> Int? {
    Int(exactly: number(at: offset, as: UInt64.self))
  }

  /// A copy of the bytes in `range`.
  func copy(_ range: Range<Int>) -> [UInt8] {
    extracting(range).withUnsafeBytes { Array($0) }
  }
}
