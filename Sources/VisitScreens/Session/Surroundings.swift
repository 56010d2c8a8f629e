public import Terminal
public import VisitJournal
public import VisitLibrary
public import VisitModel
public import VisitReports

/// What the screens take from the world around them: the clock, randomness, the words for what went wrong, and a
/// place to write files to.
public struct Surroundings: Sendable {
  /// The words, lists and instruments that ship with the program.
  public let library: Library
  /// The instruments that can be given.
  public let instruments: [Instrument]
  /// The day and the time.
  public let watch: Watch
  /// Random bits.
  public let bits: @Sendable () -> UInt64
  /// What went wrong with the journal, as a sentence a person can act on.
  public let explain: @Sendable (JournalError) -> String
  /// What opening the journal found that a person should know: a torn end put aside, damage, entries that cannot be
  /// read; nil where all is well.
  public let notice: @Sendable (Journal) -> String?
  /// Writes the files of an export into a folder, and says where they went or why not.
  public let write: @Sendable (_ folder: String, _ files: [ExportFile]) -> Message

  /// What the screens take from the world around them.
  public init(
    library: Library, instruments: [Instrument], watch: Watch, bits: @escaping @Sendable () -> UInt64,
    explain: @escaping @Sendable (JournalError) -> String,
    notice: @escaping @Sendable (Journal) -> String?,
    write: @escaping @Sendable (_ folder: String, _ files: [ExportFile]) -> Message
  ) {
    self.library = library
    self.instruments = instruments
    self.watch = watch
    self.bits = bits
    self.explain = explain
    self.notice = notice
    self.write = write
  }
}

/// The clock as it is handed in: the day and the time of day, as the laptop or a rehearsal has them.
public struct Watch: Sendable {
  /// The day it is.
  public let today: @Sendable () -> Day
  /// The time of day to the second, such as `14:02:07`.
  public let clock: @Sendable () -> String
  /// Milliseconds that have passed since some moment, which no change of the clock touches.
  public let uptime: @Sendable () -> Int64
  /// Minutes that the clock is ahead of UTC.
  public let zoneOffsetMinutes: Int

  /// A clock by how it is read.
  public init(
    today: @escaping @Sendable () -> Day, clock: @escaping @Sendable () -> String,
    uptime: @escaping @Sendable () -> Int64, zoneOffsetMinutes: Int
  ) {
    self.today = today
    self.clock = clock
    self.uptime = uptime
    self.zoneOffsetMinutes = zoneOffsetMinutes
  }
}
