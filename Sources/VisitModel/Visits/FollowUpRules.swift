/// Ticks off what was to be done after a visit.
public struct FinishFollowUp: Sendable {
  /// The family.
  public let family: FamilyID
  /// The visit the follow-up came from, as typed.
  public let visit: String

  /// A follow-up that was done.
  public init(family: FamilyID, visit: String) {
    self.family = family
    self.visit = visit
  }

  /// The fact to record.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    let wanted = RecordID(trimmedText(visit))
    guard let open = file.openFollowUps.first(where: { $0.visit == wanted }) else {
      throw Refusal(.followUp, .noSuchRecord(visit))
    }
    return [.followUpDone(family, visit: open.visit)]
  }
}
