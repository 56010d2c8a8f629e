internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// Ending a membership: new keys without the leaver, wrapped for those who stay.
extension Keyring {
  /// Begins a new epoch without a member, in one replacement of the file, and returns the keys of whoever asked for it.
  ///
  /// There is a new journal key and a new key of each family the leaver could open; where they held the office's key,
  /// that is a new one too, and every family's keys are closed under it again. All earlier keys stay wrapped for those
  /// who stay. Of the leaver only the public keys and the digest of the name remain, so that a later opening can say why
  /// it is refused. This laptop's signing key stays the same, because earlier checkpoints are held against it; it is
  /// closed anew. A member who has left already is left as they are.
  func end(_ leaver: MemberNumber, as keys: MemberKeys) throws(KeyringError) -> MemberKeys {
    guard keys.office != nil, leaver != keys.member else { throw .notAllowed }
    guard let entry = entry(of: leaver) else { throw .unknownMember }
    guard entry.leftAtEpoch == 0 else { return keys }
    let heldOffice = entry.wraps.contains { $0.purpose == .office }
    let next = keysAfter(keys, renewingOffice: heldOffice)
    let epoch = ring.epoch + 1
    guard epoch <= UInt16.max, let journalKey = next.journalKeys[epoch], let office = next.office,
      let vault = next.officeVault
    else { throw .notAllowed }
    try change(as: next) { ring throws(KeyringError) in
      ring.epoch = epoch
      ring.officeEpoch = next.officeEpoch
      ring.officeKey = Data(office.publicKey.rawRepresentation)
      for place in ring.members.indices where ring.members[place].leftAtEpoch == 0 {
        if Int(ring.members[place].number) == leaver.count {
          self.strip(&ring.members[place], at: epoch)
        } else {
          try self.pass(journalKey, heldOffice ? office : nil, to: &ring.members[place], at: epoch)
        }
      }
      for place in ring.families.indices {
        if heldOffice { self.closeAgain(&ring.families[place], vault: vault, as: keys) }
        if heldOffice || ring.families[place].wraps.contains(where: { Int($0.recipient) == leaver.count }) {
          try self.beginEpoch(of: &ring.families[place], without: leaver, vault: vault)
        }
      }
      for place in ring.devices.indices {
        self.closeAgain(&ring.devices[place], journalKey: journalKey, as: keys)
      }
    }
    return next
  }

  /// A member's keys with the next epoch's journal key, and with a new key of the office where that is to change.
  private func keysAfter(_ keys: MemberKeys, renewingOffice: Bool) -> MemberKeys {
    var (journalKeys, offices, officeEpoch) = (keys.journalKeys, keys.offices, keys.officeEpoch)
    journalKeys[ring.epoch + 1] = SymmetricKey(data: randomness.fill(32))
    if renewingOffice {
      officeEpoch = ring.epoch + 1
      offices[officeEpoch] = newOfficeKey()
    }
    return MemberKeys(
      member: keys.member, role: keys.role, secret: keys.secret, journalKeys: journalKeys, offices: offices,
      officeEpoch: officeEpoch)
  }

  private func strip(_ member: inout WireRingMember, at epoch: UInt32) {
    member.leftAtEpoch = epoch
    member.wraps = []
    member.clearPassphrase()
    member.clearRecovery()
  }

  /// Wraps the keys of a new epoch for a member who stays; the office's only for who has held it so far.
  private func pass(
    _ journalKey: SymmetricKey, _ office: Curve25519.KeyAgreement.PrivateKey?,
    to member: inout WireRingMember,
    at epoch: UInt32
  ) throws(KeyringError) {
    var secrets: [(KeyWrap.Purpose, SymmetricKey)] = [(.journal, journalKey)]
    if let office, member.wraps.contains(where: { $0.purpose == .office }) {
      secrets.append((.office, SymmetricKey(data: office.rawRepresentation)))
    }
    for (purpose, key) in secrets {
      let slot = KeyWrap(
        journal: journal, purpose: purpose, epoch: epoch,
        recipient: .member(MemberNumber(Int(member.number))))
      guard let wrap = slot.close(key, for: member.agreementKey) else { throw .unknownMember }
      member.wraps.append(wrap)
    }
  }

  /// Closes the office's wraps of a family's keys under another vault; what these keys do not open stays as it is.
  private func closeAgain(_ family: inout WireRingFamily, vault: SymmetricKey, as keys: MemberKeys) {
    let id = FamilyID(rawValue: family.id)
    for place in family.wraps.indices where family.wraps[place].recipient == KeyWrap.Recipient.office.wire {
      let epoch = family.wraps[place].epoch
      guard let key = officeKey(in: family.wraps[place], of: id, for: keys) else { continue }
      let slot = KeyWrap(journal: journal, purpose: .family(id), epoch: epoch, recipient: .office)
      family.wraps[place] = slot.close(key, under: vault, randomness: randomness)
    }
  }
}
