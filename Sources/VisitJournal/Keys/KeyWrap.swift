internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// A key closed for a member or for the office, as it lies in the keyring.
///
/// By HPKE (RFC 9180, X25519, HKDF-SHA-256, ChaCha20-Poly1305) anyone can close a key for a public key; what is closed
/// states the journal, the purpose, the epoch and for whom, so that no wrap can be put in another's place.
///
/// ```
/// HPKE's info, or the associated data where it is sealed under the office's vault key:
///   "visitbook wrap 1", 0, journal id, purpose (4 bytes), family id (8; else zero), epoch (4), recipient (4)
/// ```
struct KeyWrap {
  /// What a wrapped key is for.
  enum Purpose: Hashable {
    case journal, office
    case family(FamilyID)

    var wire: WireWrapPurpose {
      switch self {
      case .journal: .journal
      case .office: .office
      case .family: .family
      }
    }
    fileprivate var subject: UInt64 {
      switch self {
      case .journal, .office: 0
      case .family(let family): family.rawValue
      }
    }
  }

  /// Who may open a wrap.
  enum Recipient: Hashable {
    case office
    case member(MemberNumber)

    var wire: UInt32 {
      switch self {
      case .office: 0
      case .member(let number): UInt32(clamping: number.count)
      }
    }
  }

  static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly

  let journal: LogID
  let purpose: Purpose
  let epoch: UInt32
  let recipient: Recipient

  /// `key` closed for whoever holds the private part of `publicKey`; nil when that is no X25519 key.
  func close(_ key: SymmetricKey, for publicKey: Data) -> WireWrap? {
    guard let recipientKey = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: publicKey),
      var sender = try? HPKE.Sender(recipientKey: recipientKey, ciphersuite: KeyWrap.suite, info: Data(info)),
      let ciphertext = key.withUnsafeBytes({ try? sender.seal(Data($0)) })
    else { return nil }
    return wire(.hpke, sender.encapsulatedKey + ciphertext)
  }

  /// `key` closed under the office's own vault key.
  func close(_ key: SymmetricKey, under office: SymmetricKey, randomness: Randomness) -> WireWrap {
    let bytes = key.withUnsafeBytes { Array($0) }
    return wire(.sealed, Data(Sealing.seal(bytes, under: office, context: info, randomness: randomness)))
  }

  /// The key in `wrap`, for the holder of the private key; nil when it is for someone or something else.
  func open(_ wrap: WireWrap, with privateKey: Curve25519.KeyAgreement.PrivateKey) -> SymmetricKey? {
    guard wrap.form == .hpke, wrap.sealed.count > 32 else { return nil }
    let sealed = [UInt8](wrap.sealed)
    guard
      var recipient = try? HPKE.Recipient(
        privateKey: privateKey, ciphersuite: KeyWrap.suite, info: Data(info),
        encapsulatedKey: Data(sealed[..<32])),
      let key = try? recipient.open(Data(sealed[32...])), key.count == 32
    else { return nil }
    return SymmetricKey(data: key)
  }

  /// The key in `wrap`, for the holder of the office's vault key; nil when it is for someone or something else.
  func open(_ wrap: WireWrap, under office: SymmetricKey) -> SymmetricKey? {
    guard wrap.form == .sealed,
      let key = Sealing.open(wrap.sealed, under: office, context: info), key.count == 32
    else { return nil }
    return SymmetricKey(data: key)
  }

  private var info: [UInt8] {
    Sealing.labelled(
      "visitbook wrap 1",
      [
        journal.bytes, Sealing.bytes(UInt32(purpose.wire.rawValue)), Sealing.bytes(purpose.subject),
        Sealing.bytes(epoch), Sealing.bytes(recipient.wire),
      ])
  }

  private func wire(_ form: WireWrapForm, _ sealed: Data) -> WireWrap {
    var wrap = WireWrap()
    wrap.purpose = purpose.wire
    wrap.epoch = epoch
    wrap.recipient = recipient.wire
    wrap.form = form
    wrap.sealed = sealed
    return wrap
  }
}
