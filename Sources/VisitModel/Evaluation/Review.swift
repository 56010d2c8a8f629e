/// A review of support: whether it has worked, in the family's eyes and the scheme's, and what is tried next where it has
/// not (`domain.md`, "Evaluation").
public struct Review: Hashable, Sendable {
  /// The episode that was reviewed.
  public var episode: EpisodeNumber
  /// The day.
  public var day: Day
  /// Who of the family was there.
  public var present: [PersonNumber]
  /// Who else was there, in words; empty where nobody was.
  public var others: String
  /// Whether what the review before had decided to try has worked; nil where it had decided nothing.
  public var verdict: StrategyVerdict?
  /// What has become of each need that was looked at.
  public var needs: [NeedOutcome]
  /// What has become of it all; where it is no better, with what is tried next.
  public var overall: ReviewOutcome
  /// The family's own words.
  public var familyWords: String
  /// Anything else.
  public var note: String

  /// A review of an episode on a day, with what it found.
  public init(
    episode: EpisodeNumber, day: Day, present: [PersonNumber] = [], others: String = "",
    verdict: StrategyVerdict? = nil, needs: [NeedOutcome] = [], overall: ReviewOutcome,
    familyWords: String = "", note: String = ""
  ) {
    self.episode = episode
    self.day = day
    self.present = present
    self.others = others
    self.verdict = verdict
    self.needs = needs
    self.overall = overall
    self.familyWords = familyWords
    self.note = note
  }
}

/// What a review found. Support that has changed nothing, or made things worse, cannot go on as it was: without the next
/// strategy there is no such finding.
public enum ReviewOutcome: Hashable, Sendable {
  case better
  /// Some of it better and some not; another strategy may be chosen.
  case mixed(NextStrategy?)
  case noChange(NextStrategy)
  case worse(NextStrategy)

  /// The finding without what belongs to it.
  public var word: OutcomeWord {
    switch self {
    case .better: .better
    case .mixed: .mixed
    case .noChange: .noChange
    case .worse: .worse
    }
  }
  /// What is tried next.
  public var strategy: NextStrategy? {
    switch self {
    case .better: nil
    case .mixed(let next): next
    case .noChange(let next), .worse(let next): next
    }
  }
}

/// The names of the findings of a review, of a need or of it all.
public enum OutcomeWord: String, CaseIterable, Hashable, Sendable {
  case better, mixed
  case noChange = "no change"
  case worse

  /// Whether the finding cannot stand without the next strategy.
  public var needsStrategy: Bool { self == .noChange || self == .worse }
}

/// What is tried next, and why that.
public struct NextStrategy: Hashable, Sendable {
  /// The strategy, from the scheme's list.
  public let strategy: StrategyID
  /// Why.
  public let reason: Reason

  /// A strategy with its reason.
  public init(strategy: StrategyID, reason: Reason) {
    self.strategy = strategy
    self.reason = reason
  }
}

/// Whether a strategy that was decided upon has worked.
public struct StrategyVerdict: Hashable, Sendable {
  /// Whether it has.
  public let worked: Worked
  /// More on it, in words.
  public let words: String

  /// A verdict on a strategy.
  public init(_ worked: Worked, words: String = "") {
    self.worked = worked
    self.words = words
  }

  /// Whether a strategy has worked.
  public enum Worked: String, CaseIterable, Hashable, Sendable {
    case yes, partly, no
    case notTried = "not tried"
  }
}

/// What has become of one need.
public struct NeedOutcome: Hashable, Sendable {
  /// The need.
  public let need: NeedID
  /// What has become of it.
  public let outcome: OutcomeWord

  /// What has become of a need.
  public init(need: NeedID, outcome: OutcomeWord) {
    self.need = need
    self.outcome = outcome
  }
}

/// What can be tried next where support has not worked, from the list of strategies.
public struct StrategyID: SchemeListID {
  /// The list of strategies.
  public static let list = ListName.strategies
  /// The id in the list.
  public let rawValue: String
  /// A strategy by its id in the list.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension OutcomeWord: TypedChoice {}
extension StrategyVerdict.Worked: TypedChoice {}
