import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The figures of a period beyond the visits. Each names its date basis and what it is out of, and opens the families
/// behind it.
struct FiguresScreen: Screen {
  private let period: Period
  private let scope: SummaryScope
  private var rows: [Row] = []
  private var cursor = ListCursor(count: 0)

  private enum Row {
    case heading(String)
    case line(FigureLine)
    case outcome(OutcomeRow)
  }

  init(_ period: Period, scope: SummaryScope, at desk: Desk) {
    self.period = period
    self.scope = scope
    refresh(at: desk)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { desk.words("figures.title", ["period": period.label]) }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command(
        "behind", .open, keys: [.enter], at: desk,
        unless: families.isEmpty ? desk.words("summary.nothing") : nil),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  private var families: [FamilyID] {
    guard let row = cursor.selection, row < rows.count else { return [] }
    switch rows[row] {
    case .heading: return []
    case .line(let line): return line.families
    case .outcome(let outcome):
      return outcome.pairs.isEmpty ? outcome.presented : outcome.pairs.map(\.family)
    }
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: return [.pop]
    case .open:
      guard let row = cursor.selection, !families.isEmpty else { return [] }
      let name: String =
        switch rows[row] {
        case .heading(let text): text
        case .line(let line): desk.words.label(of: line)
        case .outcome(let outcome): label(of: outcome, at: desk)
        }
      return [.push(FamiliesBehindScreen("\(name), \(period.label)", families: families, at: desk))]
    default: return []
    }
  }

  mutating func refresh(at desk: Desk) {
    let sheet = FigureSheet(
      desk.caseload, period: period, lists: desk.lists, shelf: desk.shelf, scope: scope, today: desk.today)
    rows = []
    for section in FigureSection.allCases {
      let lines = sheet.lines.filter { $0.section == section }
      guard !lines.isEmpty else { continue }
      let basis = desk.words("basis.\(section.rawValue)")
      rows.append(.heading("\(desk.words("section.\(section.rawValue)")) (\(basis))"))
      rows += lines.map(Row.line)
    }
    if !sheet.outcomes.isEmpty {
      rows.append(.heading(desk.words("figures.outcomes")))
      rows += sheet.outcomes.map(Row.outcome)
    }
    cursor.reselect(cursor.selection, count: rows.count)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    cursor.handle(event, firstRow: area.row) ? perform(.open, at: desk) : []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    cursor.pageRows = max(1, area.rows)
    for (line, index) in cursor.visibleRange(rows: area.rows).enumerated() where index < rows.count {
      let place = area.position(1, line)
      let isSelected = index == cursor.selection
      switch rows[index] {
      case .heading(let text):
        grid.write(text, at: place, style: .heading, maxColumns: area.columns - 1)
      case .line(let figure):
        let amount = figure.amount.text(decimals: figure.amount.count % 100 == 0 ? 0 : 1)
        let total = figure.total.map { " " + desk.words("figures.of", ["total": "\($0)"]) } ?? ""
        let text = "  " + CellText.padded(desk.words.label(of: figure), to: 36) + amount + total
        grid.write(text, at: place, style: isSelected ? .selection : .normal, maxColumns: area.columns - 1)
      case .outcome(let outcome):
        let text = "  " + CellText.padded(label(of: outcome, at: desk), to: 24) + said(outcome, at: desk)
        grid.write(text, at: place, style: isSelected ? .selection : .normal, maxColumns: area.columns - 1)
      }
      if isSelected { grid.cursor = place }
    }
    if rows.isEmpty { grid.write(desk.words("summary.nothing"), at: area.position(1, 0), style: .dim) }
    if grid.cursor == nil { grid.cursor = area.origin }
  }

  private func label(of outcome: OutcomeRow, at desk: Desk) -> String {
    outcome.need.map { desk.lists.label(of: $0) } ?? desk.instruments[outcome.instrument]?.title
      ?? outcome.instrument.rawValue
  }

  private func said(_ outcome: OutcomeRow, at desk: Desk) -> String {
    desk.words(
      "figures.outcome",
      [
        "presented": "\(outcome.presented.count)", "pairs": "\(outcome.pairs.count)",
        "better": "\(outcome.count(.better))",
        "same": "\(outcome.count(.noReliableChange) + outcome.count(.noThreshold))",
        "worse": "\(outcome.count(.worse))", "mean": outcome.mean?.text(decimals: 1) ?? "-",
      ])
  }
}
