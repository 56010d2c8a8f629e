/// Opening a log for writing: the lock, the look at every frame, and the cutting of a torn tail.
///
/// 1. The lock is taken. 2. If the last segment does not end where the head says, the writer before may have failed to
/// sync: its cached tail is dropped, so that what is checked is what the medium holds. 3. Every frame behind the start is
/// checked. 4. On damage or rollback nothing is written. 5. A torn tail is copied to quarantine, synced, and cut. 6. Good
/// frames behind the head, whose durability nobody knows, are written once more, as they are, and synced. 7. After an
/// unclean end the next append begins a new segment.
struct LogOpening {
  let fileSystem: any FileSystem
  let layout: JournalLayout
  let keys: LogKeys
  let policy: WriterPolicy
  let now: @Sendable () -> Int64

  /// What opening found, ready for a writer.
  struct Found {
    var recovery: LogWriter.Recovery
    var end: LogPosition
    var segment: OpenSegment?
    var framesSinceCheckpoint: Int
    var head: HeadFile?
  }

  /// Takes the single-writer lock and leaves the process id in it for the message of whoever comes second.
  func takeLock(processID: Int32) throws(LogError) -> any OpenFile {
    do throws(DiskError) {
      try fileSystem.requireLocal(layout.root)
      let file = try fileSystem.open(layout.lock, .updateOrCreate)
      try file.lock()
      leave(processID, in: file)
      // A folder that was unpacked or copied may let others in; one that belongs to somebody else stays as it is.
      try? fileSystem.keepToOwner(layout.root)
      return file
    } catch {
      guard error.cause == .locked else { throw .disk(error) }
      throw .inUse(lock: layout.lock, processID: lockHolder())
    }
  }

  // Only the message of whoever comes second needs it: a full disk must not keep the journal shut.
  private func leave(_ processID: Int32, in file: any OpenFile) {
    do throws(DiskError) {
      try file.truncate(to: 0)
      try file.writeAll(Array("\(processID)\n".utf8)[...], at: 0)
    } catch {
      return
    }
  }

  private func lockHolder() -> Int? {
    guard let bytes = try? fileSystem.readAll(layout.lock) else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
  }

  /// Checks the log and makes it ready for writing, or leaves it alone.
  func recover(
    from start: LogPosition?, _ visit: LogScan.Visit
  ) throws(LogError) -> Found {
    do {
      let reading = try HeadReading(fileSystem, layout.head)
      if let mark = reading.mark, !isOurs(mark) { throw LogError.foreign(layout.head) }
      let scan = LogScan(
        fileSystem: fileSystem, folder: layout.own, journalKeys: keys.reading.journalKeys,
        publicPart: keys.publicPart, head: reading.mark, cutsAtFirstBadFrame: policy.cutsAtFirstBadFrame,
        asksWhichWrite: policy.asksWhichWrite)
      let tail = try dropDoubtfulCache(scan, reading.mark)
      let outcome = try scan.run(from: start, visit)
      let isMissingHead = reading.mark == nil && outcome.end.sequence > 0
      var found = Found(
        recovery: LogWriter.Recovery(
          verdict: outcome.verdict, wasUnclean: tail.isDoubtful, headWasMissing: isMissingHead,
          facts: outcome.facts),
        end: outcome.end, segment: nil, framesSinceCheckpoint: outcome.framesSinceCheckpoint, head: nil)
      guard outcome.verdict.allowsWriting else { return found }
      try makeFolders()
      try putAsideTornTail(&found)
      try settle(&found, outcome, reading, tail)
      return found
    } catch let error as DiskError {
      throw .disk(error)
    } catch let error as LogError {
      throw error
    } catch {
      preconditionFailure("opening threw neither a disk nor a log error: \(error)")
    }
  }

  /// Whether the head is of this log: also one that the device before left, where this one has only just come in its place.
  private func isOurs(_ mark: HeadMark) -> Bool {
    mark.deviceID == keys.deviceID || keys.earlierDevices.contains { $0.id == mark.deviceID }
  }

  private struct Tail {
    /// Whether the last segment ends elsewhere than the head says.
    var isDoubtful: Bool
    /// From where on in the last segment nobody knows what is durable.
    var certainEnd: Int
  }

  private func dropDoubtfulCache(_ scan: LogScan, _ head: HeadMark?) throws(DiskError) -> Tail {
    guard let last = try scan.segmentNumbers().last else { return Tail(isDoubtful: false, certainEnd: 0) }
    let file = try fileSystem.open(layout.own.appending(JournalLayout.segmentName(last)), .read)
    if let head, head.segment == last, head.end == (try file.size()) {
      return Tail(isDoubtful: false, certainEnd: head.end)
    }
    try file.dropCache(from: 0)
    let certainEnd = head.map { $0.segment == last ? $0.end : 0 } ?? 0
    return Tail(isDoubtful: true, certainEnd: certainEnd)
  }

  private func makeFolders() throws(DiskError) {
    for folder in [layout.own, layout.quarantine] where try !fileSystem.exists(folder) {
      try fileSystem.makeFolder(folder)
      if policy.syncsFolders { try fileSystem.syncFolder(layout.root) }
    }
  }

  /// Keeps the bytes of a torn tail as found, then cuts the log to its last good frame.
  private func putAsideTornTail(_ found: inout Found) throws(DiskError) {
    guard case .tornTail(let place, _, _) = found.recovery.verdict else { return }
    let path = layout.own.appending(JournalLayout.segmentName(place.segment))
    let file = try fileSystem.open(path, .update)
    let bytes = try file.read(at: place.offset, count: file.size() - place.offset)
    let name = "\(place.segment)-\(place.offset)-\(now())"
    var kept = layout.quarantine.appending(name + ".torn")
    var copies = 1
    while try fileSystem.exists(kept) {
      copies += 1
      kept = layout.quarantine.appending("\(name)-\(copies).torn")
    }
    try fileSystem.replaceAtomically(kept, with: bytes)
    try file.truncate(to: place.offset)
    try file.sync()
    found.recovery.verdict = .tornTail(place: place, bytes: bytes.count, quarantined: kept)
  }

  /// Makes certain what is doubtful, brings the head up to date, and opens the last segment if it can go on.
  private func settle(
    _ found: inout Found, _ outcome: LogScan.Outcome, _ reading: HeadReading, _ tail: Tail
  ) throws(DiskError) {
    if tail.isDoubtful, found.end.segment > 0 {
      let file = try fileSystem.open(
        layout.own.appending(JournalLayout.segmentName(found.end.segment)), .update)
      let doubtful = try file.read(at: tail.certainEnd, count: found.end.end - tail.certainEnd)
      if policy.writesDoubtfulTailAgain { try file.writeAll(doubtful[...], at: tail.certainEnd) }
      try file.sync()
      if policy.syncsFolders { try fileSystem.syncFolder(layout.own) }
    }
    if let mark = reading.mark, reading.slotsReadable > 0, mark.deviceID == keys.deviceID {
      var head = HeadFile(file: try fileSystem.open(layout.head, .update), mark: mark)
      if tail.isDoubtful {
        try head.move(to: found.end)
        try head.sync()
      }
      found.head = head
    } else {
      let mark = HeadMark(deviceID: keys.deviceID, generation: 0, position: found.end)
      found.head = try HeadFile.make(fileSystem, layout.head, mark)
    }
    guard !tail.isDoubtful, !outcome.isClosed, let header = outcome.header, header.epoch == keys.epoch,
      header.deviceID == keys.deviceID,
      let key = SegmentKey(journalKey: keys.journalKey, header: header)
    else { return }
    found.segment = OpenSegment(
      file: try fileSystem.open(layout.own.appending(JournalLayout.segmentName(header.number)), .update),
      header: header, seal: FrameSeal(key: key, header: header), frameCount: outcome.framesInSegment)
  }
}
