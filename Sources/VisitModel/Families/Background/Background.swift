/// Consents, life events and health reviews of a family.
public struct Background: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: BackgroundFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
