/// Consents, life events and health reviews of a family, each in the order they were entered; those taken back too.
public struct Background: Hashable, Sendable {
  /// What the family agreed to.
  public internal(set) var consents: [Record<Consent>] = []
  /// The consents that were withdrawn.
  public internal(set) var withdrawals: [ConsentWithdrawal] = []
  /// What happened in the family's life.
  public internal(set) var lifeEvents: [Record<LifeEvent>] = []
  /// The health visitor's reviews that took place.
  public internal(set) var healthReviews: [Record<HealthReview>] = []

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: BackgroundFact, _ kept: KeptEntry) -> Taken {
    switch fact {
    case .consentGiven(let consent):
      consents.append(Record(first: Version(kept, value: consent)))
      return .begins
    case .consentWithdrawn(let withdrawal):
      guard consent(withdrawal.consent) != nil else { return .unknown }
      withdrawals.append(withdrawal)
      return .known
    case .lifeEventRecorded(let event):
      lifeEvents.append(Record(first: Version(kept, value: event)))
      return .begins
    case .healthReviewRecorded(let review):
      healthReviews.append(Record(first: Version(kept, value: review)))
      return .begins
    case .consentAmended(let amendment, let consent):
      return consents.correct(amendment.record, Version(kept, value: consent, reason: amendment.reason))
    case .lifeEventAmended(let amendment, let event):
      return lifeEvents.correct(amendment.record, Version(kept, value: event, reason: amendment.reason))
    case .healthReviewAmended(let amendment, let review):
      return healthReviews.correct(amendment.record, Version(kept, value: review, reason: amendment.reason))
    case .retracted(let amendment): return takeBack(amendment, kept)
    }
  }

  private mutating func takeBack(_ amendment: Amendment, _ kept: KeptEntry) -> Taken {
    let (id, why) = (amendment.record, amendment.reason)
    if consent(id) != nil { return consents.correct(id, Version(kept, value: nil, reason: why)) }
    if lifeEvent(id) != nil {
      return lifeEvents.correct(id, Version(kept, value: nil, reason: why))
    }
    return healthReviews.correct(id, Version(kept, value: nil, reason: why))
  }

  /// The consent of that identity.
  public func consent(_ id: RecordID) -> Record<Consent>? { consents.first { $0.id == id } }

  /// The consents, life events and health reviews that stand, in the order they were entered.
  public var standingRecords: [RecordID] {
    let all =
      consents.filter { !$0.isRetracted }.map { ($0.original.stamp, $0.id) }
      + lifeEvents.filter { !$0.isRetracted }.map { ($0.original.stamp, $0.id) }
      + healthReviews.filter { !$0.isRetracted }.map { ($0.original.stamp, $0.id) }
    return all.sorted { $0 < $1 }.map(\.1)
  }
  /// Whether a consent, a life event or a health review of that identity stands.
  public func isStanding(_ id: RecordID) -> Bool {
    consent(id)?.isRetracted == false || lifeEvent(id)?.isRetracted == false
      || healthReview(id)?.isRetracted == false
  }
  /// The life event of that identity.
  public func lifeEvent(_ id: RecordID) -> Record<LifeEvent>? { lifeEvents.first { $0.id == id } }
  /// The health review of that identity.
  public func healthReview(_ id: RecordID) -> Record<HealthReview>? { healthReviews.first { $0.id == id } }

  /// A child's review of a kind, where one stands.
  public func healthReview(_ review: HealthReviewKind, of child: PersonNumber) -> Record<HealthReview>? {
    healthReviews.last { $0.current?.review == review && $0.current?.child == child }
  }

  /// What takes a record back; nil where there is none of that identity.
  func retraction(of id: RecordID, because reason: String) throws(Refusal) -> Amendment? {
    if let consent = consent(id) { return try consent.retraction(because: reason) }
    if let event = lifeEvent(id) { return try event.retraction(because: reason) }
    return try healthReview(id)?.retraction(because: reason)
  }
}
