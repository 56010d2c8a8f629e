internal import Crypto

/// Goes through a whole log, segment by segment, and says what it found.
///
/// The one way in for the writer, the reader and the verifier, so that the three can never disagree. It writes nothing.
struct LogScan {
  let fileSystem: any FileSystem
  /// The folder with the segments.
  let folder: JournalPath
  /// Opens the frames; `nil` for a check without keys.
  let journalKeys: [UInt16: SymmetricKey]?
  let publicPart: LogKeys.PublicPart
  /// How far the log was acknowledged on this device; `nil` if not known.
  let head: HeadMark?
  /// Which checkpoint signatures are checked.
  var signatures = SignatureCheck.none
  /// Takes any bad frame for a torn tail and asks no head: the common, wrong rule, kept only to show that the tests notice it.
  var cutsAtFirstBadFrame = false
  /// Whether frames behind a bad one are asked which write they came with.
  var asksWhichWrite = true

  enum SignatureCheck: Hashable, Sendable {
    case none
    case last
    case every
  }

  /// What is told while going through.
  struct Visit {
    var entry: ((EntryPlace, ArraySlice<UInt8>) -> Void)?
    var progress: ((_ bytesDone: Int, _ bytesTotal: Int) -> Void)?
  }

  /// What was found.
  struct Outcome {
    var facts = LogFacts()
    var verdict = LogVerdict.clean
    /// The end of the last good frame before anything bad.
    var end = LogPosition.start
    /// The header of the segment `end` lies in.
    var header: SegmentHeader?
    /// Whether that segment was closed.
    var isClosed = false
    /// Good frames in that segment and behind the last checkpoint.
    var framesInSegment = 0
    var framesSinceCheckpoint = 0
    /// The last checkpoint found.
    var lastCheckpoint: SignedCheckpoint?
  }

  /// Goes through the log from `start`, or from its beginning.
  func run(from start: LogPosition?, _ visit: Visit) throws(LogError) -> Outcome {
    do {
      var state = LogScanState(scan: self, visit: visit)
      try state.goThrough(from: start)
      return state.outcome
    } catch let error as DiskError {
      throw .disk(error)
    } catch let error as LogError {
      throw error
    } catch {
      preconditionFailure("a scan threw neither a disk nor a log error: \(error)")
    }
  }

  /// The segment numbers in the folder, in order.
  func segmentNumbers() throws(DiskError) -> [Int] {
    guard try fileSystem.exists(folder) else { return [] }
    return try fileSystem.list(folder).compactMap { JournalLayout.segmentNumber($0) }.sorted()
  }
}
