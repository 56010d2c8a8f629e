internal import Glibc

/// The one writer of this device's log.
///
/// An append is acknowledged when it returns: its frames are in one buffer, written whole, and synced. After any failed
/// sync the writer is poisoned and writes nothing more; whoever opens the journal next looks at what the medium really
/// holds and goes on in a new segment.
public final class LogWriter {
  /// What an acknowledged append was given.
  public struct AppendReceipt: Hashable, Sendable {
    /// The number of its first entry in the log, from 1.
    public let firstEntryNumber: Int
    /// The sequence number of its last frame.
    public let lastSequence: Int
  }

  /// What opening found. Damage and rollback make the writer read-only.
  public private(set) var recovery: Recovery
  /// The end of what is acknowledged.
  public internal(set) var end: LogPosition
  /// The disk error that poisoned this writer, if one did.
  public internal(set) var poison: DiskError?
  /// The last failure to note how far the log reaches; harmless, but it weakens the next opening's check.
  public internal(set) var headTrouble: DiskError?

  let fileSystem: any FileSystem
  let layout: JournalLayout
  private(set) var keys: LogKeys
  let randomness: Randomness
  let now: @Sendable () -> Int64
  let policy: WriterPolicy
  /// Holds the lock until the writer goes.
  private var lock: (any OpenFile)?

  /// The segment being written; `nil` before the first append of a new one.
  var segment: OpenSegment?
  var framesSinceCheckpoint: Int
  /// Whether this writer has committed anything.
  var hasWritten = false
  var head: HeadFile?

  /// What opening a log for writing found and did.
  public struct Recovery: Hashable, Sendable {
    /// What was found; a torn tail has been put aside and cut.
    public var verdict: LogVerdict
    /// Whether the last writer did not close the log.
    public var wasUnclean: Bool
    /// Whether neither slot of the head could be read although the log has frames.
    public var headWasMissing: Bool
    /// What the log holds.
    public var facts: LogFacts
  }

  /// Opens this device's log in the journal at `root`, making what is missing, and hands out the entries behind `start`.
  ///
  /// A torn tail is put aside in `quarantine` and cut; damage and rollback leave everything as it is.
  ///
  /// - Throws: `inUse`, `disk` (also for a network file system), `wrongKeys`, `keyMissing`, `foreign`,
  ///   `unsupportedVersion`, `positionNotFound`.
  public static func open(
    _ root: JournalPath, fileSystem: any FileSystem, keys: LogKeys, randomness: Randomness,
    now: @escaping @Sendable () -> Int64, from start: LogPosition? = nil,
    entry: ((EntryPlace, ArraySlice<UInt8>) -> Void)? = nil,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) throws(LogError) -> LogWriter {
    try open(
      root, fileSystem: fileSystem, keys: keys, randomness: randomness, now: now, policy: WriterPolicy(),
      from: start, entry: entry, progress: progress)
  }

  /// The same with another policy and a fixed process id, for tests.
  package static func open(
    _ root: JournalPath, fileSystem: any FileSystem, keys: LogKeys, randomness: Randomness,
    now: @escaping @Sendable () -> Int64, policy: WriterPolicy, processID: Int32? = nil,
    from start: LogPosition? = nil, entry: ((EntryPlace, ArraySlice<UInt8>) -> Void)? = nil,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) throws(LogError) -> LogWriter {
    let layout = JournalLayout(root)
    let opening = LogOpening(fileSystem: fileSystem, layout: layout, keys: keys, policy: policy, now: now)
    let lock = try opening.takeLock(processID: processID ?? getpid())
    let found = try opening.recover(from: start, LogScan.Visit(entry: entry, progress: progress))
    return LogWriter(
      found, lock: lock, fileSystem: fileSystem, layout: layout, keys: keys, randomness: randomness, now: now,
      policy: policy)
  }

  private init(
    _ found: LogOpening.Found, lock: any OpenFile, fileSystem: any FileSystem, layout: JournalLayout,
    keys: LogKeys, randomness: Randomness, now: @escaping @Sendable () -> Int64, policy: WriterPolicy
  ) {
    self.fileSystem = fileSystem
    self.layout = layout
    self.keys = keys
    self.randomness = randomness
    self.now = now
    self.policy = policy
    self.lock = lock
    recovery = found.recovery
    end = found.end
    segment = found.segment
    framesSinceCheckpoint = found.framesSinceCheckpoint
    head = found.head
  }

  /// Whether anything may be appended.
  public var isReadOnly: Bool { !recovery.verdict.allowsWriting }

  /// Appends `entries`, all or none, and returns when they are durable.
  ///
  /// - Throws: `notSaved` (nothing was kept; may be tried again), `poisoned`, `readOnly`, `changedUnderneath`,
  ///   `entryTooLarge`.
  @discardableResult
  public func append(_ entries: [[UInt8]]) throws(LogError) -> AppendReceipt {
    let receipts = try append(together: [entries])
    return receipts[0]
  }

  /// Appends several groups of entries with one sync: each group is kept whole or not at all.
  ///
  /// Each group has frames of its own, so that it can later be redacted without its neighbours. With `isLast` the closing
  /// checkpoint goes into the same write, which saves a session of one append a sync. With checkpoints, one follows each
  /// group: what is damaged later costs one group and not all of a long write.
  ///
  /// - Throws: as `append`; then none of the groups is acknowledged.
  public func append(
    together groups: [[[UInt8]]], isLast: Bool = false, withCheckpoints: Bool = false
  ) throws(LogError) -> [AppendReceipt] {
    precondition(!groups.isEmpty && groups.allSatisfy { !$0.isEmpty }, "an append without entries")
    try requireWritable()
    for entry in groups.joined() where Batch.length(of: entry) > FrameHeader.bodyBytesMax {
      throw .entryTooLarge(bytes: entry.count, limit: FrameHeader.bodyBytesMax - 4)
    }
    var write = try beginWrite(room: groups.joined().reduce(0) { $0 + Batch.length(of: $1) })
    var receipts: [AppendReceipt] = []
    for group in groups {
      let first = write.end.entryCount + 1
      write.add(group, bodyBytes: policy.frameBodyBytes)
      receipts.append(AppendReceipt(firstEntryNumber: first, lastSequence: write.end.sequence))
      if withCheckpoints { write.addCheckpoint(signedBy: keys.deviceSigning) }
    }
    let isDue = framesSinceCheckpoint + write.frameCount >= policy.checkpointEveryFrames
    if !withCheckpoints, isLast || isDue {
      write.addCheckpoint(signedBy: keys.deviceSigning)
    }
    try commit(write)
    return receipts
  }

  /// Writes a checkpoint now, if anything came after the last one: before a copy is handed to another device.
  ///
  /// - Throws: as `append`.
  public func checkpoint() throws(LogError) {
    try requireWritable()
    guard framesSinceCheckpoint > 0 else { return }
    var write = try beginWrite(room: 0)
    write.addCheckpoint(signedBy: keys.deviceSigning)
    try commit(write)
  }

  /// Writes the closing checkpoint, makes the head durable and lets the lock go. A poisoned or read-only writer only
  /// lets the lock go.
  ///
  /// - Throws: as `append`; the lock is let go all the same.
  public func close() throws(LogError) {
    defer { lock = nil }
    guard poison == nil, !isReadOnly, lock != nil, hasWritten else { return }
    try checkpoint()
    syncHead()
  }

  /// Goes on under other keys of the same device: the segment being written is closed, and the next append begins one.
  ///
  /// - Throws: as `append`; the next append goes by the new keys all the same.
  public func change(to keys: LogKeys) throws(LogError) {
    precondition(
      keys.journalID == self.keys.journalID && keys.deviceID == self.keys.deviceID, "the keys of another log")
    defer { self.keys = keys }
    try finishSegment()
  }

  /// Goes on as another device, from the end of what the one before has written: nothing more is signed as that one, and
  /// the next append begins a segment.
  ///
  /// - Throws: `poisoned`, `readOnly`, `disk`; then nothing can be appended, and the next opening has the new keys.
  func become(_ keys: LogKeys) throws(LogError) {
    precondition(keys.journalID == self.keys.journalID, "the keys of another journal")
    try requireWritable()
    self.keys = keys
    segment = nil
    do throws(DiskError) {
      let mark = HeadMark(deviceID: keys.deviceID, generation: 0, position: end)
      head = try HeadFile.make(fileSystem, layout.head, mark)
    } catch {
      poison = error
      throw .disk(error)
    }
  }

  func requireWritable() throws(LogError) {
    if let poison { throw .poisoned(poison) }
    if isReadOnly { throw .readOnly(recovery.verdict) }
    precondition(lock != nil, "an append to a closed log")
  }
}
