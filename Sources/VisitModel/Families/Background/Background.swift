/// Consents, life events and health reviews of a family, each in the order they were entered; those taken back too.
public struct Background: Hashable, Sendable {
  /// What the family agreed to.
  public private(set) var consents: [Record<Consent>] = []
  /// The consents that were withdrawn.
  public private(set) var withdrawals: [ConsentWithdrawal] = []
  /// What happened in the family's life.
  public private(set) var lifeEvents: [Record<LifeEvent>] = []
  /// The health visitor's reviews that took place.
  public private(set) var healthReviews: [Record<HealthReview>] = []

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
    case .retracted(let amendment): return takeBack(amendment, kept)
    }
  }

  private mutating func takeBack(_ amendment: Amendment, _ kept: KeptEntry) -> Taken {
    let (id, why) = (amendment.record, amendment.reason)
    if consent(id) != nil { return consents.correct(id, Version(kept, value: nil, reason: why)) }
    if lifeEvents.contains(where: { $0.id == id }) {
      return lifeEvents.correct(id, Version(kept, value: nil, reason: why))
    }
    return healthReviews.correct(id, Version(kept, value: nil, reason: why))
  }

  /// The consent of that identity.
  public func consent(_ id: RecordID) -> Record<Consent>? { consents.first { $0.id == id } }

  /// A child's review of a kind, where one stands.
  public func healthReview(_ review: HealthReviewKind, of child: PersonNumber) -> Record<HealthReview>? {
    healthReviews.last { $0.current?.review == review && $0.current?.child == child }
  }

  /// What takes a record back; nil where there is none of that identity.
  func retraction(of id: RecordID, because reason: String) throws(Refusal) -> Amendment? {
    if let consent = consent(id) { return try consent.retraction(because: reason) }
    if let event = lifeEvents.first(where: { $0.id == id }) { return try event.retraction(because: reason) }
    return try healthReviews.first { $0.id == id }?.retraction(because: reason)
  }
}
