/// A change in the scheme's own directory of services.
public enum DirectoryFact: Hashable, Sendable {
}

extension DirectoryFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
