public import VisitModel

/// Opening a journal that is there.
extension Journal {
  /// Opens the journal in a folder as one of its members.
  ///
  /// Unlocking by a passphrase takes about half a second and 128 MiB, on purpose.
  ///
  /// - Parameters:
  ///   - path: the journal's folder.
  ///   - member: who is opening it; may be left out where there is only one member.
  ///   - secret: what opens the member's keys.
  ///   - mode: whether it is opened to be written.
  ///   - each: is told each entry in order, as ``forEachEntry(_:)`` does, in the one pass that opening needs anyway.
  /// - Throws: `noJournal`, `inUse`, `wrongPassphrase` and its like, `severalMembers`, `fileDamaged`, `tampered`,
  ///   `newerFormat`, `disk`. Damage in the log is no error: see ``recovery``.
  public static func open(
    at path: JournalPath, fileSystem: any FileSystem, environment: JournalEnvironment = .system,
    member: MemberChoice? = nil, secret: borrowing JournalSecret, mode: Mode = .writing,
    each: ((KeptEntry) -> Void)? = nil
  ) throws(JournalError) -> Journal {
    let journal = try unlock(
      at: path, fileSystem: fileSystem, environment: environment, member: member, secret: secret, mode: mode)
    if mode == .writing { try journal.takeLog(each) } else if let each { try journal.forEachEntry(each) }
    return journal
  }

  /// A journal with its keys at hand and its log not yet looked at.
  static func unlock(
    at path: JournalPath, fileSystem: any FileSystem, environment: JournalEnvironment, member: MemberChoice?,
    secret: borrowing JournalSecret, mode: Mode
  ) throws(JournalError) -> Journal {
    let identity = try JournalIdentity.read(path, fileSystem)
    do throws(KeyringError) {
      let keyring = try Keyring(
        reading: path, journal: identity.journal, fileSystem: fileSystem, randomness: environment.randomness,
        toUnlock: true)
      let keys: MemberKeys
      do throws(KeyringError) {
        keys = try keyring.unlock(try keyring.find(member), with: secret)
      } catch {
        try keyring.requireWhole()
        throw error
      }
      return Journal(
        at: path, identity: identity, fileSystem: fileSystem, environment: environment, keyring: keyring,
        keys: keys, logKeys: try keyring.logKeys(for: keys), mode: mode)
    } catch {
      throw JournalError(error)
    }
  }

  /// The numbers and roles of the members that a journal would let try, without any secret.
  ///
  /// - Throws: `noJournal`, `fileDamaged`, `newerFormat`, `disk`.
  public static func members(
    at path: JournalPath, fileSystem: any FileSystem
  ) throws(JournalError) -> [(number: MemberNumber, role: Role)] {
    let identity = try JournalIdentity.read(path, fileSystem)
    do throws(KeyringError) {
      let keyring = try Keyring(
        reading: path, journal: identity.journal, fileSystem: fileSystem, randomness: .system)
      return keyring.members
    } catch {
      throw JournalError(error)
    }
  }

  /// The twelve letters and digits that tell a journal from others, without any secret; see ``code-swift.property``.
  ///
  /// - Throws: `noJournal`, `fileDamaged`, `newerFormat`, `disk`.
  public static func code(
    at path: JournalPath, fileSystem: any FileSystem
  ) throws(JournalError) -> String {
    try JournalIdentity.read(path, fileSystem).code
  }

  /// Takes the writer's lock and goes through the log once.
  func takeLog(_ each: ((KeptEntry) -> Void)?) throws(JournalError) {
    var last: ArraySlice<UInt8>?
    var delivery: EntryDelivery<EntryCodec.Reading>?
    var erased: Set<FamilyID> = []
    if let each {
      delivery = self.delivery { kept in
        if case .oversight(.familyErased(let erasure)) = kept.entry.fact, self.mayErase(kept.entry.author) {
          erased.insert(erasure.family)
        }
        each(kept)
      }
    }
    do throws(LogError) {
      let writer = try LogWriter.open(
        path, fileSystem: fileSystem, keys: logKeys, randomness: environment.randomness,
        now: environment.nowMilliseconds
      ) { place, bytes in
        if let delivery { delivery.take(place, bytes) } else { last = bytes }
      }
      self.writer = writer
      recovery = writer.recovery
    } catch {
      throw JournalError(error)
    }
    delivery?.finish()
    if let last, let stamp = codec.stamp(of: last) { lastStamp = max(lastStamp, stamp) }
    try refreshKeys()
    tryErasures(erased)
  }

  /// Finishes what was begun of erasing these families, where anything may be written.
  func tryErasures(_ erased: Set<FamilyID>) {
    guard canRecord else { return }
    do throws(JournalError) {
      try finishErasures(erased)
    } catch {
      // Nobody is kept from their work by this: the next opening tries again.
      erasureTrouble = error
    }
  }

  /// Whether an erasure by this member counts: somebody's who is or was a supervisor.
  func mayErase(_ member: MemberNumber) -> Bool {
    keyring.entry(of: member)?.role.meaning == .supervisor
  }

  /// Reads the keyring again now that nobody else can replace it, and gives a copy of a journal a device of its own.
  func refreshKeys() throws(JournalError) {
    try reloadKeys()
    do throws(DiskError) {
      guard canRecord, try fileSystem.exists(layout.copied) else { return }
    } catch {
      throw .disk(error)
    }
    try becomeNewDevice()
  }

  /// A copy goes on as a device of its own, from the end of what was copied: where the journal it was made from turns up
  /// again and goes on as well, the two are two logs that have a beginning in common, and not one that was forked.
  private func becomeNewDevice() throws(JournalError) {
    guard let writer else { return }
    do throws(KeyringError) {
      try keyring.becomeNewDevice(as: vaults.keys)
      logKeys = try keyring.logKeys(for: vaults.keys)
    } catch {
      if case .disk(let error) = error { throw .notSaved(error) }
      throw JournalError(error)
    }
    do throws(LogError) {
      try writer.become(logKeys)
    } catch {
      throw JournalError(error)
    }
    do throws(DiskError) {
      // Where this is lost in a power cut, the next opening gives the journal one device more, which costs nothing.
      try fileSystem.remove(layout.copied)
      try fileSystem.syncFolder(path)
    } catch {
      throw .disk(error)
    }
  }

  private func reloadKeys() throws(JournalError) {
    let epoch = keyring.ring.epoch
    do throws(KeyringError) {
      guard try keyring.reload() else { return }
      guard let entry = keyring.entry(of: member), entry.leftAtEpoch == 0 else {
        throw KeyringError.memberLeft(member)
      }
      vaults.renew(try keyring.keys(of: entry, vaults.keys.secret))
    } catch {
      throw JournalError(error)
    }
    // The log was opened with the key before this one: whoever began a new epoch has only just gone.
    guard keyring.ring.epoch == epoch, keyring.ring.ownDevice.elementsEqual(logKeys.deviceID.bytes) else {
      throw .inUse(lock: layout.lock, processID: nil)
    }
  }
}
