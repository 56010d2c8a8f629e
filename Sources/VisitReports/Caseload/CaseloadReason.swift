public import VisitModel

/// Why a family stands high on the families screen. The order of the cases is the order of the screen, and is fixed:
/// what may mean harm first, then change for the worse, then what the scheme has let lie.
public enum CaseloadReason: Hashable, Sendable {
  /// A concern about the family is past one of its clocks, that many minutes after it was raised.
  case concernLate(minutes: Int)
  /// A volunteer who went there is not home, that many minutes after they were expected.
  case overdueHome(minutes: Int)
  /// An answer of the latest check-in with an instrument signals danger.
  case dangerAnswer(InstrumentID, Day)
  /// A concern about the family is open, and has been for that many minutes.
  case concernOpen(minutes: Int)
  /// The latest check-in with an instrument is so low that its file wants something done soon.
  case lowWellbeing(InstrumentID, Day)
  /// A score is worse than the time before, by the threshold of the instrument's file.
  case reliablyWorse(InstrumentID, Day)
  /// Nobody was with the family for more days than the limit; counted from the first day a volunteer visited where
  /// nobody has been there since.
  case notSeen(days: Int)
  /// The review of support is overdue by that many days.
  case reviewOverdue(days: Int)
  /// No volunteer yet after more days than the limit.
  case waiting(days: Int)
  /// Whoever referred the family has no answer, that many days after it was due.
  case replyOverdue(days: Int)
  /// A consent that was given for a time has expired and nobody asked again.
  case consentExpired(days: Int)
  /// A planned visit that nobody wrote up, that many days after its day.
  case unwritten(planned: Day, days: Int)
  /// Something promised after a visit is overdue by that many days.
  case followUpOverdue(days: Int)
  /// Something the plan of support promised is overdue by that many days.
  case actionOverdue(days: Int)

  /// The reason's place in the fixed order, from 0.
  public var rank: Int { kind.rank }
  /// How soon someone is needed.
  public var urgency: Urgency { kind.urgency }
  /// The reason without its figures: what a front end looks its words up by.
  public var key: String { kind.rawValue }
  /// The days the reason counts, where it counts any.
  public var days: Int? {
    switch self {
    case .overdueHome, .dangerAnswer, .lowWellbeing, .reliablyWorse, .concernLate, .concernOpen: nil
    case .notSeen(let days), .reviewOverdue(let days), .waiting(let days), .unwritten(_, let days),
      .followUpOverdue(let days),
      .replyOverdue(let days), .consentExpired(let days), .actionOverdue(let days):
      days
    }
  }

  /// The reason without what belongs to one family.
  public var kind: Kind {
    switch self {
    case .concernLate: .concernLate
    case .concernOpen: .concernOpen
    case .overdueHome: .overdueHome
    case .dangerAnswer: .dangerAnswer
    case .lowWellbeing: .lowWellbeing
    case .reliablyWorse: .reliablyWorse
    case .notSeen: .notSeen
    case .reviewOverdue: .reviewOverdue
    case .waiting: .waiting
    case .unwritten: .unwritten
    case .followUpOverdue: .followUpOverdue
    case .replyOverdue: .replyOverdue
    case .consentExpired: .consentExpired
    case .actionOverdue: .actionOverdue
    }
  }

  /// The kinds of reasons, in their fixed order.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case concernLate = "concern late"
    case overdueHome = "overdue home"
    case dangerAnswer = "danger answer"
    case concernOpen = "concern open"
    case lowWellbeing = "low wellbeing"
    case reliablyWorse = "reliably worse"
    case notSeen = "not seen"
    case reviewOverdue = "review overdue"
    case waiting
    case replyOverdue = "reply overdue"
    case consentExpired = "consent expired"
    case unwritten = "visit unwritten"
    case followUpOverdue = "follow-up overdue"
    case actionOverdue = "action overdue"

    /// The kind's place in the order, from 0.
    public var rank: Int { Kind.allCases.firstIndex(of: self) ?? Kind.allCases.count }

    /// How soon someone is needed.
    public var urgency: Urgency {
      switch self {
      case .concernLate, .overdueHome, .dangerAnswer: .now
      case .concernOpen, .lowWellbeing, .reliablyWorse, .notSeen, .reviewOverdue, .waiting, .replyOverdue:
        .soon
      case .unwritten, .followUpOverdue, .consentExpired, .actionOverdue: .watch
      }
    }
  }
}

/// How soon a family needs someone.
public enum Urgency: String, CaseIterable, Hashable, Comparable, Sendable {
  case none, watch, soon, now

  /// Less pressing comes first.
  public static func < (left: Urgency, right: Urgency) -> Bool { left.level < right.level }
  private var level: Int { Urgency.allCases.firstIndex(of: self) ?? 0 }
}
