// The commands of whoever raises a concern: raising one, from a form, a visit's worry or an answer; correcting it.

/// Raises a concern that was typed. Anybody may.
public struct RaiseConcern: Sendable {
  /// The new concern's identity, drawn at random.
  public let id: RecordID
  /// The concern as it was typed.
  public let typed: TypedConcern
  /// What it came from.
  public let origin: ConcernOrigin

  /// A concern to be raised.
  public init(id: RecordID, typed: TypedConcern, origin: ConcernOrigin = .raised) {
    self.id = id
    self.typed = typed
    self.origin = origin
  }

  /// The facts to record: the concern for the office, and the own copy of a volunteer.
  ///
  /// - Throws: A refusal with every problem found.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    let checked = try typed.checked(in: caseload, now: now)
    var concern = Concern(
      id: id, subject: checked.subject, day: checked.day, danger: checked.danger, raised: now, origin: origin)
    checked.put(into: &concern)
    return concern.raising(by: member)
  }
}

extension Concern {
  /// The facts that raise this concern as a member.
  public func raising(by member: Member) -> [Fact] {
    [.concern(.raised(self))] + (member.role.isOffice ? [] : [.concern(.copied(self))])
  }

  /// The concern that the worry of a visit is; nil where nothing was worrying. What is not known stays open, since
  /// nothing may be lost on the way.
  public static func worry(of visit: Visit, id: RecordID, now: Moment) -> Concern? {
    guard let worry = visit.worry else { return nil }
    return Concern(
      id: id, subject: .family(visit.family, people: [], others: ""), seen: worry,
      said: visit.familyWords, day: visit.day, time: visit.outcome.contact?.start, danger: .notKnown,
      raised: now, origin: .visit(visit.day))
  }
}

extension Caseload {
  /// The facts that raise a concern for each worry that is new in facts about visits.
  ///
  /// - Parameter draw: Draws the identity of a new concern.
  public func raisingWorries(
    in facts: [Fact], as member: Member, now: Moment, draw: () -> RecordID
  ) -> [Fact] {
    facts.flatMap { fact -> [Fact] in
      let worrying: Visit
      switch fact {
      case .visitRecorded(let visit): worrying = visit
      case .visitAmended(let amendment, let visit):
        guard self.visit(amendment.record)?.visit.lastSaid?.worry == nil else { return [] }
        worrying = visit
      default: return []
      }
      return Concern.worry(of: worrying, id: draw(), now: now)?.raising(by: member) ?? []
    }
  }
}

/// Corrects a concern or adds to it, with a reason; what it said before stays to be seen. The office may, and whoever
/// raised it.
public struct AmendConcern: Sendable {
  /// The concern.
  public let id: RecordID
  /// The concern as it should read, as typed.
  public let typed: TypedConcern
  /// Why.
  public let reason: String

  /// An amendment of a concern for a reason.
  public init(id: RecordID, typed: TypedConcern, reason: String) {
    self.id = id
    self.typed = typed
    self.reason = reason
  }

  /// The facts to record.
  public func facts(in caseload: Caseload, as member: Member, now: Moment) throws(Refusal) -> [Fact] {
    guard let file = caseload.concerns[id] else { throw Refusal(.concern, .noSuchRecord(id.description)) }
    var checking = Checking()
    var amended = file.concern
    do throws(Refusal) {
      try typed.checked(in: caseload, now: now).put(into: &amended)
      // A family that the reader cannot open any more is still whom it is about.
      if case .somebody = amended.subject, file.concern.subject.family != nil, typed[.family].isEmpty {
        amended.subject = file.concern.subject
      }
    } catch {
      checking.add(error)
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let why else { throw Refusal(.reason, .missing) }
    if amended == file.concern { throw Refusal(.concern, .nothingChanged) }
    return amended.amending(because: why, by: member)
  }
}

/// Writes down what somebody did after an answer that signals danger.
public struct WriteWhatIDid: Sendable {
  /// The concern that the answer raised.
  public let id: RecordID
  /// What they did, as typed.
  public let text: String
  /// The reason that the journal shows, in the reader's language.
  public let reason: Reason

  /// What somebody did about a concern.
  public init(id: RecordID, text: String, reason: Reason) {
    self.id = id
    self.text = text
    self.reason = reason
  }

  /// The facts to record.
  public func facts(in caseload: Caseload, as member: Member) throws(Refusal) -> [Fact] {
    guard let file = caseload.concerns[id] else { throw Refusal(.concern, .noSuchRecord(id.description)) }
    var checking = Checking()
    let done = checking.text(.done, text, max: TextLimit.note)
    if done == nil, checking.problems.isEmpty { checking.fail(.done, .missing) }
    try checking.finish()
    guard let done else { throw Refusal(.done, .missing) }
    var amended = file.concern
    amended.done = amended.done.isEmpty ? done : amended.done + "\n" + done
    return amended.amending(because: reason, by: member)
  }
}

extension Concern {
  /// The facts that put this concern in the place of what it said before.
  func amending(because reason: Reason, by member: Member) -> [Fact] {
    [.concern(.amended(self, reason))] + (member.role.isOffice ? [] : [.concern(.copied(self))])
  }
}
