/// The official wordings the scheme holds a licence for.
public struct Wordings: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: WordingFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
