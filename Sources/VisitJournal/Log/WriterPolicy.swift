/// The sizes a writer works to, and the steps that make it durable.
///
/// The steps are values so that the tests can switch each one off and show that the simulated disk then loses something:
/// proof that the simulator has teeth. Nothing outside this package can reach them.
package struct WriterPolicy: Sendable {
  /// A segment that has reached this many bytes is closed.
  package var segmentBytesMax = 64 << 20
  /// A segment that has this many frames is closed: far below where random nonces under one key could meet.
  package var segmentFramesMax = 1 << 20
  /// Entries are packed into frames of about this many bytes.
  package var frameBodyBytes = 64 << 10
  /// How many frames pass between two checkpoints.
  package var checkpointEveryFrames = 256
  /// How many acknowledgements pass between two syncs of the head.
  package var headSyncEvery = 8

  /// Sync before acknowledging.
  package var syncsBeforeAcknowledging = true
  /// Try a failed sync once more (wrong: the kernel reports a lost page once).
  package var retriesFailedSync = false
  /// Take any bad frame for a torn tail (wrong).
  package var cutsAtFirstBadFrame = false
  /// Move the head before the sync (wrong).
  package var movesHeadBeforeSync = false
  /// Sync the folder after making a file.
  package var syncsFolders = true
  /// Go on writing after a short write.
  package var loopsShortWrites = true
  /// Cut the log back after a failed write.
  package var cutsAfterFailedWrite = true
  /// Ask whether a frame behind a bad one came with the same write.
  package var asksWhichWrite = true
  /// Write good frames of doubtful durability once more when opening.
  package var writesDoubtfulTailAgain = true

  /// The safe policy.
  package init() {}
}
