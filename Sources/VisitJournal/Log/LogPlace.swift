/// A byte in a log: which segment, and where in it.
public struct LogPlace: Hashable, Sendable, Comparable {
  /// The segment's number, from 1.
  public let segment: Int
  /// The offset in the segment's file, in bytes.
  public let offset: Int

  /// Makes a place from its two numbers.
  public init(segment: Int, offset: Int) {
    self.segment = segment
    self.offset = offset
  }

  /// Whether the left place comes before the right one.
  public static func < (left: LogPlace, right: LogPlace) -> Bool {
    (left.segment, left.offset) < (right.segment, right.offset)
  }
}

/// Where an entry lies.
public struct EntryPlace: Hashable, Sendable {
  /// The segment's number, from 1.
  public let segment: Int
  /// The offset of its frame in the segment's file, in bytes.
  public let offset: Int
  /// The sequence number of its frame, from 1.
  public let sequence: Int
  /// The number of the entry in its log, from 1.
  public let entryNumber: Int
}

/// The end of a frame: everything needed to go on from there, and to know the frame again.
///
/// A snapshot keeps the position of the last frame it covers; opening then re-reads that one frame, which binds the
/// snapshot to the log, and goes on behind it.
public struct LogPosition: Hashable, Sendable {
  /// The segment's number; 0 for the position before anything was written.
  public var segment: Int
  /// Where the last frame begins; equal to `end` when the segment has no frame yet.
  public var frameOffset: Int
  /// Where the last frame ends: the offset of the next one.
  public var end: Int
  /// The sequence number of the last frame; 0 before the first.
  public var sequence: Int
  /// How many entries lie at or before this position.
  public var entryCount: Int
  /// The chain hash before the last frame.
  public var chainBefore: ChainHash
  /// The chain hash with the last frame.
  public var chain: ChainHash

  /// The position before anything was written.
  public static let start = LogPosition(
    segment: 0, frameOffset: 0, end: 0, sequence: 0, entryCount: 0, chainBefore: .zero, chain: .zero)

  /// Makes a position from its parts.
  public init(
    segment: Int, frameOffset: Int, end: Int, sequence: Int, entryCount: Int, chainBefore: ChainHash,
    chain: ChainHash
  ) {
    self.segment = segment
    self.frameOffset = frameOffset
    self.end = end
    self.sequence = sequence
    self.entryCount = entryCount
    self.chainBefore = chainBefore
    self.chain = chain
  }
}
