/// A step in a family's use of a service.
public enum ServiceFact: Hashable, Sendable {
}

extension ServiceFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
