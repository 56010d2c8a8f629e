internal import Crypto
internal import CryptoExtras
internal import FoundationEssentials
internal import VisitModel

/// A member's seed closed under a passphrase or a recovery code.
///
/// The lock's kind, cost and salt and the member's number are bound to the ciphertext, so that none of them can be
/// changed, and no member's lock be put in another's place.
///
/// ```
/// sealed = nonce (12), AES-256-GCM(seed), tag (16), under scrypt(passphrase, salt, N = 2^cost, r = 8, p = 1), 32 bytes,
///   or under HKDF-SHA-256(secret: recovery code, salt, info: "visitbook recovery 1", 0), 32 bytes; associated data:
///   "visitbook lock 1", 0, journal id, member number (4), kind (4), cost (4), salt
/// ```
enum SeedLock {
  /// The seed closed under a passphrase, at a cost.
  static func close(
    _ secret: MemberSecret, passphrase: borrowing SecretBytes, cost: KeyCost, randomness: Randomness
  ) throws(KeyringError) -> WireLock {
    var lock = WireLock()
    lock.kind = .scrypt
    lock.cost = UInt32(cost.exponent)
    lock.salt = Data(randomness.fill(16))
    let key = try passphraseKey(passphrase, lock)
    lock.sealed = sealedSeed(secret, key, lock, randomness)
    return lock
  }

  /// The seed closed under a recovery code.
  static func close(_ secret: MemberSecret, code: RecoveryCode, randomness: Randomness) -> WireLock {
    var lock = WireLock()
    lock.kind = .hkdf
    lock.salt = Data(randomness.fill(16))
    lock.sealed = sealedSeed(secret, codeKey(code, lock), lock, randomness)
    return lock
  }

  /// The member's keys, where the passphrase is the right one.
  static func open(
    _ lock: WireLock, passphrase: borrowing SecretBytes, journal: LogID, number: MemberNumber
  ) throws(KeyringError) -> MemberSecret? {
    guard lock.kind == .scrypt, KeyCost.accepted.contains(Int(lock.cost)) else { return nil }
    return openedSeed(try passphraseKey(passphrase, lock), lock, journal, number)
  }

  /// The member's keys, where the recovery code is the right one.
  static func open(
    _ lock: WireLock, code: RecoveryCode, journal: LogID, number: MemberNumber
  ) -> MemberSecret? {
    guard lock.kind == .hkdf else { return nil }
    return openedSeed(codeKey(code, lock), lock, journal, number)
  }

  private static func passphraseKey(
    _ passphrase: borrowing SecretBytes, _ lock: WireLock
  ) throws(KeyringError) -> SymmetricKey {
    try passphrase.withBytes { bytes throws(KeyringError) in
      do {
        return try KDF.Scrypt.deriveKey(
          from: borrowedData(bytes), salt: lock.salt, outputByteCount: 32, rounds: 1 << Int(lock.cost),
          blockSize: 8, parallelism: 1)
      } catch {
        // The parameters are in range, so what failed is the memory that a try is meant to take.
        throw .noMemory
      }
    }
  }

  private static func codeKey(_ code: RecoveryCode, _ lock: WireLock) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: code.values), salt: lock.salt,
      info: Sealing.labelled("visitbook recovery 1", []), outputByteCount: 32)
  }

  private static func sealedSeed(
    _ secret: MemberSecret, _ key: SymmetricKey, _ lock: WireLock, _ randomness: Randomness
  ) -> Data {
    secret.withSeed { seed in
      do {
        let nonce = try AES.GCM.Nonce(data: randomness.fill(Sealing.nonceByteCount))
        let box = try AES.GCM.seal(
          borrowedData(seed), using: key, nonce: nonce,
          authenticating: context(lock, secret.journal, secret.number))
        return Data(nonce) + box.ciphertext + box.tag
      } catch { preconditionFailure("AES-GCM refused a 12-byte nonce or a 32-byte key: \(error)") }
    }
  }

  private static func openedSeed(
    _ key: SymmetricKey, _ lock: WireLock, _ journal: LogID, _ number: MemberNumber
  ) -> MemberSecret? {
    guard var bytes = Sealing.open([UInt8](lock.sealed), under: key, context: context(lock, journal, number))
    else {
      return nil
    }
    return MemberSecret(journal: journal, number: number, seed: SecretBytes(wiping: &bytes))
  }

  private static func context(_ lock: WireLock, _ journal: LogID, _ number: MemberNumber) -> [UInt8] {
    Sealing.labelled(
      "visitbook lock 1",
      [
        journal.bytes, Sealing.bytes(UInt32(clamping: number.count)),
        Sealing.bytes(UInt32(lock.kind.rawValue)),
        Sealing.bytes(lock.cost), [UInt8](lock.salt),
      ])
  }

  /// The bytes as the crypto library takes them, without a copy that nobody wipes.
  private static func borrowedData(_ bytes: UnsafeRawBufferPointer) -> Data {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return Data() }
    return Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: base), count: bytes.count, deallocator: .none)
  }
}
