import Terminal
import Testing

@Suite("List cursor")
struct ListCursorTests {
  @Test(
    "the usual keys move the selection",
    arguments: [
      ([Key.down, .down], 2), ([.character("j"), .character("k")], 0), ([.character("G")], 99),
      ([.end, .up], 98),
      ([.character("G"), .character("g")], 0), ([.pageDown], 9), ([.control("d")], 5),
      ([.control("d"), .control("u")], 0),
      ([.up], 0), ([.end, .down], 99), ([.pageDown, .pageDown, .pageUp], 9),
    ])
  func moves(keys: [Key], row: Int) {
    var list = ListCursor(count: 100, pageRows: 10)
    for key in keys { #expect(list.handle(key) == true) }
    #expect(list.selection == row)
    #expect(list.visibleRange(rows: 10).contains(row))
  }

  @Test("an empty list selects nothing and survives every key")
  func empty() {
    var list = ListCursor()
    for key in [Key.down, .up, .end, .home, .pageDown, .pageUp] { _ = list.handle(key) }
    #expect(list.selection == nil)
    #expect(list.visibleRange(rows: 10).isEmpty)
    #expect(list.click(offset: 0) == false)
  }

  @Test("the selection follows its record when rows come and go, at the same place on the screen")
  func reselect() {
    var list = ListCursor(count: 100, pageRows: 10)
    list.select(50)
    let offset = 50 - list.firstVisible
    list.reselect(20, count: 40)
    #expect(list.selection == 20)
    #expect(20 - list.firstVisible == offset)
    list.reselect(nil, count: 5)
    #expect(list.selection == 4)
    list.reselect(nil, count: 0)
    #expect(list.selection == nil)
    list.reselect(nil, count: 3)
    #expect(list.selection == 0)
  }

  @Test("a click selects the row under it and nothing below the last")
  func click() {
    var list = ListCursor(count: 3, pageRows: 10)
    let hit = list.click(offset: 2)
    #expect(hit)
    #expect(list.selection == 2)
    let missed = list.click(offset: 3)
    #expect(!missed)
  }

  @Test("under a field, letters are left to the field")
  func letters() {
    var list = ListCursor(count: 9)
    for key in [Key.character("j"), .character("G"), .control("u"), .home] {
      let taken = list.handleWithoutLetters(key)
      #expect(!taken)
    }
    let moved = list.handleWithoutLetters(.down)
    #expect(moved)
  }
}

@Suite("Columns")
struct ColumnTests {
  static let columns = [
    Column(id: "number", title: "No.", minimum: 6),
    Column(id: "family", title: "Family", minimum: 8, ideal: 12),
    Column(id: "stage", title: "Stage", minimum: 9, ideal: 12, priority: 2),
    Column(id: "seen", title: "Seen", minimum: 5, alignment: .right, priority: 1),
    Column(id: "why", title: "Because", minimum: 8, priority: 3, isFlexible: true),
  ]

  @Test(
    "narrow terminals drop columns in the declared order and never the first",
    arguments: [
      (80, ["number", "family", "stage", "seen", "why"]), (40, ["number", "family", "stage", "seen", "why"]),
      (39, ["number", "family", "stage", "seen"]), (30, ["number", "family", "seen"]),
      (20, ["number", "family"]),
      (4, ["number"]), (0, []),
    ])
  func dropping(width: Int, shown: [String]) {
    let layout = ColumnLayout(Self.columns, width: width)
    #expect(layout.placed.map(\.column.id) == shown)
    #expect(layout.placed.allSatisfy { $0.x + $0.width <= width })
  }

  @Test("ideal widths are met before a flexible column grows into the rest")
  func widths() {
    let layout = ColumnLayout(Self.columns, width: 80)
    #expect(layout.placed.map(\.width) == [6, 12, 12, 5, 41])
    #expect(layout.column(at: 8)?.id == "family")
    #expect(layout.column(at: 6) == nil)
  }

  @Test("a list looks like a list: words left, numbers right, the cursor on the selected row")
  func picture() {
    let layout = ColumnLayout(Self.columns, width: 44)
    let grid = drawn(44, 3) { rect, grid in
      layout.drawHeader(in: rect, on: &grid, sort: ("seen", true))
      layout.drawRow(
        ["F-0017", "Okafor", "supported", "2 d", "concern open"], in: rect.line(1), on: &grid, selected: true)
      layout.drawRow(
        ["F-0051", "Llewelyn-Abbott", "waiting", TableCell("16 d!", .alarm), ""], in: rect.line(2), on: &grid)
    }
    #expect(
      grid.lines == [
        "No.    Family       Stage     Seen▲ Because", "F-0017 Okafor       supported   2 d concern…",
        "F-0051 Llewelyn-Ab… waiting   16 d!",
      ])
    #expect(grid.cursor == Position(column: 0, row: 1))
    #expect(grid.styleLines[1] == String(repeating: "s", count: 44))
    #expect(grid.styleLines[2].hasSuffix("xxxxx"))
  }

  @Test("what a filter found is underlined where it is shown")
  func underlined() {
    let layout = ColumnLayout(Self.columns, width: 30)
    let cells: [TableCell] = ["F-0017", "Siân Evans", "supported", "16 d"]
    let grid = drawn(30, 1) { rect, grid in
      layout.drawRow(cells, in: rect, on: &grid, selected: true)
      layout.underline("ian", in: cells, at: rect, on: &grid)
      layout.underline("16", in: cells, at: rect, on: &grid)
    }
    let found = (0..<30).filter { grid[$0, 0].style.underline }.map { grid[$0, 0].text }.joined()
    #expect(found == "iân16")
  }
}
