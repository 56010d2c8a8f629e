internal import Crypto

/// The key of one segment, derived from the journal key and the segment's random salt.
///
/// A key of its own for each segment keeps random 96-bit nonces far from any repetition, even when a laptop is restored
/// from a backup and writes the same sequence numbers again. The commitment is derived with it: AES-GCM alone does not
/// commit to its key, so the wrong key is told apart from damage by comparing the commitment first.
///
/// ```
/// key (32 bytes), commitment (32 bytes) = HKDF-SHA-256(
///   secret: journal key of the epoch, salt: the header's,
///   info: "visitbook segment 1", journal id, device id, segment number (8 bytes), epoch (2 bytes))
/// ```
struct SegmentKey: Sendable {
  let sealing: SymmetricKey
  let commitment: [UInt8]

  init(
    journalKey: SymmetricKey, salt: [UInt8], journalID: LogID, deviceID: LogID, segment: Int, epoch: UInt16
  ) {
    var info = Array("visitbook segment 1".utf8)
    info += journalID.bytes
    info += deviceID.bytes
    info.append(littleEndian: UInt64(segment))
    info.append(littleEndian: epoch)
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: journalKey, salt: salt, info: info, outputByteCount: 64)
    (sealing, commitment) = derived.withUnsafeBytes { bytes in
      (SymmetricKey(data: UnsafeRawBufferPointer(rebasing: bytes[0..<32])), Array(bytes[32..<64]))
    }
  }

  /// The key of the segment with this header, or `nil` when `journalKey` is not the one it was made with.
  init?(journalKey: SymmetricKey, header: SegmentHeader) {
    self.init(
      journalKey: journalKey, salt: header.salt, journalID: header.journalID, deviceID: header.deviceID,
      segment: header.number, epoch: header.epoch)
    if commitment != header.commitment { return nil }
  }
}
