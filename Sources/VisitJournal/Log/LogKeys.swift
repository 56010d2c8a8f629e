public import Crypto
internal import FoundationEssentials

/// What a device needs to write its log.
public struct LogKeys: Sendable {
  /// The journal the log belongs to.
  public let journalID: LogID
  /// The device that writes it.
  public let deviceID: LogID
  /// The number of the journal key in use; a new one begins whenever somebody leaves.
  public let epoch: UInt16
  /// The journal key of `epoch` (32 bytes).
  public let journalKey: SymmetricKey
  /// The journal keys of earlier epochs, for reading what was written under them.
  public let earlierKeys: [UInt16: SymmetricKey]
  /// The device's signing key, for checkpoints.
  public let deviceSigning: Curve25519.Signing.PrivateKey
  /// The devices that wrote the log before this one, the first one first: it goes on from a copy of theirs.
  public let earlierDevices: [Device]

  /// Makes a set of keys from its parts.
  public init(
    journalID: LogID, deviceID: LogID, epoch: UInt16, journalKey: SymmetricKey,
    earlierKeys: [UInt16: SymmetricKey] = [:], deviceSigning: Curve25519.Signing.PrivateKey,
    earlierDevices: [Device] = []
  ) {
    self.journalID = journalID
    self.deviceID = deviceID
    self.epoch = epoch
    self.journalKey = journalKey
    self.earlierKeys = earlierKeys
    self.deviceSigning = deviceSigning
    self.earlierDevices = earlierDevices
  }

  /// A device as everybody knows it.
  public struct Device: Sendable {
    /// Its id.
    public let id: LogID
    /// What its checkpoints are checked with.
    public let key: Curve25519.Signing.PublicKey

    /// A device with its key.
    public init(id: LogID, key: Curve25519.Signing.PublicKey) {
      self.id = id
      self.key = key
    }
  }

  /// What is needed to read this log.
  public var reading: LogReadingKeys {
    LogReadingKeys(
      journalKeys: earlierKeys.merging([epoch: journalKey]) { _, new in new }, publicPart: publicPart)
  }

  /// What is needed to check this log without a key.
  public var publicPart: PublicPart {
    PublicPart(
      journalID: journalID, deviceID: deviceID, deviceKey: deviceSigning.publicKey,
      earlierDevices: earlierDevices)
  }

  /// What anybody may know of a log, and what a check without keys holds it against; each part may be unknown.
  public struct PublicPart: Sendable {
    /// The journal the log should belong to.
    public let journalID: LogID?
    /// The device that should have written it.
    public let deviceID: LogID?
    /// The device's public signing key.
    public let deviceKey: Curve25519.Signing.PublicKey?
    /// The devices that may have written its first segments, the first one first.
    public let earlierDevices: [Device]

    /// Makes a public part; leave out what is not known.
    public init(
      journalID: LogID? = nil, deviceID: LogID? = nil, deviceKey: Curve25519.Signing.PublicKey? = nil,
      earlierDevices: [Device] = []
    ) {
      self.journalID = journalID
      self.deviceID = deviceID
      self.deviceKey = deviceKey
      self.earlierDevices = earlierDevices
    }

    /// All devices that are known to have written the log, the first one first.
    var devices: [Device] {
      guard let deviceID, let deviceKey else { return earlierDevices }
      return earlierDevices + [Device(id: deviceID, key: deviceKey)]
    }

    /// Which of the log's devices, in their order, wrote the segment with this header; nil where none of them did.
    func writer(of header: SegmentHeader) -> Int? {
      if let journalID, journalID != header.journalID { return nil }
      let earlier = earlierDevices.firstIndex {
        $0.id == header.deviceID && Array($0.key.rawRepresentation) == header.deviceKey
      }
      if let earlier { return earlier }
      if let deviceID, deviceID != header.deviceID { return nil }
      if let deviceKey, Array(deviceKey.rawRepresentation) != header.deviceKey { return nil }
      return earlierDevices.count
    }
  }
}

/// What is needed to read a log, one's own or a peer's.
public struct LogReadingKeys: Sendable {
  /// The journal keys by epoch.
  public let journalKeys: [UInt16: SymmetricKey]
  /// What the log's headers and checkpoints are held against.
  public let publicPart: LogKeys.PublicPart

  /// Makes reading keys from their parts.
  public init(journalKeys: [UInt16: SymmetricKey], publicPart: LogKeys.PublicPart) {
    self.journalKeys = journalKeys
    self.publicPart = publicPart
  }
}
