internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// Closes and opens the chunks of one snapshot file.
///
/// ```
/// key (32 bytes), commitment (32 bytes) = HKDF-SHA-256(
///   secret: the member's own vault, salt: the header's, info: "visitbook snapshot 1", 0, journal id, member (4 bytes))
/// chunk k = AES-256-GCM(key, nonce: k (8 bytes), 0, 0, 0, 1 where it is the last else 0,
///   associated data: the header's 128 bytes)
/// ```
/// Every file has a salt and so a key of its own: counting nonces can never meet again, not even on a restored laptop.
struct SnapshotSeal: Sendable {
  /// Plain bytes of every chunk but the last.
  static let chunkByteCount = 1 << 16
  /// Sealed bytes of every chunk but the last.
  static let sealedByteCount = chunkByteCount + Sealing.tagByteCount

  let plainByteCount: Int
  private let key: SymmetricKey
  private let associated: [UInt8]

  /// How many chunks there are; at least one, so that an empty snapshot has a final flag as well.
  var chunkCount: Int { SnapshotSeal.chunkCount(of: plainByteCount) }

  private static func chunkCount(of bytes: Int) -> Int {
    max(1, (bytes + chunkByteCount - 1) / chunkByteCount)
  }

  /// The length of the whole file.
  var fileByteCount: Int {
    SnapshotHeader.byteCount + plainByteCount + chunkCount * Sealing.tagByteCount
  }

  private init(_ header: SnapshotHeader, _ key: SymmetricKey) {
    plainByteCount = header.plainByteCount
    self.key = key
    associated = header.bytes
  }

  /// The seal of the file with this header; nil where the vault is not the one that it was closed under.
  init?(_ header: SnapshotHeader, vault: SymmetricKey) {
    let (key, commitment) = SnapshotSeal.derived(
      vault, salt: header.salt, SnapshotSeal.info(header.journal, header.member.count))
    guard commitment == header.commitment else { return nil }
    self.init(header, key)
  }

  /// Writes a whole file: the header, and `plain` in chunks, which are closed on all cores some at a time.
  static func write(
    _ plain: [UInt8], to file: any OpenFile, journal: LogID, of secret: MemberSecret, programMark: UInt64,
    keyringMark: UInt64, randomness: Randomness
  ) throws(DiskError) {
    let salt = randomness.fill(SnapshotHeader.saltByteCount)
    let (key, commitment) = derived(secret.vault, salt: salt, info(journal, secret.number.count))
    let header = SnapshotHeader(
      member: secret.number, journal: journal, salt: salt, commitment: commitment,
      plainByteCount: plain.count, programMark: programMark, keyringMark: keyringMark)
    let seal = SnapshotSeal(header, key)
    try file.writeAll(header.bytes[...], at: 0)
    for first in stride(from: 0, to: seal.chunkCount, by: chunksAtOnce) {
      let chunks = Array(first..<min(first + chunksAtOnce, seal.chunkCount))
      let closed = AllCores.map(chunks) { seal.closed(plain[seal.plainRange(of: $0)], $0) }
      let bytes = Array(closed.joined())
      try file.writeAll(bytes[...], at: seal.fileRange(of: first).lowerBound)
    }
  }

  /// Chunks that are closed before they are written: four mebibytes.
  private static let chunksAtOnce = 64

  /// Where the plain bytes of a chunk lie among all plain bytes.
  func plainRange(of index: Int) -> Range<Int> {
    let start = index * SnapshotSeal.chunkByteCount
    return start..<min(plainByteCount, start + SnapshotSeal.chunkByteCount)
  }

  /// Where a chunk lies in the file.
  func fileRange(of index: Int) -> Range<Int> {
    let start = SnapshotHeader.byteCount + index * SnapshotSeal.sealedByteCount
    return start..<start + plainRange(of: index).count + Sealing.tagByteCount
  }

  /// A chunk's plain bytes; nil where any bit of it, its place or the header is another.
  func open(_ index: Int, _ sealed: RawSpan) -> Data? {
    let tag = sealed.byteCount - Sealing.tagByteCount
    guard tag >= 0, let nonce = nonce(index) else { return nil }
    return sealed.withUnsafeBytes { bytes in
      guard
        let box = try? AES.GCM.SealedBox(
          nonce: nonce, ciphertext: UnsafeRawBufferPointer(rebasing: bytes[..<tag]),
          tag: UnsafeRawBufferPointer(rebasing: bytes[tag...]))
      else { return nil }
      return try? AES.GCM.open(box, using: key, authenticating: associated)
    }
  }

  private func closed(_ plain: ArraySlice<UInt8>, _ index: Int) -> [UInt8] {
    do {
      let box = try AES.GCM.seal(plain, using: key, nonce: nonce(index), authenticating: associated)
      return [UInt8](box.ciphertext) + box.tag
    } catch {
      preconditionFailure("AES-GCM refused a 12-byte nonce or a 32-byte key: \(error)")
    }
  }

  private func nonce(_ index: Int) -> AES.GCM.Nonce? {
    let isLast: UInt8 = index == chunkCount - 1 ? 1 : 0
    return try? AES.GCM.Nonce(data: Sealing.bytes(UInt64(index)) + [0, 0, 0, isLast])
  }

  private static func info(_ journal: LogID, _ member: Int) -> [UInt8] {
    Sealing.labelled("visitbook snapshot 1", [journal.bytes, Sealing.bytes(UInt32(clamping: member))])
  }

  private static func derived(
    _ vault: SymmetricKey, salt: [UInt8], _ info: [UInt8]
  ) -> (key: SymmetricKey, commitment: [UInt8]) {
    let derived = HKDF<SHA256>.deriveKey(inputKeyMaterial: vault, salt: salt, info: info, outputByteCount: 64)
    return derived.withUnsafeBytes { bytes in
      (SymmetricKey(data: UnsafeRawBufferPointer(rebasing: bytes[0..<32])), Array(bytes[32..<64]))
    }
  }
}
