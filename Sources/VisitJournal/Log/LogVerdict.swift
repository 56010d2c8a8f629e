/// What a look at a whole log found.
public enum LogVerdict: Hashable, Sendable {
  /// Every byte is accounted for.
  case clean
  /// A write was under way when the program or the power went: its bytes were never acknowledged. `quarantined` is where
  /// a writer put them before cutting the log; `nil` when only looked at.
  case tornTail(place: LogPlace, bytes: Int, quarantined: JournalPath?)
  /// Bytes that were once good are not any more. Nothing is cut; what is good is still read.
  case damage(LogDamage)
  /// The log is whole but is not, or no longer, the one that was acknowledged: something was taken away or put back.
  case rollback(LogRollback)

  /// Whether entries may be written behind this verdict.
  public var allowsWriting: Bool {
    switch self {
    case .clean, .tornTail: true
    case .damage, .rollback: false
    }
  }
}

/// A place in a log that cannot be read as it was written.
public struct LogDamage: Hashable, Sendable {
  /// What is wrong there.
  public enum Reason: Hashable, Sendable {
    /// The segment's first 512 bytes are not a header.
    case header
    /// The header is whole but names another segment, journal or device.
    case misplacedSegment
    /// A segment's file is missing.
    case missingSegment
    /// The segment does not go on where the one before it ended.
    case brokenChain
    /// The file ends within a frame.
    case incomplete
    /// The bytes do not begin with the segment's marker, or state an impossible length.
    case notAFrame
    /// The checksum does not fit the bytes.
    case checksum
    /// A frame of a kind this program does not know.
    case unknownKind
    /// The frame is whole but not the next one: moved, repeated or left out.
    case sequence(expected: Int, found: Int)
    /// The key does not open the frame: forged, moved or spliced.
    case seal
    /// The opened frame is not a batch of entries.
    case batch
    /// A checkpoint does not agree with the log before it.
    case checkpoint
    /// A checkpoint is not signed by the device.
    case signature
    /// A commit of several frames lacks its last ones.
    case unfinishedGroup
    /// Frames follow the one that closes the segment.
    case beyondSegmentEnd
  }

  /// The segment's file.
  public let path: JournalPath
  /// Where the first byte that cannot be read lies.
  public let place: LogPlace
  /// What is wrong there.
  public let reason: Reason
  /// The sequence number of the last good frame before it.
  public let lastGoodSequence: Int
  /// Where reading could go on behind it; `nil` if nowhere.
  public var resumesAt: LogPlace?
  /// How far the log is known to have been acknowledged; `nil` if that is not known.
  public let acknowledgedSequence: Int?
}

/// A whole log that is not the one that was acknowledged.
public struct LogRollback: Hashable, Sendable {
  /// The last frame that is there.
  public let foundSequence: Int
  /// The last frame that was acknowledged on this device.
  public let acknowledgedSequence: Int
  /// Whether the log has another content at the acknowledged place (a fork), and not only less.
  public let isFork: Bool
}
