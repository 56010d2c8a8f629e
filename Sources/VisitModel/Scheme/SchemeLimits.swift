/// The limits a scheme works by, in the units their names end in. They are data of the scheme: each can be set, and
/// starts with the field's usual value (`domain.md`, "Scheme", "Volunteers", "Concerns").
public struct SchemeLimits: Hashable, Sendable {
  /// A supported family not seen for more days than this needs someone.
  public var notSeenDaysMax: Int
  /// A family waiting for a volunteer for more days than this needs someone.
  public var waitingDaysMax: Int
  /// A planned visit is to be written up within this many days.
  public var writeUpDaysMax: Int
  /// The usual days between two visits, for a first guess at the next one.
  public var visitIntervalDays: Int
  /// A referral is answered within this many days.
  public var replyDaysMax: Int
  /// The first review is due this many weeks after support began.
  public var firstReviewWeeks: Int
  /// Every further review is due this many weeks after the one before.
  public var reviewWeeks: Int
  /// A concern is acknowledged within this many days; nought is the same day.
  public var concernSeenDaysMax: Int
  /// A concern is followed up in writing within this many hours.
  public var concernWrittenHoursMax: Int
  /// A volunteer is supervised at least every so many weeks.
  public var supervisionWeeks: Int
  /// A volunteer's vetting check is done again after so many years.
  public var vettingYears: Int
  /// References taken before a volunteer is matched.
  public var referencesWanted: Int
  /// How many families a volunteer visits at a time, unless their own capacity says otherwise.
  public var familiesMax: Int
  /// After so many minutes without a key the screen locks.
  public var idleMinutes: Int

  /// The limits a new scheme starts with: the usual ones, unless others are given.
  public init(
    notSeenDaysMax: Int = 14, waitingDaysMax: Int = 28, writeUpDaysMax: Int = 1, visitIntervalDays: Int = 7
  ) {
    self.notSeenDaysMax = notSeenDaysMax
    self.waitingDaysMax = waitingDaysMax
    self.writeUpDaysMax = writeUpDaysMax
    self.visitIntervalDays = visitIntervalDays
    replyDaysMax = 14
    firstReviewWeeks = 6
    reviewWeeks = 12
    concernSeenDaysMax = 0
    concernWrittenHoursMax = 24
    supervisionWeeks = 6
    vettingYears = 3
    referencesWanted = 2
    familiesMax = 2
    idleMinutes = 5
  }
}

/// One of the scheme's limits by name, with the values that make sense.
public enum SchemeLimit: String, CaseIterable, Hashable, Sendable {
  case notSeenDaysMax, waitingDaysMax, writeUpDaysMax, visitIntervalDays
  case replyDaysMax, firstReviewWeeks, reviewWeeks, concernSeenDaysMax, concernWrittenHoursMax
  case supervisionWeeks, vettingYears, referencesWanted, familiesMax, idleMinutes

  /// The limit as a field to be filled in.
  public var field: Field {
    guard let field = Field(rawValue: rawValue) else { preconditionFailure("\(rawValue) is no field") }
    return field
  }

  /// Where the limit stands among the scheme's limits.
  public var place: any WritableKeyPath<SchemeLimits, Int> & Sendable {
    switch self {
    case .notSeenDaysMax: \.notSeenDaysMax
    case .waitingDaysMax: \.waitingDaysMax
    case .writeUpDaysMax: \.writeUpDaysMax
    case .visitIntervalDays: \.visitIntervalDays
    case .replyDaysMax: \.replyDaysMax
    case .firstReviewWeeks: \.firstReviewWeeks
    case .reviewWeeks: \.reviewWeeks
    case .concernSeenDaysMax: \.concernSeenDaysMax
    case .concernWrittenHoursMax: \.concernWrittenHoursMax
    case .supervisionWeeks: \.supervisionWeeks
    case .vettingYears: \.vettingYears
    case .referencesWanted: \.referencesWanted
    case .familiesMax: \.familiesMax
    case .idleMinutes: \.idleMinutes
    }
  }

  /// The values that make sense: beyond them a limit would say nothing, or would always be passed.
  public var allowed: ClosedRange<Int> {
    switch self {
    case .notSeenDaysMax: 1...90
    case .waitingDaysMax: 1...365
    case .writeUpDaysMax: 0...14
    case .visitIntervalDays: 1...60
    case .replyDaysMax: 1...60
    case .firstReviewWeeks: 1...26
    case .reviewWeeks: 1...52
    case .concernSeenDaysMax: 0...3
    case .concernWrittenHoursMax: 1...72
    case .supervisionWeeks: 1...26
    case .vettingYears: 1...10
    case .referencesWanted: 0...5
    case .familiesMax: 1...10
    case .idleMinutes: 1...60
    }
  }
}
