/// A stretch of a log that could not be read, or was not there.
public struct SalvageLoss: Hashable, Sendable {
  /// The segment's file.
  public let path: JournalPath
  /// Where it begins.
  public let place: LogPlace
  /// What is wrong there.
  public let reason: LogDamage.Reason
  /// Where reading went on; `nil` if nowhere.
  public internal(set) var resumedAt: LogPlace?
  /// How many entries were in it; `nil` where nothing behind it says so.
  public internal(set) var entries: Int?
}

/// What going through a damaged log found.
struct SalvageFindings {
  var losses: [SalvageLoss] = []
  /// Entries handed out.
  var entries = 0
  /// Entries that were redacted: only their number is left, on purpose.
  var redacted = 0
  /// Bytes of an unfinished write at the end, never acknowledged.
  var unfinishedBytes = 0
}
