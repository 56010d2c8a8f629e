internal import Crypto
internal import FoundationEssentials

/// AES-256-GCM over plain byte arrays, as everything small is sealed here: nonce, ciphertext, tag in one run.
///
/// Nonces are random: a counter would repeat as soon as a laptop is restored from a backup.
enum Sealing {
  static let nonceByteCount = 12
  static let tagByteCount = 16
  static let overhead = nonceByteCount + tagByteCount

  /// `bytes` sealed under `key`, bound to `context`.
  static func seal(
    _ bytes: [UInt8], under key: SymmetricKey, context: [UInt8], randomness: Randomness
  ) -> [UInt8] {
    do {
      let nonce = try AES.GCM.Nonce(data: randomness.fill(nonceByteCount))
      let box = try AES.GCM.seal(bytes, using: key, nonce: nonce, authenticating: context)
      var sealed: [UInt8] = []
      sealed.reserveCapacity(bytes.count + overhead)
      nonce.withUnsafeBytes { sealed.append(contentsOf: $0) }
      sealed.append(contentsOf: box.ciphertext)
      sealed.append(contentsOf: box.tag)
      return sealed
    } catch {
      preconditionFailure("AES-GCM refused a 12-byte nonce or a 32-byte key: \(error)")
    }
  }

  /// What was sealed under `key` in `context`; nil when any bit of it, the key or the context is another.
  static func open(_ sealed: Data, under key: SymmetricKey, context: [UInt8]) -> Data? {
    guard sealed.count >= overhead, let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: context)
  }

  /// What was sealed under `key` in `context`; nil when any bit of it, the key or the context is another.
  static func open(
    _ sealed: ArraySlice<UInt8>, under key: SymmetricKey, context: some DataProtocol
  ) -> Data? {
    guard sealed.count >= overhead, let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: context)
  }

  /// What was sealed under `key` in `context`; nil when any bit of it, the key or the context is another.
  static func open(_ sealed: [UInt8], under key: SymmetricKey, context: [UInt8]) -> [UInt8]? {
    open(Data(sealed), under: key, context: context).map { [UInt8]($0) }
  }

  /// A key for one purpose, derived from another key.
  static func derived(from key: SymmetricKey, purpose: String, _ parts: [UInt8]...) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: labelled(purpose, parts), outputByteCount: 32)
  }

  /// A purpose and its parts as one unambiguous run of bytes: parts have fixed lengths, the label ends with a nought.
  static func labelled(_ purpose: String, _ parts: [[UInt8]]) -> [UInt8] {
    var bytes = Array(purpose.utf8) + [0]
    for part in parts { bytes += part }
    return bytes
  }

  /// A number as four bytes, little end first.
  static func bytes(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  /// A number as eight bytes, little end first.
  static func bytes(_ number: UInt64) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
