/// The concerns that the reader may see.
public struct ConcernBook: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: ConcernFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
