internal import VisitModel

/// A visit that counts in a summary: which figures it adds to, and in which group it stands.
struct CountedVisit {
  let id: RecordID
  let family: FamilyID
  let group: Int
  let isSealed: Bool
  let figures: FigureSet
}

/// A set of figures, one bit each.
struct FigureSet {
  private var bits: UInt32 = 0
  func contains(_ figure: SummaryFigure) -> Bool { bits & 1 << UInt32(figure.place) != 0 }
  mutating func insert(_ figure: SummaryFigure) { bits |= 1 << UInt32(figure.place) }
}

/// Adds visits up, as a whole and by group. Each visit goes into exactly one group, so that groups add up.
struct VisitTally {
  let grouping: SummaryGrouping
  private(set) var totals = SummaryAmounts()
  private(set) var counted: [CountedVisit] = []
  private(set) var places: [SummaryKey: Int] = [:]
  private var keys: [SummaryKey] = []
  private var amounts: [SummaryAmounts] = []
  private var visited: [Set<FamilyID>] = []
  private var visitedAtAll: Set<FamilyID> = []

  init(grouping: SummaryGrouping) { self.grouping = grouping }

  /// The groups, in their order.
  var groups: [SummaryGroup] {
    keys.indices.map { SummaryGroup(key: keys[$0], amounts: amounts[$0]) }.sorted { $0.key < $1.key }
  }

  /// Makes sure that there is a group, even where nothing is in it; gives its place.
  @discardableResult
  mutating func open(_ key: SummaryKey) -> Int {
    if let place = places[key] { return place }
    places[key] = keys.count
    keys.append(key)
    amounts.append(SummaryAmounts())
    visited.append([])
    return keys.count - 1
  }

  mutating func add(_ visit: Visit, _ id: RecordID, of number: FamilyNumber, isLate: Bool) {
    let kind = visit.outcome.kind
    let key: SummaryKey =
      switch grouping {
      case .month: .month(visit.day.month)
      case .volunteer: .volunteers(visit.volunteers.sorted())
      case .outcome: .outcome(kind)
      case .family: .family(visit.family, number)
      }
    add(
      to: key, id, visit.family, isSealed: false,
      [
        (.contactMinutes, visit.outcome.minutes.count), (.travelMinutes, visit.travel.count),
        (.miles, visit.miles.tenths), (.expensesPence, visit.expenses.count),
        (.visitsWrittenUpLate, isLate ? 1 : 0),
      ], kind)
  }

  mutating func add(_ sealed: SealedVisit, _ id: RecordID) {
    let numbers = sealed.numbers
    let key: SummaryKey =
      switch grouping {
      case .month: .month(numbers.day.month)
      case .volunteer: .volunteers(numbers.volunteers.sorted())
      case .outcome: .outcome(numbers.outcome)
      case .family: .sealedFamilies
      }
    add(
      to: key, id, sealed.family, isSealed: true, [(.contactMinutes, numbers.minutes.count)], numbers.outcome)
  }

  private mutating func add(
    to key: SummaryKey, _ id: RecordID, _ family: FamilyID, isSealed: Bool, _ sums: [(SummaryFigure, Int)],
    _ kind: VisitOutcomeKind
  ) {
    let place = open(key)
    var figures = FigureSet()
    for (figure, amount) in sums + VisitTally.ones(of: kind) where amount > 0 {
      figures.insert(figure)
      totals[figure] += amount
      amounts[place][figure] += amount
    }
    if kind.isContact {
      if visited[place].insert(family).inserted { amounts[place][.familiesVisited] += 1 }
      if visitedAtAll.insert(family).inserted { totals[.familiesVisited] += 1 }
    }
    counted.append(
      CountedVisit(id: id, family: family, group: place, isSealed: isSealed, figures: figures))
  }

  private static func ones(of kind: VisitOutcomeKind) -> [(SummaryFigure, Int)] {
    switch kind {
    case .done: [(.visitsPlanned, 1), (.visitsMade, 1)]
    case .cutShort: [(.visitsPlanned, 1), (.visitsMade, 1), (.visitsCutShort, 1)]
    case .cancelledByFamily: [(.visitsPlanned, 1), (.visitsCancelledByFamily, 1)]
    case .cancelledByVolunteer: [(.visitsPlanned, 1), (.visitsCancelledByVolunteer, 1)]
    case .cancelledByOffice: [(.visitsPlanned, 1), (.visitsCancelledByOffice, 1)]
    case .noAnswer: [(.visitsPlanned, 1), (.visitsNoAnswer, 1)]
    }
  }
}
