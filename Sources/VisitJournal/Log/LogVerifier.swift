/// Checks a whole log: without keys its headers, checksums, sequence, chain, checkpoints and head; with keys every frame.
public struct LogVerifier: Sendable {
  private let fileSystem: any FileSystem
  private let folder: JournalPath
  private let headPath: JournalPath?
  private let publicPart: LogKeys.PublicPart

  /// What a check came to, in the order of its exit codes 0 to 4.
  public enum Verdict: Int, Hashable, Sendable {
    /// Every byte is accounted for.
    case good = 0
    /// An unfinished write at the end, never acknowledged.
    case tornTail = 1
    /// Bytes that were once good are not any more.
    case damage = 2
    /// The log is not, or no longer, the one that was acknowledged.
    case rollback = 3
    /// The log could not be read at all.
    case cannotRead = 4
  }

  /// The report of a check.
  public struct Report: Hashable, Sendable {
    /// The result in one word.
    public let verdict: Verdict
    /// The result with its places; `nil` if the log could not be read.
    public let finding: LogVerdict?
    /// Why the log could not be read.
    public let error: LogError?
    /// What the log holds.
    public let facts: LogFacts
    /// The end of the last good frame before anything bad.
    public let end: LogPosition
    /// The last checkpoint found.
    public let lastCheckpoint: SignedCheckpoint?
    /// How many of the head's two slots are whole; `nil` if no head was asked for. One is normal after a power cut.
    public let headSlotsReadable: Int?
  }

  /// A verifier of the segments in `folder`; `head` is the journal's head file for its own log.
  public init(
    fileSystem: any FileSystem, folder: JournalPath, head: JournalPath? = nil,
    publicPart: LogKeys.PublicPart = LogKeys.PublicPart()
  ) {
    self.fileSystem = fileSystem
    self.folder = folder
    headPath = head
    self.publicPart = publicPart
  }

  /// Goes through the log.
  ///
  /// - Parameters:
  ///   - everySignature: check each checkpoint's signature, not only the last one's.
  ///   - deepKeys: open every frame with these keys as well.
  ///   - entry: is told each entry, when there are keys (to check what is in them).
  ///   - progress: is told the bytes done and the bytes in all, about once a mebibyte.
  public func verify(
    everySignature: Bool = false, deepKeys: LogReadingKeys? = nil,
    entry: ((EntryPlace, ArraySlice<UInt8>) -> Void)? = nil,
    progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)? = nil
  ) -> Report {
    var slots: Int?
    do throws(LogError) {
      let head = try readHead()
      slots = head?.slotsReadable
      let scan = LogScan(
        fileSystem: fileSystem, folder: folder, journalKeys: deepKeys?.journalKeys, publicPart: publicPart,
        head: head?.mark, signatures: everySignature ? .every : .last)
      let outcome = try scan.run(from: nil, LogScan.Visit(entry: entry, progress: progress))
      return Report(
        verdict: Verdict(outcome.verdict), finding: outcome.verdict, error: nil, facts: outcome.facts,
        end: outcome.end, lastCheckpoint: outcome.lastCheckpoint, headSlotsReadable: slots)
    } catch {
      return Report(
        verdict: .cannotRead, finding: nil, error: error, facts: LogFacts(), end: .start, lastCheckpoint: nil,
        headSlotsReadable: slots)
    }
  }

  private func readHead() throws(LogError) -> HeadReading? {
    guard let headPath else { return nil }
    do {
      return try HeadReading(fileSystem, headPath)
    } catch {
      throw .disk(error)
    }
  }
}

extension LogVerifier.Verdict {
  /// The one word for a finding.
  init(_ finding: LogVerdict) {
    self =
      switch finding {
      case .clean: .good
      case .tornTail: .tornTail
      case .damage: .damage
      case .rollback: .rollback
      }
  }
}
