internal import VisitModel

/// Each kind of fact as its two parts. To add a kind: its case here twice, its messages in `records.proto`.
extension Fact {
  /// What stands outside, and the box's bytes.
  func parts() throws(RecordError) -> (outer: WireOuter, box: [UInt8]) {
    var outer = WireOuter()
    outer.kind = WireKind(kind)
    if let family { outer.family = family.rawValue }
    switch self {
    case .schemeSet(let scheme): return (outer, wireBytes(try WireSchemeBox(scheme)))
    case .memberJoined(let member): return (outer, wireBytes(try WireMemberBox(member)))
    case .memberLeft(let number, let reason):
      return (outer, wireBytes(try WireMemberLeftBox(number, reason)))
    case .volunteerAdded(let volunteer): return (outer, wireBytes(try WireVolunteerBox(volunteer)))
    case .volunteerAmended(let volunteer, let reason):
      return (outer, wireBytes(try WireVolunteerBox(volunteer, reason: reason)))
    case .familyAdded(_, let family): return (outer, wireBytes(try WireFamilyBox(family)))
    case .familyAmended(_, let family, let reason):
      return (outer, wireBytes(try WireFamilyBox(family, reason: reason)))
    case .familyMerged(let merge, let reason): return (outer, wireBytes(try WireMergeBox(merge, reason)))
    case .episodeOpened(_, let move), .episodeMoved(_, let move):
      try outer.set(move)
      return (outer, wireBytes(try WireEpisodeBox(move)))
    case .visitPlanned(_, let plan):
      outer.day = try wireDay(plan.day, "outer.day")
      var box = WirePlanBox()
      if let start = plan.start { box.start = wireTime(start) }
      return (outer, wireBytes(box))
    case .visitRecorded(let visit):
      try outer.set(visit)
      return (outer, wireBytes(try WireVisitBox(visit)))
    case .visitAmended(let amendment, let visit):
      try outer.set(visit)
      outer.record = amendment.record.rawValue
      return (outer, wireBytes(try WireVisitBox(visit, correcting: amendment)))
    case .visitRetracted(let amendment, _), .checkInRetracted(let amendment, _),
      .mergeUndone(_, let amendment):
      outer.record = amendment.record.rawValue
      return (outer, wireBytes(WireRetractionBox(amendment)))
    case .followUpDone(_, let visit):
      outer.record = visit.rawValue
      return (outer, [])
    case .checkInRecorded(let checkIn):
      outer.day = try wireDay(checkIn.day, "outer.day")
      return (outer, wireBytes(try WireCheckInBox(checkIn)))

    case .background(_, let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .assessment(_, let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .volunteering(let volunteer, let fact):
      let box = try fact.box(of: volunteer, &outer)
      return (outer, box)

    case .outing(_, let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .service(_, let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .directory(let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .evaluation(_, let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .concern(let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .wording(let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .oversight(let fact):
      let box = try fact.box(&outer)
      return (outer, box)

    case .sealed: throw RecordError(.noKey, "entry.vault")
    }
  }

  /// A fact from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .schemeSet: self = .schemeSet(try readBox(box, WireSchemeBox.self).scheme())
    case .memberJoined: self = .memberJoined(try readBox(box, WireMemberBox.self).member())
    case .memberLeft:
      let left = try readBox(box, WireMemberLeftBox.self)
      self = .memberLeft(
        MemberNumber(try readNumber(left.number, "member.number")), try readReason(left.reason))
    case .volunteerAdded: self = .volunteerAdded(try readBox(box, WireVolunteerBox.self).volunteer())
    case .volunteerAmended:
      let volunteer = try readBox(box, WireVolunteerBox.self)
      self = .volunteerAmended(try volunteer.volunteer(), try readReason(volunteer.reason))
    case .familyAdded:
      self = .familyAdded(try outer.readFamily(), try readBox(box, WireFamilyBox.self).family())
    case .familyAmended:
      let family = try readBox(box, WireFamilyBox.self)
      self = .familyAmended(try outer.readFamily(), try family.family(), try readReason(family.reason))
    case .familyMerged:
      let box = try readBox(box, WireMergeBox.self)
      self = .familyMerged(try box.merge(into: try outer.readFamily()), try readReason(box.reason))
    case .mergeUndone: self = .mergeUndone(try outer.readFamily(), try outer.readRetraction(box))
    case .episodeOpened:
      self = .episodeOpened(
        try outer.readFamily(), try outer.episodeMove(try readBox(box, WireEpisodeBox.self)))
    case .episodeMoved:
      self = .episodeMoved(
        try outer.readFamily(), try outer.episodeMove(try readBox(box, WireEpisodeBox.self)))
    case .visitPlanned:
      let plan = try readBox(box, WirePlanBox.self)
      let start = plan.hasStart ? try readTime(plan.start, "plan.start") : nil
      self = .visitPlanned(try outer.readFamily(), VisitPlan(day: try outer.readDay(), start: start))
    case .visitRecorded: self = .visitRecorded(try outer.visit(try readBox(box, WireVisitBox.self)))
    case .visitAmended:
      let visit = try readBox(box, WireVisitBox.self)
      self = .visitAmended(
        try outer.readAmendment(reason: visit.reason, basedOn: visit.hasBasedOn ? visit.basedOn : nil),
        try outer.visit(visit))
    case .visitRetracted:
      self = .visitRetracted(try outer.readRetraction(box), try outer.readFamily())
    case .followUpDone: self = .followUpDone(try outer.readFamily(), visit: try outer.readRecord())
    case .checkInRecorded:
      self = .checkInRecorded(
        try readBox(box, WireCheckInBox.self).checkIn(
          family: try outer.readFamily(), day: try outer.readDay()))
    case .checkInRetracted:
      self = .checkInRetracted(try outer.readRetraction(box), try outer.readFamily())

    // Background of a family.
    case .consentGiven, .consentWithdrawn, .consentAmended, .lifeEventRecorded, .lifeEventAmended,
      .healthReviewRecorded, .healthReviewAmended, .backgroundRetracted:
      self = .background(try outer.readFamily(), try BackgroundFact(kind, outer, box: box))

    // Referral, assessment and plan.
    case .referralRecorded, .referralAmended, .assessmentRecorded, .assessmentAmended, .supportPlanMade,
      .supportPlanAmended, .planActionTicked, .assessmentRetracted:
      self = .assessment(try outer.readFamily(), try AssessmentFact(kind, outer, box: box))

    // Volunteers.
    case .referenceTaken, .vettingChecked, .preparationNoted, .supervisionHeld, .trainingDone,
      .expensesClaimed, .volunteerNoteAmended, .volunteerNoteRetracted:
      self = try Fact(volunteering: kind, outer, box: box)

    // Outings.
    case .outingBegan, .cameHome, .outingAmended, .outingRetracted:
      self = .outing(try outer.readFamily(), try OutingFact(kind, outer, box: box))

    // Services that a family uses.
    case .serviceUseBegan, .serviceUseMoved, .serviceSessionNoted, .serviceUseAmended,
      .serviceUseRetracted:
      self = .service(try outer.readFamily(), try ServiceFact(kind, outer, box: box))

    // The directory of services.
    case .serviceAdded, .serviceAmended: self = .directory(try DirectoryFact(kind, box: box))

    // Evaluation.
    case .moveAmended, .moveRetracted, .reviewHeld, .reviewAmended, .reviewRetracted, .feedbackGiven,
      .feedbackAmended, .feedbackRetracted, .letterWritten:
      self = .evaluation(try outer.readFamily(), try EvaluationFact(kind, outer, box: box))

    // Concerns.
    case .concernRaised, .concernCopied, .concernAmended, .concernAcknowledged, .concernActed,
      .concernActionAmended, .concernClosed:
      self = .concern(try ConcernFact(kind, box: box))

    // Wording of instruments.
    case .wordingAdded, .wordingRemoved, .instrumentSwitched:
      self = .wording(try WordingFact(kind, box: box))

    // Oversight.
    case .familyOpened, .holdSet, .holdLifted, .familyErased, .numbersKept, .exportMade, .accessGranted,
      .accessWithdrawn, .accessPackMade:
      guard let fact = try OversightFact(kind, outer, box: box) else {
        throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
      }
      self = .oversight(fact)
    }
  }
}

extension WireOuter {
  func readRetraction(_ bytes: [UInt8]) throws(RecordError) -> Amendment {
    let box = try readBox(bytes, WireRetractionBox.self)
    return try readAmendment(reason: box.reason, basedOn: box.hasBasedOn ? box.basedOn : nil)
  }
}

extension SealedFact {
  /// What can be said of a fact whose box stays shut.
  init(_ kind: FactKind, _ outer: WireOuter) throws(RecordError) {
    let isVisit = kind == .visitRecorded || kind == .visitAmended
    self.init(
      kind: kind, family: outer.hasFamily ? FamilyID(rawValue: outer.family) : nil,
      record: outer.hasRecord ? RecordID(bits: outer.record) : nil,
      visit: isVisit ? try outer.visitNumbers() : nil)
  }
}
