internal import Crypto

/// The first 512 bytes of a segment's file: written once, before the file gets its name, and never again.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 8 | magic `VJRNL`, 0D, 0A, 1A |
/// | 8 | 2 | format version, 1 |
/// | 10 | 2 | suite: 1 = AES-256-GCM, SHA-256, HKDF-SHA-256, Ed25519 |
/// | 12 | 4 | frame marker, random for each segment |
/// | 16 | 16 | journal id |
/// | 32 | 16 | device id |
/// | 48 | 8 | segment number, from 1 |
/// | 56 | 8 | sequence number of the segment's first frame |
/// | 64 | 32 | chain hash before that frame |
/// | 96 | 32 | salt of the segment's key |
/// | 128 | 32 | key commitment, compared before anything is opened |
/// | 160 | 4 | key epoch |
/// | 164 | 4 | zero |
/// | 168 | 8 | made at, milliseconds since 1970-01-01 UTC |
/// | 176 | 8 | count of entries before this segment |
/// | 184 | 32 | the device's public signing key, Ed25519: checkpoints can be checked without any other file |
/// | 216 | 292 | zero |
/// | 508 | 4 | CRC-32C of bytes 0 to 507 |
///
/// Numbers are little-endian.
struct SegmentHeader: Hashable, Sendable {
  static let byteCount = 512
  static let version = 1
  static let suite = 1
  private static let magic: [UInt8] = Array("VJRNL\r\n".utf8) + [0x1A]

  var marker: UInt32
  var journalID: LogID
  var deviceID: LogID
  var number: Int
  var firstSequence: Int
  var chain: ChainHash
  var salt: [UInt8]
  var commitment: [UInt8]
  var epoch: UInt16
  var madeAtMilliseconds: Int64
  var entriesBefore: Int
  var deviceKey: [UInt8]

  /// The 512 bytes.
  var bytes: [UInt8] {
    var bytes = SegmentHeader.magic
    bytes.reserveCapacity(SegmentHeader.byteCount)
    bytes.append(littleEndian: UInt16(SegmentHeader.version))
    bytes.append(littleEndian: UInt16(SegmentHeader.suite))
    bytes.append(littleEndian: marker)
    bytes += journalID.bytes
    bytes += deviceID.bytes
    bytes.append(littleEndian: UInt64(number))
    bytes.append(littleEndian: UInt64(firstSequence))
    bytes += chain.bytes
    bytes += salt
    bytes += commitment
    bytes.append(littleEndian: UInt32(epoch))
    bytes.append(littleEndian: UInt32(0))
    bytes.append(littleEndian: madeAtMilliseconds)
    bytes.append(littleEndian: UInt64(entriesBefore))
    bytes += deviceKey
    bytes += [UInt8](repeating: 0, count: 508 - bytes.count)
    bytes.append(littleEndian: Checksum.of(bytes))
    return bytes
  }

  /// What reading 512 bytes as a header gives.
  enum Reading {
    case header(SegmentHeader)
    case notAHeader
    case unsupported(version: Int, suite: Int)
  }

  /// Reads the header at the beginning of a segment's `bytes`.
  static func read(_ bytes: RawSpan) -> Reading {
    guard bytes.byteCount >= byteCount, bytes.copy(0..<8) == magic else { return .notAHeader }
    guard Checksum.of(bytes.extracting(0..<508)) == bytes.number(at: 508, as: UInt32.self) else {
      return .notAHeader
    }
    let version = Int(bytes.number(at: 8, as: UInt16.self))
    let suite = Int(bytes.number(at: 10, as: UInt16.self))
    guard version == self.version, suite == self.suite else {
      return .unsupported(version: version, suite: suite)
    }
    guard let journalID = LogID(bytes.copy(16..<32)), let deviceID = LogID(bytes.copy(32..<48)),
      let chain = ChainHash(bytes.copy(64..<96)), let number = bytes.count(at: 48),
      let firstSequence = bytes.count(at: 56), let entriesBefore = bytes.count(at: 176),
      let epoch = UInt16(exactly: bytes.number(at: 160, as: UInt32.self))
    else { return .notAHeader }
    return .header(
      SegmentHeader(
        marker: bytes.number(at: 12, as: UInt32.self), journalID: journalID, deviceID: deviceID,
        number: number, firstSequence: firstSequence, chain: chain, salt: bytes.copy(96..<128),
        commitment: bytes.copy(128..<160), epoch: epoch,
        madeAtMilliseconds: bytes.number(at: 168, as: Int64.self), entriesBefore: entriesBefore,
        deviceKey: bytes.copy(184..<216)))
  }
}
