public import Crypto
internal import FoundationEssentials

/// A signed statement of how far a log reaches, readable by anybody: a C2SP signed note in the tlog-checkpoint form.
///
/// ```
/// visitbook/<device id, hexadecimal>          origin
/// <sequence number of the last frame>         size
/// <chain hash with that frame, base64>        root hash
/// journal <journal id, hexadecimal>           extension lines
/// entries <count of entries up to there>
/// segment <number> <salt of its key, base64>
///
/// — visitbook/<device id> <base64 of 4 bytes key id and 64 bytes Ed25519 signature>
/// ```
/// The salt is repeated here so that one bad sector in a segment's header does not cost the whole segment.
public struct Checkpoint: Hashable, Sendable {
  /// The journal the log belongs to.
  public let journalID: LogID
  /// The device that wrote and signed it.
  public let deviceID: LogID
  /// The sequence number of the last frame before it.
  public let sequence: Int
  /// The count of entries up to there.
  public let entryCount: Int
  /// The chain hash with that frame.
  public let chain: ChainHash
  /// The segment it was written in.
  public let segment: Int
  /// The salt of that segment's key, 32 bytes.
  public let salt: [UInt8]

  /// The name the signature is made under.
  public var origin: String { "visitbook/" + deviceID.hex }

  /// The text that is signed, with the line feed at its end.
  public var text: String {
    """
    \(origin)
    \(sequence)
    \(Data(chain.bytes).base64EncodedString())
    journal \(journalID.hex)
    entries \(entryCount)
    segment \(segment) \(Data(salt).base64EncodedString())

    """
  }

  /// The whole note, signed by `device`.
  func signed(by device: Curve25519.Signing.PrivateKey) -> [UInt8] {
    let keyID = Checkpoint.keyID(origin: origin, device.publicKey)
    do {
      let signature = try device.signature(for: Array(text.utf8))
      let line = "\n— \(origin) \(Data(keyID + signature).base64EncodedString())\n"
      return Array((text + line).utf8)
    } catch {
      preconditionFailure("Ed25519 refused to sign: \(error)")
    }
  }

  /// The first four bytes of SHA-256(name, line feed, 1 for Ed25519, public key), as signed notes number their keys.
  static func keyID(origin: String, _ key: Curve25519.Signing.PublicKey) -> [UInt8] {
    Array(SHA256.hash(data: Array(origin.utf8) + [0x0A, 0x01] + key.rawRepresentation).prefix(4))
  }
}

/// What every checkpoint of one segment has in common, so that comparing one with the log costs no reading of its text.
struct CheckpointForm: Sendable {
  private let opening: [UInt8]
  private let middle: [UInt8]
  private let ending: [UInt8]

  init(_ header: SegmentHeader) {
    opening = Array("visitbook/\(header.deviceID.hex)\n".utf8)
    middle = Array("\njournal \(header.journalID.hex)\nentries ".utf8)
    ending = Array("\nsegment \(header.number) \(Data(header.salt).base64EncodedString())\n\n".utf8)
  }

  /// The text a checkpoint at `position` has, with the empty line before its signature.
  func text(at position: LogPosition) -> [UInt8] {
    var text = opening
    text.reserveCapacity(320)
    text += String(position.sequence).utf8
    text.append(UInt8(ascii: "\n"))
    text += Data(position.chain.bytes).base64EncodedString().utf8
    text += middle
    text += String(position.entryCount).utf8
    text += ending
    return text
  }
}

/// A checkpoint as it was found: the statement and its first signature.
public struct SignedCheckpoint: Hashable, Sendable {
  /// What is stated.
  public let checkpoint: Checkpoint
  /// The key id of the signature, 4 bytes.
  let keyID: [UInt8]
  /// The Ed25519 signature, 64 bytes.
  let signature: [UInt8]

  /// Reads a note; `nil` unless it is, byte for byte, what this program writes.
  public init?(note: [UInt8]) {
    guard note.count < 4096, let whole = String(validating: note, as: UTF8.self) else { return nil }
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 9, let deviceID = LogID(hex: String(lines[0].dropFirst("visitbook/".count))),
      let sequence = Int(lines[1]), let chain = SignedCheckpoint.base64(lines[2]).flatMap({ ChainHash($0) }),
      let journalID = LogID(hex: String(lines[3].dropFirst("journal ".count))),
      let entryCount = Int(lines[4].dropFirst("entries ".count))
    else { return nil }
    let place = lines[5].split(separator: " ")
    guard place.count == 3, let segment = Int(place[1]), let salt = SignedCheckpoint.base64(place[2]) else {
      return nil
    }
    let checkpoint = Checkpoint(
      journalID: journalID, deviceID: deviceID, sequence: sequence, entryCount: entryCount, chain: chain,
      segment: segment, salt: salt)
    let signatureLine = lines[7].split(separator: " ")
    guard signatureLine.count == 3, let blob = SignedCheckpoint.base64(signatureLine[2]), blob.count == 68
    else {
      return nil
    }
    let line = "\n— \(checkpoint.origin) \(Data(blob).base64EncodedString())\n"
    guard Array((checkpoint.text + line).utf8) == note else { return nil }
    self.checkpoint = checkpoint
    keyID = Array(blob.prefix(4))
    signature = Array(blob.dropFirst(4))
  }

  /// Whether `key` made the signature.
  public func isSigned(by key: Curve25519.Signing.PublicKey) -> Bool {
    keyID == Checkpoint.keyID(origin: checkpoint.origin, key)
      && key.isValidSignature(signature, for: Array(checkpoint.text.utf8))
  }

  private static func base64(_ text: Substring) -> [UInt8]? {
    Data(base64Encoded: String(text)).map { Array($0) }
  }
}
