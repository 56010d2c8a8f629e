/// How one score of an instrument is worked out, and what it means.
public struct Score: Hashable, Sendable {
  /// The score's id, unique within the instrument.
  public let id: ScoreID
  /// What people call it.
  public let title: LocalText
  /// Whether it is the score shown where there is room for one.
  public let isPrimary: Bool
  /// How the answers become one number.
  public let method: ScoreMethod
  /// What is done about blanks.
  public let missing: MissingRule
  /// What is done to the raw number, in order.
  public let steps: [ScoreStep]
  /// Whether the raw number is shown and exported too.
  public let keepsRaw: Bool
  /// The lowest and highest score there can be; nil where the file does not say.
  public let range: ClosedRange<Hundredths>?
  /// Decimals the score is usually written with.
  public let decimals: Int
  /// Which way is better.
  public let direction: ScoreDirection
  /// What stretches of the score are called, ascending; for coordinators where they carry a word of severity.
  public let bands: [ScoreBand]
  /// How much change counts.
  public let changeRules: [ChangeRule]
  /// Codes for the score.
  public let codes: [InstrumentCode]

  /// A score worked out by a method.
  public init(
    id: ScoreID, title: LocalText = .none, isPrimary: Bool = false, method: ScoreMethod,
    missing: MissingRule = MissingRule(.complete), steps: [ScoreStep] = [], keepsRaw: Bool = false,
    range: ClosedRange<Hundredths>? = nil, decimals: Int = 0, direction: ScoreDirection,
    bands: [ScoreBand] = [], changeRules: [ChangeRule] = [], codes: [InstrumentCode] = []
  ) {
    self.id = id
    self.title = title
    self.isPrimary = isPrimary
    self.method = method
    self.missing = missing
    self.steps = steps
    self.keepsRaw = keepsRaw
    self.range = range
    self.decimals = decimals
    self.direction = direction
    self.bands = bands
    self.changeRules = changeRules
    self.codes = codes
  }

  /// The band a score lies in: the last one that begins at or below it.
  public func band(of value: Hundredths) -> ScoreBand? { bands.last { $0.from <= value } }

  /// The score as people read it: with the file's decimals, and with more where rounding would hide a part of it
  /// (a prorated 9.5 must not read as the 10 of the next band).
  public func text(of value: Hundredths) -> String {
    let needed = value.count % 100 == 0 ? 0 : value.count % 10 == 0 ? 1 : 2
    return value.text(decimals: max(min(decimals, 2), needed))
  }
}

/// How answers become one number.
public enum ScoreMethod: Hashable, Sendable {
  case sum([ItemID])
  case mean([ItemID])
  /// One for each answer that compares so; the values are the scored ones.
  case count([CountRule])
  case item(ItemID)
  case sumOfScores([ScoreID])
  /// No number at all: the questions are for talking about.
  case none

  /// The questions it uses, in the order of the file; a question that counts twice stands twice.
  var items: [ItemID] {
    switch self {
    case .sum(let items), .mean(let items): items
    case .item(let item): [item]
    case .count(let rules): rules.flatMap(\.items)
    case .sumOfScores, .none: []
    }
  }
}

/// Questions of which each counts one where its scored value compares so.
public struct CountRule: Hashable, Sendable {
  /// The questions.
  public let items: [ItemID]
  /// How the scored value is to compare.
  public let comparison: Comparison

  /// Counts the questions whose scored value compares so.
  public init(items: [ItemID], comparison: Comparison) {
    self.items = items
    self.comparison = comparison
  }
}

/// Which way a score is better.
public enum ScoreDirection: String, CaseIterable, Hashable, Sendable {
  case higherIsBetter = "higher-is-better"
  case higherIsWorse = "higher-is-worse"
  case none
}

/// One thing done to a raw number.
public enum ScoreStep: Hashable, Sendable {
  /// Multiplied, then added to.
  case linear(multiply: Hundredths, add: Hundredths)
  /// Looked up; a number that is not in the table has no score.
  case lookup([Hundredths: Hundredths])
}

/// A stretch of a score with a name, from its beginning up to, not including, the next one's.
public struct ScoreBand: Hashable, Sendable {
  /// The band's id, unique within the score.
  public let id: String
  /// Where it begins.
  public let from: Hundredths
  /// What it is called.
  public let label: LocalText
  /// How worrying it is, 0 (not) to 4, where the file says.
  public let concern: Int?
  /// Whether only coordinators see its name.
  public let isForCoordinators: Bool

  /// A band that begins at a score.
  public init(
    id: String, from: Hundredths, label: LocalText = .none, concern: Int? = nil,
    isForCoordinators: Bool = false
  ) {
    self.id = id
    self.from = from
    self.label = label
    self.concern = concern
    self.isForCoordinators = isForCoordinators
  }
}
