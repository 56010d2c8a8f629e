/// Something done with the records themselves: a hold, an erasure, an export, an opening from outside.
public enum OversightFact: Hashable, Sendable {
}

extension OversightFact {
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
  /// The family it is about, where it is about one and may be known to be.
  var family: FamilyID? {
    switch self {
    }
  }
}
