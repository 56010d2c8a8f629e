/// A volunteer setting out on a visit, or safely home again.
public enum OutingFact: Hashable, Sendable {
}

extension OutingFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
