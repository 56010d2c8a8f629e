/// Something the office notes about a volunteer, on the way to being ready and after it.
///
/// What a note holds is the least that shows it was done: of a check its level, number, day and who saw it, never a
/// copy of the certificate.
public enum VolunteerNote: Hashable, Sendable {
  case reference(Reference)
  case check(VettingCheck)
  case preparation(Preparation)
  case supervision(Supervision)
  case training(Training)
  case claim(ExpenseClaim)

  /// What kind of note it is.
  public var kind: VolunteerNoteKind {
    switch self {
    case .reference: .reference
    case .check: .check
    case .preparation: .preparation
    case .supervision: .supervision
    case .training: .training
    case .claim: .claim
    }
  }

  /// The day it is about; of a claim the first of its month.
  public var day: Day {
    switch self {
    case .reference(let reference): reference.day
    case .check(let check): check.day
    case .preparation(let preparation): preparation.day
    case .supervision(let supervision): supervision.day
    case .training(let training): training.day
    case .claim(let claim): claim.month.firstDay
    }
  }
}

/// The kinds of notes about a volunteer, in the order a volunteer's page shows them.
public enum VolunteerNoteKind: String, CaseIterable, Hashable, Sendable {
  case check, reference, preparation, supervision, training, claim

  /// Whether the office alone may read such a note; a claim its volunteer reads too.
  var isConfidential: Bool { self != .claim }
}

/// A reference that was taken up.
public struct Reference: Hashable, Sendable {
  /// The day it was taken.
  public var day: Day
  /// Who gave it.
  public var referee: String
  /// Whether it speaks for the volunteer.
  public var isGood: Bool
  /// What was said.
  public var note: String

  /// A reference by its day and who gave it.
  public init(day: Day, referee: String, isGood: Bool, note: String = "") {
    self.day = day
    self.referee = referee
    self.isGood = isGood
    self.note = note
  }
}

/// A vetting certificate that was seen.
public struct VettingCheck: Hashable, Sendable {
  /// The day of the certificate.
  public var day: Day
  /// The level, from the list of the nation's words.
  public var level: VettingLevelID
  /// The certificate's number.
  public var number: String
  /// Who saw it.
  public var seenBy: String

  /// A certificate by its day, level and number, and who saw it.
  public init(day: Day, level: VettingLevelID, number: String, seenBy: String) {
    self.day = day
    self.level = level
    self.number = number
    self.seenBy = seenBy
  }
}

/// A session of the preparation course.
public struct Preparation: Hashable, Sendable {
  /// The day of the session.
  public var day: Day
  /// What the session was about.
  public var session: String
  /// Whether the course was finished with it.
  public var finishesCourse: Bool

  /// A session by its day and subject.
  public init(day: Day, session: String, finishesCourse: Bool) {
    self.day = day
    self.session = session
    self.finishesCourse = finishesCourse
  }
}

/// A supervision of a volunteer by somebody of the office.
public struct Supervision: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// Who held it.
  public var supervisor: String
  /// What was talked about; confidential.
  public var note: String

  /// A supervision by its day and who held it.
  public init(day: Day, supervisor: String, note: String = "") {
    self.day = day
    self.supervisor = supervisor
    self.note = note
  }
}

/// Training after the preparation course.
public struct Training: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// What it was.
  public var title: String

  /// Training by its day and title.
  public init(day: Day, title: String) {
    self.day = day
    self.title = title
  }
}

/// What a volunteer claims for one month's visits.
public struct ExpenseClaim: Hashable, Sendable {
  /// The month of the visits.
  public var month: Month
  /// Miles driven to families.
  public var miles: Miles
  /// What the miles come to, at the rates of their days.
  public var mileage: Pence
  /// Money spent on visits.
  public var expenses: Pence
  /// The day it was paid, once it was.
  public var paidOn: Day?

  /// A claim for a month.
  public init(month: Month, miles: Miles, mileage: Pence, expenses: Pence, paidOn: Day? = nil) {
    self.month = month
    self.miles = miles
    self.mileage = mileage
    self.expenses = expenses
    self.paidOn = paidOn
  }

  /// What is to be paid.
  public var total: Pence { mileage + expenses }
}
