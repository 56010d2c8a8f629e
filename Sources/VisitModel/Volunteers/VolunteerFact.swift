/// Something that makes a volunteer ready, or something they did: a check, a course, a supervision, a claim.
public enum VolunteerFact: Hashable, Sendable {
}

extension VolunteerFact {
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
