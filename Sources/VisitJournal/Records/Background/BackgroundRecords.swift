internal import VisitModel

/// What is known of a family beyond its details: consents, life events, health reviews. To and from its box.
extension BackgroundFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .consentGiven(let consent): return wireBytes(try WireConsentBox(consent))
    case .consentAmended(let amendment, let consent):
      outer.record = amendment.record.rawValue
      return wireBytes(try WireConsentBox(consent, correcting: amendment))
    case .lifeEventAmended(let amendment, let event):
      outer.record = amendment.record.rawValue
      return wireBytes(try WireLifeEventBox(event, correcting: amendment))
    case .healthReviewAmended(let amendment, let review):
      outer.record = amendment.record.rawValue
      return wireBytes(try WireHealthReviewBox(review, correcting: amendment))
    case .consentWithdrawn(let withdrawal):
      outer.record = withdrawal.consent.rawValue
      var box = WireConsentWithdrawalBox()
      box.day = try wireDay(withdrawal.day, "consent.day")
      box.words = withdrawal.words
      return wireBytes(box)
    case .lifeEventRecorded(let event): return wireBytes(try WireLifeEventBox(event))
    case .healthReviewRecorded(let review): return wireBytes(try WireHealthReviewBox(review))
    case .retracted(let amendment):
      outer.record = amendment.record.rawValue
      return wireBytes(WireRetractionBox(amendment))
    }
  }

  /// A fact of this group from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .consentGiven: self = .consentGiven(try readBox(box, WireConsentBox.self).consent())
    case .consentWithdrawn:
      let withdrawal = try readBox(box, WireConsentWithdrawalBox.self)
      guard withdrawal.hasDay else { throw RecordError(.missing, "consent.day") }
      self = .consentWithdrawn(
        ConsentWithdrawal(
          consent: try outer.readRecord(), day: try readDay(withdrawal.day, "consent.day"),
          words: withdrawal.words))
    case .lifeEventRecorded: self = .lifeEventRecorded(try readBox(box, WireLifeEventBox.self).lifeEvent())
    case .healthReviewRecorded:
      self = .healthReviewRecorded(try readBox(box, WireHealthReviewBox.self).healthReview())
    case .consentAmended:
      let consent = try readBox(box, WireConsentBox.self)
      self = .consentAmended(
        try outer.readAmendment(
          reason: consent.reason, basedOn: consent.hasBasedOn ? consent.basedOn : nil), try consent.consent())
    case .lifeEventAmended:
      let event = try readBox(box, WireLifeEventBox.self)
      self = .lifeEventAmended(
        try outer.readAmendment(reason: event.reason, basedOn: event.hasBasedOn ? event.basedOn : nil),
        try event.lifeEvent())
    case .healthReviewAmended:
      let review = try readBox(box, WireHealthReviewBox.self)
      self = .healthReviewAmended(
        try outer.readAmendment(reason: review.reason, basedOn: review.hasBasedOn ? review.basedOn : nil),
        try review.healthReview())
    case .backgroundRetracted: self = .retracted(try outer.readRetraction(box))
    default: throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
    }
  }
}

extension WireConsentBox {
  init(_ consent: Consent, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    if let amendment { (reason, basedOn) = (amendment.reason.text, amendment.basedOn.rawValue) }
    switch consent.scope {
    case .holdRecord: purpose = .holdRecord
    case .tellReferrer: purpose = .tellReferrer
    case .share(let agency): shareWith = agency
    case .statistics: purpose = .statistics
    case .story: purpose = .story
    }
    given = try wireDay(consent.given, "consent.given")
    how = WireConsentWay(consent.how)
    person = try wireCount(consent.by.count, "consent.person")
    if let name = consent.takenBy { takenBy = name }
    if let day = consent.expires { expires = try wireDay(day, "consent.expires") }
  }

  func consent() throws(RecordError) -> Consent {
    guard hasGiven else { throw RecordError(.missing, "consent.given") }
    return Consent(
      scope: try readScope(), given: try readDay(given, "consent.given"),
      how: try readChoice(how, "consent.how"), by: PersonNumber(try readNumber(person, "consent.person")),
      takenBy: hasTakenBy ? takenBy : nil,
      expires: hasExpires ? try readDay(expires, "consent.expires") : nil)
  }

  private func readScope() throws(RecordError) -> ConsentScope {
    switch scope {
    case .shareWith(let agency): return .share(with: agency)
    case .purpose(.holdRecord): return .holdRecord
    case .purpose(.tellReferrer): return .tellReferrer
    case .purpose(.statistics): return .statistics
    case .purpose(.story): return .story
    case .purpose(let other):
      throw RecordError(
        other.rawValue == 0 ? .missing : .unknownValue(other.rawValue), "consent.purpose")
    case nil: throw RecordError(.missing, "consent.scope")
    }
  }
}

extension WireLifeEventBox {
  init(_ event: LifeEvent, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    if let amendment { (reason, basedOn) = (amendment.reason.text, amendment.basedOn.rawValue) }
    day = try wireDay(event.day, "life_event.day")
    kind = event.kind.rawValue
    what = event.what
    if let number = event.person { person = try wireCount(number.count, "life_event.person") }
  }

  func lifeEvent() throws(RecordError) -> LifeEvent {
    guard hasDay else { throw RecordError(.missing, "life_event.day") }
    return LifeEvent(
      day: try readDay(day, "life_event.day"), kind: LifeEventID(rawValue: kind), what: what,
      person: hasPerson ? PersonNumber(try readNumber(person, "life_event.person")) : nil)
  }
}

extension WireHealthReviewBox {
  init(_ review: HealthReview, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    if let amendment { (reason, basedOn) = (amendment.reason.text, amendment.basedOn.rawValue) }
    child = try wireCount(review.child.count, "health_review.child")
    self.review = WireHealthReview(review.review)
    day = try wireDay(review.day, "health_review.day")
    note = review.note
  }

  func healthReview() throws(RecordError) -> HealthReview {
    guard hasDay else { throw RecordError(.missing, "health_review.day") }
    return HealthReview(
      child: PersonNumber(try readNumber(child, "health_review.child")),
      review: try readChoice(review, "health_review.review"), day: try readDay(day, "health_review.day"),
      note: note)
  }
}

extension WireConsentWay: WireChoice {
  init(_ meaning: ConsentWay) {
    switch meaning {
    case .signed: self = .signed
    case .spoken: self = .spoken
    case .online: self = .online
    }
  }
}

extension WireHealthReview: WireChoice {
  init(_ meaning: HealthReviewKind) {
    switch meaning {
    case .antenatal: self = .antenatal
    case .newBirth: self = .newBirth
    case .sixWeeks: self = .sixWeeks
    case .oneYear: self = .oneYear
    case .twoYears: self = .twoYears
    }
  }
}
