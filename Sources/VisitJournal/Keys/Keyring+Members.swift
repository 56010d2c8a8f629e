internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// Who may open the journal, and with what.
extension Keyring {
  /// A new member as they are to be entered.
  struct NewMember {
    let number: MemberNumber
    let name: String
    let role: Role
    let volunteer: VolunteerNumber?
  }

  /// Makes a journal's keys with its first member, who holds the office's key whatever their role: somebody must be
  /// able to let others in. Writes the file.
  func start(
    _ founder: NewMember, passphrase: borrowing SecretBytes, cost: KeyCost
  ) throws(KeyringError) -> (MemberKeys, RecoveryCode) {
    let journalKey = SymmetricKey(data: randomness.fill(32))
    let office = newOfficeKey()
    let secret = MemberSecret.new(journal: journal, number: founder.number, randomness: randomness)
    let keys = MemberKeys(
      member: founder.number, role: founder.role, secret: secret, journalKeys: [0: journalKey],
      offices: [0: office], officeEpoch: 0)
    let (entry, code) = try enter(founder, secret, passphrase, cost, keys: keys, withOffice: true)
    let device = newDevice(journalKey: journalKey)
    try change(as: keys) { ring throws(KeyringError) in
      ring.devices = [device]
      ring.ownDevice = device.id
      ring.officeKey = Data(office.publicKey.rawRepresentation)
      ring.members = [entry]
    }
    return (keys, code)
  }

  /// Lets somebody in; returns the recovery code to hand over. Only the office may.
  func add(
    _ member: NewMember, passphrase: borrowing SecretBytes, cost: KeyCost, as keys: MemberKeys
  ) throws(KeyringError) -> RecoveryCode {
    guard keys.office != nil else { throw .notAllowed }
    precondition(entry(of: member.number) == nil, "a member's number is never given twice")
    let secret = MemberSecret.new(journal: journal, number: member.number, randomness: randomness)
    let (entry, code) = try enter(
      member, secret, passphrase, cost, keys: keys, withOffice: member.role.isOffice)
    try change(as: keys) { ring throws(KeyringError) in ring.members.append(entry) }
    return code
  }

  /// A key pair for the office.
  func newOfficeKey() -> Curve25519.KeyAgreement.PrivateKey {
    do {
      return try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: randomness.fill(32))
    } catch { preconditionFailure("X25519 refused a key of 32 bytes: \(error)") }
  }

  /// The number the next member gets.
  var nextMember: MemberNumber { MemberNumber(Int(ring.members.map(\.number).max() ?? 0) + 1) }

  /// Closes a member's keys under another passphrase, at no less than what a try costs now; nothing else is written.
  func setPassphrase(
    _ passphrase: borrowing SecretBytes, cost: KeyCost, as keys: MemberKeys
  ) throws(KeyringError) {
    let lock = try newLock(passphrase, cost, keys)
    try changeEntry(of: keys.member, as: keys) { $0.passphrase = lock }
  }

  /// Closes a member's keys under another passphrase and a new recovery code; the old code opens nothing any more.
  func setPassphraseAndCode(
    _ passphrase: borrowing SecretBytes, cost: KeyCost, as keys: MemberKeys
  ) throws(KeyringError) -> RecoveryCode {
    let code = RecoveryCode(randomness: randomness)
    let lock = try newLock(passphrase, cost, keys)
    let recovery = SeedLock.close(keys.secret, code: code, randomness: randomness)
    try changeEntry(of: keys.member, as: keys) {
      $0.passphrase = lock
      $0.recovery = recovery
    }
    return code
  }

  private func newLock(
    _ passphrase: borrowing SecretBytes, _ cost: KeyCost, _ keys: MemberKeys
  ) throws(KeyringError) -> WireLock {
    let cost = entry(of: keys.member).map { cost.orMore(than: $0.passphrase) } ?? cost
    return try SeedLock.close(keys.secret, passphrase: passphrase, cost: cost, randomness: randomness)
  }

  /// The member who visits as this volunteer, where there is one.
  func member(visitingAs volunteer: VolunteerNumber) -> MemberNumber? {
    ring.members.first { $0.hasVolunteer && Int($0.volunteer) == volunteer.count && $0.leftAtEpoch == 0 }
      .map { MemberNumber(Int($0.number)) }
  }

  private func changeEntry(
    of member: MemberNumber, as keys: MemberKeys, _ edit: (inout WireRingMember) -> Void
  ) throws(KeyringError) {
    try change(as: keys) { ring throws(KeyringError) in
      guard let place = ring.members.firstIndex(where: { Int($0.number) == member.count }) else {
        throw .unknownMember
      }
      edit(&ring.members[place])
    }
  }

  private func enter(
    _ member: NewMember, _ secret: MemberSecret, _ passphrase: borrowing SecretBytes, _ cost: KeyCost,
    keys: MemberKeys, withOffice: Bool
  ) throws(KeyringError) -> (WireRingMember, RecoveryCode) {
    let code = RecoveryCode(randomness: randomness)
    var entry = WireRingMember()
    entry.number = UInt32(clamping: member.number.count)
    entry.role = WireMemberRole(member.role)
    entry.nameDigest = nameDigest(member.name)
    entry.agreementKey = Data(secret.agreement.publicKey.rawRepresentation)
    entry.signingKey = Data(secret.signing.publicKey.rawRepresentation)
    entry.passphrase = try SeedLock.close(secret, passphrase: passphrase, cost: cost, randomness: randomness)
    entry.recovery = SeedLock.close(secret, code: code, randomness: randomness)
    if let volunteer = member.volunteer { entry.volunteer = UInt32(clamping: volunteer.count) }
    var secrets: [(KeyWrap.Purpose, UInt32, SymmetricKey)] = keys.journalKeys.sorted { $0.key < $1.key }.map {
      (.journal, $0.key, $0.value)
    }
    if withOffice {
      secrets += keys.offices.sorted { $0.key < $1.key }.map {
        (.office, $0.key, SymmetricKey(data: $0.value.rawRepresentation))
      }
    }
    for (purpose, epoch, key) in secrets {
      let slot = KeyWrap(journal: journal, purpose: purpose, epoch: epoch, recipient: .member(member.number))
      guard let wrap = slot.close(key, for: entry.agreementKey) else { throw .notAllowed }
      entry.wraps.append(wrap)
    }
    return (entry, code)
  }
}
