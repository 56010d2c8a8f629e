internal import Crypto
public import VisitModel

/// Opening a journal with what its entries add up to, by way of the snapshot where there is one that fits.
extension Journal {
  /// Opens the journal as ``open(at:fileSystem:environment:member:secret:mode:each:)`` does, and gives the caseload that
  /// its entries add up to.
  ///
  /// Where this member left a snapshot, only the entries after it are read; the snapshot has to be of this very log, of
  /// this program and of the keys that the member holds now, else the whole log is read. ``close()`` leaves the next one.
  ///
  /// - Throws: as ``open(at:fileSystem:environment:member:secret:mode:each:)``.
  public static func openCaseload(
    at path: JournalPath, fileSystem: any FileSystem, environment: JournalEnvironment = .system,
    member: MemberChoice? = nil, secret: borrowing JournalSecret, mode: Mode = .writing
  ) throws(JournalError) -> (journal: Journal, caseload: Caseload) {
    let journal = try unlock(
      at: path, fileSystem: fileSystem, environment: environment, member: member, secret: secret, mode: mode)
    var draft: SnapshotDraft?
    var end: LogPosition?
    if let archive = journal.snapshotArchive(), let position = archive.contents.head.covered.first?.position,
      var late = SnapshotDraft(from: archive)
    {
      do throws(LogError) {
        end = try journal.read(into: &late, from: position)
        if journal.fits(archive.contents) { draft = late }
      } catch {
        guard case .positionNotFound = error else { throw JournalError(error) }
      }
    }
    if let draft { return (journal, try journal.take(draft, upTo: end)) }
    var whole = SnapshotDraft()
    do throws(LogError) {
      end = try journal.read(into: &whole, from: nil)
    } catch {
      throw JournalError(error)
    }
    return (journal, try journal.take(whole, upTo: end))
  }

  /// Removes every member's snapshot, durably: what they hold of a family must not outlive it. The next opening reads the
  /// whole log.
  ///
  /// - Throws: `disk`.
  public func removeSnapshots() throws(JournalError) {
    pendingSnapshot = nil
    do throws(DiskError) {
      try SnapshotStore(layout, fileSystem).removeAll()
    } catch {
      throw .disk(error)
    }
  }

  /// Removes one member's snapshot, durably.
  func removeSnapshot(of member: MemberNumber) throws(JournalError) {
    do throws(DiskError) {
      try SnapshotStore(layout, fileSystem).remove(of: member)
    } catch {
      throw .disk(error)
    }
  }

  /// How many snapshots the journal in a folder has, and their bytes together.
  ///
  /// - Throws: `disk`.
  public static func snapshotSizes(
    at path: JournalPath, fileSystem: any FileSystem
  ) throws(JournalError) -> (files: Int, bytes: Int) {
    do throws(DiskError) {
      return try SnapshotStore(JournalLayout(path), fileSystem).sizes()
    } catch {
      throw .disk(error)
    }
  }

  /// Leaves a snapshot where it saves the next opening enough; a folder that cannot be written to gets none.
  public func keepSnapshot() {
    guard let pending = pendingSnapshot else { return }
    pendingSnapshot = nil
    guard let plain = pending.draft.plain(upTo: pending.end, of: logKeys.deviceID, reach: pending.reach)
    else {
      return
    }
    let file = SnapshotSeal.file(
      plain, journal: keyring.journal, of: vaults.keys.secret, programMark: environment.programMark,
      randomness: environment.randomness)
    SnapshotStore(layout, fileSystem).put(file, of: member, randomness: environment.randomness)
  }

  /// A draft that is worth a snapshot, and where it ends.
  struct PendingSnapshot {
    let draft: SnapshotDraft
    let end: LogPosition
    let reach: [UInt8]
  }

  /// What a snapshot of this journal is made from.
  var snapshotSource: SnapshotSource {
    SnapshotSource(
      reader: LogReader(fileSystem: fileSystem, folder: layout.own, keys: logKeys.reading, head: layout.head),
      codec: codec, device: logKeys.deviceID)
  }

  /// The member's snapshot, if it holds together and is of this journal, this device and the keys of now.
  func snapshotArchive() -> SnapshotArchive? {
    guard let file = SnapshotStore(layout, fileSystem).open(of: member),
      let pages = SnapshotPages(
        file, journal: keyring.journal, secret: vaults.keys.secret, programMark: environment.programMark),
      let contents = SnapshotContents(pages), fits(contents),
      let covered = contents.head.covered.first
    else { return nil }
    let (source, reach) = (snapshotSource, contents.head.reach)
    return SnapshotArchive(contents) {
      source.plain(upTo: covered.position, reach: reach).flatMap {
        SnapshotContents(SnapshotPages(plain: $0))
      }
    }
  }

  private func fits(_ contents: SnapshotContents) -> Bool {
    let head = contents.head
    guard head.covered.count == 1, head.covered[0].device == logKeys.deviceID.bytes else { return false }
    return head.reach == keyring.reach(of: contents.familiesMet, for: vaults.keys)
  }

  /// Below this many entries to read a snapshot saves nothing that anybody would notice.
  private static let entriesMin = 128
  /// A new snapshot is made when there is one entry behind the old one for so many in it.
  private static let share = 1_024

  /// Takes over what a pass found, and keeps it for a snapshot if that is worth one.
  private func take(_ draft: SnapshotDraft, upTo end: LogPosition?) throws(JournalError) -> Caseload {
    unreadable = draft.unreadable
    entriesReadOnOpening = draft.count
    lastStamp = max(lastStamp, draft.lastStamp)
    let generation = keyring.ring.generation
    if mode == .writing {
      try refreshKeys()
      tryErasures(Set(draft.erasures.filter { mayErase($0.author) }.map(\.family)))
    }
    if let end, generation == keyring.ring.generation,
      draft.count >= max(Journal.entriesMin, draft.caseload.entryCount / Journal.share),
      recovery?.verdict.allowsWriting ?? false
    {
      pendingSnapshot = PendingSnapshot(
        draft: draft, end: end, reach: keyring.reach(of: draft.familiesMet, for: vaults.keys))
    }
    return draft.caseload
  }

  /// Goes through the log once, taking the writer's lock where it is to be written.
  private func read(into draft: inout SnapshotDraft, from start: LogPosition?) throws(LogError) -> LogPosition
  {
    guard mode == .writing else {
      let result = try snapshotSource.read(into: &draft, from: start)
      recovery = LogWriter.Recovery(
        verdict: result.verdict, wasUnclean: false, headWasMissing: false, facts: result.facts)
      return result.end
    }
    var taken = draft
    let delivery = EntryDelivery(codec) { number, bytes, reading in
      taken.take(number, reading) { self.codec.stamp(of: bytes) }
    }
    let writer = try LogWriter.open(
      path, fileSystem: fileSystem, keys: logKeys, randomness: environment.randomness,
      now: environment.nowMilliseconds, from: start, entry: delivery.take)
    delivery.finish()
    self.writer = writer
    recovery = writer.recovery
    draft = taken
    return writer.end
  }
}
