/// What a family and the scheme agreed to work on: goals in the family's words, what will be done for each, and the day
/// on which support is to end, known from the start.
public struct SupportPlan: Hashable, Sendable {
  /// The family's episode.
  public var episode: EpisodeNumber
  /// The day it was agreed.
  public var made: Day
  /// The goals, in the order they were agreed.
  public var goals: [PlanGoal]
  /// The day on which support is to end.
  public var endingOn: Day

  /// A plan agreed on a day, with the day on which support is to end.
  public init(episode: EpisodeNumber, made: Day, goals: [PlanGoal], endingOn: Day) {
    self.episode = episode
    self.made = made
    self.goals = goals
    self.endingOn = endingOn
  }

  /// Everything that is to be done, goal by goal.
  public var actions: [PlanAction] { goals.flatMap(\.actions) }
}

/// One thing that is to be done: what, by whom, by when.
public struct PlanAction: Hashable, Sendable {
  /// Its number within the plan, which later versions keep.
  public var number: ActionNumber
  /// What is to be done.
  public var what: String
  /// Who will do it.
  public var who: String
  /// The day by which it is to be done.
  public var by: Day?

  /// Something to be done.
  public init(number: ActionNumber, what: String, who: String = "", by: Day? = nil) {
    self.number = number
    self.what = what
    self.who = who
    self.by = by
  }
}

/// The number of something to be done within a plan, from 1.
public struct ActionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Reads `2`.
  public init?(typed text: some StringProtocol) {
    guard let count = wholeNumber(text.utf8), count > 0 else { return nil }
    self.init(count)
  }
  /// Such as `2`.
  public var description: String { "\(count)" }
  /// Lower numbers come first.
  public static func < (left: ActionNumber, right: ActionNumber) -> Bool { left.count < right.count }
}

/// That something of a plan was done, or is not done after all.
public struct ActionTick: Hashable, Sendable {
  /// The plan, by the entry that began it.
  public let plan: RecordID
  /// The action.
  public let action: ActionNumber
  /// The day it was done; nil where it is to be done still.
  public let done: Day?

  /// An action that was done on a day, or not after all.
  public init(plan: RecordID, action: ActionNumber, done: Day?) {
    self.plan = plan
    self.action = action
    self.done = done
  }
}
