/// What a log holds, counted while going through it (`journal stats`, and the report of `journal verify`).
public struct LogFacts: Hashable, Sendable {
  /// Segment files.
  public var segments = 0
  /// Good frames.
  public var frames = 0
  /// Entries in good frames, redacted ones included.
  public var entries = 0
  /// Bytes of the segment files.
  public var bytes = 0
  /// Good checkpoints.
  public var checkpoints = 0
  /// Frames that were redacted, as a whole or in part: only the digest of what they were is left of them.
  public var redactedFrames = 0
  /// Checkpoint signatures that were checked against the device's key.
  public var signaturesChecked = 0
  /// The sequence number of the last good frame.
  public var lastSequence = 0

  /// Nothing counted yet.
  public init() {}
}
