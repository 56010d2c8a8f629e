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

/// Families that were visited. Visits come family by family, so that most of the time the last one is the one.
private struct Visited {
  private var last: FamilyID?
  private var all: Set<FamilyID> = []

  /// Whether the family is a new one.
  mutating func insert(_ family: FamilyID) -> Bool {
    if last == family { return false }
    last = family
    return all.insert(family).inserted
  }
}

/// Adds visits up, as a whole and by group. Each visit goes into exactly one group, so that groups add up.
struct VisitTally {
  let grouping: SummaryGrouping
  /// Where each family lives, or its level of need, where visits are counted by one of them.
  var wards: [FamilyID: String] = [:]
  private(set) var totals = SummaryAmounts()
  private(set) var counted: [CountedVisit] = []
  private(set) var places: [SummaryKey: Int] = [:]
  private var keys: [SummaryKey] = []
  private var amounts: [SummaryAmounts] = []
  private var visited: [Visited] = []
  private var visitedAtAll = Visited()
  /// The group met last: visits of one family often stand in the same one.
  private var last: (key: SummaryKey, place: Int)?

  init(grouping: SummaryGrouping) { self.grouping = grouping }

  /// The groups, in their order.
  var groups: [SummaryGroup] {
    keys.indices.map { SummaryGroup(key: keys[$0], amounts: amounts[$0]) }.sorted { $0.key < $1.key }
  }

  /// Makes sure that there is a group, even where nothing is in it; gives its place.
  @discardableResult
  mutating func open(_ key: SummaryKey) -> Int {
    if let last, last.key == key { return last.place }
    if let place = places[key] {
      last = (key, place)
      return place
    }
    last = (key, keys.count)
    places[key] = keys.count
    keys.append(key)
    amounts.append(SummaryAmounts())
    visited.append(Visited())
    return keys.count - 1
  }

  mutating func add(_ visit: VisitFigures, of family: FamilyID, _ number: FamilyNumber, isLate: Bool) {
    let kind = visit.outcome
    let key: SummaryKey =
      switch grouping {
      case .month: .month(visit.day.month)
      case .ward, .tier: .ward(wards[family])
      case .volunteer: .volunteers(VisitTally.inOrder(visit.volunteers))
      case .outcome: .outcome(kind)
      case .family: .family(family, number)
      }
    let place = open(key)
    var figures = count(kind, of: family, in: place)
    add(visit.minutes.count, to: .contactMinutes, in: place, &figures)
    add(visit.travel.count, to: .travelMinutes, in: place, &figures)
    add(visit.miles.tenths, to: .miles, in: place, &figures)
    add(visit.expenses.count, to: .expensesPence, in: place, &figures)
    if isLate { add(1, to: .visitsWrittenUpLate, in: place, &figures) }
    counted.append(
      CountedVisit(id: visit.id, family: family, group: place, isSealed: false, figures: figures))
  }

  mutating func add(_ sealed: SealedVisit, _ id: RecordID) {
    let numbers = sealed.numbers
    let key: SummaryKey =
      switch grouping {
      case .month: .month(numbers.day.month)
      case .ward, .tier: .sealedFamilies
      case .volunteer: .volunteers(VisitTally.inOrder(numbers.volunteers))
      case .outcome: .outcome(numbers.outcome)
      case .family: .sealedFamilies
      }
    let place = open(key)
    var figures = count(numbers.outcome, of: sealed.family, in: place)
    add(numbers.minutes.count, to: .contactMinutes, in: place, &figures)
    counted.append(
      CountedVisit(id: id, family: sealed.family, group: place, isSealed: true, figures: figures))
  }

  /// Adds a visit to a family that was erased: its numbers count, and there is no record to open.
  mutating func add(_ kept: KeptVisit, of family: FamilyID) {
    let numbers = kept.numbers
    let key: SummaryKey =
      switch grouping {
      case .month: .month(numbers.day.month)
      case .volunteer: .volunteers(VisitTally.inOrder(numbers.volunteers))
      case .outcome: .outcome(numbers.outcome)
      case .family, .ward, .tier: .sealedFamilies
      }
    let place = open(key)
    var figures = count(numbers.outcome, of: family, in: place)
    add(numbers.minutes.count, to: .contactMinutes, in: place, &figures)
    add(kept.travel.count, to: .travelMinutes, in: place, &figures)
    add(kept.miles.tenths, to: .miles, in: place, &figures)
    add(kept.expenses.count, to: .expensesPence, in: place, &figures)
  }

  private mutating func count(
    _ kind: VisitOutcomeKind, of family: FamilyID, in place: Int
  ) -> FigureSet {
    var figures = FigureSet()
    add(1, to: .visitsPlanned, in: place, &figures)
    switch kind {
    case .done: break
    case .cutShort: add(1, to: .visitsCutShort, in: place, &figures)
    case .cancelledByFamily: add(1, to: .visitsCancelledByFamily, in: place, &figures)
    case .cancelledByVolunteer: add(1, to: .visitsCancelledByVolunteer, in: place, &figures)
    case .cancelledByOffice: add(1, to: .visitsCancelledByOffice, in: place, &figures)
    case .noAnswer: add(1, to: .visitsNoAnswer, in: place, &figures)
    }
    if kind.isContact {
      add(1, to: .visitsMade, in: place, &figures)
      if visited[place].insert(family) { amounts[place][.familiesVisited] += 1 }
      if visitedAtAll.insert(family) { totals[.familiesVisited] += 1 }
    }
    return figures
  }

  private mutating func add(
    _ amount: Int, to figure: SummaryFigure, in place: Int, _ figures: inout FigureSet
  ) {
    guard amount > 0 else { return }
    figures.insert(figure)
    totals[figure] += amount
    amounts[place][figure] += amount
  }

  private static func inOrder(_ volunteers: [VolunteerNumber]) -> [VolunteerNumber] {
    volunteers.count < 2 ? volunteers : volunteers.sorted()
  }
}
