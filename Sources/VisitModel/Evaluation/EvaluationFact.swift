/// Whether support has worked, and which way it went: corrected moves, reviews, letters, feedback.
public enum EvaluationFact: Hashable, Sendable {
  /// A move along the pathway was wrong, and is this one.
  case moveAmended(Amendment, EpisodeMove)
  /// A move along the pathway never was.
  case moveRetracted(Amendment, EpisodeNumber)
  case reviewHeld(Review)
  case reviewAmended(Amendment, Review)
  case reviewRetracted(Amendment)
  case feedbackGiven(Feedback)
  case feedbackAmended(Amendment, Feedback)
  case feedbackRetracted(Amendment)
  case letterWritten(Letter)
}

extension EvaluationFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .moveAmended: .moveAmended
    case .moveRetracted: .moveRetracted
    case .reviewHeld: .reviewHeld
    case .reviewAmended: .reviewAmended
    case .reviewRetracted: .reviewRetracted
    case .feedbackGiven: .feedbackGiven
    case .feedbackAmended: .feedbackAmended
    case .feedbackRetracted: .feedbackRetracted
    case .letterWritten: .letterWritten
    }
  }
}
