import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The concerns the reader may see: those that are open with their clocks counting, the longest open first, then the
/// others. A volunteer sees the ones they raised.
struct ConcernsScreen: ListScreen {
  private var report: ConcernReport
  private var rows: [ConcernRow] = []
  var list = FilteredList()

  init(at desk: Desk) {
    report = ConcernReport(desk.caseload, now: desk.now)
    arrange(at: desk)
  }

  mutating func arrange(at desk: Desk) {
    let kept = selected?.id
    let wanted = FoldedWords(list.filter.text)
    rows = report.rows.filter { wanted.areIn(ConcernsScreen.words(of: $0)) }
    list.arrange(count: rows.count, selecting: kept.flatMap { id in rows.firstIndex { $0.id == id } })
  }

  private static func words(of row: ConcernRow) -> String {
    let concern = row.file.concern
    return [
      ConcernLine.about(row), row.raisedBy, row.file.stage?.rawValue ?? "", concern.seen, concern.said,
      concern.done, row.late.isEmpty ? "" : "late",
    ].joined(separator: "\n")
  }

  private var selected: ConcernRow? { list.selection.flatMap { $0 < rows.count ? rows[$0] : nil } }

  func title(at desk: Desk) -> String { desk.words("concerns.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard !list.isTyping else { return [] }
    let nothing = selected == nil ? desk.words("concerns.nothing") : nil
    var commands = [
      Command("open", .open, keys: [.enter], at: desk, unless: nothing),
      Command("filter", .filter, keys: [.character("/")], at: desk),
    ]
    commands += selected.map { ConcernScreen.commands(on: $0.file, at: desk) } ?? []
    if list.filter.isActive { commands.append(Command("showall", .sort, keys: [.escape], at: desk)) }
    return commands
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .filter: list.openFilter()
    case .sort:
      list.clearFilter()
      arrange(at: desk)
    case .open: return selected.map { [.push(ConcernScreen($0.id, at: desk))] } ?? []
    default: return selected.map { ConcernScreen.perform(act, on: $0.file, at: desk) } ?? []
    }
    return []
  }

  mutating func refresh(at desk: Desk) {
    report = ConcernReport(desk.caseload, now: desk.now)
    arrange(at: desk)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (top, rest) = area.splitTop(1)
    if list.filter.isOpen || list.filter.isActive {
      list.filter.draw(in: top, matches: rows.count, of: report.rows.count, on: &grid, at: desk)
    } else if desk.member.role.isOffice {
      var counts = [desk.words.count("concerns.open", report.openCount)]
      if report.lateCount > 0 { counts.append(desk.words.count("concerns.late", report.lateCount)) }
      grid.write(
        " " + counts.joined(separator: "   "), at: top.origin,
        style: report.lateCount > 0 ? .caution : .normal, maxColumns: top.columns)
    } else {
      grid.write(" " + desk.words("concerns.own"), at: top.origin, style: .dim, maxColumns: top.columns)
    }
    let table = ConcernColumns(desk: desk, width: area.columns, withFamily: true)
    let (header, body) = rest.splitTop(1)
    table.layout.drawHeader(in: header, on: &grid)
    for (line, index) in list.visible(rows: body.rows).enumerated() {
      table.layout.drawRow(
        table.cells(rows[index]), in: body.line(line), on: &grid, selected: index == list.selection)
    }
    if rows.isEmpty {
      grid.writeWrapped(
        desk.words(list.filter.isActive ? "concerns.nomatch" : "concerns.empty"),
        in: body.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = body.origin }
  }
}

/// The columns of a list of concerns.
struct ConcernColumns {
  let desk: Desk
  let width: Int
  let withFamily: Bool

  var layout: ColumnLayout {
    var columns = [
      Column(id: "mark", title: "", minimum: 2),
      Column(
        id: "open", title: desk.words("column.openfor"), minimum: 6, ideal: 7, alignment: .right, priority: 0),
      Column(id: "stage", title: desk.words("column.stage"), minimum: 8, ideal: 12),
      Column(id: "late", title: desk.words("column.late"), minimum: 8, ideal: 15, priority: 1),
    ]
    if withFamily {
      columns.append(Column(id: "about", title: desk.words("column.about"), minimum: 12, ideal: 22))
    }
    columns += [
      Column(id: "by", title: desk.words("column.author"), minimum: 8, ideal: 10, priority: 3),
      Column(id: "what", title: desk.words("column.what"), minimum: 10, priority: 2, isFlexible: true),
    ]
    return ColumnLayout(columns, width: width)
  }

  func cells(_ row: ConcernRow) -> [TableCell] {
    let isLate = !row.late.isEmpty
    let isNew = row.file.stage == .raised
    let mark = isLate ? "‼" : isNew ? "!" : ""
    let shown = desk.isUnicode ? mark : isLate ? "!!" : mark
    let style: Style = isLate ? .caution : .normal
    var cells = [
      TableCell(shown, style), TableCell(ConcernLine.length(row.minutesOpen, at: desk), style),
      TableCell(ConcernLine.stage(row, at: desk)), TableCell(ConcernLine.late(row, at: desk), style),
    ]
    if withFamily { cells.append(TableCell(ConcernLine.about(row))) }
    return cells + [TableCell(row.raisedBy), TableCell(row.file.concern.gist.oneLine)]
  }
}

/// Words to be found whatever their capitals.
private struct FoldedWords {
  private let words: [String]

  init(_ text: String) { words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) }

  func areIn(_ text: String) -> Bool {
    if words.isEmpty { return true }
    let folded = text.lowercased()
    return words.allSatisfy(folded.contains)
  }
}
