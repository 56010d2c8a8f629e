internal import Crypto
internal import FoundationEssentials
internal import SwiftProtobuf

/// The keyring's file: `keyring/ring` in the journal's folder, always replaced as a whole.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | "VBRING", 0x0D, 0x0A |
/// | 8 | 4 | format version, 2, little-endian |
/// | 12 | 4 | length n of the body, little-endian |
/// | 16 | n | the message `Keyring` of `records.proto` |
/// | 16+n | 28 | MAC of all before it, under a key derived from the journal key |
/// | 44+n | 4 | zero |
/// | 48+n | 32 | SHA-256 of all before it |
///
/// The MAC is AES-256-GCM over nothing, with what it covers as associated data: a random nonce and the tag. A keyring of
/// ten thousands of families is read at each opening, and this takes a tenth of the time of the HMAC-SHA-256 (32 bytes in
/// the same place) that stands in files of version 1, which are read as well.
///
/// The last field tells a rotten byte from a wrong passphrase where no key is at hand; the one before it is checked
/// as soon as the journal key is, and tells what a member wrote from what somebody else put there. A file that the MAC
/// finds good needs no other check. An older keyring put
/// back in place of a newer one passes both: what it would bring back is only access that its holder had already.
struct KeyringFile {
  static let magic: [UInt8] = Array("VBRING\r\n".utf8)
  static let version: UInt32 = 2
  /// Beyond any keyring: this holds the keys of more than a million families.
  static let bytesMax = 256 << 20
  private static let headByteCount = 16
  /// The MAC and the sum.
  private static let tailByteCount = 64

  /// How a file says that a member wrote it.
  private enum Proof {
    /// HMAC-SHA-256, in files of version 1.
    case hmac
    /// A nonce and the tag of AES-256-GCM.
    case tag
  }

  /// Everything but the families.
  let head: WireKeyring
  /// The families, which are read when they are asked for.
  let families: RingFamilies
  /// The whole file.
  let bytes: [UInt8]
  private let proof: Proof
  private let path: JournalPath

  /// Reads the file's bytes, checking all that can be checked without a key.
  init(reading bytes: [UInt8], path: JournalPath) throws(KeyringError) {
    guard KeyringFile.isWhole(bytes) else { throw .damaged(path) }
    try self.init(unchecked: bytes, path: path)
  }

  /// Whether every byte is as it was written.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 32 else { return false }
    let sum = bytes.count - 32
    return Array(SHA256.hash(data: bytes[..<sum])) == Array(bytes[sum...])
  }

  /// Reads the file's bytes for somebody who will check its MAC, or else its sum.
  init(unchecked bytes: [UInt8], path: JournalPath) throws(KeyringError) {
    guard bytes.count >= KeyringFile.headByteCount + KeyringFile.tailByteCount,
      bytes.count <= KeyringFile.bytesMax, Array(bytes[..<8]) == KeyringFile.magic
    else { throw .damaged(path) }
    let span = bytes.span.bytes
    switch span.number(at: 8, as: UInt32.self) {
    case 1: proof = .hmac
    case KeyringFile.version: proof = .tag
    case let version: throw .unsupportedVersion(path, version: Int(version))
    }
    let body = KeyringFile.headByteCount..<bytes.count - KeyringFile.tailByteCount
    guard Int(span.number(at: 12, as: UInt32.self)) == body.count else { throw .damaged(path) }
    self.bytes = bytes
    self.path = path
    var rest: [UInt8] = []
    guard let families = RingFamilies(of: bytes, body, rest: &rest),
      let head = try? WireKeyring(serializedBytes: rest)
    else { throw .damaged(path) }
    (self.head, self.families) = (head, families)
  }

  /// The whole keyring, every family read.
  func ring() throws(KeyringError) -> WireKeyring {
    let body = Array(bytes[KeyringFile.headByteCount..<bytes.count - KeyringFile.tailByteCount])
    guard let ring = try? WireKeyring(serializedBytes: body) else { throw .damaged(path) }
    return ring
  }

  /// The bytes of the file that says `ring`.
  static func bytes(of ring: WireKeyring, macKey: SymmetricKey, randomness: Randomness) -> [UInt8] {
    let body: [UInt8]
    do {
      body = try ring.serializedBytes()
    } catch {
      preconditionFailure("a keyring without required fields did not serialise: \(error)")
    }
    var bytes = magic
    bytes.reserveCapacity(headByteCount + body.count + tailByteCount)
    bytes += Sealing.bytes(version)
    bytes += Sealing.bytes(UInt32(body.count))
    bytes += body
    bytes += Sealing.seal([], under: macKey, context: bytes, randomness: randomness)
    bytes += [0, 0, 0, 0]
    bytes += Array(SHA256.hash(data: bytes))
    return bytes
  }

  /// Eight bytes of what only a member can make: they tell this file from all others that members wrote.
  var mark: UInt64 {
    let start = bytes.count - KeyringFile.tailByteCount
    return switch proof {
    case .hmac: bytes.span.bytes.number(at: start, as: UInt64.self)
    case .tag: bytes.span.bytes.number(at: start + Sealing.nonceByteCount, as: UInt64.self)
    }
  }

  /// The last bytes of the file, which no two files have in common that members wrote.
  var tail: ArraySlice<UInt8> { bytes[(bytes.count - KeyringFile.tailByteCount)...] }

  /// Whether a member of the journal wrote this; `journalKey` is the one in use.
  func isGenuine(journalKey: SymmetricKey, journal: LogID) -> Bool {
    let covered = bytes.count - KeyringFile.tailByteCount
    switch proof {
    case .hmac:
      return HMAC<SHA256>.isValidAuthenticationCode(
        bytes[covered..<(covered + 32)], authenticating: bytes[..<covered],
        using: MemberKeys.oldMacKey(of: journalKey, journal: journal))
    case .tag:
      let macKey = MemberKeys.macKey(of: journalKey, journal: journal)
      return bytes[(covered + Sealing.overhead)..<(covered + 32)].allSatisfy { $0 == 0 }
        && Sealing.open(
          bytes[covered..<(covered + Sealing.overhead)], under: macKey, context: bytes[..<covered]) != nil
    }
  }
}
