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

  private let counted: [CountedVisit]
  private let places: [SummaryKey: Int]
  private let families: FamilyFigures

  /// A summary of a period.
  public init(
    _ caseload: Caseload, period: Period, by grouping: SummaryGrouping, scope: SummaryScope = .scheme,
    today: Day
  ) {
    var tally = VisitTally(grouping: grouping)
    if grouping == .month { for month in period.months { tally.open(.month(month)) } }
    if grouping == .outcome { for kind in VisitOutcomeKind.allCases { tally.open(.outcome(kind)) } }
    let writeUpDaysMax = caseload.scheme.limits.writeUpDaysMax
    if grouping == .ward {
      for family in caseload.families.standings { tally.wards[family.id] = family.area }
    }
    if grouping == .tier {
      for file in caseload.families.values {
        let last = file.assessment.assessments.last { !$0.isRetracted }
        if let level = last?.current?.level.level { tally.wards[file.id] = level.rawValue }
      }
    }
    caseload.families.forEachVisit { family, number, visit in
      guard period.contains(visit.day), scope.covers(visit.volunteers) else { return }
      tally.add(
        visit, of: family, number, isLate: visit.day.distance(to: visit.enteredOn) > writeUpDaysMax)
    }
    var sealedVisits = 0
    for (id, sealed) in caseload.sealedVisits.sorted(by: { $0.key < $1.key }) {
      guard period.contains(sealed.numbers.day), scope.covers(sealed.numbers.volunteers) else { continue }
      tally.add(sealed, id)
      sealedVisits += 1
    }
    var erasedVisits = 0
    for (family, numbers) in caseload.oversight.numbers.sorted(by: { $0.key < $1.key }) {
      for kept in numbers.visits
      where period.contains(kept.numbers.day) && scope.covers(kept.numbers.volunteers) {
        tally.add(kept, of: family)
        erasedVisits += 1
      }
    }
    let countedOn = min(period.last, max(period.first, today))
    families = FamilyFigures(
      caseload.families.standings, erased: Array(caseload.oversight.numbers.values), period: period,
      scope: scope, countedOn: countedOn)
    self.period = period
    self.grouping = grouping
    self.scope = scope
    self.countedOn = countedOn
    self.sealedVisits = sealedVisits
    self.erasedVisits = erasedVisits
    totals = families.filling(tally.totals)
    groups = tally.groups
    counted = tally.counted
    places = tally.places
  }

  /// The visits behind a figure of the whole or of one group, to be opened as a list; for a figure of families and
  /// children, none (see ``families(for:in:)``), but for the families visited.
  public func records(for figure: SummaryFigure, in group: SummaryKey? = nil) -> [RecordID] {
    let wanted: SummaryFigure = figure == .familiesVisited ? .visitsMade : figure
    guard !wanted.unit.isPeople else { return [] }
    return counted(in: group).filter { $0.figures.contains(wanted) }.map(\.id)
  }

  /// The families behind a figure, by number: those that make a figure of families or children, and those visited
  /// for a figure of visits. Sealed families are left out.
  public func families(for figure: SummaryFigure, in group: SummaryKey? = nil) -> [FamilyID] {
    if figure.unit.isPeople, figure != .familiesVisited { return families.behind(figure) }
    let wanted: SummaryFigure = figure == .familiesVisited ? .visitsMade : figure
    var seen: Set<FamilyID> = []
    return counted(in: group).filter { $0.figures.contains(wanted) && !$0.isSealed }
      .map(\.family).filter { seen.insert($0).inserted }
  }

  private func counted(in group: SummaryKey?) -> some Sequence<CountedVisit> {
    let place = group.map { places[$0] ?? -1 }
    return counted.lazy.filter { place == nil || $0.group == place }
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
