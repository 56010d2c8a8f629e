internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// What one member can open, once the passphrase was right: the journal key, the office's key where it was wrapped for
/// them, and the families granted to them.
///
/// What a role may read is decided here and nowhere else: a box whose key was not wrapped for this member stays shut.
///
/// ```
/// derived key = HKDF-SHA-256(secret, no salt, info: purpose, 0, journal id), 32 bytes
///   "visitbook everyone vault 1"   from a journal key: the vault that every member opens, of the same epoch
///   "visitbook keyring mac 1"      from the journal key in use: the keyring's HMAC
///   "visitbook device 1"           from a journal key: closes the device's signing key
///   "visitbook office vault 1"     from an office's private key: the office's vault, of the same epoch
/// ```
struct MemberKeys {
  let member: MemberNumber
  let role: Role
  let secret: MemberSecret
  /// The journal keys by epoch.
  let journalKeys: [UInt32: SymmetricKey]
  /// The office's private keys by epoch, for coordinators and supervisors (and for who made the journal).
  let offices: [UInt32: Curve25519.KeyAgreement.PrivateKey]
  /// The epoch of the office's key in use.
  let officeEpoch: UInt32

  /// The office's private key in use.
  var office: Curve25519.KeyAgreement.PrivateKey? { offices[officeEpoch] }

  /// The key of the office's vault in use, with which its members close what they also can open.
  var officeVault: SymmetricKey? { officeVault(epoch: officeEpoch) }

  /// The key of the office's vault of an epoch.
  func officeVault(epoch: UInt32) -> SymmetricKey? {
    offices[epoch].map { MemberKeys.officeVault(of: $0, journal: secret.journal) }
  }

  static func officeVault(of office: Curve25519.KeyAgreement.PrivateKey, journal: LogID) -> SymmetricKey {
    Sealing.derived(
      from: SymmetricKey(data: office.rawRepresentation), purpose: "visitbook office vault 1", journal.bytes)
  }

  /// The key of the vault that every member opens: names of the scheme, of members and of volunteers.
  static func everyoneVault(of journalKey: SymmetricKey, journal: LogID) -> SymmetricKey {
    Sealing.derived(from: journalKey, purpose: "visitbook everyone vault 1", journal.bytes)
  }

  /// The key that the keyring's MAC is made with.
  static func macKey(of journalKey: SymmetricKey, journal: LogID) -> SymmetricKey {
    Sealing.derived(from: journalKey, purpose: "visitbook keyring mac 2", journal.bytes)
  }

  /// The key of the HMAC in keyrings of version 1.
  static func oldMacKey(of journalKey: SymmetricKey, journal: LogID) -> SymmetricKey {
    Sealing.derived(from: journalKey, purpose: "visitbook keyring mac 1", journal.bytes)
  }

  /// The key that this laptop's signing key is closed under.
  static func deviceKey(of journalKey: SymmetricKey, journal: LogID) -> SymmetricKey {
    Sealing.derived(from: journalKey, purpose: "visitbook device 1", journal.bytes)
  }
}
