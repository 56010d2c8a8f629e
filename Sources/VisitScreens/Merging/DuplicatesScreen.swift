import Terminal
import VisitLibrary
import VisitModel

/// The families that are probably in the book twice: each pair with what speaks for it, to be merged or looked at.
struct DuplicatesScreen: Screen {
  private var pairs: [LikelyPair]
  private var cursor: ListCursor

  init(at desk: Desk) {
    pairs = desk.caseload.likelyPairs(lists: desk.lists)
    cursor = ListCursor(count: pairs.count)
  }

  private var selected: LikelyPair? {
    cursor.selection.flatMap { pairs.indices.contains($0) ? pairs[$0] : nil }
  }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func familyInFront(at desk: Desk) -> FamilyID? { selected?.family }
  func title(at desk: Desk) -> String { desk.words("duplicates.title") }

  func commands(at desk: Desk) -> [Command<Act>] {
    let nothing = selected == nil ? desk.words("duplicates.empty") : nil
    return [
      Command(
        "mergefamily", .mergeFamily, keys: [.enter, .character("m")], at: desk,
        unless: desk.officeOnly ?? nothing),
      Command("openlater", .open, keys: [.character("o")], at: desk, unless: nothing),
      Command("openfirst", .openOther, keys: [.character("f")], at: desk, unless: nothing),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    if act == .back { return [.pop] }
    guard let selected else { return [] }
    switch act {
    case .mergeFamily:
      return desk.caseload.families[selected.family].map {
        [.push(FormScreen.merge($0, into: selected.into, at: desk))]
      } ?? []
    case .open: return [.push(FamilyScreen(selected.family, at: desk))]
    case .openOther: return [.push(FamilyScreen(selected.into, at: desk))]
    default: return []
    }
  }

  mutating func refresh(at desk: Desk) {
    let kept = selected
    pairs = desk.caseload.likelyPairs(lists: desk.lists)
    cursor.reselect(kept.flatMap(pairs.firstIndex), count: pairs.count)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    _ = cursor.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let (head, rest) = area.splitTop(2)
    grid.writeWrapped(
      pairs.isEmpty ? desk.words("duplicates.empty") : desk.words.count("duplicates.text", pairs.count),
      in: head.inset(columns: 1, rows: 0), style: .dim)
    let layout = ColumnLayout(
      [
        Column(id: "family", title: desk.words("column.family"), minimum: 12, ideal: 22),
        Column(id: "into", title: desk.words("duplicates.first"), minimum: 12, ideal: 22),
        Column(
          id: "because", title: desk.words("column.because"), minimum: 10, priority: 1, isFlexible: true),
      ], width: area.columns)
    let (header, list) = rest.splitTop(1)
    layout.drawHeader(in: header, on: &grid)
    cursor.pageRows = max(1, list.rows)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      guard let file = desk.caseload.families[pairs[index].family],
        let into = desk.caseload.families[pairs[index].into]
      else { continue }
      layout.drawRow(
        [
          TableCell(desk.title(of: file)), TableCell(desk.title(of: into)),
          TableCell(desk.words.naming(pairs[index].signs, of: into.family), .dim),
        ], in: list.line(line), on: &grid, selected: index == cursor.selection)
    }
    if grid.cursor == nil { grid.cursor = list.origin }
  }
}
