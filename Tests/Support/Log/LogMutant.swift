package import VisitJournal

/// A writer with one durability step left out or done wrongly: what the simulated disk must notice.
public struct LogMutant: Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public let name: String
  private let change: @Sendable (inout WriterPolicy) -> Void

  private init(_ name: String, _ change: @escaping @Sendable (inout WriterPolicy) -> Void) {
    self.name = name
    self.change = change
  }

  /// What is wrong with it.
  public var description: String { name }

  /// The trial's policy with this mistake in it.
  package var policy: WriterPolicy {
    var policy = LogTrial.smallPolicy
    change(&policy)
    return policy
  }

  /// Every mistake there is a switch for.
  public static let all = [
    LogMutant("acknowledges without a sync") { $0.syncsBeforeAcknowledging = false },
    LogMutant("tries a failed sync again") { $0.retriesFailedSync = true },
    LogMutant("cuts at the first bad frame") { $0.cutsAtFirstBadFrame = true },
    LogMutant("moves the head before the sync") { $0.movesHeadBeforeSync = true },
    LogMutant("does not sync the folder") { $0.syncsFolders = false },
    LogMutant("takes a short write for a whole one") { $0.loopsShortWrites = false },
    LogMutant("takes a later frame of the same write for damage") { $0.asksWhichWrite = false },
    LogMutant("trusts a tail nobody saw synced") { $0.writesDoubtfulTailAgain = false },
    LogMutant("keeps half a frame when the disk is full") { $0.cutsAfterFailedWrite = false },
  ]
}
