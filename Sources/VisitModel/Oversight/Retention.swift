/// How long records of families are kept: rules as data, each with where it comes from.
public struct RetentionRules: Hashable, Sendable {
  /// The version of the rules' file.
  public let version: Int
  /// The rules, in the file's order.
  public let rules: [RetentionRule]

  /// Rules of a version.
  public init(version: Int, rules: [RetentionRule]) {
    self.version = version
    self.rules = rules
  }
}

/// One rule of how long a family's records are kept.
public struct RetentionRule: Hashable, Sendable {
  /// Its id in the file.
  public let id: String
  /// How many months the records are kept.
  public let months: Int
  /// From when the months count.
  public let start: RetentionStart
  /// Which families it is for.
  public let condition: RetentionCondition
  /// Where the rule comes from.
  public let source: String

  /// A rule of the file.
  public init(
    id: String, months: Int, start: RetentionStart, condition: RetentionCondition, source: String
  ) {
    self.id = id
    self.months = months
    self.start = start
    self.condition = condition
    self.source = source
  }
}

/// From when a period counts.
public enum RetentionStart: String, CaseIterable, Hashable, Sendable {
  /// The day support ended, or the family was refused.
  case ending
  /// The day of the last entry about the family.
  case lastEntry = "last entry"
}

/// Which families a rule is for.
public enum RetentionCondition: String, CaseIterable, Hashable, Sendable {
  /// Every family.
  case always
  /// Families that were refused and never supported.
  case refused
  /// Families in which social care was involved.
  case socialCare = "social care"
  /// Families about whom a concern was raised.
  case concern
}

/// When a family's records are due to be erased.
public struct RetentionDue: Hashable, Sendable {
  /// The family.
  public let family: FamilyID
  /// Its number.
  public let number: FamilyNumber
  /// Its name.
  public let name: String
  /// The rule that keeps it the longest.
  public let rule: RetentionRule
  /// The day the period counts from.
  public let from: Day
  /// The first day on which nothing keeps it any more, but for a hold.
  public let due: Day
  /// The hold on it, where there is one.
  public let hold: LegalHold?

  /// Whether it may be erased on a day.
  public func isDue(on day: Day) -> Bool { hold == nil && due <= day }
}

extension Caseload {
  /// When the records of each family whose support is over are due, the earliest first. Families with an open episode are
  /// kept without question, and families that no rule fits are not listed.
  public func retention(by rules: RetentionRules) -> [RetentionDue] {
    families.values.compactMap { file -> RetentionDue? in
      guard file.episodes.allSatisfy({ $0.state.stage.isClosed }) else { return nil }
      let ends = rules.rules.filter { applies($0.condition, to: file) }.map { rule in
        let from = file.retentionStart(rule.start)
        return (rule: rule, from: from, due: from.advanced(byMonths: rule.months))
      }
      guard let last = ends.max(by: { $0.due < $1.due }) else { return nil }
      return RetentionDue(
        family: file.id, number: file.number, name: file.family.name, rule: last.rule, from: last.from,
        due: last.due, hold: hold(on: file.id))
    }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
  }

  private func applies(_ condition: RetentionCondition, to file: FamilyFile) -> Bool {
    switch condition {
    case .always: true
    case .refused: file.episodes.allSatisfy { $0.state.stage == .refused }
    case .socialCare: file.hadSocialCare
    case .concern: hasConcern(about: file.id)
    }
  }
}

extension FamilyFile {
  fileprivate func retentionStart(_ start: RetentionStart) -> Day {
    switch start {
    case .ending: episodes.map(\.since).max() ?? lastEntryDay
    case .lastEntry: lastEntryDay
    }
  }

  /// The day of the last entry about who the family is, its visits and check-ins.
  private var lastEntryDay: Day {
    let stamps =
      [details.latest.stamp] + visits.map(\.latest.stamp) + checkIns.map(\.latest.stamp)
    return Day(daysSinceEpoch: Int32(clamping: (stamps.map(\.milliseconds).max() ?? 0) / 86_400_000))
  }
}

extension Day {
  /// The day a number of months later; the last of the month where that month is shorter.
  public func advanced(byMonths months: Int) -> Day {
    let later = month.advanced(by: months)
    let day = min(civil.day, Day.length(ofMonth: later.number, year: later.year))
    return Day(year: later.year, month: later.number, day: day) ?? self
  }
}
