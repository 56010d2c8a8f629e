/// Reads a log, one's own or a peer's, without a lock and without writing a byte.
///
/// It stops quietly at an incomplete tail: a writer may be at work.
public struct LogReader: Sendable {
  private let fileSystem: any FileSystem
  private let folder: JournalPath
  private let keys: LogReadingKeys
  private let headPath: JournalPath?

  /// What a reading came to.
  public struct Result: Hashable, Sendable {
    /// The end of the last good frame before anything bad: where a later reading can go on.
    public let end: LogPosition
    /// What was found. A torn tail may be a write under way.
    public let verdict: LogVerdict
    /// What the log holds.
    public let facts: LogFacts
  }

  /// A reader of the segments in `folder` (`own` or one of `peers`); `head` is the journal's head file for `own`.
  public init(fileSystem: any FileSystem, folder: JournalPath, keys: LogReadingKeys, head: JournalPath? = nil)
  {
    self.fileSystem = fileSystem
    self.folder = folder
    self.keys = keys
    headPath = head
  }

  /// Hands out every entry behind `start`, in order, then says what was found.
  ///
  /// The bytes are valid for as long as they are held. Behind damage the entries that can still be opened follow.
  ///
  /// - Throws: `disk`, `wrongKeys`, `keyMissing`, `foreign`, `unsupportedVersion`, `positionNotFound`.
  @discardableResult
  public func forEachEntry(
    from start: LogPosition? = nil, progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil,
    _ body: (EntryPlace, ArraySlice<UInt8>) -> Void
  ) throws(LogError) -> Result {
    // Read before the segments: a head read after them could be newer than what was read of them.
    let head = try headPath.map { path throws(LogError) in try readHead(path) } ?? nil
    let scan = LogScan(
      fileSystem: fileSystem, folder: folder, journalKeys: keys.journalKeys, publicPart: keys.publicPart,
      head: head)
    let outcome = try withoutActuallyEscaping(body) { body throws(LogError) in
      try scan.run(from: start, LogScan.Visit(entry: body, progress: progress))
    }
    return Result(end: outcome.end, verdict: outcome.verdict, facts: outcome.facts)
  }

  private func readHead(_ path: JournalPath) throws(LogError) -> HeadMark? {
    do {
      return try HeadReading(fileSystem, path).mark
    } catch {
      throw .disk(error)
    }
  }
}
