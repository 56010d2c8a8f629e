internal import Crypto
public import VisitModel

/// A snapshot that is worth keeping, to be made when there is time.
struct PendingSnapshot {
  /// The mark of the keyring that told what the member holds keys to.
  let keyringMark: UInt64
  /// Its plain bytes; nil where they cannot be made.
  let plain: () -> [UInt8]?
}

/// Opening a journal with what its entries add up to, by way of the snapshot where there is one that fits.
extension Journal {
  /// Opens the journal as ``open(at:fileSystem:environment:member:secret:mode:each:)`` does, and gives the caseload that
  /// its entries add up to.
  ///
  /// Where this member left a snapshot, only the entries after it are read; the snapshot has to be of this very log, of
  /// this program and of the keys that the member holds now, else the whole log is read. ``close()`` leaves the next one.
  ///
  /// `progress` is told how much of a long reading is done.
  ///
  /// - Throws: as ``open(at:fileSystem:environment:member:secret:mode:each:)``.
  public static func openCaseload(
    at path: JournalPath, fileSystem: any FileSystem, environment: JournalEnvironment = .system,
    member: MemberChoice? = nil, secret: borrowing JournalSecret, mode: Mode = .writing,
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(JournalError) -> (journal: Journal, caseload: Caseload) {
    let journal = try unlock(
      at: path, fileSystem: fileSystem, environment: environment, member: member, secret: secret, mode: mode)
    if let archive = journal.snapshotArchive(), let position = archive.contents.head.covered.first?.position,
      var draft = SnapshotDraft(from: archive)
    {
      var end: LogPosition?
      do throws(LogError) {
        end = try journal.read(into: &draft, from: position)
      } catch {
        guard case .positionNotFound = error else { throw JournalError(error) }
      }
      if let end { return (journal, try journal.take(draft, upTo: end)) }
    }
    return (journal, try journal.gather(progress))
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
    guard let plain = pending.plain() else { return }
    SnapshotStore(layout, fileSystem).put(
      of: member, randomness: environment.randomness
    ) { file throws(DiskError) in
      try SnapshotSeal.write(
        plain, to: file, journal: keyring.journal, of: vaults.keys.secret,
        programMark: environment.programMark, keyringMark: pending.keyringMark,
        randomness: environment.randomness)
    }
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
      let contents = SnapshotContents(pages), fits(contents, keyringMark: pages.keyringMark),
      let covered = contents.head.covered.first
    else { return nil }
    let (source, reach) = (snapshotSource, contents.head.reach)
    return SnapshotArchive(contents) {
      source.plain(upTo: covered.position, reach: reach).flatMap {
        SnapshotContents(SnapshotPages(plain: $0))
      }
    }
  }

  private func fits(_ contents: SnapshotContents, keyringMark: UInt64?) -> Bool {
    let head = contents.head
    guard head.covered.count == 1, head.covered[0].device == logKeys.deviceID.bytes else { return false }
    // Under the very keyring it was made beside, what the member holds keys to is what it was.
    return keyringMark == keyring.mark
      || head.reach == keyring.reach(of: contents.familiesMet, for: vaults.keys)
  }

  /// Below this many entries to read a snapshot saves nothing that anybody would notice.
  private static let entriesMin = 128
  /// A new snapshot is made when there is one entry behind the old one for so many in it.
  private static let share = 1_024

  /// Takes over what came behind a snapshot, and keeps it for the next one if that is worth one.
  private func take(_ draft: SnapshotDraft, upTo end: LogPosition) throws(JournalError) -> Caseload {
    unreadable = draft.unreadable
    entriesReadOnOpening = draft.count
    lastStamp = max(lastStamp, draft.lastStamp)
    if try settle(draft.erasures),
      draft.count >= max(Journal.entriesMin, draft.caseload.entryCount / Journal.share)
    {
      let (device, reach) = (logKeys.deviceID, keyring.reach(of: draft.familiesMet, for: vaults.keys))
      pendingSnapshot = PendingSnapshot(keyringMark: keyring.mark) {
        draft.plain(upTo: end, of: device, reach: reach)
      }
    }
    return draft.caseload
  }

  /// Makes a snapshot of the whole log, and gives the caseload over it; it is kept if it is worth it.
  private func gather(_ progress: ((Int, Int) -> Void)?) throws(JournalError) -> Caseload {
    let progress = GatheringProgress(progress)
    var gathering: SnapshotGathering
    let end: LogPosition
    do throws(LogError) {
      (gathering, end) = try gatherLog(progress.read)
    } catch {
      throw JournalError(error)
    }
    let (mark, reach) = (keyring.mark, keyring.reach(of: gathering.familiesMet, for: vaults.keys))
    let plain = gathering.plain(upTo: end, of: logKeys.deviceID, reach: reach, progress: progress.made)
    progress.finish()
    guard let contents = SnapshotContents(SnapshotPages(plain: plain)),
      let entries = contents.bytes(of: .caseload).flatMap(KeptEntries.read)
    else { preconditionFailure("a snapshot that was just made cannot be read") }
    unreadable = gathering.unreadable
    entriesReadOnOpening = gathering.count
    lastStamp = max(lastStamp, gathering.lastStamp)
    if try settle(gathering.erasures), gathering.count >= Journal.entriesMin {
      pendingSnapshot = PendingSnapshot(keyringMark: mark) { plain }
    }
    return Caseload(
      resuming: SnapshotArchive(contents) { nil }, entries: entries, counts: contents.head.counts)
  }

  /// Reads the keys again where this journal is to be written, and finishes erasures; whether what was read may be kept.
  private func settle(
    _ erasures: [(family: FamilyID, author: MemberNumber)]
  ) throws(JournalError) -> Bool {
    let generation = keyring.ring.generation
    if mode == .writing {
      try refreshKeys()
      tryErasures(Set(erasures.filter { mayErase($0.author) }.map(\.family)))
    }
    return generation == keyring.ring.generation && (recovery?.verdict.allowsWriting ?? false)
  }

  /// Goes through what came behind a snapshot, taking the writer's lock where the log is to be written.
  private func read(into draft: inout SnapshotDraft, from start: LogPosition) throws(LogError) -> LogPosition
  {
    guard mode == .writing else {
      let result = try snapshotSource.read(into: &draft, from: start)
      note(result)
      return result.end
    }
    var taken = draft
    let delivery = EntryDelivery(codec) { number, bytes, reading in
      taken.take(number, reading) { self.codec.stamp(of: bytes) }
    }
    let end = try openWriter(from: start, delivery.take)
    delivery.finish()
    draft = taken
    return end
  }

  /// Goes through the whole log, taking the writer's lock where it is to be written and is not at hand yet.
  private func gatherLog(
    _ progress: @escaping (Int, Int) -> Void
  ) throws(LogError) -> (SnapshotGathering, LogPosition) {
    guard mode == .writing, writer == nil else {
      let (gathering, result) = try snapshotSource.gather(progress: progress)
      if mode == .reading { note(result) }
      return (gathering, result.end)
    }
    var gathering = SnapshotGathering()
    let codec = codec
    let delivery = EntryDelivery(gathering: codec) { number, bytes, found in
      gathering.take(number, found, bytes, codec)
    }
    let end = try openWriter(from: nil, progress: progress, delivery.take)
    delivery.finish()
    return (gathering, end)
  }

  private func openWriter(
    from start: LogPosition?, progress: ((Int, Int) -> Void)? = nil,
    _ entry: @escaping (EntryPlace, ArraySlice<UInt8>) -> Void
  ) throws(LogError) -> LogPosition {
    let writer = try LogWriter.open(
      path, fileSystem: fileSystem, keys: logKeys, randomness: environment.randomness,
      now: environment.nowMilliseconds, from: start, entry: entry, progress: progress)
    self.writer = writer
    recovery = writer.recovery
    return writer.end
  }

  private func note(_ result: LogReader.Result) {
    recovery = LogWriter.Recovery(
      verdict: result.verdict, wasUnclean: false, headWasMissing: false, facts: result.facts)
  }
}
