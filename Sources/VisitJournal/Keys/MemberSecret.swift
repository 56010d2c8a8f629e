internal import Crypto
internal import VisitModel

/// A member's own keys: one random seed in protected memory, from which all of them are derived.
///
/// The seed alone is closed under the passphrase and under the recovery code, so that changing either rewrites forty
/// bytes and nothing else.
///
/// ```
/// key of a purpose = HKDF-SHA-256(secret: seed, no salt, info: purpose, 0, journal id, member number (4 bytes)), 32 bytes
///   "visitbook member agreement 1"   X25519 private key that keys are wrapped for
///   "visitbook member signing 1"     Ed25519 private key
///   "visitbook member vault 1"       the member's own vault
/// ```
final class MemberSecret: Sendable {
  static let seedByteCount = 32

  let journal: LogID
  let number: MemberNumber
  private let seed: SecretBytes

  /// The keys of a member made from a seed of 32 bytes; nil for any other length.
  init?(journal: LogID, number: MemberNumber, seed: consuming SecretBytes) {
    guard seed.count == MemberSecret.seedByteCount else { return nil }
    self.journal = journal
    self.number = number
    self.seed = seed
  }

  /// The keys of a new member.
  static func new(journal: LogID, number: MemberNumber, randomness: Randomness) -> MemberSecret {
    var bytes = randomness.fill(seedByteCount)
    guard let secret = MemberSecret(journal: journal, number: number, seed: SecretBytes(wiping: &bytes))
    else {
      preconditionFailure("a source of randomness returned another count of bytes than asked")
    }
    return secret
  }

  /// The X25519 key that keys are wrapped for.
  var agreement: Curve25519.KeyAgreement.PrivateKey {
    do {
      return try derived("visitbook member agreement 1").withUnsafeBytes {
        try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0)
      }
    } catch { preconditionFailure("X25519 refused a key of 32 bytes: \(error)") }
  }

  /// The Ed25519 key that the member signs with.
  var signing: Curve25519.Signing.PrivateKey {
    do {
      return try derived("visitbook member signing 1").withUnsafeBytes {
        try Curve25519.Signing.PrivateKey(rawRepresentation: $0)
      }
    } catch { preconditionFailure("Ed25519 refused a key of 32 bytes: \(error)") }
  }

  /// The key of the member's own vault: drafts, and copies nobody else reads.
  var vault: SymmetricKey { derived("visitbook member vault 1") }

  /// Another copy of the seed, to be kept in the kernel's keyring for a while.
  func seedCopy() -> SecretBytes { seed.copy() }

  /// Lends the seed's bytes to `body`, which must not keep them.
  func withSeed<Answer>(_ body: (UnsafeRawBufferPointer) -> Answer) -> Answer { seed.withBytes(body) }

  private func derived(_ purpose: String) -> SymmetricKey {
    let root = seed.withBytes { SymmetricKey(data: $0) }
    return Sealing.derived(
      from: root, purpose: purpose, journal.bytes, Sealing.bytes(UInt32(clamping: number.count)))
  }
}
