import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// A list of visits: all of them, latest first, or those behind a figure of a summary.
struct VisitsScreen: ListScreen {
  /// Which visits are listed.
  enum Scope: Sendable {
    case all
    case behind(figure: String, records: [RecordID])
  }

  let scope: Scope
  private var search: VisitSearch
  private var rows: [VisitRow] = []
  var list = FilteredList()

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

  mutating func arrange() { arrange(keeping: selected?.id) }

  private mutating func arrange(keeping id: RecordID?) {
    rows = search.rows(VisitFilter(list.filter.text))
    list.arrange(count: rows.count, selecting: id.flatMap { id in rows.firstIndex { $0.id == id } })
  }

  private var selected: VisitRow? { list.selection.map { rows[$0] } }

  func familyInFront(at desk: Desk) -> FamilyID? { selected?.visit.family }

  func title(at desk: Desk) -> String {
    switch scope {
    case .all: desk.words("visits.title")
    case .behind(let figure, _): desk.words("visits.behind", ["figure": figure])
    }
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !list.isTyping else { return [] }
    let nothing = selected == nil ? desk.words("visits.nothing") : nil
    let gone = (selected?.isRetracted ?? false) ? desk.words("fault.alreadyRetracted") : nil
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("amend", .amendVisit, keys: [.character("a")], at: desk, unless: nothing ?? gone),
      Command("retract", .retractVisit, keys: [.character("x")], at: desk, unless: nothing ?? gone),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    if list.filter.isActive {
      commands.append(Command("showall", .sort, keys: [.escape], at: desk))
    } else if case .behind = scope {
      commands.append(Command("back", .back, keys: [.escape, .character("q")], at: desk))
    }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .filter: list.openFilter()
    case .sort:
      list.clearFilter()
      arrange()
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

  mutating func refresh(at desk: Desk) {
    let kept = selected?.id
    search = VisitsScreen.search(scope, at: desk)
    arrange(keeping: kept)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(in: top, matches: rows.count, of: search.rows.count, on: &grid, at: desk)
    } else {
      let minutes = rows.reduce(Minutes.zero) { $1.isRetracted ? $0 : $0 + $1.visit.outcome.minutes }
      let count = desk.words.count(
        "visits.count", rows.count(where: { !$0.isRetracted }), ["hours": minutes.text])
      grid.write(" " + count, at: top.origin, maxColumns: top.columns)
    }
    let layout = VisitColumns.layout(withFamily: true, width: area.columns, at: desk)
    let (header, body) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    for (line, index) in list.visible(rows: body.rows).enumerated() {
      guard let (file, record) = desk.caseload.visit(rows[index].id) else { continue }
      layout.drawRow(
        VisitColumns.cells(record, file: file, withFamily: true, at: desk), in: body.line(line), on: &grid,
        selected: index == list.selection)
    }
    if rows.isEmpty {
      grid.write(
        desk.words(list.filter.isActive ? "visits.nomatch" : "visits.empty"), at: body.position(1, 0),
        style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }
}
