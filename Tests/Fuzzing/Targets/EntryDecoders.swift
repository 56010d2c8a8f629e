import Crypto
import FoundationEssentials
import Support
import SwiftProtobuf
import VisitModel

@testable import VisitJournal

/// Entries, drafts, and whole files of drafts.
enum EntryDecoders {
  static let all = [
    Decoder(name: "entry", attempt: entry), Decoder(name: "draft", attempt: draft),
  ]

  /// One key for every vault.
  private final class OneKey: VaultKeys {
    static let key = SymmetricKey(data: [UInt8](repeating: 9, count: 32))

    func key(of vault: Vault, epoch: UInt32) -> SymmetricKey? { OneKey.key }
    func epoch(of vault: Vault) -> UInt32 { 0 }
    func publicKey(of vault: Vault) -> Curve25519.KeyAgreement.PublicKey? { nil }
    func privateKey(of vault: Vault, epoch: UInt32) -> Curve25519.KeyAgreement.PrivateKey? { nil }
  }

  private static let journal = LogID.random(.seeded(42))
  private static let codec = EntryCodec(journal: journal, vaults: OneKey(), randomness: .seeded(1))

  /// The bytes as an entry; and as an outer part and a box that somebody with the keys wrote.
  private static func entry(_ bytes: [UInt8]) {
    _ = try? codec.decode(bytes[...])
    guard let first = bytes.first, bytes.count > Int(first) else { return }
    let outer = Array(bytes.dropFirst().prefix(Int(first)))
    let box = Array(bytes.dropFirst(1 + Int(first)))
    var wire = WireEntry()
    wire.outer = Data(outer)
    wire.box = Data(
      Sealing.seal(
        box, under: OneKey.key, context: Sealing.labelled("visitbook box 1", [journal.bytes]) + outer,
        randomness: .seeded(3)))
    guard let whole = try? wire.serializedBytes() as [UInt8], let entry = try? codec.decode(whole[...]) else {
      return
    }
    if case .sealed = entry.fact { return }
    guard let again = try? codec.encode(entry) else { return }
    demand((try? codec.decode(again[...])) == entry, "an entry is not read as it was written: \(entry)")
  }

  private static func draft(_ bytes: [UInt8]) {
    guard let wire = try? WireDraft(serializedBytes: bytes) else { return }
    let contents = wire.contents
    let again = WireDraft(contents)
    demand(again.contents == contents, "a draft is not read as it was written")
    _ = contents.key.bytes
  }
}
