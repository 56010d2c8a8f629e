/// Something done with the records themselves: a hold, an erasure, an export, an opening from outside.
///
/// Which family it is about stands inside the box, so that nobody but the office learns that there is a hold or who
/// looked; only an erasure says so outside, because every reader has to know that the family is gone.
public enum OversightFact: Hashable, Sendable {
  /// A family was opened by somebody whose caseload it is not in.
  case familyOpened(FamilyOpening)
  /// A family may not be erased.
  case holdSet(FamilyID, LegalHold)
  /// A family may be erased again, since a day, for a reason.
  case holdLifted(FamilyID, Day, Reason)
  /// A family was erased.
  case familyErased(FamilyErasure)
  /// The plain numbers of a family that was erased, which summaries go on counting.
  case numbersKept(KeptNumbers)
  /// Records left the scheme in a file.
  case exportMade(ExportNote)
  /// A member was given a family's key.
  case accessGranted(FamilyID, MemberNumber, Reason)
  /// A member's key to a family was taken away.
  case accessWithdrawn(FamilyID, MemberNumber, Reason)
  /// Everything held on a family was handed out, on a day, for a reason.
  case accessPackMade(FamilyID, Day, Reason)
}

extension OversightFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .familyOpened: .familyOpened
    case .holdSet: .holdSet
    case .holdLifted: .holdLifted
    case .familyErased: .familyErased
    case .numbersKept: .numbersKept
    case .exportMade: .exportMade
    case .accessGranted: .accessGranted
    case .accessWithdrawn: .accessWithdrawn
    case .accessPackMade: .accessPackMade
    }
  }

  /// Who may read it: the office, but for the numbers that everybody's summaries count.
  var readers: Readers {
    if case .numbersKept = self { .usual } else { .office }
  }

  /// The family it is about, where that stands outside its box.
  var family: FamilyID? {
    if case .familyErased(let erasure) = self { erasure.family } else { nil }
  }

  /// The family it is about, inside or outside its box.
  var subject: FamilyID? {
    switch self {
    case .familyOpened(let opening): opening.family
    case .holdSet(let family, _), .holdLifted(let family, _, _), .accessGranted(let family, _, _),
      .accessWithdrawn(let family, _, _), .accessPackMade(let family, _, _):
      family
    case .familyErased(let erasure): erasure.family
    case .numbersKept(let numbers): numbers.family
    case .exportMade: nil
    }
  }
}

extension Fact {
  /// The family the fact is about, also where only its readers may know that: what its access pack shows.
  public var subject: FamilyID? {
    switch self {
    case .oversight(let fact): fact.subject
    case .concern(.raised(let concern)), .concern(.copied(let concern)), .concern(.amended(let concern, _)):
      concern.subject.family
    default: family
    }
  }

  /// Whether the fact is about a family: a merge is about both.
  public func isAbout(_ family: FamilyID) -> Bool {
    if case .familyMerged(let merge, _) = self { return merge.family == family || merge.into == family }
    return subject == family
  }

  /// Whether the fact goes when the family it is about is erased: all do, but for the erasure and the numbers it keeps.
  public var goesWithFamily: Bool {
    switch self {
    case .oversight(.familyErased), .oversight(.numbersKept): false
    case .sealed(let sealed): sealed.kind != .familyErased
    default: true
    }
  }
}
