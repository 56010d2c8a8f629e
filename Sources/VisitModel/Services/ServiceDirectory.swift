/// The services the scheme knows.
public struct ServiceDirectory: Hashable, Sendable {
  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: DirectoryFact, _ kept: KeptEntry) {
    switch fact {
    }
  }
}
