internal import Crypto
internal import FoundationEssentials

/// This laptop as a writer: its identity, and the key it signs checkpoints with.
extension Keyring {
  /// Makes this device's identity; it is written with the next change.
  func newDevice(journalKey: SymmetricKey) -> WireRingDevice {
    let id = LogID.random(randomness)
    let signing: Curve25519.Signing.PrivateKey
    do {
      signing = try Curve25519.Signing.PrivateKey(rawRepresentation: randomness.fill(32))
    } catch { preconditionFailure("Ed25519 refused a key of 32 bytes: \(error)") }
    var entry = WireRingDevice()
    entry.id = Data(id.bytes)
    entry.signingKey = Data(signing.publicKey.rawRepresentation)
    entry.sealedSigningKey = Data(
      Sealing.seal(
        [UInt8](signing.rawRepresentation), under: MemberKeys.deviceKey(of: journalKey, journal: journal),
        context: deviceContext(id), randomness: randomness))
    return entry
  }

  /// What this device needs to write its log.
  func logKeys(for keys: MemberKeys) throws(KeyringError) -> LogKeys {
    guard let id = LogID(ring.ownDevice), let entry = ring.devices.first(where: { $0.id == ring.ownDevice }),
      let current = keys.journalKeys[ring.epoch], let epoch = UInt16(exactly: ring.epoch)
    else { throw .notAllowed }
    guard let bytes = signingKey(in: entry, id, for: keys),
      let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else {
      throw .notAllowed
    }
    var earlier: [UInt16: SymmetricKey] = [:]
    for (number, key) in keys.journalKeys where number != ring.epoch {
      if let number = UInt16(exactly: number) { earlier[number] = key }
    }
    return LogKeys(
      journalID: journal, deviceID: id, epoch: epoch, journalKey: current, earlierKeys: earlier,
      deviceSigning: signing, earlierDevices: earlierDevices)
  }

  /// Gives this laptop an identity of its own, because its log is a copy of what another one wrote.
  func becomeNewDevice(as keys: MemberKeys) throws(KeyringError) {
    guard let journalKey = keys.journalKeys[ring.epoch] else { throw .notAllowed }
    let device = newDevice(journalKey: journalKey)
    try change(as: keys) { ring throws(KeyringError) in
      ring.devices.append(device)
      ring.ownDevice = device.id
    }
  }

  /// The devices whose log this one goes on from: those before it whose private part lies here as well.
  private var earlierDevices: [LogKeys.Device] {
    ring.devices.prefix { $0.id != ring.ownDevice }.compactMap { device in
      guard !device.sealedSigningKey.isEmpty, let id = LogID(device.id),
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: device.signingKey)
      else { return nil }
      return LogKeys.Device(id: id, key: key)
    }
  }

  /// What this device's log is held against by someone without keys.
  var publicPart: LogKeys.PublicPart {
    let device = ring.devices.first { $0.id == ring.ownDevice }
    return LogKeys.PublicPart(
      journalID: journal, deviceID: LogID(ring.ownDevice),
      deviceKey: device.flatMap { try? Curve25519.Signing.PublicKey(rawRepresentation: $0.signingKey) },
      earlierDevices: earlierDevices)
  }

  /// Closes a device's signing key under a new journal key; another device's is not here to be closed.
  func closeAgain(_ device: inout WireRingDevice, journalKey: SymmetricKey, as keys: MemberKeys) {
    guard let id = LogID(device.id), let bytes = signingKey(in: device, id, for: keys) else { return }
    device.sealedSigningKey = Data(
      Sealing.seal(
        bytes, under: MemberKeys.deviceKey(of: journalKey, journal: journal), context: deviceContext(id),
        randomness: randomness))
  }

  private func signingKey(in device: WireRingDevice, _ id: LogID, for keys: MemberKeys) -> [UInt8]? {
    keys.journalKeys.sorted { $0.key > $1.key }.lazy.compactMap { _, key in
      Sealing.open(
        [UInt8](device.sealedSigningKey), under: MemberKeys.deviceKey(of: key, journal: self.journal),
        context: self.deviceContext(id))
    }.first
  }

  private func deviceContext(_ id: LogID) -> [UInt8] {
    Sealing.labelled("visitbook device 1", [journal.bytes, id.bytes])
  }
}
