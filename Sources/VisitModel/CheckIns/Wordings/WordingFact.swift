/// The official wording of an instrument, added under a licence or taken away.
public enum WordingFact: Hashable, Sendable {
}

extension WordingFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    }
  }
}
