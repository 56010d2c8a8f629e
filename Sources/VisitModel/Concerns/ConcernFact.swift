/// A concern raised, or what was done about it.
public enum ConcernFact: Hashable, Sendable {
}

extension ConcernFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
  /// Who may read it.
  var readers: Readers {
    switch self {
    }
  }
}
