/// Something known of a family beyond its details: a consent, a life event, a health review.
public enum BackgroundFact: Hashable, Sendable {
  case consentGiven(Consent)
  case consentWithdrawn(ConsentWithdrawal)
  case lifeEventRecorded(LifeEvent)
  case healthReviewRecorded(HealthReview)
  /// A consent, a life event or a health review was entered in error.
  case retracted(Amendment)
}

extension BackgroundFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .consentGiven: .consentGiven
    case .consentWithdrawn: .consentWithdrawn
    case .lifeEventRecorded: .lifeEventRecorded
    case .healthReviewRecorded: .healthReviewRecorded
    case .retracted: .backgroundRetracted
    }
  }
}
