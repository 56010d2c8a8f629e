import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// Visits and hours for a period, by month, volunteer, outcome or family. Every figure opens the records behind it.
struct SummaryScreen: Screen {
  private(set) var period: Period
  private(set) var grouping = SummaryGrouping.month
  private(set) var summary: VisitSummary
  private var row = 0
  private var figure = 0
  private var cursor = ListCursor()

  /// The figures of visits that stand in columns, the most wanted first.
  static let columns: [SummaryFigure] = [
    .visitsMade, .contactMinutes, .travelMinutes, .visitsCancelledByFamily, .visitsCancelledByVolunteer,
    .visitsNoAnswer,
  ]
  /// The figures of families and children that stand above, in two rows.
  static let people: [SummaryFigure] = [
    .familiesOpen, .familiesStarted, .familiesEnded, .children, .childrenUnderFive, .childrenInFirst1001Days,
  ]

  init(at desk: Desk) {
    period =
      Period(typed: "this-quarter", today: desk.today) ?? Period(Month(year: desk.today.civil.year, month: 1))
    summary = SummaryScreen.summary(period, .month, at: desk)
    arrange()
    cursor.select(1)
  }

  private static func summary(_ period: Period, _ grouping: SummaryGrouping, at desk: Desk) -> VisitSummary {
    let own = desk.member.role.isOffice ? nil : desk.member.volunteer
    return VisitSummary(
      desk.caseload, period: period, by: grouping, scope: own.map(SummaryScope.volunteer) ?? .scheme,
      today: desk.today)
  }

  /// Rows that can be selected: the people above, the groups, the total.
  private mutating func arrange() {
    cursor.reselect(nil, count: summary.groups.count + 2)
  }

  private var isOnPeople: Bool { cursor.selection == 0 }
  private var figures: [SummaryFigure] { isOnPeople ? SummaryScreen.people : SummaryScreen.columns }
  private var selectedFigure: SummaryFigure { figures[min(figure, figures.count - 1)] }
  private var selectedGroup: SummaryGroup? {
    guard let row = cursor.selection, row > 0, row <= summary.groups.count else { return nil }
    return summary.groups[row - 1]
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String {
    desk.words(
      "summary.title", ["period": period.label, "by": desk.words("grouping.\(grouping.rawValue)")])
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command("behind", .open, keys: [.enter], at: desk),
      Command("earlier", .earlier, keys: [.left, .character("h")], at: desk),
      Command("later", .later, keys: [.right, .character("l")], at: desk),
      Command("by", .by, keys: [.character("b")], at: desk),
      Command(
        "export", .export, keys: [.character("e")], at: desk,
        unless: desk.officeOnly),
      Command("figures", .figures, keys: [.character("f")], at: desk),
      Command("figure", .nextTab, keys: [.tab], at: desk),
      Command("figureback", .previousTab, keys: [.backTab], at: desk, onKeyLine: false),
      Command("span", .sort, keys: [.character("p")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .earlier: show(period.previous, at: desk)
    case .later: show(period.next, at: desk)
    case .by:
      let all = SummaryGrouping.allCases
      grouping = all[((all.firstIndex(of: grouping) ?? 0) + 1) % all.count]
      show(period, at: desk)
    case .sort: show(otherSpan, at: desk)
    case .nextTab: figure = (figure + 1) % figures.count
    case .previousTab: figure = (figure + figures.count - 1) % figures.count
    case .open: return open(at: desk)
    case .figures:
      let own = desk.member.role.isOffice ? nil : desk.member.volunteer
      return [
        .push(FiguresScreen(period, scope: own.map(SummaryScope.volunteer) ?? .scheme, at: desk))
      ]
    case .export: return [.push(FormScreen.export(period, at: desk))]
    default: break
    }
    return []
  }

  /// The month, quarter or year around the period's first day, in turn.
  private var otherSpan: Period {
    let month = period.first.month
    let quarter = "\(month.year)-Q\((month.number + 2) / 3)"
    let typed: String =
      switch period.kind {
      case .month: quarter
      case .quarter: "\(month.year)"
      case .year, .days: month.description
      }
    return Period(typed: typed, today: period.first) ?? period
  }

  private mutating func show(_ period: Period, at desk: Desk) {
    self.period = period
    summary = SummaryScreen.summary(period, grouping, at: desk)
    arrange()
  }

  private func open(at desk: Desk) -> [Effect] {
    let name = desk.words("figure.\(selectedFigure.rawValue)")
    let group = selectedGroup.map { $0.key.name(at: desk) } ?? period.label
    let heading = "\(name), \(group)"
    if selectedFigure.unit.isPeople {
      return [.push(FamiliesBehindScreen(heading, families: summary.families(for: selectedFigure), at: desk))]
    }
    let records = summary.records(for: selectedFigure, in: selectedGroup?.key)
    if records.isEmpty { return [.say(Message(.note, desk.words("summary.nothing")))] }
    return [.push(VisitsScreen(.behind(figure: heading, records: records), at: desk))]
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    figure = min(figure, figures.count - 1)
    return []
  }

  mutating func refresh(at desk: Desk) { show(period, at: desk) }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    cursor.pageRows = max(1, area.rows - 5)
    SummaryDrawing(
      summary: summary, desk: desk, row: cursor.selection ?? 0, figure: selectedFigure,
      visible: cursor.visibleRange(rows: max(1, area.rows - 5))
    ).draw(in: area, on: &grid)
  }
}

extension SummaryKey {
  /// The group as a person reads it.
  func name(at desk: Desk) -> String {
    switch self {
    case .month(let month):
      return desk.words("month.\(month.number).short") + " \(month.year)"
    case .ward(let ward): return ward ?? desk.words("figure.reach.notNoted")
    case .volunteers(let numbers):
      return numbers.isEmpty
        ? desk.words("visit.office")
        : numbers.map { desk.caseload.volunteers[$0]?.shortName ?? $0.description }.joined(separator: " + ")
    case .outcome(let kind): return desk.words("outcome.\(kind.wordKey)")
    case .family(let id, let number):
      return desk.caseload.families[id].map(desk.title) ?? number.description
    case .sealedFamilies: return desk.words("summary.sealed")
    }
  }
}
