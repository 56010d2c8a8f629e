import Terminal
import Testing

@Suite("Grid")
struct GridTests {
  @Test("text is cut at the right edge with an ellipsis and never within a cluster")
  func cut() {
    let grid = drawn(6, 2) { _, grid in
      #expect(grid.write("Siân Evans", at: Position(column: 0, row: 0)) == 6)
      #expect(grid.write("ab漢字漢", at: Position(column: 0, row: 1)) == 5)
    }
    #expect(grid.lines == ["Siân …", "ab漢…"])
    #expect(isSound(grid))
  }

  @Test("a width of its own cuts earlier")
  func maxColumns() {
    let grid = drawn(20, 1) { _, grid in
      grid.write("Okafor", at: Position(column: 2, row: 0), maxColumns: 4)
      grid.write("!", at: Position(column: 6, row: 0))
    }
    #expect(grid.text == "  Oka…!")
  }

  @Test(
    "drawing outside is clipped silently",
    arguments: [(-3, 0), (0, -1), (0, 5), (100, 0), (-100, -100), (4, 1)] as [(Int, Int)])
  func clipping(column: Int, row: Int) {
    let grid = drawn(5, 2) { _, grid in
      grid.write("漢字abc", at: Position(column: column, row: row))
      grid.fill(Rect(column: column, row: row, columns: 50, rows: 50), style: .alarm)
      grid.mark(Position(column: column, row: row), columns: 9, style: .good)
      grid.horizontalRule(at: Position(column: column, row: row), columns: 40)
      grid.writeRight("12", at: Position(column: column, row: row), columns: 3)
    }
    #expect(isSound(grid))
  }

  @Test("covering half a wide glyph leaves no half behind")
  func halves() {
    let first = drawn(6, 1) { _, grid in
      grid.write("漢字", at: Position(column: 0, row: 0))
      grid.write("x", at: Position(column: 1, row: 0))
    }
    #expect(first.text == " x字")
    let second = drawn(6, 1) { _, grid in
      grid.write("漢字", at: Position(column: 0, row: 0))
      grid.write("山", at: Position(column: 1, row: 0))
    }
    #expect(second.lines == [" 山"])
    #expect(isSound(first) && isSound(second))
  }

  @Test("numbers stand at the right of their columns")
  func right() {
    let grid = drawn(10, 2) { _, grid in
      grid.writeRight("12", at: Position(column: 2, row: 0), columns: 5)
      grid.writeRight("1234567", at: Position(column: 2, row: 1), columns: 5)
    }
    #expect(grid.lines == ["     12", "  1234…"])
  }

  @Test("pictures of styles show one letter a cell")
  func legend() {
    let grid = drawn(8, 2) { _, grid in
      grid.write("ab", at: Position(column: 1, row: 0), style: .alarm)
      grid.mark(Rect(column: 0, row: 1, columns: 3, rows: 1), style: .selection)
    }
    #expect(grid.legend == ".xx\nsss")
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test("a grid of no cells takes everything", arguments: [(0, 0), (1, 1), (0, 5), (5, 0)])
  func nothing(columns: Int, rows: Int) {
    let grid = drawn(columns, rows) { rect, grid in
      grid.write("漢字 text", at: rect.origin)
      _ = Panel(title: "Title", footer: "Esc").draw(in: rect, on: &grid)
      Overlay(title: "Question", text: "Is it?").draw(in: rect, on: &grid)
      Message(.error, "no").draw(in: rect, on: &grid)
      KeyLine.draw([KeyLineItem(key: .control("s"), title: "record")], in: rect, on: &grid)
    }
    #expect(isSound(grid))
  }

  @Test("rectangles split without ever growing or turning negative")
  func rectangles() {
    let rect = Rect(column: 2, row: 1, columns: 10, rows: 5)
    #expect(rect.splitTop(2).rest == Rect(column: 2, row: 3, columns: 10, rows: 3))
    #expect(rect.splitTop(99).rest.isEmpty && rect.splitTop(-1).top.isEmpty)
    #expect(rect.splitBottom(1).bottom == Rect(column: 2, row: 5, columns: 10, rows: 1))
    #expect(rect.splitLeft(4).rest == Rect(column: 6, row: 1, columns: 6, rows: 5))
    #expect(rect.splitRight(4).right == Rect(column: 8, row: 1, columns: 4, rows: 5))
    #expect(rect.inset(columns: 9, rows: 9).columns == 0)
    #expect(Rect(column: 0, row: 0, columns: -4, rows: -1).isEmpty)
    #expect(rect.centred(columns: 4, rows: 3) == Rect(column: 5, row: 2, columns: 4, rows: 3))
  }

  @Test("a panel clears what was under it and keeps its words on its edges")
  func panel() {
    let grid = drawn(16, 4) { rect, grid in
      grid.fill(rect, style: .alarm)
      let inner = Panel(title: "Why", footer: "Esc back").draw(in: rect, on: &grid)
      grid.write("words", at: inner.origin)
    }
    #expect(grid.lines == ["┌─ Why ────────┐", "│words         │", "│              │", "└─ Esc back ───┘"])
  }
}
