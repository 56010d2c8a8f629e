/// How a family came to the scheme and what it needs: a referral, an assessment, a plan.
public enum AssessmentFact: Hashable, Sendable {
}

extension AssessmentFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
