/// Something known of a family beyond its details: a consent, a life event, a health review.
public enum BackgroundFact: Hashable, Sendable {
  case consentGiven(Consent)
  case consentAmended(Amendment, Consent)
  case consentWithdrawn(ConsentWithdrawal)
  case lifeEventRecorded(LifeEvent)
  case lifeEventAmended(Amendment, LifeEvent)
  case healthReviewRecorded(HealthReview)
  case healthReviewAmended(Amendment, HealthReview)
  /// A consent, a life event or a health review was entered in error.
  case retracted(Amendment)
}

extension BackgroundFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .consentGiven: .consentGiven
    case .consentAmended: .consentAmended
    case .consentWithdrawn: .consentWithdrawn
    case .lifeEventRecorded: .lifeEventRecorded
    case .lifeEventAmended: .lifeEventAmended
    case .healthReviewRecorded: .healthReviewRecorded
    case .healthReviewAmended: .healthReviewAmended
    case .retracted: .backgroundRetracted
    }
  }
}
