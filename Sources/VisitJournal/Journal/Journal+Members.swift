public import VisitModel

/// Who may open the journal.
extension Journal {
  /// Lets somebody in: their keys, and the entry that says so. Only the office may.
  ///
  /// - Returns: the member, and the recovery code to hand over; it is shown once.
  /// - Throws: `notAllowed` for a volunteer, and as ``record(_:)-swift.method``.
  public func addMember(
    name: String, role: Role, volunteer: VolunteerNumber? = nil, passphrase: borrowing SecretBytes,
    cost: KeyCost = .standard
  ) throws(JournalError) -> (member: Member, recoveryCode: RecoveryCode) {
    try requireWriting(cost)
    let member = Member(number: keyring.nextMember, name: name, role: role, volunteer: volunteer)
    let code: RecoveryCode
    do throws(KeyringError) {
      code = try keyring.add(
        Keyring.NewMember(number: member.number, name: name, role: role, volunteer: volunteer),
        passphrase: passphrase, cost: cost, as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
    try record([.memberJoined(member)])
    return (member, code)
  }

  /// Opens a family's records to a member, from its first entry on. Durable when it returns.
  ///
  /// - Throws: `readingOnly`, `notAllowed` where this member cannot open the family, `unknownMember`, `disk`.
  public func grant(_ family: FamilyID, to member: MemberNumber) throws(JournalError) {
    guard writer != nil else { throw .readingOnly }
    do throws(KeyringError) {
      _ = try keyring.provide(families: [], grants: [(family, member)], as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
  }

  /// Closes a family's records to a member who was given them: from the next opening on they see its numbers alone, and
  /// what is written from now on is closed under a key they never had. What they have read they know. Only the office
  /// may, and nobody of the office can be shut out.
  ///
  /// - Throws: `readingOnly`, `notAllowed`, `disk`.
  public func withdraw(_ family: FamilyID, from member: MemberNumber) throws(JournalError) {
    guard writer != nil else { throw .readingOnly }
    do throws(KeyringError) {
      try keyring.withdraw(family, from: member, as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
    try removeSnapshot(of: member)
  }

  /// Ends somebody's membership: their entry in the keyring opens nothing any more, and what is written from now on is
  /// closed under keys they never had, in a new segment of the log. Everything from before stays readable to those who
  /// stay. Only the office may, and nobody can end their own membership.
  ///
  /// The keyring is replaced first and the entry that says so follows; where a power cut came between, doing it again
  /// writes the entry.
  ///
  /// - Throws: `notAllowed`, `unknownMember`, and as ``record(_:)-swift.method``.
  @discardableResult
  public func endMembership(of leaver: MemberNumber, reason: Reason) throws(JournalError) -> KeptEntry {
    guard let writer else { throw .readingOnly }
    if writer.isReadOnly { throw .logRefusesWriting(writer.recovery.verdict) }
    if let poison = writer.poison { throw .poisoned(poison) }
    let next: LogKeys
    do throws(KeyringError) {
      let keys = try keyring.end(leaver, as: vaults.keys)
      next = try keyring.logKeys(for: keys)
      vaults.renew(keys)
    } catch {
      throw JournalError(error)
    }
    if next.epoch != logKeys.epoch {
      logKeys = next
      do throws(LogError) {
        try writer.change(to: next)
      } catch {
        throw JournalError(error)
      }
    }
    try removeSnapshot(of: leaver)
    return try record(.memberLeft(leaver, reason))
  }

  /// Whether a member was given a family's key by name; the office opens every family without that.
  public func isGranted(_ family: FamilyID, to member: MemberNumber) -> Bool {
    keyring.isGranted(family, to: member)
  }

  /// The members who were given a family's key by name.
  public func holders(of family: FamilyID) -> Set<MemberNumber> {
    Set(members.map(\.number).filter { isGranted(family, to: $0) })
  }

  /// The families whose keys were given to this member by name: by a match, or by a grant.
  public var grantedFamilies: Set<FamilyID> { keyring.grantedFamilies(to: member) }

  /// Replaces this member's passphrase. Only the keyring is written again; the recovery code stays as it is.
  ///
  /// - Throws: `readingOnly`, `costTooLow`, `disk`; then the old passphrase still holds.
  public func changePassphrase(
    to passphrase: borrowing SecretBytes, cost: KeyCost = .standard
  ) throws(JournalError) {
    try requireWriting(cost)
    do throws(KeyringError) {
      try keyring.setPassphrase(passphrase, cost: cost, as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
  }

  /// Replaces this member's passphrase and recovery code, after the journal was opened by the old code.
  ///
  /// - Returns: the new recovery code; the old one opens nothing any more.
  /// - Throws: `readingOnly`, `costTooLow`, `disk`; then passphrase and code are as before.
  public func resetPassphrase(
    to passphrase: borrowing SecretBytes, cost: KeyCost = .standard
  ) throws(JournalError) -> RecoveryCode {
    try requireWriting(cost)
    do throws(KeyringError) {
      return try keyring.setPassphraseAndCode(passphrase, cost: cost, as: vaults.keys)
    } catch {
      throw JournalError(error)
    }
  }

  private func requireWriting(_ cost: KeyCost) throws(JournalError) {
    guard writer != nil else { throw .readingOnly }
    try Journal.require(cost, on: fileSystem)
  }

  /// Refuses the cost of a rehearsal on a real disk.
  static func require(_ cost: KeyCost, on fileSystem: any FileSystem) throws(JournalError) {
    if fileSystem is PosixFileSystem, !cost.isForDisk { throw .costTooLow }
  }
}
