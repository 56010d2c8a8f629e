public import VisitJournal

/// What may go wrong on a simulated disk. A rate of `n` means once in `n` calls; 0 means never.
public struct DiskFaults: Sendable {
  /// A write takes only a first part of the bytes.
  public var shortWrite = 0
  /// A write takes a first part, and the disk is full from there.
  public var noSpace = 0
  /// A write fails after taking a first part.
  public var failedWrite = 0
  /// A sync fails; some of the sectors reached the medium.
  public var failedSync = 0
  /// A power cut comes with one bit gone bad somewhere.
  public var rot = 0
  /// Dropping the cache does nothing.
  public var ignoredDrop = 0
  /// Exactly which unsynced sectors of a file the next power cut keeps, by bit, and whether the file keeps its new length;
  /// `nil` leaves it to the seed.
  public var tearing: (keptSectors: Int, keepsLength: Bool)?
  /// The call, counted from 1, during which the power goes.
  public var powerGoesAtCall: Int?
  /// The call, counted from 1, that fails without doing anything, and how.
  public var failingCall: (number: Int, cause: DiskError.Cause)?

  /// Nothing goes wrong.
  public init() {}
}
