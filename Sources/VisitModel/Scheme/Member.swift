/// A person who may open the journal: whose name stands on entries, and what they may do.
public struct Member: Hashable, Sendable {
  /// The member's number.
  public let number: MemberNumber
  /// The name that entries are signed with.
  public var name: String
  /// What the member may do.
  public var role: Role
  /// The volunteer this member is, where the member visits families.
  public var volunteer: VolunteerNumber?
  /// Whether the membership has ended; their name stays on what they wrote.
  public var hasLeft: Bool
  /// Families the member was given beside those they visit. No entry says so here: whoever opens the journal looks at the
  /// keys.
  public var granted: Set<FamilyID> = []

  /// A member by number, name and role.
  public init(
    number: MemberNumber, name: String, role: Role, volunteer: VolunteerNumber? = nil, hasLeft: Bool = false
  ) {
    self.number = number
    self.name = name
    self.role = role
    self.volunteer = volunteer
    self.hasLeft = hasLeft
  }
}

extension Member {
  /// Whether a member works with a family: the office with all, a volunteer with the one they visit and those they were
  /// given.
  public func works(with family: FamilyID, visitedBy volunteer: VolunteerNumber?) -> Bool {
    role.isOffice || granted.contains(family) || (self.volunteer != nil && self.volunteer == volunteer)
  }
}

/// What a member may do (`domain.md`, "Roles").
public enum Role: String, CaseIterable, Hashable, Sendable {
  /// Visits families matched to them and sees only those.
  case volunteer
  /// Runs the caseload: every family, referral to ending.
  case coordinator
  /// Answers for the scheme: summaries, exports, members, erasure.
  case supervisor

  /// Whether the role belongs to the office, which reads every family.
  public var isOffice: Bool { self != .volunteer }
}
