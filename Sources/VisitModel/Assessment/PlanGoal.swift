/// What a family wants to be different, in its own words.
public struct PlanGoal: Hashable, Sendable {
  /// Its number within the plan, which later versions keep: scores are given to the number, so that a goal whose words
  /// are put right is the same goal still.
  public var number: GoalNumber
  /// The family's words.
  public var words: String
  /// The needs it serves.
  public var needs: [NeedID]
  /// What will be done.
  public var actions: [PlanAction]

  /// A goal in the family's words.
  public init(number: GoalNumber, words: String, needs: [NeedID] = [], actions: [PlanAction] = []) {
    self.number = number
    self.words = words
    self.needs = needs
    self.actions = actions
  }
}

/// The number of a goal within a plan, from 1.
public struct GoalNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The counting number, from 1.
  public let count: Int
  /// A number by its count, from 1.
  public init(_ count: Int) { self.count = count }
  /// Such as `2`.
  public var description: String { "\(count)" }
  /// Lower numbers come first.
  public static func < (left: GoalNumber, right: GoalNumber) -> Bool { left.count < right.count }

  /// The question of the goals check-in that asks about it; its score has the same name.
  public var item: ItemID { ItemID(rawValue: "goal\(count)") }
  /// Its score in the goals check-in.
  public var score: ScoreID { ScoreID(rawValue: "goal\(count)") }
}
