/// Who went out to visit a family, and came home.
public struct Outings: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: OutingFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
