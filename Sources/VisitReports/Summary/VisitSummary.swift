public import VisitModel

/// The figures of a period: visits and what they took, families and their children.
///
/// The date basis is the day of the visit. Visits of families the reader may not open are in the visit figures, as
/// far as their plain numbers go (no journey, no money), and ``sealedVisits`` says how many; families and children
/// count only what the reader may open. Every figure can name the records that make it.
public struct VisitSummary: Sendable {
  /// The days covered.
  public let period: Period
  /// What the groups are.
  public let grouping: SummaryGrouping
  /// What is covered.
  public let scope: SummaryScope
  /// The day on which ages and open families at the end are looked at: the period's last day, or today before then.
  public let countedOn: Day
  /// The figures of the whole.
  public let totals: SummaryAmounts
  /// The groups, in their order: every month of the period and every outcome; volunteers and families with visits.
  public let groups: [SummaryGroup]
  /// How many of the visits belong to families the reader may not open.
  public let sealedVisits: Int
  /// How many of the visits belong to families that were erased: only their plain numbers are left.
  public let erasedVisits: Int

  private let caseload: Caseload
  private let rule: TallyRule
  private let families: FamilyFigures

  /// A summary of a period.
  public init(
    _ caseload: Caseload, period: Period, by grouping: SummaryGrouping, scope: SummaryScope = .scheme,
    today: Day
  ) {
    var rule = TallyRule(
      period: period, grouping: grouping, scope: scope, writeUpDaysMax: caseload.scheme.limits.writeUpDaysMax)
    let countedOn = min(period.last, max(period.first, today))
    var families = FamilyFigures()
    for (figures, areas) in caseload.families.mapOutlines({ outlines in
      (
        FamilyFigures(outlines, period: period, scope: scope, countedOn: countedOn),
        grouping == .ward ? outlines.map { (family: $0.id, area: $0.area) } : []
      )
    }) {
      families.add(figures)
      for (family, area) in areas { rule.wards[family] = area }
    }
    if grouping == .tier {
      for file in caseload.families.values {
        let last = file.assessment.assessments.last { !$0.isRetracted }
        if let level = last?.current?.level.level { rule.wards[file.id] = level.rawValue }
      }
    }
    var tally = VisitTally()
    if grouping == .month { for month in period.months { tally.open(.month(month)) } }
    if grouping == .outcome { for kind in VisitOutcomeKind.allCases { tally.open(.outcome(kind)) } }
    let counting = rule
    for part in caseload.families.mapVisits([.entered, .amounts], { VisitTally($0, by: counting) }) {
      tally.add(part)
    }
    // Families of which numbers alone are known have no rows above; each counts once as visited.
    var visited = VisitedFamilies(caseload, by: rule)
    var sealedVisits = 0
    for sealed in caseload.sealedVisits.values where rule.covers(sealed.numbers) {
      let key = rule.key(of: sealed.numbers)
      tally.add(sealed.numbers, in: key)
      if sealed.numbers.outcome.isContact { visited.insert(sealed.family, key, into: &tally) }
      sealedVisits += 1
    }
    var erasedVisits = 0
    for (family, numbers) in caseload.oversight.numbers {
      for kept in numbers.visits where rule.covers(kept.numbers) {
        let key = rule.key(of: kept.numbers)
        tally.add(
          kept.numbers, travel: kept.travel, miles: kept.miles, expenses: kept.expenses, in: key)
        if kept.numbers.outcome.isContact { visited.insert(family, key, into: &tally) }
        erasedVisits += 1
      }
    }
    // Who visited them when is in their visits alone: for a volunteer they count there.
    if case .scheme = scope {
      for numbers in caseload.oversight.numbers.values { families.add(numbers, period) }
    }
    self.families = families
    self.period = period
    self.grouping = grouping
    self.scope = scope
    self.countedOn = countedOn
    self.sealedVisits = sealedVisits
    self.erasedVisits = erasedVisits
    totals = families.filling(tally.totals)
    groups = tally.groups
    self.caseload = caseload
    self.rule = rule
  }

  /// The visits behind a figure of the whole or of one group, to be opened as a list; for a figure of families and
  /// children, none (see ``families(for:in:)``), but for the families visited. Goes over the visits once more.
  public func records(for figure: SummaryFigure, in group: SummaryKey? = nil) -> [RecordID] {
    let wanted: SummaryFigure = figure == .familiesVisited ? .visitsMade : figure
    guard !wanted.unit.isPeople else { return [] }
    let sealed = caseload.sealedVisits.filter { _, sealed in
      rule.covers(sealed.numbers) && (group.map { $0 == rule.key(of: sealed.numbers) } ?? true)
        && (wanted == .contactMinutes
          ? sealed.numbers.minutes > .zero : sealed.numbers.outcome.figures.contains(wanted))
    }
    return rows(for: wanted, in: group).map(\.id) + sealed.keys.sorted()
  }

  /// The families behind a figure, by number: those that make a figure of families or children, and those visited
  /// for a figure of visits. Sealed families are left out.
  public func families(for figure: SummaryFigure, in group: SummaryKey? = nil) -> [FamilyID] {
    if figure.unit.isPeople, figure != .familiesVisited {
      return families.behind(figure).map { (number: caseload.families.number(of: $0), id: $0) }
        .sorted { ($0.number ?? FamilyNumber(0), $0.id) < ($1.number ?? FamilyNumber(0), $1.id) }.map(\.id)
    }
    let wanted: SummaryFigure = figure == .familiesVisited ? .visitsMade : figure
    var seen: Set<FamilyID> = []
    return rows(for: wanted, in: group).map(\.family).filter { seen.insert($0).inserted }
  }

  /// The visits that add to a figure, family by family in the order of their numbers.
  private func rows(for figure: SummaryFigure, in group: SummaryKey?) -> [VisitBatch.Row] {
    let rule = rule
    let rows = caseload.families.mapVisits([.ids, .entered, .amounts, .places]) {
      VisitTally.rows(of: $0, by: rule, addingTo: figure, in: group)
    }.flatMap(\.self)
    return rows.indices.sorted { (rows[$0].number, $0) < (rows[$1].number, $1) }.map { rows[$0] }
  }
}

/// Families that were visited as far as numbers alone tell, all in all and by group.
private struct VisitedFamilies {
  private let caseload: Caseload
  private let rule: TallyRule
  private var all: Set<FamilyID> = []
  private var byGroup: [SummaryKey: Set<FamilyID>] = [:]

  init(_ caseload: Caseload, by rule: TallyRule) {
    self.caseload = caseload
    self.rule = rule
  }

  mutating func insert(_ family: FamilyID, _ key: SummaryKey, into tally: inout VisitTally) {
    countedAlready(family)
    if all.insert(family).inserted { tally.countVisited(in: nil) }
    if byGroup[key, default: []].insert(family).inserted { tally.countVisited(in: key) }
  }

  /// Notes where a family was counted by visits that can be read, while others of it are closed to the reader.
  private mutating func countedAlready(_ family: FamilyID) {
    guard !all.contains(family), let file = caseload.families[family] else { return }
    let batch = VisitBatch([file])
    let rows = VisitTally.rows(of: batch, by: rule, addingTo: .visitsMade, in: nil)
    guard !rows.isEmpty else { return }
    all.insert(family)
    for key in VisitTally(batch, by: rule).keys {
      if !VisitTally.rows(of: batch, by: rule, addingTo: .visitsMade, in: key).isEmpty {
        byGroup[key, default: []].insert(family)
      }
    }
  }
}

extension SummaryScope {
  func covers(_ volunteers: [VolunteerNumber]) -> Bool {
    switch self {
    case .scheme: true
    case .volunteer(let number): volunteers.contains(number)
    }
  }
}
