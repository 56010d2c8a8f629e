/// CRC-32C (Castagnoli), the checksum that finds torn and rotten bytes without a key.
///
/// Slicing-by-8 in plain Swift: as fast as the same algorithm in C, and the same on every processor. The polynomial is
/// the one of RFC 3720 (reflected 0x82F63B78); the check value of "123456789" is 0xE3069283.
public struct Checksum: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  /// Starts with no bytes seen.
  public init() {}

  /// The checksum of all bytes seen so far.
  public var value: UInt32 { ~state }

  /// The checksum of `bytes`.
  public static func of(_ bytes: RawSpan) -> UInt32 {
    var checksum = Checksum()
    checksum.add(bytes)
    return checksum.value
  }

  /// The checksum of `bytes`.
  public static func of(_ bytes: [UInt8]) -> UInt32 { of(bytes.span.bytes) }

  /// Adds `bytes` to what was seen.
  public mutating func add(_ bytes: RawSpan) {
    let table = Checksum.table.span
    var crc = state
    var place = 0
    let count = bytes.byteCount
    while count - place >= 8 {
      let low = UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self)) ^ crc
      let high = UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place + 4, as: UInt32.self))
      crc =
        table[1792 + Int(low & 0xFF)] ^ table[1536 + Int(low >> 8 & 0xFF)]
        ^ table[1280 + Int(low >> 16 & 0xFF)] ^ table[1024 + Int(low >> 24)]
        ^ table[768 + Int(high & 0xFF)] ^ table[512 + Int(high >> 8 & 0xFF)]
        ^ table[256 + Int(high >> 16 & 0xFF)] ^ table[Int(high >> 24)]
      place += 8
    }
    while place < count {
      let byte = bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      crc = crc >> 8 ^ table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)]
      place += 1
    }
    state = crc
  }

  /// Eight tables of 256: the effect of one byte with 0 to 7 zero bytes after it.
  private static let table: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 2048)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
      table[byte] = crc
    }
    for place in 256..<2048 {
      let before = table[place - 256]
      table[place] = before >> 8 ^ table[Int(before & 0xFF)]
    }
    return table
  }()
}
