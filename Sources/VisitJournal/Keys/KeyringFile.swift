internal import Crypto
internal import FoundationEssentials
internal import SwiftProtobuf

/// The keyring's file: `keyring/ring` in the journal's folder, always replaced as a whole.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | "VBRING", 0x0D, 0x0A |
/// | 8 | 4 | format version, 1, little-endian |
/// | 12 | 4 | length n of the body, little-endian |
/// | 16 | n | the message `Keyring` of `records.proto` |
/// | 16+n | 32 | HMAC-SHA-256 of all before it, under a key derived from the journal key |
/// | 48+n | 32 | SHA-256 of all before it |
///
/// The last field tells a rotten byte from a wrong passphrase where no key is at hand; the one before it is checked
/// as soon as the journal key is, and tells what a member wrote from what somebody else put there. A file that the MAC
/// finds good needs no other check. An older keyring put
/// back in place of a newer one passes both: what it would bring back is only access that its holder had already.
struct KeyringFile {
  static let magic: [UInt8] = Array("VBRING\r\n".utf8)
  static let version: UInt32 = 1
  /// Beyond any keyring: this holds the keys of more than a million families.
  static let bytesMax = 256 << 20
  private static let headByteCount = 16

  /// Everything but the families.
  let head: WireKeyring
  /// The families, which are read when they are asked for.
  let families: RingFamilies
  /// The whole file.
  let bytes: [UInt8]
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
    guard bytes.count >= KeyringFile.headByteCount + 64, bytes.count <= KeyringFile.bytesMax,
      Array(bytes[..<8]) == KeyringFile.magic
    else { throw .damaged(path) }
    let version = KeyringFile.number(bytes, at: 8)
    guard version == KeyringFile.version else {
      throw .unsupportedVersion(path, version: Int(version))
    }
    guard Int(KeyringFile.number(bytes, at: 12)) == bytes.count - KeyringFile.headByteCount - 64 else {
      throw .damaged(path)
    }
    self.bytes = bytes
    self.path = path
    var rest: [UInt8] = []
    let body = KeyringFile.headByteCount..<bytes.count - 64
    guard let families = RingFamilies(of: bytes, body, rest: &rest),
      let head = try? WireKeyring(serializedBytes: rest)
    else { throw .damaged(path) }
    (self.head, self.families) = (head, families)
  }

  /// The whole keyring, every family read.
  func ring() throws(KeyringError) -> WireKeyring {
    let body = Array(bytes[KeyringFile.headByteCount..<bytes.count - 64])
    guard let ring = try? WireKeyring(serializedBytes: body) else { throw .damaged(path) }
    return ring
  }

  /// The bytes of the file that says `ring`.
  static func bytes(of ring: WireKeyring, macKey: SymmetricKey) -> [UInt8] {
    let body: [UInt8]
    do {
      body = try ring.serializedBytes()
    } catch {
      preconditionFailure("a keyring without required fields did not serialise: \(error)")
    }
    var bytes = magic
    bytes += Sealing.bytes(version)
    bytes += Sealing.bytes(UInt32(body.count))
    bytes += body
    bytes += Array(HMAC<SHA256>.authenticationCode(for: bytes, using: macKey))
    bytes += Array(SHA256.hash(data: bytes))
    return bytes
  }

  /// The first eight bytes of the MAC.
  var mark: UInt64 { bytes.span.bytes.number(at: bytes.count - 64, as: UInt64.self) }

  /// Whether a member of the journal wrote this.
  func isGenuine(macKey: SymmetricKey) -> Bool {
    HMAC<SHA256>.isValidAuthenticationCode(
      bytes[(bytes.count - 64)..<(bytes.count - 32)], authenticating: bytes[..<(bytes.count - 64)],
      using: macKey)
  }

  private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
  }
}
