/// The states of a concern, in their order.
public enum ConcernStage: String, CaseIterable, Hashable, Sendable, TypedChoice {
  case raised, acknowledged, acting, closed

  /// The states that may follow this one (`domain.md`, "Concerns"): a concern is closed only after something was done
  /// about it, be it to decide and write down why nobody was told.
  public var next: [ConcernStage] {
    switch self {
    case .raised: [.acknowledged]
    case .acknowledged: [.acting]
    case .acting: [.closed]
    case .closed: []
    }
  }
}

/// Something done about a concern.
public struct ConcernAction: Hashable, Sendable {
  /// What was done, or is to be done.
  public var what: String
  /// Who does it.
  public var who: String
  /// When.
  public var at: Moment
  /// What came of it; empty while that is not known.
  public var outcome: String
  /// Why nobody was told outside the scheme, where that was the decision.
  public var notReferring: Reason?

  /// An action by somebody at a moment.
  public init(what: String, who: String, at: Moment, outcome: String = "", notReferring: Reason? = nil) {
    self.what = what
    self.who = who
    self.at = at
    self.outcome = outcome
    self.notReferring = notReferring
  }
}

/// That somebody of the office has a concern in hand, or signed it off: when, and what they said to it.
public struct ConcernMark: Hashable, Sendable {
  /// When.
  public let at: Moment
  /// What they said to it; the reason, where a concern is closed.
  public let words: String
  /// Who; nil until the entry is taken in, which says so itself.
  public internal(set) var author: MemberNumber?

  /// A mark made at a moment.
  public init(at: Moment, words: String = "") {
    self.at = at
    self.words = words
  }
}
