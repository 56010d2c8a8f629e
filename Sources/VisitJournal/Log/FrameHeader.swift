/// One frame of a segment: what stands before, around and behind its body.
///
/// | offset | size | meaning |
/// |---|---|---|
/// | 0 | 4 | marker of this segment |
/// | 4 | 4 | body length n, at most 1 MiB |
/// | 8 | 4 | CRC-32C of every byte of the frame but these four |
/// | 12 | 1 | kind: 1 entries, 3 checkpoint, 4 segment end, 5 redacted, 6 nothing, 7 redacted in part |
/// | 13 | 1 | flags: bit 0 more frames of the same commit group follow; bit 1 the body is not encrypted |
/// | 14 | 2 | key epoch |
/// | 16 | 8 | sequence number, from 1, without gaps in a log |
/// | 24 | 2 | count of entries in the body |
/// | 26 | 2 | how many frames of the same write stand before this one |
/// | 28 | 12 | random nonce |
/// | 40 | n | body: ciphertext, or text when flag bit 1 is set |
/// | 40+n | 16 | tag |
///
/// Numbers are little-endian. Nonce, body and tag lie together, in the order AES-GCM's combined form has. The associated
/// data is journal id, device id, segment number (8), bytes 0 to 39 with a zero checksum, and the chain hash before the
/// frame, so a frame fits one place of one log only; for an unencrypted body the body follows, and the tag is that of an
/// empty message. The digest is SHA-256 of the frame with a zero checksum.
///
/// A redacted frame (5) has the digest of the frame it replaced as its body, and a tag of zeros. One redacted in part (7)
/// has that digest, then the ciphertext of the batch in which the entries taken out have no bytes left; the associated data
/// is followed by the digest. The chain goes on with the digest in both.
///
/// The place within its write (offset 26) is what tells a torn write from damage: a disk may keep the later sectors of
/// one write and lose the earlier ones, so a whole frame behind a bad one proves damage only if it was written by a
/// *later* write than the bad one.
struct FrameHeader: Hashable, Sendable {
  static let byteCount = 40
  static let tagByteCount = 16
  /// What a frame adds to its body: 56 bytes.
  static let overhead = byteCount + tagByteCount
  static let bodyBytesMax = 1 << 20
  /// The digest at the beginning of a redacted frame's body.
  static let digestByteCount = 32

  enum Kind: UInt8, Sendable {
    case entries = 1
    case checkpoint = 3
    case segmentEnd = 4
    case redacted = 5
    case nothing = 6
    case trimmed = 7

    /// Whether the frame carries the digest of the one it replaced.
    var carriesDigest: Bool { self == .redacted || self == .trimmed }
  }

  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let moreFollows = Flags(rawValue: 1)
    static let plainBody = Flags(rawValue: 2)
    static let known: Flags = [.moreFollows, .plainBody]
  }

  var marker: UInt32
  var bodyLength: Int
  var kind: Kind
  var flags: Flags
  var epoch: UInt16
  var sequence: Int
  var entryCount: Int
  var placeInWrite: Int
  var nonce: [UInt8] = []

  /// The length of the whole frame.
  var frameLength: Int { FrameHeader.overhead + bodyLength }

  /// The 40 bytes with a checksum of zero.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(FrameHeader.byteCount)
    bytes.append(littleEndian: marker)
    bytes.append(littleEndian: UInt32(bodyLength))
    bytes.append(littleEndian: UInt32(0))
    bytes.append(kind.rawValue)
    bytes.append(flags.rawValue)
    bytes.append(littleEndian: epoch)
    bytes.append(littleEndian: UInt64(sequence))
    bytes.append(littleEndian: UInt16(entryCount))
    bytes.append(littleEndian: UInt16(placeInWrite))
    bytes += nonce
    return bytes
  }

  /// What bytes at a place turn out to be.
  enum Reading {
    case frame(FrameHeader)
    case bad(LogDamage.Reason)
  }

  /// Reads the frame at `offset` of a segment and checks everything that needs neither key nor context; `known` may have
  /// its checksum already.
  static func read(
    _ segment: RawSpan, at offset: Int, marker: UInt32, known: (Range<Int>) -> UInt32? = { _ in nil }
  ) -> Reading {
    let left = segment.byteCount - offset
    guard left >= 4 else { return .bad(.incomplete) }
    guard segment.number(at: offset, as: UInt32.self) == marker else { return .bad(.notAFrame) }
    guard left >= overhead else { return .bad(.incomplete) }
    let length = Int(segment.number(at: offset + 4, as: UInt32.self))
    guard length <= bodyBytesMax else { return .bad(.notAFrame) }
    guard left >= overhead + length else { return .bad(.incomplete) }
    let stated = segment.number(at: offset + 8, as: UInt32.self)
    let place = offset..<offset + overhead + length
    guard known(place) ?? checksum(segment.extracting(place)) == stated else { return .bad(.checksum) }
    guard let kind = Kind(rawValue: segment.number(at: offset + 12, as: UInt8.self)),
      case let flags = Flags(rawValue: segment.number(at: offset + 13, as: UInt8.self)),
      flags.isSubset(of: .known), let sequence = segment.count(at: offset + 16)
    else { return .bad(.unknownKind) }
    return .frame(
      FrameHeader(
        marker: marker, bodyLength: length, kind: kind, flags: flags,
        epoch: segment.number(at: offset + 14, as: UInt16.self), sequence: sequence,
        entryCount: Int(segment.number(at: offset + 24, as: UInt16.self)),
        placeInWrite: Int(segment.number(at: offset + 26, as: UInt16.self))))
  }

  /// The checksum of a whole frame, leaving out the four bytes it is stored in.
  static func checksum(_ frame: RawSpan) -> UInt32 {
    var checksum = Checksum()
    checksum.add(frame.extracting(0..<8))
    checksum.add(frame.extracting(12..<frame.byteCount))
    return checksum.value
  }
}
