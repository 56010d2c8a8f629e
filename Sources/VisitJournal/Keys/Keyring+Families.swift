internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// The families' keys: one random key a family, never in the log, wrapped for the office and for those who visit.
extension Keyring {
  /// Makes a key for each family that has none, wrapped for the office and for the member who enters it, and grants what
  /// is asked in the same replacement of the file. What is there already stays as it is.
  ///
  /// Returns the new keys. Writes only where something changes.
  func provide(
    families: [FamilyID], grants: [(family: FamilyID, member: MemberNumber)], as keys: MemberKeys
  ) throws(KeyringError) -> [FamilyID: SymmetricKey] {
    var made: [FamilyID: SymmetricKey] = [:]
    var entries: [WireRingFamily] = []
    let erased = erasedFamilies
    for id in families where place(of: id) == nil && made[id] == nil {
      if erased.contains(id) { throw .unknownFamily(id) }
      let key = SymmetricKey(data: randomness.fill(32))
      made[id] = key
      entries.append(try newEntry(id, key, as: keys))
    }
    let wanted = grants.filter { made[$0.family] != nil || !isGranted($0.family, to: $0.member) }
    guard !entries.isEmpty || !wanted.isEmpty else { return [:] }
    try change(as: keys) { ring throws(KeyringError) in
      var places = Dictionary(
        uniqueKeysWithValues: entries.enumerated().map { ($1.id, ring.families.count + $0) })
      ring.families += entries
      for (id, member) in wanted {
        guard let place = places[id.rawValue] ?? self.place(of: id) else { throw .unknownFamily(id) }
        places[id.rawValue] = place
        let family = ring.families[place]
        guard !Keyring.isGranted(family, to: member) else { continue }
        for epoch in 0...family.epoch {
          if let key = made[id] ?? self.key(of: id, epoch: epoch, for: keys) {
            ring.families[place].wraps.append(try self.wrap(key, of: id, epoch: epoch, for: member))
          } else if epoch == family.epoch {
            throw .notAllowed
          }
        }
      }
    }
    return made
  }

  /// Whether a family's key is wrapped for a member.
  func isGranted(_ id: FamilyID, to member: MemberNumber) -> Bool {
    family(id).map { Keyring.isGranted($0, to: member) } ?? false
  }

  /// Families whose key in use is wrapped for a member.
  func grantedFamilies(to member: MemberNumber) -> Set<FamilyID> {
    families.granted(to: member)
  }

  private static func isGranted(_ family: WireRingFamily, to member: MemberNumber) -> Bool {
    family.wraps.contains { Int($0.recipient) == member.count && $0.epoch == family.epoch }
  }

  /// Takes a member's wraps of a family's keys away and begins a new key without them; the office's stay.
  func withdraw(_ id: FamilyID, from member: MemberNumber, as keys: MemberKeys) throws(KeyringError) {
    guard let vault = keys.officeVault else { throw .notAllowed }
    guard let place = place(of: id) else { throw .unknownFamily(id) }
    guard isGranted(id, to: member) else { return }
    try change(as: keys) { ring throws(KeyringError) in
      try self.beginEpoch(of: &ring.families[place], without: member, vault: vault)
    }
  }

  /// Begins a new key of a family for the office and for those it is granted to, save one, whose wraps of the earlier
  /// keys go too. What was closed under the earlier keys stays readable to all others.
  func beginEpoch(
    of family: inout WireRingFamily, without leaver: MemberNumber, vault: SymmetricKey
  ) throws(KeyringError) {
    family.wraps.removeAll { Int($0.recipient) == leaver.count }
    // A family without any key was erased; it gets none again.
    guard !family.wraps.isEmpty else { return }
    let id = FamilyID(rawValue: family.id)
    let visiting = family.wraps.filter {
      $0.epoch == family.epoch && $0.recipient != KeyWrap.Recipient.office.wire
    }
    family.epoch += 1
    let key = SymmetricKey(data: randomness.fill(32))
    let slot = KeyWrap(journal: journal, purpose: .family(id), epoch: family.epoch, recipient: .office)
    family.wraps.append(slot.close(key, under: vault, randomness: randomness))
    for wrap in visiting {
      let member = MemberNumber(Int(wrap.recipient))
      family.wraps.append(try self.wrap(key, of: id, epoch: family.epoch, for: member))
    }
  }

  /// A family's key, where it is wrapped for somebody these keys belong to.
  func key(of id: FamilyID, epoch: UInt32, for keys: MemberKeys) -> SymmetricKey? {
    guard let family = family(id) else { return nil }
    for wrap in family.wraps where wrap.purpose == .family && wrap.epoch == epoch {
      if wrap.recipient == KeyWrap.Recipient.office.wire {
        if let key = officeKey(in: wrap, of: id, for: keys) { return key }
      } else if Int(wrap.recipient) == keys.member.count {
        let slot = KeyWrap(
          journal: journal, purpose: .family(id), epoch: epoch, recipient: .member(keys.member))
        if let key = slot.open(wrap, with: keys.secret.agreement) { return key }
      }
    }
    return nil
  }

  /// The key in the office's wrap of a family, for who holds the office's key.
  func officeKey(in wrap: WireWrap, of id: FamilyID, for keys: MemberKeys) -> SymmetricKey? {
    let slot = KeyWrap(journal: journal, purpose: .family(id), epoch: wrap.epoch, recipient: .office)
    if wrap.form == .sealed { return keys.officeVault.flatMap { slot.open(wrap, under: $0) } }
    return keys.office.flatMap { slot.open(wrap, with: $0) }
  }

  private func newEntry(_ id: FamilyID, _ key: SymmetricKey, as keys: MemberKeys) throws(KeyringError)
    -> WireRingFamily
  {
    var entry = WireRingFamily()
    entry.id = id.rawValue
    let slot = KeyWrap(journal: journal, purpose: .family(id), epoch: 0, recipient: .office)
    if let vault = keys.officeVault {
      entry.wraps = [slot.close(key, under: vault, randomness: randomness)]
    } else {
      guard let wrap = slot.close(key, for: ring.officeKey) else { throw .notAllowed }
      entry.wraps = [wrap, try self.wrap(key, of: id, epoch: 0, for: keys.member)]
    }
    return entry
  }

  private func wrap(
    _ key: SymmetricKey, of id: FamilyID, epoch: UInt32, for member: MemberNumber
  ) throws(KeyringError) -> WireWrap {
    let slot = KeyWrap(journal: journal, purpose: .family(id), epoch: epoch, recipient: .member(member))
    guard let entry = entry(of: member), entry.leftAtEpoch == 0,
      let wrap = slot.close(key, for: entry.agreementKey)
    else { throw .unknownMember }
    return wrap
  }
}
