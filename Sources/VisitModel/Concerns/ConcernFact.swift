/// A concern raised, or what was done about it.
public enum ConcernFact: Hashable, Sendable {
  case raised(Concern)
  /// The own copy of whoever raised it and does not read what the office reads; a later one takes its place.
  case copied(Concern)
  case amended(Concern, Reason)
  case acknowledged(RecordID, ConcernMark)
  case acted(RecordID, ConcernAction)
  /// What came of an action, or a correction of it; the action is named by the entry that began it.
  case actionAmended(RecordID, action: RecordID, ConcernAction, Reason)
  /// Signed off by the safeguarding lead, with the reason.
  case closed(RecordID, ConcernMark)
}

extension ConcernFact {
  /// What kind of fact it is.
  var kind: FactKind {
    switch self {
    case .raised: .concernRaised
    case .copied: .concernCopied
    case .amended: .concernAmended
    case .acknowledged: .concernAcknowledged
    case .acted: .concernActed
    case .actionAmended: .concernActionAmended
    case .closed: .concernClosed
    }
  }

  /// Who may read it: the office, and of a copy its author.
  var readers: Readers {
    switch self {
    case .copied: .author
    case .raised, .amended, .acknowledged, .acted, .actionAmended, .closed: .office
    }
  }

  /// The concern it is about.
  public var concern: RecordID {
    switch self {
    case .raised(let concern), .copied(let concern), .amended(let concern, _): concern.id
    case .acknowledged(let id, _), .acted(let id, _), .actionAmended(let id, _, _, _), .closed(let id, _): id
    }
  }
}
