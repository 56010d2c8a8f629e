public import VisitModel

/// One family on the families screen.
public struct CaseloadRow: Hashable, Sendable, Identifiable {
  /// The family.
  public let id: FamilyID
  /// The family's number.
  public let number: FamilyNumber
  /// The name the family goes by.
  public let name: String
  /// The people of the family, by name.
  public let people: [String]
  /// The ward or area.
  public let area: String?
  /// Where the family stands on the pathway.
  public let stage: EpisodeStage
  /// The day the family came to that stage.
  public let stageSince: Day
  /// Days without a volunteer, where the family waits for one.
  public let waitingDays: Int?
  /// The volunteer matched with the family.
  public let volunteer: VolunteerNumber?
  /// The volunteer's name.
  public let volunteerName: String?
  /// The volunteer's name for narrow columns, such as "L Hughes".
  public let volunteerShortName: String?
  /// The day anybody was last with the family.
  public let lastSeen: Day?
  /// Days since then; nil where nobody ever was.
  public let daysSinceSeen: Int?
  /// Whether that is past the scheme's limit.
  public let isPastSeenLimit: Bool
  /// The next visit that is planned; it may lie behind and be still to be written up.
  public let next: VisitPlan?
  /// How the family copes.
  public let coping: CopingTrend
  /// How many follow-ups are still to be done.
  public let openFollowUps: Int
  /// Every reason to look at the family, most pressing first.
  public let reasons: [CaseloadReason]

  /// What a filter looks into.
  var words = SearchedText()

  /// How soon the family needs someone: the urgency of the first reason.
  public var urgency: Urgency { reasons.first?.urgency ?? .none }
}
