/// The plain numbers of a visit that stands: all that summaries add up, and nobody's name or words.
public struct VisitFigures: Hashable, Sendable {
  /// The visit's identity.
  public let id: RecordID
  /// The day of the visit.
  public let day: Day
  /// The day it was entered first, in UTC.
  public let enteredOn: Day
  /// What became of it.
  public let outcome: VisitOutcomeKind
  /// Minutes with the family.
  public let minutes: Minutes
  /// Minutes of travel.
  public let travel: Minutes
  /// The distance travelled.
  public let miles: Miles
  /// Money spent, to be claimed.
  public let expenses: Pence
  /// The volunteers who went.
  public let volunteers: [VolunteerNumber]

  /// A visit by its numbers.
  public init(
    id: RecordID, day: Day, enteredOn: Day, outcome: VisitOutcomeKind, minutes: Minutes, travel: Minutes,
    miles: Miles, expenses: Pence, volunteers: [VolunteerNumber]
  ) {
    self.id = id
    self.day = day
    self.enteredOn = enteredOn
    self.outcome = outcome
    self.minutes = minutes
    self.travel = travel
    self.miles = miles
    self.expenses = expenses
    self.volunteers = volunteers
  }

  /// The numbers of a visit's record; nil where it was taken back.
  public init?(_ record: Record<Visit>) {
    guard let visit = record.current else { return nil }
    self.init(
      id: record.id, day: visit.day, enteredOn: record.original.stamp.day, outcome: visit.outcome.kind,
      minutes: visit.outcome.minutes, travel: visit.travel, miles: visit.miles, expenses: visit.expenses,
      volunteers: visit.volunteers)
  }
}
