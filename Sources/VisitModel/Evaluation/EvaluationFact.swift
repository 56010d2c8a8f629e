/// Whether support has worked, and which way it went: corrected moves, reviews, letters, feedback.
public enum EvaluationFact: Hashable, Sendable {
  /// A move along the pathway was wrong, and is this one.
  case moveAmended(Amendment, EpisodeMove)
  /// A move along the pathway never was.
  case moveRetracted(Amendment, EpisodeNumber)
}

extension EvaluationFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .moveAmended: .moveAmended
    case .moveRetracted: .moveRetracted
    }
  }
}
