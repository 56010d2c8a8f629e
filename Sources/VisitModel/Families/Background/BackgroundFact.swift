/// Something known of a family beyond its details: a consent, a life event, a health review.
public enum BackgroundFact: Hashable, Sendable {
}

extension BackgroundFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
