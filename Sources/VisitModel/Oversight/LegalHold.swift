/// A reason why a family may not be erased for now: a claim, an inquiry, a child protection matter.
public struct LegalHold: Hashable, Sendable {
  /// The day from which it holds.
  public let day: Day
  /// Why.
  public let reason: Reason

  /// A hold from a day, for a reason.
  public init(day: Day, reason: Reason) {
    self.day = day
    self.reason = reason
  }
}

/// Keeps a family from being erased until the hold is lifted.
public struct SetHold: Sendable {
  /// The family.
  public let family: FamilyID
  /// Why, as typed.
  public let reason: String

  /// A hold on a family.
  public init(family: FamilyID, reason: String) {
    self.family = family
    self.reason = reason
  }

  /// The fact to record; only a supervisor may (`domain.md`, "Roles").
  public func facts(in caseload: Caseload, by member: Member, today: Day) throws(Refusal) -> [Fact] {
    try member.requireSupervisor()
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    if let hold = caseload.hold(on: family) {
      throw Refusal(.family, .alreadyHeld(since: hold.day, reason: hold.reason.text))
    }
    return [.oversight(.holdSet(family, LegalHold(day: today, reason: try Reason(typed: reason))))]
  }
}

/// Lifts the hold on a family.
public struct LiftHold: Sendable {
  /// The family.
  public let family: FamilyID
  /// Why, as typed.
  public let reason: String

  /// The lifting of a hold.
  public init(family: FamilyID, reason: String) {
    self.family = family
    self.reason = reason
  }

  /// The facts to record, one for each family that went into this one and is held; only a supervisor may.
  public func facts(in caseload: Caseload, by member: Member, today: Day) throws(Refusal) -> [Fact] {
    try member.requireSupervisor()
    guard caseload.families[family] != nil else { throw Refusal(.family, .missing) }
    let held = caseload.parts(of: family).filter { caseload.oversight.hold(on: $0) != nil }
    guard !held.isEmpty else { throw Refusal(.family, .notHeld) }
    let why = try Reason(typed: reason)
    return held.map { .oversight(.holdLifted($0, today, why)) }
  }
}

extension Caseload {
  /// The hold on a family, or on one that was merged with it; nil where there is none.
  public func hold(on family: FamilyID) -> LegalHold? {
    parts(of: family).lazy.compactMap { oversight.hold(on: $0) }.first
  }
}

extension Member {
  /// Refuses everybody but a supervisor: retention and erasure are theirs alone (`domain.md`, "Roles").
  func requireSupervisor() throws(Refusal) {
    if role != .supervisor { throw Refusal(.role, .supervisorsOnly) }
  }
}

extension Reason {
  /// A reason as it was typed, held to a line's length.
  init(typed text: String) throws(Refusal) {
    let plain = plainText(text)
    if plain.count > TextLimit.line { throw Refusal(.reason, .tooLong(max: TextLimit.line)) }
    guard let reason = Reason(plain) else { throw Refusal(.reason, .missing) }
    self = reason
  }
}
