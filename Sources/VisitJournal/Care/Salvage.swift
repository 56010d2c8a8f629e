internal import VisitModel

/// Saving what is good of a damaged journal.
extension Journal {
  /// What was saved, and what was not.
  public struct Salvaged: Hashable, Sendable {
    /// How many entries the new journal holds.
    public let entries: Int
    /// What could not be read, by place, in the order of the log.
    public let losses: [SalvageLoss]
    /// Entries that had been redacted before, and stay so.
    public let redacted: Int
    /// Bytes of an unfinished write at the end, which nobody was told is safe.
    public let unfinishedBytes: Int
    /// Unfinished forms that came along.
    public let drafts: Int
    /// The check of the new journal with this member's keys.
    public let check: DeepCheck
  }

  /// Copies all that is readable of a journal, damaged or not, into a new one in a folder that is missing or empty.
  ///
  /// Entries go over as they are, boxes unopened: identities, stamps and authors stay, and so does what this member holds
  /// no key to. The new journal has the members, the passphrases and the identity of the old one, but a device of its
  /// own signs its log from the first frame on, so that it can never be taken for a fork of the old log. It is a journal
  /// only once all of it is durable and every entry in it was checked. The old one is not touched.
  ///
  /// - Parameters:
  ///   - member: who is doing it; may be left out where there is only one member.
  ///   - secret: what opens the member's keys.
  /// - Throws: `copyNotGood`, and `journal` as opening a journal and making one do; a damaged keyring needs a backup.
  public static func salvage(
    from path: JournalPath, to target: JournalPath, fileSystem: any FileSystem,
    environment: JournalEnvironment = .system, member: MemberChoice? = nil, secret: borrowing JournalSecret
  ) throws(CareError) -> Salvaged {
    let files = JournalFiles(from: path, to: target, on: fileSystem)
    let (identity, old): (JournalIdentity, Journal)
    do throws(JournalError) {
      identity = try JournalIdentity.read(path, fileSystem)
      old = try open(
        at: path, fileSystem: fileSystem, environment: environment, member: member, secret: secret,
        mode: .reading)
    } catch {
      throw .journal(error)
    }
    try files.begin()
    let drafts: Int
    let new: Journal
    do throws(DiskError) {
      try files.copyKeyring()
      try files.copyPeers()
      drafts = try files.copyDrafts()
    } catch {
      throw CareError(error)
    }
    do throws(KeyringError) {
      new = try withNewDevice(at: target, identity, like: old)
    } catch {
      throw CareError(error)
    }
    let findings = try old.moveEntries(to: new)
    let check = new.deepCheck(everySignature: true)
    guard check.report.verdict == .good, check.report.facts.entries == findings.entries else {
      throw .copyNotGood(target, check.report)
    }
    do throws(DiskError) {
      try files.finish(identity, asCopy: false)
    } catch {
      throw CareError(error)
    }
    return Salvaged(
      entries: findings.entries, losses: findings.losses, redacted: findings.redacted,
      unfinishedBytes: findings.unfinishedBytes, drafts: drafts, check: check)
  }

  /// The journal at `path`, whose keyring was copied, with a device of its own.
  private static func withNewDevice(
    at path: JournalPath, _ identity: JournalIdentity, like old: Journal
  ) throws(KeyringError) -> Journal {
    let keyring = try Keyring(
      reading: path, journal: identity.journal, fileSystem: old.fileSystem,
      randomness: old.environment.randomness)
    let keys = old.vaults.keys
    try keyring.becomeNewDevice(as: keys)
    return Journal(
      at: path, identity: identity, fileSystem: old.fileSystem, environment: old.environment,
      keyring: keyring, keys: keys, logKeys: try keyring.logKeys(for: keys), mode: .writing)
  }

  /// Writes every entry of this journal that can be read into another one's log, and closes that.
  private func moveEntries(to new: Journal) throws(CareError) -> SalvageFindings {
    do throws(LogError) {
      new.writer = try LogWriter.open(
        new.path, fileSystem: fileSystem, keys: new.logKeys, randomness: environment.randomness,
        now: environment.nowMilliseconds)
    } catch {
      throw CareError(error)
    }
    // A head that cannot be read says nothing of how far the log reached.
    let head = try? HeadReading(fileSystem, layout.head).mark
    var scan = SalvageScan(
      disk: SalvageDisk(fileSystem: fileSystem, folder: layout.own), keys: logKeys.reading, head: head)
    var frames: [[[UInt8]]] = []
    try scan.run { entries throws(CareError) in
      if entries.isEmpty { return }
      frames.append(entries)
      guard frames.count == Journal.salvageBatch else { return }
      try new.append(frames)
      frames.removeAll(keepingCapacity: true)
    }
    try new.append(frames)
    do throws(JournalError) {
      try new.close()
    } catch {
      throw .journal(error)
    }
    return scan.findings
  }

  private static let salvageBatch = 64

  private func append(_ frames: [[[UInt8]]]) throws(CareError) {
    guard !frames.isEmpty else { return }
    do throws(LogError) {
      _ = try writer?.append(together: frames)
    } catch {
      throw CareError(error)
    }
  }
}
