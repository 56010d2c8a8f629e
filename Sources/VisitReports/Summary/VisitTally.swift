internal import VisitModel

/// How visits are put into groups, and which of them count.
struct TallyRule: Sendable {
  let period: Period
  let grouping: SummaryGrouping
  let scope: SummaryScope
  /// A visit entered more days after it is late.
  let writeUpDaysMax: Int
  /// Where each family lives, or its level of need, where visits are counted by one of them.
  var wards: [FamilyID: String] = [:]

  /// The group of a visit whose numbers alone are known.
  func key(of numbers: VisitNumbers) -> SummaryKey {
    switch grouping {
    case .month: .month(numbers.day.month)
    case .volunteer: .volunteers(TallyRule.inOrder(numbers.volunteers))
    case .outcome: .outcome(numbers.outcome)
    case .family, .ward, .tier: .sealedFamilies
    }
  }

  /// Whether a visit whose numbers alone are known counts.
  func covers(_ numbers: VisitNumbers) -> Bool {
    period.contains(numbers.day) && scope.covers(numbers.volunteers)
  }

  static func inOrder(_ volunteers: [VolunteerNumber]) -> [VolunteerNumber] {
    volunteers.count < 2 ? volunteers : volunteers.sorted()
  }
}

/// The group of each visit of one batch: worked out once for a day, a company or a family, then looked up.
private struct BatchGroups {
  static let none = -1
  private let rule: TallyRule
  private let batch: VisitBatch
  private let first: Int32
  private(set) var keys: [SummaryKey] = []
  private var places: [SummaryKey: Int] = [:]
  /// The group of each day of the period, of each company, or of each outcome; ``none`` where it is not known yet.
  private var known: [Int]
  private var covered: [Bool]

  init(_ rule: TallyRule, _ batch: VisitBatch) {
    self.rule = rule
    self.batch = batch
    first = rule.period.first.daysSinceEpoch
    switch rule.grouping {
    case .month:
      known = Array(repeating: BatchGroups.none, count: rule.period.first.distance(to: rule.period.last) + 1)
    case .volunteer: known = Array(repeating: BatchGroups.none, count: batch.companyTable.count)
    case .outcome: known = Array(repeating: BatchGroups.none, count: VisitOutcomeKind.allCases.count)
    case .ward, .tier, .family: known = []
    }
    covered = []
    if case .volunteer = rule.scope { covered = batch.companyTable.map(rule.scope.covers) }
  }

  /// Whether a visit counts.
  func counts(_ row: Int) -> Bool {
    let day = Day(daysSinceEpoch: batch.days[row])
    return rule.period.contains(day) && (covered.isEmpty || covered[Int(batch.companies[row])])
  }

  /// The group of all visits of a family, where they stand in one.
  mutating func group(of share: VisitBatch.Share) -> Int? {
    switch rule.grouping {
    case .ward, .tier: place(of: .ward(rule.wards[share.family]))
    case .family: place(of: .family(share.family, share.number))
    case .month, .volunteer, .outcome: nil
    }
  }

  /// The group of a visit of a family that has none for all its visits.
  mutating func group(of row: Int) -> Int {
    let index: Int
    switch rule.grouping {
    case .month: index = Int(batch.days[row] - first)
    case .volunteer: index = Int(batch.companies[row])
    default: index = Int(batch.outcomes[row])
    }
    if known[index] != BatchGroups.none { return known[index] }
    let key: SummaryKey =
      switch rule.grouping {
      case .month: .month(Day(daysSinceEpoch: batch.days[row]).month)
      case .volunteer: .volunteers(TallyRule.inOrder(batch.companyTable[index]))
      default: .outcome(VisitOutcomeKind.allCases[index])
      }
    known[index] = place(of: key)
    return known[index]
  }

  private mutating func place(of key: SummaryKey) -> Int {
    if let place = places[key] { return place }
    places[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}

/// The figures that visits add up to, by group. Each visit goes into exactly one group, so that groups add up.
struct VisitTally: Sendable {
  private(set) var keys: [SummaryKey] = []
  private(set) var amounts: [SummaryAmounts] = []
  private var places: [SummaryKey: Int] = [:]
  /// Families with a visit made, all in all.
  private var familiesVisited = 0

  init() {}

  /// The visits of a batch. The families of a batch are in no other.
  init(_ batch: VisitBatch, by rule: TallyRule) {
    var groups = BatchGroups(rule, batch)
    var sums: [Int] = []
    // The family that a group counted last as visited, so that each is counted once.
    var countedLast: [Int] = []
    let outcomes = VisitOutcomeKind.allCases.map(OutcomeFigures.init)
    let width = SummaryFigure.allCases.count
    for (index, share) in batch.shares.enumerated() where !share.rows.isEmpty {
      let ofAll = groups.group(of: share)
      var isVisited = false
      for row in share.rows where groups.counts(row) {
        let group = ofAll ?? groups.group(of: row)
        if group >= countedLast.count {
          sums += [Int](repeating: 0, count: (group + 1 - countedLast.count) * width)
          countedLast += [Int](repeating: -1, count: group + 1 - countedLast.count)
        }
        let start = group * width
        let outcome = outcomes[Int(batch.outcomes[row])]
        sums[start + VisitTally.planned] += 1
        if let figure = outcome.own { sums[start + figure] += 1 }
        if outcome.isContact {
          sums[start + VisitTally.made] += 1
          isVisited = true
          if countedLast[group] != index {
            countedLast[group] = index
            sums[start + VisitTally.visited] += 1
          }
        }
        sums[start + VisitTally.contact] += Int(batch.minutes[row])
        sums[start + VisitTally.travel] += Int(batch.travel[row])
        sums[start + VisitTally.miles] += Int(batch.miles[row])
        sums[start + VisitTally.expenses] += Int(batch.expenses[row])
        if batch.daysUntilEntered(row) > rule.writeUpDaysMax {
          sums[start + VisitTally.late] += 1
        }
      }
      if isVisited { familiesVisited += 1 }
    }
    keys = groups.keys
    amounts = keys.indices.map { group in
      group < countedLast.count ? SummaryAmounts(sums[group * width..<(group + 1) * width]) : SummaryAmounts()
    }
    for (place, key) in keys.enumerated() { places[key] = place }
  }

  /// The rows of a batch that add to a figure, in a group or in any.
  static func rows(
    of batch: VisitBatch, by rule: TallyRule, addingTo figure: SummaryFigure, in group: SummaryKey?
  ) -> [VisitBatch.Row] {
    var groups = BatchGroups(rule, batch)
    let outcomes = VisitOutcomeKind.allCases
    var rows: [VisitBatch.Row] = []
    for share in batch.shares {
      let ofAll = groups.group(of: share)
      for row in share.rows where groups.counts(row) {
        if let group {
          let place = ofAll ?? groups.group(of: row)
          if groups.keys[place] != group { continue }
        }
        let outcome = outcomes[Int(batch.outcomes[row])]
        let adds =
          switch figure {
          case .contactMinutes: batch.minutes[row] > 0
          case .travelMinutes: batch.travel[row] > 0
          case .miles: batch.miles[row] > 0
          case .expensesPence: batch.expenses[row] > 0
          case .visitsWrittenUpLate: batch.daysUntilEntered(row) > rule.writeUpDaysMax
          default: outcome.figures.contains(figure)
          }
        if adds { rows.append(batch.row(row, of: share)) }
      }
    }
    return rows
  }

  /// Makes sure that there is a group, even where nothing is in it; gives its place.
  @discardableResult
  mutating func open(_ key: SummaryKey) -> Int {
    if let place = places[key] { return place }
    places[key] = keys.count
    keys.append(key)
    amounts.append(SummaryAmounts())
    return keys.count - 1
  }

  /// Adds the visits of other families.
  mutating func add(_ other: VisitTally) {
    for (key, sums) in zip(other.keys, other.amounts) {
      let place = open(key)
      for figure in SummaryFigure.allCases { amounts[place][figure] += sums[figure] }
    }
    familiesVisited += other.familiesVisited
  }

  /// Adds a visit of which the numbers alone are known.
  mutating func add(
    _ numbers: VisitNumbers, travel: Minutes = .zero, miles: Miles = .zero, expenses: Pence = .zero,
    in key: SummaryKey
  ) {
    let place = open(key)
    for figure in numbers.outcome.figures { amounts[place][figure] += 1 }
    amounts[place][.contactMinutes] += numbers.minutes.count
    amounts[place][.travelMinutes] += travel.count
    amounts[place][.miles] += miles.tenths
    amounts[place][.expensesPence] += expenses.count
  }

  /// Counts a family as visited, all in all or in a group.
  mutating func countVisited(in key: SummaryKey?) {
    guard let key else {
      familiesVisited += 1
      return
    }
    let place = open(key)
    amounts[place][.familiesVisited] += 1
  }

  /// The groups, in their order.
  var groups: [SummaryGroup] {
    keys.indices.map { SummaryGroup(key: keys[$0], amounts: amounts[$0]) }.sorted { $0.key < $1.key }
  }

  /// The figures of the whole.
  var totals: SummaryAmounts {
    var totals = SummaryAmounts()
    for sums in amounts {
      for figure in SummaryFigure.allCases { totals[figure] += sums[figure] }
    }
    totals[.familiesVisited] = familiesVisited
    return totals
  }

  private static var planned: Int { SummaryFigure.visitsPlanned.place }
  private static var made: Int { SummaryFigure.visitsMade.place }
  private static var visited: Int { SummaryFigure.familiesVisited.place }
  private static var contact: Int { SummaryFigure.contactMinutes.place }
  private static var travel: Int { SummaryFigure.travelMinutes.place }
  private static var miles: Int { SummaryFigure.miles.place }
  private static var expenses: Int { SummaryFigure.expensesPence.place }
  private static var late: Int { SummaryFigure.visitsWrittenUpLate.place }
}

/// The figures that an outcome adds one to, by their places, beside that of visits arranged.
private struct OutcomeFigures {
  let isContact: Bool
  /// The figure of this outcome alone.
  let own: Int?

  init(_ kind: VisitOutcomeKind) {
    isContact = kind.isContact
    own = kind.ownFigure?.place
  }
}

extension VisitOutcomeKind {
  fileprivate var ownFigure: SummaryFigure? {
    switch self {
    case .done: nil
    case .cutShort: .visitsCutShort
    case .cancelledByFamily: .visitsCancelledByFamily
    case .cancelledByVolunteer: .visitsCancelledByVolunteer
    case .cancelledByOffice: .visitsCancelledByOffice
    case .noAnswer: .visitsNoAnswer
    }
  }

  /// The figures that a visit with this outcome adds one to.
  var figures: [SummaryFigure] {
    [.visitsPlanned] + (isContact ? [.visitsMade] : []) + (ownFigure.map { [$0] } ?? [])
  }
}
