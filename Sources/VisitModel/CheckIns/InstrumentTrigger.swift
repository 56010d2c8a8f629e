/// What an instrument's file wants done about certain answers or scores, such as a thought of self-harm.
public struct InstrumentTrigger: Hashable, Sendable {
  /// The trigger's id, unique within the instrument.
  public let id: String
  /// When it fires.
  public let when: AnswerCondition
  /// How soon something is to be done.
  public let level: TriggerLevel
  /// Whether it is looked at after every answer rather than once at the end.
  public let isOnAnswer: Bool
  /// What it is about, for coordinators.
  public let title: LocalText
  /// What a volunteer is told to do.
  public let volunteer: LocalText
  /// What a coordinator is told to do.
  public let coordinator: LocalText

  /// A trigger that fires on a condition.
  public init(
    id: String, when: AnswerCondition, level: TriggerLevel, isOnAnswer: Bool = false,
    title: LocalText = .none,
    volunteer: LocalText = .none, coordinator: LocalText = .none
  ) {
    self.id = id
    self.when = when
    self.level = level
    self.isOnAnswer = isOnAnswer
    self.title = title
    self.volunteer = volunteer
    self.coordinator = coordinator
  }
}

/// How soon something is to be done about a trigger, most urgent first.
public enum TriggerLevel: String, CaseIterable, Hashable, Sendable {
  /// The whole screen at once, not to be left without writing down what was done.
  case now
  case sameDay = "same-day"
  case nextReview = "next-review"
  case note
}

/// What has to hold of the answers and scores of a check-in.
public indirect enum AnswerCondition: Hashable, Sendable {
  case all([AnswerCondition])
  case any([AnswerCondition])
  case not(AnswerCondition)
  /// The answer to a question compares so; the value is the option's own, before any reversing. Never so of a
  /// blank.
  case item(ItemID, Comparison)
  /// A score compares so; never so where there is no score.
  case score(ScoreID, Comparison)
  /// The question was reached and left without an answer, whether declined or not asked: where an answer is
  /// missed, missing too much is the safer mistake.
  case skipped(ItemID)
  /// A score is worse than at the start by the default change rule.
  case worsened(ScoreID)
}

/// How a value is to compare.
public struct Comparison: Hashable, Sendable {
  /// The comparison.
  public let relation: Relation
  /// What it is compared with: one value, or several for ``Relation/isOneOf``.
  public let operands: [Operand]

  /// A comparison with a value, or with several.
  public init(_ relation: Relation, _ operands: [Operand]) {
    self.relation = relation
    self.operands = operands
  }

  /// What a value can be compared with.
  public enum Operand: Hashable, Sendable {
    case number(Hundredths)
    case option(OptionID)
  }

  /// The comparisons of the file format; the raw value is how a file writes them.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    case equals = "=="
    case differs = "!="
    case below = "<"
    case atMost = "<="
    case above = ">"
    case atLeast = ">="
    case isOneOf = "in"
  }

  /// Whether a number, or the option it came from, compares so.
  func holds(of number: Hundredths?, option: OptionID? = nil) -> Bool {
    switch relation {
    case .equals, .isOneOf: operands.contains { matches($0, number, option) }
    case .differs: (number != nil || option != nil) && !operands.contains { matches($0, number, option) }
    case .below: ordered(number) { $0 < $1 }
    case .atMost: ordered(number) { $0 <= $1 }
    case .above: ordered(number) { $0 > $1 }
    case .atLeast: ordered(number) { $0 >= $1 }
    }
  }

  private func matches(_ operand: Operand, _ number: Hundredths?, _ option: OptionID?) -> Bool {
    switch operand {
    case .number(let wanted): number == wanted
    case .option(let wanted): option == wanted
    }
  }

  private func ordered(_ number: Hundredths?, _ order: (Hundredths, Hundredths) -> Bool) -> Bool {
    guard let number, case .number(let limit)? = operands.first else { return false }
    return order(number, limit)
  }
}
