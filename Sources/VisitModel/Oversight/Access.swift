/// Giving members the keys of families, and taking them away. The facts are what the journal acts on: recording one
/// moves the key.
extension Caseload {
  /// The members who visit as a volunteer and need to be given keys; the office opens every family without that.
  func visitors(as volunteer: VolunteerNumber) -> [Member] {
    members.values.filter { $0.volunteer == volunteer && !$0.hasLeft && !isOffice($0) }
      .sorted { $0.number < $1.number }
  }

  /// What a move of a family's episode means for who may open it: a match opens the family to the volunteer's member, and
  /// the end of a match or of the episode closes it to them again.
  ///
  /// - Parameters:
  ///   - family: the family.
  ///   - before: the volunteer who was matched until now.
  ///   - after: the volunteer who is matched from now on.
  public func access(
    to family: FamilyID, from before: VolunteerNumber?, to after: VolunteerNumber?
  ) -> [Fact] {
    guard before != after, let matched = Reason("match"), let ended = Reason("end of match") else {
      return []
    }
    let leaving = before.map(visitors) ?? []
    let coming = after.map(visitors) ?? []
    return parts(of: family).flatMap { part -> [Fact] in
      leaving.map { .oversight(.accessWithdrawn(part, $0.number, ended)) }
        + coming.map { .oversight(.accessGranted(part, $0.number, matched)) }
    }
  }
}

/// Opens a family to a member beside the one it is matched with.
public struct GrantAccess: Sendable {
  /// The family.
  public let family: FamilyID
  /// The member.
  public let member: MemberNumber
  /// Why, as typed.
  public let reason: String

  /// A grant of a family to a member.
  public init(family: FamilyID, member: MemberNumber, reason: String) {
    self.family = family
    self.member = member
    self.reason = reason
  }

  /// The facts to record, one for each family whose records are in the file.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    let why = try Reason(typed: reason)
    return caseload.parts(of: family).map { .oversight(.accessGranted($0, member, why)) }
  }
}

/// Closes a family to a member again.
public struct WithdrawAccess: Sendable {
  /// The family.
  public let family: FamilyID
  /// The member.
  public let member: MemberNumber
  /// Why, as typed.
  public let reason: String

  /// A withdrawal of a family from a member.
  public init(family: FamilyID, member: MemberNumber, reason: String) {
    self.family = family
    self.member = member
    self.reason = reason
  }

  /// The facts to record, one for each family whose records are in the file.
  public func facts(in caseload: Caseload) throws(Refusal) -> [Fact] {
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    let why = try Reason(typed: reason)
    return caseload.parts(of: family).map { .oversight(.accessWithdrawn($0, member, why)) }
  }
}
