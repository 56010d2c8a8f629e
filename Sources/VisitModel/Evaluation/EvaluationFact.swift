/// Whether support has worked: a review, feedback.
public enum EvaluationFact: Hashable, Sendable {
}

extension EvaluationFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
