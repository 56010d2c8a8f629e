internal import VisitModel

/// Notes about a volunteer, to and from their boxes.
extension VolunteerFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(of volunteer: VolunteerNumber, _ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .noted(let note): return wireBytes(try WireVolunteerNoteBox(note, of: volunteer))
    case .amended(let amendment, let note):
      outer.record = amendment.record.rawValue
      var box = try WireVolunteerNoteBox(note, of: volunteer)
      box.reason = amendment.reason.text
      box.basedOn = amendment.basedOn.rawValue
      return wireBytes(box)
    case .retracted(let amendment, let kind):
      outer.record = amendment.record.rawValue
      var box = WireVolunteerRetractionBox()
      box.volunteer = try wireCount(volunteer.count, "volunteer")
      box.kind = WireVolunteerNoteKind(kind)
      box.reason = amendment.reason.text
      box.basedOn = amendment.basedOn.rawValue
      return wireBytes(box)
    }
  }
}

extension Fact {
  /// A fact about a volunteer from its two parts.
  init(volunteering kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    if kind == .volunteerNoteRetracted {
      let retraction = try readBox(box, WireVolunteerRetractionBox.self)
      let amendment = try outer.readAmendment(
        reason: retraction.reason, basedOn: retraction.hasBasedOn ? retraction.basedOn : nil)
      self = .volunteering(
        VolunteerNumber(try readNumber(retraction.volunteer, "volunteer")),
        .retracted(amendment, try readChoice(retraction.kind, "volunteer.kind")))
      return
    }
    let wire = try readBox(box, WireVolunteerNoteBox.self)
    let volunteer = VolunteerNumber(try readNumber(wire.volunteer, "volunteer"))
    let note = try wire.read()
    guard kind == .volunteerNoteAmended else {
      self = .volunteering(volunteer, .noted(note))
      return
    }
    let amendment = try outer.readAmendment(
      reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil)
    self = .volunteering(volunteer, .amended(amendment, note))
  }
}

extension WireVolunteerNoteBox {
  init(_ note: VolunteerNote, of volunteer: VolunteerNumber) throws(RecordError) {
    self.init()
    self.volunteer = try wireCount(volunteer.count, "volunteer")
    switch note {
    case .reference(let reference):
      self.reference.day = try wireDay(reference.day, "reference.day")
      self.reference.referee = reference.referee
      self.reference.isGood = reference.isGood
      self.reference.note = reference.note
    case .check(let check):
      self.check.day = try wireDay(check.day, "check.day")
      self.check.level = check.level.rawValue
      self.check.number = check.number
      self.check.seenBy = check.seenBy
    case .preparation(let preparation):
      self.preparation.day = try wireDay(preparation.day, "preparation.day")
      self.preparation.session = preparation.session
      self.preparation.finishesCourse = preparation.finishesCourse
    case .supervision(let supervision):
      self.supervision.day = try wireDay(supervision.day, "supervision.day")
      self.supervision.supervisor = supervision.supervisor
      self.supervision.note = supervision.note
    case .training(let training):
      self.training.day = try wireDay(training.day, "training.day")
      self.training.title = training.title
    case .claim(let claim):
      self.claim.month = try wireDay(claim.month.firstDay, "claim.month")
      self.claim.milesTenths = try wireCount(claim.miles.tenths, "claim.miles_tenths")
      self.claim.mileagePence = try wireCount(claim.mileage.count, "claim.mileage_pence")
      self.claim.expensesPence = try wireCount(claim.expenses.count, "claim.expenses_pence")
      if let day = claim.paidOn { self.claim.paidOn = try wireDay(day, "claim.paid_on") }
    }
  }

  func read() throws(RecordError) -> VolunteerNote {
    switch note {
    case .reference(let wire):
      return .reference(
        Reference(
          day: try readDay(wire.day, "reference.day"), referee: wire.referee, isGood: wire.isGood,
          note: wire.note))
    case .check(let wire):
      return .check(
        VettingCheck(
          day: try readDay(wire.day, "check.day"), level: VettingLevelID(rawValue: wire.level),
          number: wire.number, seenBy: wire.seenBy))
    case .preparation(let wire):
      return .preparation(
        Preparation(
          day: try readDay(wire.day, "preparation.day"), session: wire.session,
          finishesCourse: wire.finishesCourse))
    case .supervision(let wire):
      return .supervision(
        Supervision(
          day: try readDay(wire.day, "supervision.day"), supervisor: wire.supervisor, note: wire.note))
    case .training(let wire):
      return .training(Training(day: try readDay(wire.day, "training.day"), title: wire.title))
    case .claim(let wire):
      return .claim(
        ExpenseClaim(
          month: try readDay(wire.month, "claim.month").month, miles: Miles(tenths: Int(wire.milesTenths)),
          mileage: Pence(Int(wire.mileagePence)), expenses: Pence(Int(wire.expensesPence)),
          paidOn: wire.hasPaidOn ? try readDay(wire.paidOn, "claim.paid_on") : nil))
    case nil: throw RecordError(.missing, "volunteer.note")
    }
  }
}

extension WireVolunteerNoteKind: WireChoice {
  init(_ meaning: VolunteerNoteKind) {
    switch meaning {
    case .check: self = .check
    case .reference: self = .reference
    case .preparation: self = .preparation
    case .supervision: self = .supervision
    case .training: self = .training
    case .claim: self = .claim
    }
  }
}
