internal import VisitModel

/// What a snapshot file begins with: 128 bytes in the clear, covered by the tag of every chunk.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 8 | magic `VSNAP`, 0D, 0A, 1A |
/// | 8 | 2 | format, 1 |
/// | 10 | 2 | suite: 1 = AES-256-GCM with HKDF-SHA-256 |
/// | 12 | 4 | the member who alone can open it |
/// | 16 | 16 | journal id |
/// | 32 | 32 | salt, random for each file |
/// | 64 | 32 | commitment to the key |
/// | 96 | 8 | bytes of plaintext |
/// | 104 | 8 | mark of the program that wrote it: another one may add up differently |
/// | 112 | 8 | mark of the keyring that the member's reach was told by: the same one needs not be gone through again |
/// | 120 | 4 | zero |
/// | 124 | 4 | CRC-32C of bytes 0 to 123 |
struct SnapshotHeader: Hashable {
  static let byteCount = 128
  static let saltByteCount = 32
  private static let magic: [UInt8] = Array("VSNAP\r\n".utf8) + [0x1A]
  private static let format: UInt16 = 1
  private static let suite: UInt16 = 1

  let member: MemberNumber
  let journal: LogID
  let salt: [UInt8]
  let commitment: [UInt8]
  let plainByteCount: Int
  let programMark: UInt64
  let keyringMark: UInt64

  /// The 128 bytes.
  var bytes: [UInt8] {
    var bytes = SnapshotHeader.magic
    bytes.reserveCapacity(SnapshotHeader.byteCount)
    bytes.append(littleEndian: SnapshotHeader.format)
    bytes.append(littleEndian: SnapshotHeader.suite)
    bytes.append(littleEndian: UInt32(clamping: member.count))
    bytes += journal.bytes
    bytes += salt
    bytes += commitment
    bytes.append(littleEndian: UInt64(plainByteCount))
    bytes.append(littleEndian: programMark)
    bytes.append(littleEndian: keyringMark)
    bytes += [UInt8](repeating: 0, count: 124 - bytes.count)
    bytes.append(littleEndian: Checksum.of(bytes))
    return bytes
  }

  init(
    member: MemberNumber, journal: LogID, salt: [UInt8], commitment: [UInt8], plainByteCount: Int,
    programMark: UInt64, keyringMark: UInt64
  ) {
    self.member = member
    self.journal = journal
    self.salt = salt
    self.commitment = commitment
    self.plainByteCount = plainByteCount
    self.programMark = programMark
    self.keyringMark = keyringMark
  }

  /// The header that these bytes are; nil where they are none of this format.
  init?(_ bytes: [UInt8]) {
    let span = bytes.span.bytes
    guard span.byteCount == SnapshotHeader.byteCount, span.copy(0..<8) == SnapshotHeader.magic,
      Checksum.of(span.extracting(0..<124)) == span.number(at: 124, as: UInt32.self),
      span.number(at: 8, as: UInt16.self) == SnapshotHeader.format,
      span.number(at: 10, as: UInt16.self) == SnapshotHeader.suite,
      let journal = LogID(span.copy(16..<32)), let plainByteCount = span.count(at: 96)
    else { return nil }
    self.init(
      member: MemberNumber(Int(span.number(at: 12, as: UInt32.self))), journal: journal,
      salt: span.copy(32..<64), commitment: span.copy(64..<96), plainByteCount: plainByteCount,
      programMark: span.number(at: 104, as: UInt64.self), keyringMark: span.number(at: 112, as: UInt64.self))
    guard self.bytes == bytes else { return nil }
  }
}
