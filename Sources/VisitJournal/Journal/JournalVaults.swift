internal import Crypto
internal import FoundationEssentials
internal import Synchronization
internal import VisitModel

/// The vaults that the member of this run can open, each key unwrapped once.
///
/// Entries are read on several threads, which all come here for keys; the keyring behind it changes only between two
/// readings, on the journal's own thread. Hence `@unchecked`: the lock guards what was opened, the order of work the rest.
final class JournalVaults: VaultKeys, @unchecked Sendable {
  private struct Place: Hashable {
    let vault: Vault
    let epoch: UInt32
  }

  let keyring: Keyring
  private(set) var keys: MemberKeys
  private let opened = Mutex<[Place: SymmetricKey?]>([:])

  init(keyring: Keyring, keys: MemberKeys) {
    self.keyring = keyring
    self.keys = keys
  }

  /// Starts over with the keyring as it is now.
  func renew(_ keys: MemberKeys) {
    self.keys = keys
    opened.withLock { $0 = [:] }
  }

  /// Takes in keys that were just made.
  func learn(_ made: [FamilyID: SymmetricKey]) {
    opened.withLock { opened in
      for (family, key) in made { opened[Place(vault: .family(family), epoch: 0)] = key }
    }
  }

  func epoch(of vault: Vault) -> UInt32 {
    switch vault {
    case .everyone: keyring.ring.epoch
    case .office: keyring.ring.officeEpoch
    case .member: 0
    case .family(let id): keyring.family(id)?.epoch ?? 0
    }
  }

  func key(of vault: Vault, epoch: UInt32) -> SymmetricKey? {
    let place = Place(vault: vault, epoch: epoch)
    if let known = opened.withLock({ $0[place] }) { return known }
    let key = unwrapped(place)
    opened.withLock { $0[place] = .some(key) }
    return key
  }

  func publicKey(of vault: Vault) -> Curve25519.KeyAgreement.PublicKey? {
    let bytes: Data?
    switch vault {
    case .office: bytes = keyring.ring.officeKey
    case .member(let number): bytes = keyring.entry(of: number)?.agreementKey
    case .everyone, .family: bytes = nil
    }
    return bytes.flatMap { try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: $0) }
  }

  func privateKey(of vault: Vault, epoch: UInt32) -> Curve25519.KeyAgreement.PrivateKey? {
    switch vault {
    case .office: keys.offices[epoch]
    case .member(let number): number == keys.member ? keys.secret.agreement : nil
    case .everyone, .family: nil
    }
  }

  private func unwrapped(_ place: Place) -> SymmetricKey? {
    switch place.vault {
    case .everyone:
      keys.journalKeys[place.epoch].map { MemberKeys.everyoneVault(of: $0, journal: keyring.journal) }
    case .office: keys.officeVault(epoch: place.epoch)
    case .member(let number): number == keys.member ? keys.secret.vault : nil
    case .family(let id): keyring.key(of: id, epoch: place.epoch, for: keys)
    }
  }
}
