/// The services a family was pointed to and used.
public struct ServiceUses: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: ServiceFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
