internal import VisitModel

/// The families of a period and their children.
struct FamilyFigures {
  private var behind: [SummaryFigure: [FamilyID]] = [:]
  private var amounts = SummaryAmounts()

  /// The figures of no families.
  init() {}

  /// The figures of some families.
  init(_ families: [FamilyOutline], period: Period, scope: SummaryScope, countedOn: Day) {
    var children = ChildCounts()
    for family in families {
      var isOpen = false
      for span in family.episodes.flatMap({ $0.spans(in: scope) }) where span.overlaps(period) {
        isOpen = true
        if span.first < period.first { add(.familiesOpenAtStart, family.id) }
        if period.contains(span.first) { add(.familiesStarted, family.id) }
        if let end = span.end, period.contains(end) { add(.familiesEnded, family.id) }
        if span.end.map({ $0 > period.last }) ?? true { add(.familiesOpenAtEnd, family.id) }
      }
      guard isOpen else { continue }
      add(.familiesOpen, family.id)
      let own = ChildCounts(of: family.children, on: countedOn)
      children = children + own
      for (figure, count) in own.figures where count > 0 { behind[figure, default: []].append(family.id) }
    }
    for (figure, count) in children.figures { amounts[figure] = count }
  }

  /// Adds the figures of other families.
  mutating func add(_ others: FamilyFigures) {
    for figure in SummaryFigure.ofPeople { amounts[figure] += others.amounts[figure] }
    behind.merge(others.behind, uniquingKeysWith: +)
  }

  /// Counts a family that was erased; there is none to open behind the figure.
  mutating func add(_ numbers: KeptNumbers, _ period: Period) {
    var isOpen = false
    for episode in numbers.episodes {
      let span = OpenSpan(first: episode.began, end: episode.ended)
      guard span.overlaps(period) else { continue }
      isOpen = true
      if span.first < period.first { amounts[.familiesOpenAtStart] += 1 }
      if period.contains(span.first) { amounts[.familiesStarted] += 1 }
      if let end = span.end, period.contains(end) { amounts[.familiesEnded] += 1 }
      if span.end.map({ $0 > period.last }) ?? true { amounts[.familiesOpenAtEnd] += 1 }
    }
    if isOpen { amounts[.familiesOpen] += 1 }
  }

  /// The figures of visits, with those of families and children put beside them.
  func filling(_ visits: SummaryAmounts) -> SummaryAmounts {
    var all = visits
    for figure in SummaryFigure.ofPeople where figure != .familiesVisited { all[figure] = amounts[figure] }
    return all
  }

  /// The families behind a figure, each once.
  func behind(_ figure: SummaryFigure) -> [FamilyID] {
    var seen: Set<FamilyID> = []
    return (behind[figure] ?? []).filter { seen.insert($0).inserted }
  }

  private mutating func add(_ figure: SummaryFigure, _ family: FamilyID) {
    amounts[figure] += 1
    behind[figure, default: []].append(family)
  }
}

extension ChildCounts {
  fileprivate var figures: [(SummaryFigure, Int)] {
    [
      (.children, total), (.childrenUnderFive, underFive), (.childrenFiveAndOver, fiveAndOver),
      (.childrenUnborn, unborn), (.childrenAgeUnknown, ageUnknown),
      (.childrenInFirst1001Days, inFirst1001Days),
    ]
  }
}

/// Days on which an episode is open and in scope: from its first day, up to and including the day it ends.
struct OpenSpan: Hashable {
  let first: Day
  let end: Day?

  func overlaps(_ period: Period) -> Bool { first <= period.last && (end.map { $0 >= period.first } ?? true) }
}

extension Episode {
  /// The stretches of days on which the episode was open, as those of its outline.
  func spans(in scope: SummaryScope) -> [OpenSpan] { EpisodeOutline(self).spans(in: scope) }
}

extension EpisodeOutline {
  /// The stretches of days on which the episode was open: one for the scheme; for a volunteer, those on which they
  /// were matched with the family.
  func spans(in scope: SummaryScope) -> [OpenSpan] {
    var spans: [OpenSpan] = []
    var open: Day?
    for step in steps {
      let isIn =
        switch scope {
        case .scheme: !step.stage.isClosed
        case .volunteer(let number): step.volunteer == number
        }
      if isIn, open == nil { open = step.day }
      if !isIn, let first = open {
        spans.append(OpenSpan(first: first, end: max(first, step.day)))
        open = nil
      }
    }
    if let first = open { spans.append(OpenSpan(first: first, end: nil)) }
    return spans
  }
}
