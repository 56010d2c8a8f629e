import Terminal
import VisitLibrary
import VisitModel

/// The families that make a figure of a summary.
struct FamiliesBehindScreen: Screen {
  private let heading: String
  private let families: [FamilyID]
  private var cursor: ListCursor

  init(_ heading: String, families: [FamilyID], at desk: Desk) {
    self.heading = heading
    self.families = families
    cursor = ListCursor(count: families.count)
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { heading }

  func commands(at desk: Desk) -> [Command<Act>] {
    [
      Command(
        "open", .open, keys: [.enter], at: desk,
        unless: families.isEmpty ? desk.words("families.nothing") : nil),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .back: [.pop]
    case .open: cursor.selection.map { [.push(FamilyScreen(families[$0], at: desk))] } ?? []
    default: []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let layout = ColumnLayout(
      [
        Column(id: "number", title: desk.words("column.number"), minimum: 6),
        Column(id: "family", title: desk.words("column.family"), minimum: 10, ideal: 20),
        Column(id: "stage", title: desk.words("column.stage"), minimum: 10, ideal: 18, priority: 1),
        Column(id: "people", title: desk.words("column.people"), minimum: 10, priority: 2, isFlexible: true),
      ], width: area.columns)
    let (header, list) = area.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      guard let file = desk.caseload.families[families[index]] else { continue }
      let stage = file.episode.map { desk.words("stage.\($0.state.stage.wordKey)") } ?? ""
      layout.drawRow(
        [
          TableCell(file.number.description), TableCell(file.family.name), TableCell(stage),
          TableCell(file.family.people.map(\.shortName).joined(separator: ", "), .dim),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if families.isEmpty { grid.write(desk.words("summary.nothing"), at: list.position(1, 0), style: .dim) }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}
