import Support
import Testing

@testable import VisitJournal

@Suite("CRC-32C")
struct ChecksumTests {
  /// The definition, one bit at a time.
  func slow(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
    }
    return ~crc
  }

  @Test("gives the values of RFC 3720, B.4, and the check value")
  func published() {
    #expect(Checksum.of(Array("123456789".utf8)) == 0xE306_9283)
    #expect(Checksum.of([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(Checksum.of([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(Checksum.of((0..<32).map { UInt8($0) }) == 0x46DD_794E)
    #expect(Checksum.of((0..<32).map { UInt8(31 - $0) }) == 0x113F_DB5C)
  }

  @Test("equals the definition at every length, and in any pieces")
  func pieces() {
    var dice = Seed(1)
    for length in 0..<200 {
      let bytes = dice.bytes(length)
      #expect(Checksum.of(bytes) == slow(bytes))
      let cut = dice.below(length + 1)
      var checksum = Checksum()
      checksum.add(bytes.span.bytes.extracting(0..<cut))
      checksum.add(bytes.span.bytes.extracting(cut..<length))
      #expect(checksum.value == slow(bytes))
    }
  }
}
