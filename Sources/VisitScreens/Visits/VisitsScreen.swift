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
  private var index: VisitIndex
  /// Those of the index that the filter lets through.
  private var shown: VisitIndex
  /// What the line over the list says of them.
  private var count = 0
  private var minutes = Minutes.zero
  /// The rows on the screen, by their places: what stays there from one key to the next is not read again.
  private var read: [Int: VisitRow] = [:]
  var list = FilteredList()

  init(_ scope: Scope, at desk: Desk) {
    self.scope = scope
    index = VisitsScreen.index(scope, at: desk)
    shown = index
    arrange(keeping: nil, at: desk)
  }

  private static func index(_ scope: Scope, at desk: Desk) -> VisitIndex {
    switch scope {
    case .all: VisitIndex(desk.caseload, viewer: desk.member)
    case .behind(_, let records): VisitIndex(desk.caseload, records: Set(records))
    }
  }

  mutating func arrange(at desk: Desk) { arrange(keeping: selected?.id, at: desk) }

  private mutating func arrange(keeping id: RecordID?, at desk: Desk) {
    read = [:]
    shown = index.narrowed(to: VisitFilter(list.filter.text), in: desk.caseload)
    (count, minutes) = shown.places.reduce(into: (0, Minutes.zero)) { sum, place in
      if !place.isRetracted { sum = (sum.0 + 1, sum.1 + place.minutes) }
    }
    list.arrange(
      count: shown.places.count, selecting: id.flatMap { id in shown.places.firstIndex { $0.id == id } })
  }

  private var selected: VisitIndex.Place? { list.selection.map { shown.places[$0] } }

  func familyInFront(at desk: Desk) -> FamilyID? { selected?.family }

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
      arrange(at: desk)
    case .back: return [.pop]
    default: break
    }
    guard let row = selected else { return [] }
    switch act {
    case .open: return [.push(VisitScreen(row.id, at: desk))]
    case .amendVisit:
      return [
        .openDraft(
          Draft.Key(form: .amendVisit(row.id), family: row.family),
          orElse: VisitFormScreen(row.family, purpose: .amend(row.id), at: desk))
      ]
    case .retractVisit: return [.push(FormScreen.retract(row.id, at: desk))]
    default: return []
    }
  }

  mutating func refresh(at desk: Desk) {
    let kept = selected?.id
    index = VisitsScreen.index(scope, at: desk)
    arrange(keeping: kept, at: desk)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(in: top, matches: shown.places.count, of: index.places.count, on: &grid, at: desk)
    } else {
      let line = desk.words.count("visits.count", count, ["hours": minutes.text])
      grid.write(" " + line, at: top.origin, maxColumns: top.columns)
    }
    let layout = VisitColumns.layout(withFamily: true, width: area.columns, at: desk)
    let (header, body) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    let visible = list.visible(rows: body.rows)
    read = read.filter { visible.contains($0.key) }
    for (line, index) in visible.enumerated() {
      guard let row = read[index] ?? VisitIndex.row(shown.places[index], in: desk.caseload) else { continue }
      read[index] = row
      layout.drawRow(
        VisitColumns.cells(
          row.visit, isRetracted: row.isRetracted, isCorrected: row.isCorrected,
          family: "\(row.familyNumber) \(row.familyName)", at: desk), in: body.line(line), on: &grid,
        selected: index == list.selection)
    }
    if shown.places.isEmpty {
      grid.write(
        desk.words(list.filter.isActive ? "visits.nomatch" : "visits.empty"), at: body.position(1, 0),
        style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }
}
