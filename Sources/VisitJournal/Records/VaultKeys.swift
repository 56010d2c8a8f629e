internal import Crypto
internal import VisitModel

/// What an entry's box is closed under.
enum Vault: Hashable, Sendable {
  /// Opened by every member.
  case everyone
  /// Opened by the office.
  case office
  /// Opened by one member.
  case member(MemberNumber)
  /// Opened by the office and by those who visit the family.
  case family(FamilyID)
}

/// Where the codec gets the keys of vaults from: the keyring, as one member may use it. Asked from several threads.
protocol VaultKeys: AnyObject, Sendable {
  /// The key of a vault, where the member holds it.
  func key(of vault: Vault, epoch: UInt32) -> SymmetricKey?
  /// The epoch of the key that new boxes are closed under.
  func epoch(of vault: Vault) -> UInt32
  /// The key that anybody can close a box for, of the epoch in use: the office's, or a member's. Other vaults have none.
  func publicKey(of vault: Vault) -> Curve25519.KeyAgreement.PublicKey?
  /// What opens boxes that were closed for the vault's public key, where the member holds it.
  func privateKey(of vault: Vault, epoch: UInt32) -> Curve25519.KeyAgreement.PrivateKey?
}
