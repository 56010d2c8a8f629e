internal import Crypto
internal import FoundationEssentials

/// A box closed for a public key, by somebody who need not hold the vault's own key and cannot open it again.
///
/// HPKE (RFC 9180, base mode: X25519, HKDF-SHA-256, ChaCha20-Poly1305), one message a key; the associated data is the
/// outer part, so that the box fits no other entry. See `Entry.encapsulated_key` in `records.proto`.
struct SentBox: Sendable {
  private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  private let info: Data

  init(journal: LogID) {
    info = Data(Sealing.labelled("visitbook sent box 1", [journal.bytes]))
  }

  /// `box` closed for whoever holds the private part of `key`: the encapsulated key, and ciphertext with tag.
  func close(
    _ box: [UInt8], _ outer: [UInt8], for key: Curve25519.KeyAgreement.PublicKey
  ) -> (encapsulatedKey: Data, box: Data)? {
    guard var sender = try? HPKE.Sender(recipientKey: key, ciphersuite: SentBox.suite, info: info),
      let sealed = try? sender.seal(Data(box), authenticating: Data(outer))
    else { return nil }
    return (sender.encapsulatedKey, sealed)
  }

  /// What is in the entry's box; nil when any bit of the box, the outer part or the key is another.
  func open(_ wire: WireEntry, with key: Curve25519.KeyAgreement.PrivateKey) -> Data? {
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: key, ciphersuite: SentBox.suite, info: info, encapsulatedKey: wire.encapsulatedKey)
    else { return nil }
    return try? recipient.open(wire.box, authenticating: wire.outer)
  }
}
