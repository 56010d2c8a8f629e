public import VisitModel

/// One visit in a list: what its record says, beside the names of who and whom.
public struct VisitRow: Hashable, Sendable, Identifiable {
  /// The visit's identity.
  public let id: RecordID
  /// The running number of the entry that began it.
  public let entry: EntryNumber
  /// The family's number.
  public let familyNumber: FamilyNumber
  /// The name the family goes by.
  public let familyName: String
  /// The visit; of one that was taken back, what it said last.
  public let visit: Visit
  /// The names of the volunteers who went.
  public let volunteerNames: [String]
  /// What the services that came up are called.
  public let serviceTitles: [String]
  /// When it was entered first.
  public let enteredAt: Stamp
  /// Who entered it.
  public let enteredBy: MemberNumber
  /// Whether it was written up later than the scheme's limit.
  public let isLate: Bool
  /// Whether it was corrected or taken back after it was entered.
  public let isCorrected: Bool
  /// Whether it was taken back, so that it counts no more.
  public let isRetracted: Bool

  init?(_ record: Record<Visit>, number: FamilyNumber, name: String, in caseload: Caseload) {
    guard let visit = record.current ?? record.lastSaid else { return nil }
    id = record.id
    entry = record.original.number
    familyNumber = number
    familyName = name
    self.visit = visit
    volunteerNames = visit.volunteers.map(caseload.name(of:))
    serviceTitles = (visit.signposted + visit.attendedTogether).map(caseload.directory.title(of:))
    enteredAt = record.original.stamp
    enteredBy = record.original.author
    isLate = visit.isLate(enteredAt: record.original.stamp, limits: caseload.scheme.limits)
    isCorrected = record.isCorrected
    isRetracted = record.isRetracted
  }
}

extension Visit {
  /// Whether a visit that was entered at that moment was written up later than the limit allows.
  ///
  /// Days are compared, so an entry counts as made on its UTC day.
  public func isLate(enteredAt stamp: Stamp, limits: SchemeLimits) -> Bool {
    day.distance(to: stamp.day) > limits.writeUpDaysMax
  }
}
