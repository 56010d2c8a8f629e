/// Reviews of a family, and what it said of the support.
public struct Evaluations: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: EvaluationFact, _ kept: KeptEntry) {
    switch fact {
    // A family's file corrects its episodes itself.
    case .moveAmended, .moveRetracted: break
    }
  }
}
