import Terminal
import Testing

@Suite("Form")
struct FormTests {
  static func visit() -> Form {
    Form([
      FormField(id: "date", label: "Date", kind: .line("today"), row: 1, width: 16),
      FormField(id: "start", label: "Start", kind: .line("10:00"), row: 1, width: 6),
      FormField(id: "for", label: "For", kind: .line("2h00"), row: 1, width: 6),
      FormField(
        id: "how", label: "How",
        kind: .choice(
          ChoiceField([
            ChoiceOption(id: "home", label: "at home"), ChoiceOption(id: "out", label: "out together"),
            ChoiceOption(id: "phone", label: "phone"),
          ]))),
      FormField(
        id: "there", label: "There",
        kind: .checks(
          ChecksField([
            CheckOption(id: "rosie", label: "Rosie", isOn: true), CheckOption(id: "noah", label: "Noah"),
            CheckOption(id: "dad", label: "Dad (away)"),
          ]))),
      FormField(id: "note", label: "What I saw", kind: .text(TextArea(), rows: 3)),
      FormField(id: "safe", label: "Home safe", kind: .toggle(false)),
    ])
  }

  @Test(
    "a form that a small window had scrolled begins at its top again when the window is wide, and shows the focus in any"
  )
  func widened() {
    var form = Self.visit()
    form.setText("Noah walked.", of: "note")
    form.focus(on: "note")
    for (columns, rows) in [(20, 3), (70, 9)] {
      form.size = Size(columns: columns, rows: rows)
      let grid = drawn(columns, rows) { rect, grid in form.draw(in: rect, on: &grid) }
      #expect(grid.lines.contains { $0.contains("Noah") }, "\(grid.lines)")
      #expect(grid.lines.contains { $0.contains("Date") } == (rows == 9), "\(grid.lines)")
    }
  }

  @Test("a form is drawn labels left, short fields side by side, long text as a box to write in")
  func picture() {
    var form = Self.visit()
    form.setText("Noah walked.", of: "note")
    let grid = drawn(70, 9) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(
      grid.lines == [
        "Date       [today           ]  Start [10:00 ]  For [2h00  ]",
        "How        ( ) at home ( ) out together ( ) phone",
        "There      [x] Rosie [ ] Noah [ ] Dad (away)",
        "What I saw │Noah walked.",
        "           │",
        "           │",
        "Home safe  [ ]",
        "", "",
      ])
    #expect(grid.cursor == Position(column: 17, row: 0))
  }

  @Test("below sixty columns every field has a row of its own")
  func narrow() {
    let form = Self.visit()
    let grid = drawn(40, 12) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(grid.lines[0] == "Date       [today           ]")
    #expect(grid.lines[1] == "Start      [10:00 ]")
    #expect(isSound(grid))
  }

  @Test("Tab goes through the fields and round, Shift-Tab back, and what was left is told")
  func traversal() {
    var form = Self.visit()
    var left: [String] = []
    for _ in 0..<7 {
      if let id = form.handle(.tab).left { left.append(id) }
    }
    #expect(left == ["date", "start", "for", "how", "there", "note", "safe"])
    #expect(form.focusedID == "date")
    #expect(form.handle(.backTab).left == "date")
    #expect(form.focusedID == "safe")
  }

  @Test("Up and Down move between rows of the screen, within long text first")
  func vertical() {
    var form = Self.visit()
    form.focus(on: "start")
    _ = form.handle(.down)
    #expect(form.focusedID == "how")
    _ = form.handle(.up)
    #expect(form.focusedID == "date")
    form.setText("one\ntwo", of: "note")
    form.focus(on: "note")
    #expect(form.handle(.up).left == nil)
    #expect(form.handle(.up).left == "note")
    #expect(form.focusedID == "there")
  }

  @Test("Enter goes on, is a line break in long text, and finishes in the last field")
  func enter() {
    var form = Self.visit()
    #expect(form.handle(.enter).left == "date")
    form.focus(on: "note")
    #expect(form.handle(.enter).changed == "note")
    #expect(form.text(of: "note") == "\n")
    form.focus(on: "safe")
    let outcome = form.handle(.enter)
    #expect(outcome.isFinished && outcome.left == "safe")
  }

  @Test("changes are told, movements are not")
  func changes() {
    var form = Self.visit()
    #expect(form.handle(.character("x")).changed == "date")
    #expect(form.text(of: "date") == "todayx")
    #expect(form.handle(.left).changed == nil)
    form.focus(on: "how")
    #expect(form.handle(.right).changed == "how")
    #expect(form.choice(of: "how") == "home")
    #expect(form.handle(.character("p")).changed == "how")
    #expect(form.choice(of: "how") == "phone")
    #expect(form.handle(.right).changed == nil)
    #expect(form.handle(.backspace).changed == "how")
    #expect(form.choice(of: "how") == nil)
    form.focus(on: "there")
    _ = form.handle(.right)
    #expect(form.handle(.character(" ")).changed == "there")
    #expect(form.checked(of: "there") == ["rosie", "noah"])
    form.focus(on: "safe")
    #expect(form.handle(.character(" ")).changed == "safe")
    #expect(form.isOn("safe"))
    #expect(form.paste("nothing").changed == nil)
  }

  @Test(
    "keys a form has no use for are left to the screen",
    arguments: [Key.control("s"), .escape, .function(4), .control("p")])
  func ignored(key: Key) {
    var form = Self.visit()
    #expect(form.handle(key) == .ignored)
  }

  @Test("an error stands in words under its field and is found first")
  func errors() {
    var form = Self.visit()
    form.setError("14:65 is no time", of: "start")
    form.setError("choose one", of: "how")
    #expect(form.firstError == "start")
    let grid = drawn(70, 12) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(grid.lines[1].contains("‼ 14:65 is no time"))
    #expect(grid.lines[3].contains("‼ choose one"))
    #expect(grid.styleLines[1].contains("e"))
    form.setError(nil, of: "start")
    #expect(form.firstError == "how")
  }

  @Test("a field that is not enabled is skipped and shown dim")
  func disabled() {
    var form = Self.visit()
    form.setEnabled(false, of: "date")
    #expect(form.focusedID == "start")
    form.focus(on: "date")
    #expect(form.focusedID == "start")
    for id in ["start", "for", "how", "there", "note", "safe"] { form.setEnabled(false, of: id) }
    #expect(form.focusedID == nil)
    #expect(form.handle(.tab) == .ignored)
    let grid = drawn(70, 9) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(grid.styleLines[0].hasPrefix("dddd") && grid.cursor == nil)
  }

  @Test(
    "the focused field is in sight and has the cursor at any size",
    arguments: [(80, 24), (40, 12), (40, 3), (20, 6), (5, 2), (1, 1)])
  func sizes(columns: Int, rows: Int) {
    var form = Self.visit()
    form.size = Size(columns: columns, rows: rows)
    for _ in 0..<14 {
      let grid = drawn(columns, rows) { rect, grid in form.draw(in: rect, on: &grid) }
      #expect(isSound(grid))
      #expect(grid.cursor != nil, "\(form.focusedID ?? "") at \(columns)x\(rows)")
      _ = form.handle(.tab)
    }
    let none = drawn(0, 0) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(none.cursor == nil)
  }

  @Test("many options open a list that filters as one types")
  func list() {
    let names = ["Abbott", "Bevan", "Llewelyn", "Okafor", "Siân Price", "de Souza", "Ito", "Simms"]
    var form = Form([
      FormField(
        id: "family", label: "Family",
        kind: .choice(ChoiceField(names.map { ChoiceOption(id: $0, label: $0) }))),
      FormField(id: "next", label: "Next", kind: .line()),
    ])
    #expect(!form.hasOpenList)
    _ = form.handle(.character("s"))
    #expect(form.hasOpenList)
    _ = form.handle(.character("i"))
    let grid = drawn(40, 12) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(
      grid.text.contains(">Siân Price") && grid.text.contains(" Simms") && !grid.text.contains("Okafor"))
    #expect(grid.cursor.map { grid[$0].style.role } == .selection)
    _ = form.handle(.down)
    #expect(form.handle(.enter).changed == "family")
    #expect(form.choice(of: "family") == "Simms")
    #expect(!form.hasOpenList && form.focusedID == "family")
    _ = form.handle(.character(" "))
    #expect(form.handle(.escape).consumed)
    #expect(form.choice(of: "family") == "Simms")
    let tiny = drawn(3, 2) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(isSound(tiny))
  }

  @Test("a click focuses a field and ticks what it hits")
  func click() {
    var form = Self.visit()
    let rect = Rect(column: 0, row: 2, columns: 70, rows: 10)
    let outcome = form.click(at: Position(column: 24, row: 4), in: rect)
    #expect(outcome.left == "date" && outcome.changed == "there")
    #expect(form.checked(of: "there") == ["rosie", "noah"])
    #expect(form.click(at: Position(column: 30, row: 3), in: rect).changed == "how")
    #expect(form.choice(of: "how") == "out")
    #expect(form.click(at: Position(column: 0, row: 0), in: rect) == .ignored)
  }

  @Test("boxes may have three states")
  func threeStates() {
    var form = Form([
      FormField(
        id: "seen", label: "Seen",
        kind: .checks(ChecksField([CheckOption(id: "a", label: "A")], marks: [" ", "x", "-"])))
    ])
    var seen: [Int?] = []
    for _ in 0..<4 {
      _ = form.handle(.character(" "))
      seen.append(form.states(of: "seen")["a"])
    }
    #expect(seen == [1, 2, 0, 1])
    form.setChecked(["a"], of: "seen")
    #expect(form.checked(of: "seen") == ["a"])
  }

  @Test("a hint stands beside its field where there is room, else under it while it is focused")
  func hints() {
    var form = Form([
      FormField(id: "a", label: "Born", kind: .line(), hint: "14/3/2024", width: 10),
      FormField(id: "b", label: "Name", kind: .line(), hint: "as the family says it", isRequired: true),
    ])
    let first = drawn(40, 4) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(first.lines[0] == "Born  [          ] 14/3/2024")
    #expect(first.lines[2].isEmpty)
    _ = form.handle(.tab)
    let second = drawn(40, 4) { rect, grid in form.draw(in: rect, on: &grid) }
    #expect(second.lines[1].hasPrefix("Name* ["))
    #expect(second.lines[2] == "      as the family says it")
  }
}
