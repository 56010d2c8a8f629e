/// What was done with the records themselves.
public struct OversightBook: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: OversightFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
