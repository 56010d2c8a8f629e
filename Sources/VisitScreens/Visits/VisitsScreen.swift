import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// A list of visits: all of them, latest first, or those behind a figure of a summary.
struct VisitsScreen: Screen {
  /// Which visits are listed.
  enum Scope: Sendable {
    case all
    case behind(figure: String, records: [RecordID])
  }

  let scope: Scope
  private var search: VisitSearch
  private var rows: [VisitRow] = []
  private var filter = FilterLine()
  private var cursor = ListCursor()

  init(_ scope: Scope, at desk: Desk) {
    self.scope = scope
    search = VisitsScreen.search(scope, at: desk)
    arrange(keeping: nil)
  }

  private static func search(_ scope: Scope, at desk: Desk) -> VisitSearch {
    switch scope {
    case .all:
      VisitSearch(VisitReport(desk.caseload, includingRetracted: true, viewer: desk.member).rows)
    case .behind(_, let records): VisitSearch(VisitReport(desk.caseload, records: records).rows)
    }
  }

  private mutating func arrange(keeping id: RecordID?) {
    rows = search.rows(VisitFilter(filter.text))
    cursor.reselect(id.flatMap { id in rows.firstIndex { $0.id == id } }, count: rows.count)
  }

  private var selected: VisitRow? { cursor.selection.map { rows[$0] } }
  var isTyping: Bool { filter.isOpen }

  func title(at desk: Desk) -> String {
    switch scope {
    case .all: desk.words("visits.title")
    case .behind(let figure, _): desk.words("visits.behind", ["figure": figure])
    }
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !filter.isOpen else { return [] }
    let nothing = selected == nil ? desk.words("visits.nothing") : nil
    let gone = (selected?.isRetracted ?? false) ? desk.words("fault.alreadyRetracted") : nil
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("amend", .amendVisit, keys: [.character("a")], at: desk, unless: nothing ?? gone),
      Command("retract", .retractVisit, keys: [.character("x")], at: desk, unless: nothing ?? gone),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    if filter.isActive {
      commands.append(Command("showall", .sort, keys: [.escape], at: desk))
    } else if case .behind = scope {
      commands.append(Command("back", .back, keys: [.escape, .character("q")], at: desk))
    }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .filter: filter.open()
    case .sort:
      filter.clear()
      arrange(keeping: selected?.id)
    case .back: return [.pop]
    default: break
    }
    guard let row = selected else { return [] }
    switch act {
    case .open: return [.push(VisitScreen(row.id, at: desk))]
    case .amendVisit:
      return [
        .openDraft(
          Draft.Key(form: .amendVisit(row.id), family: row.visit.family),
          orElse: VisitFormScreen(row.visit.family, purpose: .amend(row.id), at: desk))
      ]
    case .retractVisit: return [.push(FormScreen.retract(row.id, at: desk))]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    if filter.isOpen {
      if cursor.handleWithoutLetters(key) { return [] }
      if filter.handle(key) { arrange(keeping: selected?.id) }
      return []
    }
    _ = cursor.handle(key)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] {
    guard filter.isOpen else { return [] }
    filter.paste(text)
    arrange(keeping: selected?.id)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    switch event.kind {
    case .wheelUp: cursor.select((cursor.selection ?? 0) - 3)
    case .wheelDown: cursor.select((cursor.selection ?? 0) + 3)
    case .press, .double:
      let isOnRow = cursor.click(offset: event.position.row - area.row - 2)
      if isOnRow, event.kind == .double { return perform(.open, at: desk) }
    case .release: break
    }
    return []
  }

  mutating func refresh(at desk: Desk) {
    let kept = selected?.id
    search = VisitsScreen.search(scope, at: desk)
    arrange(keeping: kept)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if filter.isOpen || filter.isActive {
      filter.draw(in: top, matches: rows.count, of: search.rows.count, on: &grid, at: desk)
    } else {
      let minutes = rows.reduce(Minutes.zero) { $1.isRetracted ? $0 : $0 + $1.visit.outcome.minutes }
      let count = desk.words.count(
        "visits.count", rows.count(where: { !$0.isRetracted }), ["hours": minutes.text])
      grid.write(" " + count, at: top.origin, maxColumns: top.columns)
    }
    let layout = VisitColumns.layout(withFamily: true, width: area.columns, at: desk)
    let (header, list) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      guard let (file, record) = desk.caseload.visit(rows[index].id) else { continue }
      layout.drawRow(
        VisitColumns.cells(record, file: file, withFamily: true, at: desk), in: list.line(line), on: &grid,
        selected: index == cursor.selection)
    }
    if rows.isEmpty {
      grid.write(
        desk.words(filter.isActive ? "visits.nomatch" : "visits.empty"), at: list.position(1, 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}
