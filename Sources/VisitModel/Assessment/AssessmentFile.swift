/// Referrals, assessments and plans of a family.
public struct AssessmentFile: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: AssessmentFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
