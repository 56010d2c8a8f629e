/// Copies of a whole journal: made while it is in use, put back when it is lost, checked both times.
extension Journal {
  /// What was copied.
  public struct Copied: Hashable, Sendable {
    /// What the copied log holds.
    public let facts: LogFacts
    /// How many unfinished forms came along.
    public let drafts: Int
  }

  /// Copies a journal, in use or not, into a folder that is missing or empty.
  ///
  /// Takes no lock and needs no passphrase. The log is copied up to its last whole commit, the other devices' logs, the
  /// keyring and the note of how far the log was acknowledged as they are; snapshot and quarantine are left behind. The
  /// copy is a journal only once all of it is durable and was checked, every signature included. Whoever writes in it first
  /// makes it a device of its own, so that it and the journal it was made from never become two ends of one log.
  ///
  /// - Parameters:
  ///   - withDrafts: take the unfinished forms along.
  ///   - progress: is told the bytes done and the bytes in all, once while checking the journal and once for the copy.
  /// - Throws: `sourceNotGood`, `copyNotGood`, and `journal` with `noJournal`, `alreadyThere`, `folderNotEmpty`,
  ///   `fileDamaged`, `newerFormat`, `cannotCreate`, `disk`.
  @discardableResult
  public static func backUp(
    from path: JournalPath, to target: JournalPath, fileSystem: any FileSystem, withDrafts: Bool = false,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) throws(CareError) -> Copied {
    let copying = JournalCopying(JournalFiles(from: path, to: target, on: fileSystem), progress: progress)
    return try copying.run(withDrafts: withDrafts)
  }

  /// Puts a backup in the place of a journal that is gone: into a folder that is missing or empty.
  ///
  /// What was recorded after the backup is not in it. It goes on as a device of its own, as every copy does: where the lost
  /// journal turns up again, what stands in both of them is the same, and what either has recorded since is its own.
  ///
  /// - Parameter progress: as for ``backUp(from:to:fileSystem:withDrafts:progress:)``.
  /// - Throws: as ``backUp(from:to:fileSystem:withDrafts:progress:)``.
  @discardableResult
  public static func restore(
    from backup: JournalPath, to path: JournalPath, fileSystem: any FileSystem,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) throws(CareError) -> Copied {
    let copying = JournalCopying(JournalFiles(from: backup, to: path, on: fileSystem), progress: progress)
    return try copying.run(withDrafts: true)
  }
}

/// One copying of a journal, from the look at what is there to the look at what has become of it.
struct JournalCopying {
  let files: JournalFiles
  let progress: ((Int, Int) -> Void)?

  init(_ files: JournalFiles, progress: ((Int, Int) -> Void)?) {
    self.files = files
    self.progress = progress
  }

  func run(withDrafts: Bool) throws(CareError) -> Journal.Copied {
    let identity: JournalIdentity
    let publicPart: LogKeys.PublicPart
    do throws(JournalError) {
      identity = try JournalIdentity.read(files.source.root, files.fileSystem)
      publicPart = try JournalCopying.publicPart(of: files.source, identity, files.fileSystem)
    } catch {
      throw .journal(error)
    }
    // Read before the log: a head read after it could be newer than what was copied of the log.
    let head = try headBytes()
    let found = check(files.source, publicPart)
    guard found.verdict == .good || found.verdict == .tornTail else {
      throw .sourceNotGood(files.source.root, found)
    }
    try files.begin()
    var drafts = 0
    do throws(DiskError) {
      try files.copyLog(upTo: found.end)
      try files.copyPeers()
      try files.copyKeyring()
      if withDrafts { drafts = try files.copyDrafts() }
      if !head.isEmpty { try files.fileSystem.replaceAtomically(files.target.head, with: head) }
    } catch {
      throw CareError(error)
    }
    let copied: LogVerifier.Report
    do throws(JournalError) {
      copied = check(
        files.target, try JournalCopying.publicPart(of: files.target, identity, files.fileSystem))
    } catch {
      throw .journal(error)
    }
    guard copied.verdict == .good, copied.end == found.end else {
      throw .copyNotGood(files.target.root, copied)
    }
    do throws(DiskError) {
      try files.finish(identity, asCopy: true)
    } catch {
      throw CareError(error)
    }
    return Journal.Copied(facts: copied.facts, drafts: drafts)
  }

  private func check(_ layout: JournalLayout, _ publicPart: LogKeys.PublicPart) -> LogVerifier.Report {
    LogVerifier(
      fileSystem: files.fileSystem, folder: layout.own, head: layout.head, publicPart: publicPart
    ).verify(everySignature: true, progress: progress)
  }

  /// What a journal's log is held against, from its keyring.
  static func publicPart(
    of layout: JournalLayout, _ identity: JournalIdentity, _ fileSystem: any FileSystem
  ) throws(JournalError) -> LogKeys.PublicPart {
    do throws(KeyringError) {
      return try Keyring(
        reading: layout.root, journal: identity.journal, fileSystem: fileSystem, randomness: .system
      ).publicPart
    } catch {
      throw JournalError(error)
    }
  }

  /// The head's bytes. A writer may be replacing one of its two slots: a moment later that slot is whole.
  private func headBytes() throws(CareError) -> [UInt8] {
    do throws(DiskError) {
      guard try files.fileSystem.exists(files.source.head) else { return [] }
      var bytes = try files.fileSystem.readAll(files.source.head)
      for _ in 0..<3 where HeadReading(bytes).mark == nil {
        bytes = try files.fileSystem.readAll(files.source.head)
      }
      return bytes
    } catch {
      throw CareError(error)
    }
  }
}
