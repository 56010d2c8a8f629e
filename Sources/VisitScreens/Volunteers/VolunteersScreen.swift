import Terminal
import VisitLibrary
import VisitModel

/// The volunteers of the scheme: who visits whom, and how long since each wrote a visit up.
struct VolunteersScreen: Screen {
  private var cursor: ListCursor
  private var volunteers: [Volunteer]

  init(at desk: Desk) {
    volunteers = desk.caseload.volunteersInOrder
    cursor = ListCursor(count: volunteers.count)
  }

  func title(at desk: Desk) -> String { desk.words("volunteers.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command(
        "newvolunteer", .newVolunteer, keys: [.character("n")], at: desk,
        unless: desk.officeOnly)
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    act == .newVolunteer ? [.push(FormScreen.newVolunteer(at: desk))] : []
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func refresh(at desk: Desk) {
    volunteers = desk.caseload.volunteersInOrder
    cursor.reselect(nil, count: volunteers.count)
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 5),
        Column(id: "name", title: desk.words("column.name"), minimum: 12, ideal: 24),
        Column(id: "phone", title: desk.words("column.phone"), minimum: 12, ideal: 14, priority: 2),
        Column(
          id: "families", title: desk.words("column.families"), minimum: 10, priority: 1, isFlexible: true),
      ], width: area.columns)
    let (header, list) = area.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    let families = desk.caseload.families.standings
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      let volunteer = volunteers[index]
      let visited = families.filter { $0.volunteer == volunteer.number }.map(desk.title)
      layout.drawRow(
        [
          TableCell(volunteer.number.description), TableCell(volunteer.name),
          TableCell(volunteer.phone ?? ""), TableCell(visited.joined(separator: ", ")),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if volunteers.isEmpty {
      grid.writeWrapped(desk.words("volunteers.empty"), in: list.inset(columns: 1, rows: 0), style: .dim)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}
