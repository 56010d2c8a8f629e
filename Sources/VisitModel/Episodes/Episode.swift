/// One episode of support of a family, as its moves have made it.
public struct Episode: Hashable, Sendable {
  /// The episode's number within the family.
  public let number: EpisodeNumber
  /// The moves that stand, first to last; never empty.
  public private(set) var moves: [EpisodeMove]

  init(opening move: EpisodeMove) {
    number = move.episode
    moves = [move]
  }

  /// An episode of these moves; nil where there are none.
  public init?(moves: [EpisodeMove]) {
    guard let first = moves.first else { return nil }
    number = first.episode
    self.moves = moves
  }

  mutating func follow(_ move: EpisodeMove) { moves.append(move) }

  /// The state now.
  public var state: EpisodeState { moves[moves.count - 1].state }
  /// The day of the move that led to the state now.
  public var since: Day { moves[moves.count - 1].day }
  /// The day the episode began.
  public var began: Day { moves[0].day }
  /// The day the episode reached a stage for the first time, if it did.
  public func reached(_ stage: EpisodeStage) -> Day? { moves.first { $0.state.stage == stage }?.day }
  /// The day waiting is counted from: acceptance, or the first move of an episode taken over later on.
  public var waitingSince: Day { reached(.accepted) ?? began }
}

/// One move of an episode: to which state, and on which day.
public struct EpisodeMove: Hashable, Sendable {
  /// The episode that moves.
  public let episode: EpisodeNumber
  /// The state it moves to.
  public let state: EpisodeState
  /// The day of the move.
  public let day: Day
  /// Of a refusal: the reason from the scheme's list, for counting.
  public let refusal: RefusalID?
  /// The entry that had made the episode what it was when somebody decided to move it; nil where it is not said.
  public let basedOn: RecordID?
  /// What was said of it: of a match, why this volunteer; of an introduction, who of the office went along.
  public let note: String

  /// A move of an episode to a state on a day.
  public init(
    episode: EpisodeNumber, state: EpisodeState, day: Day, refusal: RefusalID? = nil,
    basedOn: RecordID? = nil,
    note: String = ""
  ) {
    self.episode = episode
    self.state = state
    self.day = day
    self.refusal = refusal
    self.basedOn = basedOn
    self.note = note
  }
}
