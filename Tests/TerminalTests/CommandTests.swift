import Terminal
import Testing

private enum Act: Hashable, Sendable {
  case visit, checkIn, record, retract
}

@Suite("Commands")
struct CommandTests {
  private static let table = CommandTable<Act>([
    Command(
      id: "visit.log", keys: [.character("v"), .function(2)], title: "visit", help: "log a visit",
      action: .visit, group: "Family"),
    Command(
      id: "checkin", keys: [.character("c")], title: "check-in", help: "ask how they cope", action: .checkIn,
      group: "Family"),
    Command(
      id: "retract", keys: [.character("u")], title: "take back", help: "retract my last entry",
      action: .retract,
      availability: .no(reason: "nothing recorded yet"), group: "Entry"),
    Command(
      id: "record", keys: [.control("s")], title: "record", action: .record, onKeyLine: false, group: "Entry"),
  ])

  @Test("a key runs its command, says why it cannot, or means nothing")
  func dispatch() {
    #expect(Self.table.dispatch(.function(2)) == .run(.visit))
    #expect(Self.table.dispatch(.character("u")) == .refused(reason: "nothing recorded yet"))
    #expect(Self.table.dispatch(.character("z")) == .none)
    #expect(Self.table.command(id: "record")?.keys == [.control("s")])
  }

  @Test("two commands on one key are a conflict that tests can see, and the first wins")
  func conflicts() {
    #expect(Self.table.conflicts.isEmpty)
    let doubled = Self.table.followed(
      by: CommandTable([Command(id: "other", keys: [.character("c")], title: "other", action: .record)]))
    #expect(doubled.conflicts.map(\.ids) == [["checkin", "other"]])
    #expect(doubled.conflicts.map(\.key) == [.character("c")])
    #expect(doubled.dispatch(.character("c")) == .run(.checkIn))
  }

  @Test("the key line shows what can be done now, most useful first, as far as it fits")
  func keyLine() {
    #expect(Self.table.keyLine(columns: 80).map(\.title) == ["visit", "check-in"])
    #expect(Self.table.keyLine(columns: 12).map(\.title) == ["visit"])
    #expect(Self.table.keyLine(columns: 3).isEmpty)
    let items = Self.table.keyLine(columns: 80)
    let grid = drawn(30, 1) { rect, grid in KeyLine.draw(items, in: rect, on: &grid) }
    #expect(grid.text == "v visit  c check-in")
    #expect(grid.legend == "k........k")
    #expect(KeyLine.key(at: 10, of: items, columns: 30) == .character("c"))
    #expect(KeyLine.key(at: 8, of: items, columns: 30) == nil)
  }

  @Test("help shows every command in its group, finds by typing, runs by Enter")
  func help() {
    var help = HelpOverlay(Self.table, title: "Families", footer: "Esc back")
    let grid = drawn(60, 12) { rect, grid in help.draw(in: rect, on: &grid) }
    #expect(
      grid.text.contains("Family") && grid.text.contains(">v, F2") && grid.text.contains("visit: log a visit")
    )
    #expect(grid.text.contains("take back (nothing recorded yet)"))
    #expect(grid.cursor.map { grid[$0].style.role } == .selection)
    for character in "back" { #expect(help.handle(.character(character)) == .consumed) }
    #expect(help.handle(.enter) == .refused(reason: "nothing recorded yet"))
    #expect(help.handle(.escape) == .consumed)
    #expect(help.handle(.down) == .consumed)
    #expect(help.handle(.enter) == .run(.checkIn))
    #expect(help.handle(.escape) == .closed)
  }

  @Test("the palette finds commands and families by a few letters, best first")
  func palette() {
    var palette = Palette(
      Self.table.paletteRows + [PaletteRow(id: "family.42", title: "F-0042 Abbott", detail: "Rosie, Siân")],
      title: "Commands")
    #expect(palette.matching.count == 5)
    for character in "abb" { _ = palette.handle(.character(character)) }
    #expect(palette.handle(.enter) == .chosen(id: "family.42"))
    for _ in 0..<3 { _ = palette.handle(.backspace) }
    for character in "sian" { _ = palette.handle(.character(character)) }
    #expect(palette.matching.map(\.id) == ["family.42"])
    _ = palette.handle(.control("u"))
    palette.paste("take")
    #expect(palette.handle(.enter) == .refused(reason: "nothing recorded yet"))
    _ = palette.handle(.character("q"))
    #expect(palette.handle(.enter) == .consumed)
    #expect(palette.handle(.escape) == .closed)
  }

  @Test(
    "help and palette survive any size",
    arguments: [(80, 24), (40, 12), (10, 4), (3, 3), (2, 2), (1, 1), (0, 0)])
  func sizes(columns: Int, rows: Int) {
    let grid = drawn(columns, rows) { rect, grid in
      HelpOverlay(Self.table, title: "Help").draw(in: rect, on: &grid)
      Palette(Self.table.paletteRows, title: "Commands").draw(in: rect, on: &grid)
    }
    #expect(isSound(grid))
  }

  @Test("a palette looks like this")
  func picture() {
    let palette = Palette(Self.table.paletteRows, title: "Commands", footer: "Enter do it")
    let grid = drawn(44, 8) { rect, grid in palette.draw(in: rect, on: &grid) }
    #expect(
      grid.lines == [
        "┌─ Commands ───────────────────────────────┐", "│ >                                        │",
        "│ >visit  log a visit                v, F2 │", "│  check-in  ask how they cope           c │",
        "│  take back  (nothing recorded yet)     u │", "│  record                               ^S │",
        "│                                          │", "└─ Enter do it ────────────────────────────┘",
      ])
    #expect(grid.cursor == Position(column: 4, row: 1))
  }
}
