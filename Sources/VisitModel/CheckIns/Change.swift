/// How a score changed between two check-ins, by the threshold of the instrument's file.
public enum Change: String, CaseIterable, Hashable, Sendable {
  case better, worse
  /// Less change than the threshold asks for, either way.
  case noReliableChange
  /// The file names no threshold, so nothing is said.
  case noThreshold

  /// One word for several scores: any that is worse outweighs those that are better (`instruments.md`).
  public static func overall(_ changes: some Sequence<Change>) -> Change {
    let all = Set(changes)
    return [.worse, .better, .noReliableChange].first(where: all.contains) ?? .noThreshold
  }
}

/// How much a score has to change to count.
public struct ChangeRule: Hashable, Sendable {
  /// The rule's id, unique within the score.
  public let id: String
  /// Whether the amount is more than chance (reliable) or matters to people (important).
  public let kind: Kind
  /// What the amounts are measured in.
  public let unit: Unit
  /// The amount of improvement that counts; nil where none does.
  public let better: Hundredths?
  /// The amount of deterioration that counts; nil where none does.
  public let worse: Hundredths?
  /// Whether exactly the amount counts already.
  public let isInclusive: Bool
  /// Whether this rule is used where no other is named.
  public let isDefault: Bool
  /// Where the amounts come from.
  public let citation: String?

  /// A rule with its amounts.
  public init(
    id: String, kind: Kind, unit: Unit = .points, better: Hundredths?, worse: Hundredths?,
    isInclusive: Bool = true, isDefault: Bool = false, citation: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.unit = unit
    self.better = better
    self.worse = worse
    self.isInclusive = isInclusive
    self.isDefault = isDefault
    self.citation = citation
  }

  /// What a change that counts shows.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case reliable, important
  }

  /// What the amounts of a rule are measured in.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    case points
    case percentOfBaseline = "percent-of-baseline"
  }

  /// Whether an amount of change (not negative) from a baseline reaches a threshold, in whole numbers throughout.
  fileprivate func reaches(_ threshold: Hundredths?, by amount: Hundredths, from baseline: Hundredths) -> Bool
  {
    guard let threshold, amount > .zero else { return false }
    let (changed, wanted): (Int, Int) =
      switch unit {
      case .points: (amount.count, threshold.count)
      case .percentOfBaseline: (amount.count * 10_000, threshold.count * abs(baseline.count))
      }
    return isInclusive ? changed >= wanted : changed > wanted
  }
}

extension Score {
  /// The rule used where no other is named: the one the file marks, or the only one there is.
  public var defaultChangeRule: ChangeRule? {
    changeRules.first(where: \.isDefault) ?? (changeRules.count == 1 ? changeRules.first : nil)
  }

  /// How the score changed from one value to another, by a rule or by the default one.
  ///
  /// A score without a direction has no better or worse, and nought has no percentages: both say `noThreshold`.
  public func change(from start: Hundredths, to now: Hundredths, by rule: ChangeRule? = nil) -> Change {
    guard let rule = rule ?? defaultChangeRule, rule.better != nil || rule.worse != nil, direction != .none,
      rule.unit == .points || start != .zero
    else { return .noThreshold }
    let difference = now - start
    let gain = direction == .higherIsBetter ? difference : .zero - difference
    if rule.reaches(rule.better, by: gain, from: start) { return .better }
    if rule.reaches(rule.worse, by: .zero - gain, from: start) { return .worse }
    return .noReliableChange
  }
}

/// Two values of one score side by side.
public struct ScoreChange: Hashable, Sendable {
  /// The score.
  public let score: ScoreID
  /// The earlier value.
  public let from: Hundredths
  /// The later value.
  public let to: Hundredths
  /// What the difference means.
  public let change: Change
  /// The rule that said so; nil where the file names none.
  public let rule: ChangeRule?

  /// The later value less the earlier one.
  public var difference: Hundredths { to - from }
}

extension Instrument {
  /// How a score changed between two results; nil where the two cannot be compared: another instrument or version,
  /// or no score on one side.
  public func change(of score: ScoreID, from start: CheckInResult, to now: CheckInResult) -> ScoreChange? {
    guard start.instrument == id, now.instrument == id, start.version == version, now.version == version,
      let from = start.score(score)?.value, let to = now.score(score)?.value
    else { return nil }
    return change(of: score, from: from, to: to)
  }

  /// How a score changed between two sets of answers to this version, without working out any other score; nil where
  /// there is no score on one side.
  public func change(of score: ScoreID, from start: [ItemAnswer], to now: [ItemAnswer]) -> ScoreChange? {
    guard let from = result(of: score, in: start)?.value, let to = result(of: score, in: now)?.value else {
      return nil
    }
    return change(of: score, from: from, to: to)
  }

  private func change(of score: ScoreID, from start: Hundredths, to now: Hundredths) -> ScoreChange? {
    guard let rule = self.score(score) else { return nil }
    return ScoreChange(
      score: score, from: start, to: now, change: rule.change(from: start, to: now),
      rule: rule.defaultChangeRule)
  }
}
