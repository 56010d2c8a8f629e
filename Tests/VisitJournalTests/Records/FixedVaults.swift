import Crypto
import Support
import VisitModel

@testable import VisitJournal

/// Vaults with the same keys in every run; those in `shut` the reader cannot open.
final class FixedVaults: VaultKeys {
  private let shut: Set<Vault>

  init(shut: Set<Vault> = []) { self.shut = shut }

  func epoch(of vault: Vault) -> UInt32 { 0 }

  func key(of vault: Vault, epoch: UInt32) -> SymmetricKey? {
    guard !shut.contains(vault), epoch == 0 else { return nil }
    let fill: UInt8
    switch vault {
    case .everyone: fill = 1
    case .office: fill = 2
    case .member(let number): fill = UInt8(truncatingIfNeeded: 0x40 + number.count)
    case .family(let id): fill = UInt8(truncatingIfNeeded: id.rawValue) | 0x80
    }
    return SymmetricKey(data: [UInt8](repeating: fill, count: 32))
  }

  /// The private keys that boxes are sent to; the same in every run too.
  private static func sending(_ vault: Vault) -> Curve25519.KeyAgreement.PrivateKey? {
    let fill: UInt8
    switch vault {
    case .office: fill = 3
    case .member(let number): fill = UInt8(truncatingIfNeeded: 0x20 + number.count)
    case .everyone, .family: return nil
    }
    return try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: [UInt8](repeating: fill, count: 32))
  }

  func publicKey(of vault: Vault) -> Curve25519.KeyAgreement.PublicKey? {
    FixedVaults.sending(vault)?.publicKey
  }

  func privateKey(of vault: Vault, epoch: UInt32) -> Curve25519.KeyAgreement.PrivateKey? {
    shut.contains(vault) || epoch != 0 ? nil : FixedVaults.sending(vault)
  }

  /// A codec over these vaults.
  func codec(seed: UInt64 = 1) -> EntryCodec {
    EntryCodec(journal: LogID.random(.seeded(42)), vaults: self, randomness: .seeded(seed))
  }
}
