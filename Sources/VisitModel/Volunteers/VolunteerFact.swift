/// Something that makes a volunteer ready, or something they did: a check, a course, a supervision, a claim.
public enum VolunteerFact: Hashable, Sendable {
  /// Something was noted; the entry begins a record.
  case noted(VolunteerNote)
  /// A note was corrected.
  case amended(Amendment, VolunteerNote)
  /// A note of that kind was taken back.
  case retracted(Amendment, VolunteerNoteKind)
}

extension VolunteerFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .noted(.reference): .referenceTaken
    case .noted(.check): .vettingChecked
    case .noted(.preparation): .preparationNoted
    case .noted(.supervision): .supervisionHeld
    case .noted(.training): .trainingDone
    case .noted(.claim): .expensesClaimed
    case .amended: .volunteerNoteAmended
    case .retracted: .volunteerNoteRetracted
    }
  }

  /// Who may read it: the office, and of claims everybody the numbers outside are open to anyway.
  var readers: Readers {
    switch self {
    case .noted(let note), .amended(_, let note): note.kind.isConfidential ? .office : .usual
    case .retracted(_, let kind): kind.isConfidential ? .office : .usual
    }
  }
}
