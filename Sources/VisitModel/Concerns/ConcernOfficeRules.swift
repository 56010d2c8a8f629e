// The commands of the office on concerns: taking one in hand, acting on it, signing it off.

/// Says that a coordinator has a concern in hand.
public struct AcknowledgeConcern: Sendable {
  /// The concern.
  public let id: RecordID
  /// What they say to it, as typed; may be empty.
  public let words: String

  /// An acknowledgement of a concern.
  public init(id: RecordID, words: String = "") {
    self.id = id
    self.words = words
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    let file = try caseload.concern(id, for: member)
    try file.allow(.acknowledged)
    var checking = Checking()
    let words = checking.text(.words, words, max: TextLimit.note)
    try checking.finish()
    return [.concern(.acknowledged(id, ConcernMark(at: now, words: words ?? "")))]
  }
}

/// An action on a concern as it was typed.
public struct TypedConcernAction: Hashable, Sendable {
  /// What was done.
  public var what: String
  /// Who did it; whoever writes it down where it is empty.
  public var who: String
  /// When; now where it is empty.
  public var at: String
  /// What came of it.
  public var outcome: String
  /// Why nobody was told outside the scheme, where that was the decision.
  public var notReferring: String

  /// An action as typed.
  public init(
    what: String = "", who: String = "", at: String = "", outcome: String = "", notReferring: String = ""
  ) {
    self.what = what
    self.who = who
    self.at = at
    self.outcome = outcome
    self.notReferring = notReferring
  }

  /// An action as it would have been typed, to be corrected.
  public init(_ action: ConcernAction) {
    self.init(
      what: action.what, who: action.who, at: action.at.description, outcome: action.outcome,
      notReferring: action.notReferring?.text ?? "")
  }

  func checked(as member: Member, now: Moment, _ checking: inout Checking) -> ConcernAction? {
    let what = checking.text(.action, what, max: TextLimit.note)
    let reason = checking.text(.notReferring, notReferring, max: TextLimit.note).flatMap(Reason.init)
    // Deciding to tell nobody is something done too.
    if what == nil, reason == nil, checking.problems.isEmpty { checking.fail(.action, .missing) }
    let who = checking.text(.actionBy, who, max: TextLimit.line)
    let at = checking.value(.actionOn, of: at, or: Fault.notADay) { Moment(typed: $0, today: now.day) }
    if let at, at.day > now.day { checking.fail(.actionOn, .inTheFuture(at.day)) }
    let outcome = checking.text(.actionOutcome, outcome, max: TextLimit.note)
    guard checking.problems.isEmpty else { return nil }
    return ConcernAction(
      what: what ?? "", who: who ?? member.name, at: at ?? now, outcome: outcome ?? "", notReferring: reason)
  }
}

/// Writes down what was done about a concern. One that nobody acknowledged is acknowledged by it.
public struct ActOnConcern: Sendable {
  /// The concern.
  public let id: RecordID
  /// The action as typed.
  public let typed: TypedConcernAction

  /// An action on a concern.
  public init(id: RecordID, typed: TypedConcernAction) {
    self.id = id
    self.typed = typed
  }

  /// The facts to record.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    let file = try caseload.concern(id, for: member)
    if file.stage == .closed { try file.allow(.acting) }
    var checking = Checking()
    let action = typed.checked(as: member, now: now, &checking)
    try checking.finish()
    guard let action else { throw Refusal(.action, .missing) }
    let acting = Fact.concern(.acted(id, action))
    return file.stage == .raised
      ? [.concern(.acknowledged(id, ConcernMark(at: now))), acting] : [acting]
  }
}

/// Writes down what came of an action on a concern, or corrects it, with a reason.
public struct AmendConcernAction: Sendable {
  /// The concern.
  public let id: RecordID
  /// The action, by the entry that began it.
  public let action: RecordID
  /// The action as it should read, as typed.
  public let typed: TypedConcernAction
  /// Why.
  public let reason: String

  /// An amendment of an action for a reason.
  public init(id: RecordID, action: RecordID, typed: TypedConcernAction, reason: String) {
    self.id = id
    self.action = action
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    let file = try caseload.concern(id, for: member)
    guard let old = file.actions.first(where: { $0.id == action }) else {
      throw Refusal(.record, .noSuchRecord(action.description))
    }
    var checking = Checking()
    let said = typed.checked(as: member, now: now, &checking)
    let why = checking.reason(reason)
    try checking.finish()
    guard let said, let why else { throw Refusal(.reason, .missing) }
    if said == old.lastSaid { throw Refusal(.action, .nothingChanged) }
    return [.concern(.actionAmended(id, action: action, said, why))]
  }
}

/// Signs a concern off, with the reason; the safeguarding lead does.
public struct CloseConcern: Sendable {
  /// The concern.
  public let id: RecordID
  /// Why it can be closed.
  public let reason: String

  /// A concern to be closed for a reason.
  public init(id: RecordID, reason: String) {
    self.id = id
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    let file = try caseload.concern(id, for: member)
    try file.allow(.closed)
    guard caseload.isSafeguardingLead(member) else { throw Refusal(.concern, .notTheSafeguardingLead) }
    var checking = Checking()
    let why = checking.reason(reason)
    try checking.finish()
    guard let why else { throw Refusal(.reason, .missing) }
    return [.concern(.closed(id, ConcernMark(at: now, words: why.text)))]
  }
}

extension Caseload {
  /// Whether a member signs concerns off: the safeguarding lead that the settings name; where they name none of the
  /// office's members a supervisor, or the coordinator of a scheme that has no supervisor.
  public func isSafeguardingLead(_ member: Member) -> Bool {
    let named = scheme.contacts.safeguardingLead.lowercased()
    let leads = members.values.filter { $0.role.isOffice && !$0.hasLeft && $0.name.lowercased() == named }
    if !leads.isEmpty { return leads.contains { $0.number == member.number } }
    let hasSupervisor = members.values.contains { $0.role == .supervisor && !$0.hasLeft }
    return member.role == .supervisor || (member.role == .coordinator && !hasSupervisor)
  }

  fileprivate func concern(_ id: RecordID, for member: Member) throws(Refusal) -> ConcernFile {
    guard let file = concerns[id] else { throw Refusal(.concern, .noSuchRecord(id.description)) }
    if file.isCopy { throw Refusal(.concern, .notForRole(member.role)) }
    return file
  }
}

extension ConcernFile {
  fileprivate func allow(_ next: ConcernStage) throws(Refusal) {
    guard let stage, !stage.next.contains(next) else { return }
    throw Refusal(.concern, .concernNotAllowed(from: stage, to: next, allowed: stage.next))
  }
}
