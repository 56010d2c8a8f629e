internal import VisitModel

/// A concern raised, or what was done about it. To and from its box; outside stand the kind, the author and the stamp alone.
extension ConcernFact {
  /// The bytes of its box.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .raised(let concern), .copied(let concern): return wireBytes(try WireConcernBox(concern))
    case .amended(let concern, let reason):
      var box = try WireConcernBox(concern)
      box.reason = reason.text
      return wireBytes(box)
    case .acknowledged(let id, let mark), .closed(let id, let mark):
      var box = WireConcernMarkBox()
      box.concern = id.rawValue
      box.at = try WireConcernMoment(mark.at)
      box.words = mark.words
      return wireBytes(box)
    case .acted(let id, let action): return wireBytes(try WireConcernActionBox(id, action))
    case .actionAmended(let id, let amended, let action, let reason):
      var box = try WireConcernActionBox(id, action)
      box.action = amended.rawValue
      box.reason = reason.text
      return wireBytes(box)
    }
  }

  /// The fact of a kind from its box.
  init(_ kind: FactKind, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .concernRaised: self = .raised(try readBox(box, WireConcernBox.self).concern())
    case .concernCopied: self = .copied(try readBox(box, WireConcernBox.self).concern())
    case .concernAmended:
      let wire = try readBox(box, WireConcernBox.self)
      self = .amended(try wire.concern(), try readReason(wire.reason))
    case .concernAcknowledged:
      let wire = try readBox(box, WireConcernMarkBox.self)
      self = .acknowledged(RecordID(bits: wire.concern), try wire.mark())
    case .concernClosed:
      let wire = try readBox(box, WireConcernMarkBox.self)
      self = .closed(RecordID(bits: wire.concern), try wire.mark())
    case .concernActed:
      let wire = try readBox(box, WireConcernActionBox.self)
      self = .acted(RecordID(bits: wire.concern), try wire.concernAction())
    case .concernActionAmended:
      let wire = try readBox(box, WireConcernActionBox.self)
      guard wire.hasAction else { throw RecordError(.missing, "concern.action") }
      self = .actionAmended(
        RecordID(bits: wire.concern), action: RecordID(bits: wire.action), try wire.concernAction(),
        try readReason(wire.reason))
    default: preconditionFailure("not a kind of concern: \(kind)")
    }
  }
}

extension WireConcernMoment {
  init(_ moment: Moment) throws(RecordError) {
    self.init()
    day = try wireDay(moment.day, "concern.day")
    time = wireTime(moment.time)
  }

  func moment(_ field: String) throws(RecordError) -> Moment {
    guard hasDay, hasTime else { throw RecordError(.missing, field) }
    return Moment(try readDay(day, field), try readTime(time, field))
  }
}

extension WireConcernBox {
  init(_ concern: Concern) throws(RecordError) {
    self.init()
    id = concern.id.rawValue
    switch concern.subject {
    case .family(let family, let people, let others):
      self.family = family.rawValue
      for person in people { self.people.append(try wireCount(person.count, "concern.people")) }
      somebody = others
    case .somebody(let who): somebody = who
    }
    (seen, said, saidBy, done) = (concern.seen, concern.said, concern.saidBy, concern.done)
    day = try wireDay(concern.day, "concern.day")
    if let time = concern.time { self.time = wireTime(time) }
    present = concern.present
    danger = WireConcernDanger(concern.danger)
    if let told = concern.told {
      self.told = told.whom
      toldAt = try WireConcernMoment(told.at)
    }
    raisedBy = concern.raisedBy
    raised = try WireConcernMoment(concern.raised)
    switch concern.origin {
    case .raised: break
    case .visit(let day): visitDay = try wireDay(day, "concern.visit_day")
    case .answer(let instrument, let trigger, let day):
      answer.instrument = instrument.rawValue
      answer.trigger = trigger
      answer.day = try wireDay(day, "concern.answer")
    }
  }

  func concern() throws(RecordError) -> Concern {
    guard hasDay else { throw RecordError(.missing, "concern.day") }
    guard hasRaised else { throw RecordError(.missing, "concern.raised") }
    return Concern(
      id: RecordID(bits: id), subject: try readSubject(), seen: seen, said: said, saidBy: saidBy, done: done,
      day: try readDay(day, "concern.day"), time: hasTime ? try readTime(time, "concern.time") : nil,
      present: present, danger: try readChoice(danger, "concern.danger"),
      told: hasToldAt ? ConcernTelling(whom: told, at: try toldAt.moment("concern.told_at")) : nil,
      raisedBy: raisedBy, raised: try raised.moment("concern.raised"), origin: try readOrigin())
  }

  private func readSubject() throws(RecordError) -> ConcernSubject {
    guard hasFamily else {
      if somebody.isEmpty { throw RecordError(.missing, "concern.somebody") }
      return .somebody(somebody)
    }
    var numbers: [PersonNumber] = []
    for person in people { numbers.append(PersonNumber(try readNumber(person, "concern.people"))) }
    return .family(FamilyID(rawValue: family), people: numbers, others: somebody)
  }

  private func readOrigin() throws(RecordError) -> ConcernOrigin {
    switch origin {
    case nil: return .raised
    case .visitDay(let day): return .visit(try readDay(day, "concern.visit_day"))
    case .answer(let answer):
      guard answer.hasDay else { throw RecordError(.missing, "concern.answer") }
      return .answer(
        InstrumentID(rawValue: answer.instrument), trigger: answer.trigger,
        try readDay(answer.day, "concern.answer"))
    }
  }
}

extension WireConcernMarkBox {
  func mark() throws(RecordError) -> ConcernMark {
    guard hasAt else { throw RecordError(.missing, "concern.at") }
    return ConcernMark(at: try at.moment("concern.at"), words: words)
  }
}

extension WireConcernActionBox {
  init(_ concern: RecordID, _ action: ConcernAction) throws(RecordError) {
    self.init()
    self.concern = concern.rawValue
    (what, who, outcome) = (action.what, action.who, action.outcome)
    at = try WireConcernMoment(action.at)
    notReferring = action.notReferring?.text ?? ""
  }

  func concernAction() throws(RecordError) -> ConcernAction {
    guard hasAt else { throw RecordError(.missing, "concern.at") }
    return ConcernAction(
      what: what, who: who, at: try at.moment("concern.at"), outcome: outcome,
      notReferring: Reason(notReferring))
  }
}

extension WireConcernDanger: WireChoice {
  init(_ meaning: ConcernDanger) {
    switch meaning {
    case .yes: self = .yes
    case .no: self = .no
    case .notKnown: self = .notKnown
    }
  }
}
