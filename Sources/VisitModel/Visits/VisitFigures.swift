/// The plain numbers of a visit that stands: all that summaries add up, and nobody's name or words.
public struct VisitFigures: Hashable, Sendable {
  /// The visit's identity.
  public let id: RecordID
  /// The day of the visit.
  public let day: Day
  /// When it was entered first.
  public let enteredAt: Stamp
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
    id: RecordID, day: Day, enteredAt: Stamp, outcome: VisitOutcomeKind, minutes: Minutes, travel: Minutes,
    miles: Miles, expenses: Pence, volunteers: [VolunteerNumber]
  ) {
    self.id = id
    self.day = day
    self.enteredAt = enteredAt
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
      id: record.id, day: visit.day, enteredAt: record.original.stamp, outcome: visit.outcome.kind,
      minutes: visit.outcome.minutes, travel: visit.travel, miles: visit.miles, expenses: visit.expenses,
      volunteers: visit.volunteers)
  }
}
