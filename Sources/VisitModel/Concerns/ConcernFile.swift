/// A concern with everything that came after: its corrections, who has it in hand, what was done, who signed it off.
public struct ConcernFile: Hashable, Sendable, Identifiable {
  /// The concern's identity.
  public let id: RecordID
  /// What it says, with its history.
  public internal(set) var details: Record<Concern>
  /// Whether it is the raiser's own copy, which says nothing of what the office does.
  public internal(set) var isCopy: Bool
  /// The entry by which somebody took it in hand first.
  public internal(set) var acknowledgement: Version<ConcernMark>?
  /// What was done, in the order it was entered.
  public internal(set) var actions: [Record<ConcernAction>] = []
  /// The entry by which somebody signed it off.
  public internal(set) var closing: Version<ConcernMark>?

  init(_ version: Version<Concern>, id: RecordID, isCopy: Bool) {
    self.id = id
    details = Record(first: version)
    self.isCopy = isCopy
  }

  /// The concern as it is said now.
  public var concern: Concern {
    guard let concern = details.lastSaid else { preconditionFailure("a concern is never taken back") }
    return concern
  }
  /// Who took it in hand first.
  public var acknowledged: ConcernMark? { acknowledgement?.value }
  /// Who signed it off.
  public var closed: ConcernMark? { closing?.value }
  /// Where it stands; nil of a copy, whose reader is not told.
  public var stage: ConcernStage? {
    if isCopy { return nil }
    if closed != nil { return .closed }
    if !actions.isEmpty { return .acting }
    return acknowledged == nil ? .raised : .acknowledged
  }
  /// Whether the office still has to do something.
  public var isOpen: Bool { stage.map { $0 != .closed } ?? false }
  /// Who wrote it down.
  public var author: MemberNumber { details.original.author }
}
