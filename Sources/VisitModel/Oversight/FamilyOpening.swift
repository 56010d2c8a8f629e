/// That somebody opened a family that is not in their own caseload, and why.
public struct FamilyOpening: Hashable, Sendable {
  /// The family.
  public let family: FamilyID
  /// The day it was opened; the reason holds for that day.
  public let day: Day
  /// Why.
  public let reason: Reason

  /// An opening of a family on a day, for a reason.
  public init(family: FamilyID, day: Day, reason: Reason) {
    self.family = family
    self.day = day
    self.reason = reason
  }
}

/// Opens a family outside the member's own caseload, for a reason.
public struct OpenFamily: Sendable {
  /// The family.
  public let family: FamilyID
  /// Why, as typed.
  public let reason: String

  /// An opening of a family.
  public init(family: FamilyID, reason: String) {
    self.family = family
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    let why = try Reason(typed: reason)
    return [.oversight(.familyOpened(FamilyOpening(family: family, day: today, reason: why)))]
  }
}

extension Caseload {
  /// Whether a family is in a member's own caseload.
  ///
  /// A volunteer holds keys to their own families alone, so whatever opens is theirs. A coordinator's are all families
  /// of the scheme, as long as a scheme has no patches. A supervisor reads all and works with none: only those they
  /// visit as a volunteer are their own, unless the scheme has no coordinator and the supervisor does that work.
  public func isOwnCaseload(_ file: FamilyFile, of member: Member) -> Bool {
    guard member.role == .supervisor else { return true }
    if let volunteer = member.volunteer, file.volunteer == volunteer { return true }
    return !members.values.contains { $0.role == .coordinator && !$0.hasLeft }
  }

  /// Whether a member has to say why before they open a family: it is outside their caseload, and they have not said
  /// so on this day.
  public func needsReason(toOpen file: FamilyFile, as member: Member, today: Day) -> Bool {
    !isOwnCaseload(file, of: member) && !oversight.wasOpened(file.id, by: member.number, on: today)
  }
}
