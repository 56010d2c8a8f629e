import Terminal
import Testing

/// Types each character, and presses the keys named in `<…>`.
private func typing(_ script: String, key: (Key) -> Void) {
  var rest = Substring(script)
  while let first = rest.popFirst() {
    if first == "<", let end = rest.firstIndex(of: ">") {
      if let named = Key(spelling: String(rest[..<end])) { key(named) }
      rest = rest[rest.index(after: end)...]
    } else {
      key(.character(first))
    }
  }
}

@Suite("Line field")
struct LineFieldTests {
  @Test(
    "the keys of a shell edit the line",
    arguments: [
      ("one two<^A>x", "xone two"), ("one two<^W>", "one "), ("one two<M-b><^K>", "one "),
      ("one two<^U><^Y><^Y>", "one twoone two"), ("abc<←><←><Del>", "ac"), ("ab<^T>", "ba"),
      ("one two<^A><M-d>", " two"), ("one two<^A><M-f>!", "one! two"), ("one two<C-←>x", "one xtwo"),
      ("abc<Home><End>d", "abcd"), ("é<Bksp>", ""), ("a<^A><Bksp>b", "ba"), ("abc<^A><^D>", "bc"),
      ("<^Y>a", "a"), ("<^T>a<^A><^T>b", "ba"),
    ])
  func keys(script: String, text: String) {
    var field = LineField()
    typing(script) { _ = field.handle($0) }
    #expect(field.text == text)
  }

  @Test(
    "a day that is filled in gives way to the first letter typed; a key that moves or deletes edits it",
    arguments: [
      ("tue", "tue"), ("<Bksp>2", "Sun 22 No2"), ("<←>x", "Sun 22 Noxv"), ("<^A>x", "xSun 22 Nov"),
      ("", "Sun 22 Nov"),
    ])
  func filledIn(script: String, text: String) {
    var field = LineField(text: "Sun 22 Nov")
    field.isReplaceable = true
    typing(script) { _ = field.handle($0) }
    #expect(field.text == text)
  }

  @Test("a whole cluster is deleted at once, and an accent typed after its letter joins it")
  func clusters() {
    var field = LineField(text: "👩‍👩‍👧")
    #expect(field.cursor == 1)
    _ = field.handle(.backspace)
    #expect(field.isEmpty)
    field.insert("e")
    field.insert("\u{301}")
    #expect(field.cursor == 1)
    _ = field.handle(.backspace)
    #expect(field.text.isEmpty)
  }

  @Test("a paste is text on one line: no breaks, no controls")
  func paste() {
    var field = LineField()
    field.insert("two\r\nlines\u{1B}[31m\u{202E}\tend")
    #expect(field.text == "two lines[31m end")
  }

  @Test("what is too long is refused, wherever it is put in")
  func bounds() {
    var field = LineField(text: "abcdefgh", maxLength: 4)
    #expect(field.text == "abcd")
    field.cursor = 0
    field.insert("xyz")
    #expect(field.text == "abcd")
    _ = field.handle(.backspace)
    _ = field.handle(.delete)
    field.insert("xyz")
    #expect(field.text == "xbcd")
  }

  @Test("the cursor is in sight at every place of a long line", arguments: [1, 2, 5, 20])
  func scrolling(columns: Int) {
    var field = LineField(text: "漢字 a long line with ŵ and 漢字 in it")
    for cursor in 0...field.text.count {
      field.cursor = cursor
      let grid = drawn(columns, 1) { rect, grid in field.draw(in: rect, on: &grid, focused: true) }
      #expect(isSound(grid))
      #expect(grid.cursor?.row == 0)
    }
  }

  @Test("a secret shows bullets and gives nothing to the cut buffer")
  func secret() {
    var field = LineField(text: "hunter2", isSecret: true)
    let grid = drawn(10, 1) { rect, grid in field.draw(in: rect, on: &grid, focused: false) }
    #expect(grid.text == "•••••••")
    _ = field.handle(.control("u"))
    _ = field.handle(.control("y"))
    #expect(field.isEmpty)
  }

  @Test(
    "keys that are commands elsewhere are left to others",
    arguments: [Key.enter, .tab, .escape, .up, .control("s"), .control("p"), .function(4)])
  func ignored(key: Key) {
    var field = LineField(text: "abc")
    #expect(field.handle(key) == false)
    #expect(field.text == "abc")
  }
}

@Suite("Text area")
struct TextAreaTests {
  private func area(_ script: String, text: String = "", columns: Int = 20, rows: Int = 4) -> TextArea {
    var area = TextArea(text: text, columns: columns, rows: rows)
    typing(script) { _ = area.handle($0) }
    return area
  }

  @Test(
    "long text is edited",
    arguments: [
      ("one<Enter>two", "one\ntwo"), ("one<Enter>two<^U>", "one\n"), ("one<Enter>two<↑><^K>", "onetwo"),
      ("one<Enter>two<↑><Home><^K>x", "x\ntwo"), ("one<Enter>two<↑><^K><^K>", "one"),
      ("one<^W><^Y><^Y>", "oneone"), ("ab<^T>", "ba"), ("word another<C-←><C-←>x", "xword another"),
      ("one<Enter><Bksp>two", "onetwo"), ("one two<C-←><M-d>x", "one x"),
    ])
  func editing(script: String, text: String) {
    #expect(area(script).text == text)
  }

  @Test("undo takes back a word, a paste or a cut at a time; redo brings it back")
  func undo() {
    var area = area("one two")
    _ = area.handle(.control("_"))
    #expect(area.text == "one ")
    _ = area.handle(.control("_"))
    #expect(area.text.isEmpty)
    _ = area.handle(.control("r"))
    _ = area.handle(.control("r"))
    #expect(area.text == "one two")
    area.insert("\npasted\nlines")
    _ = area.handle(.control("_"))
    #expect(area.text == "one two")
    _ = area.handle(.control("u"))
    #expect(area.text.isEmpty)
    _ = area.handle(.alt("_"))
    _ = area.handle(.control("_"))
    #expect(area.text == "one two")
  }

  @Test("up and down move by visible lines and keep their column")
  func vertical() {
    var area = TextArea(
      text: "the first line is longer than the second\nab\nthe third line", columns: 20, rows: 3)
    area.cursor = 15
    var places: [Int] = []
    for key in [Key.down, .down, .down, .down, .up, .up, .up, .up] {
      _ = area.handle(key)
      places.append(area.cursor)
    }
    #expect(places == [33, 40, 43, 58, 43, 40, 33, 15])
  }

  @Test("Up on the first line and Down on the last are left to the form")
  func edges() {
    var area = TextArea(text: "one\ntwo", columns: 20, rows: 3)
    #expect(area.handle(.down) == false)
    #expect(area.handle(.up) == true)
    #expect(area.handle(.up) == false)
    #expect(area.handle(.pageDown) == true)
  }

  @Test("Home and End keep to the visible line")
  func lineEnds() {
    var area = TextArea(text: "alpha beta gamma delta", columns: 12, rows: 3)
    area.cursor = 2
    _ = area.handle(.end)
    #expect(area.cursor == 10)
    _ = area.handle(.down)
    _ = area.handle(.home)
    #expect(area.cursor == 11)
  }

  @Test("a paste keeps its lines, loses its controls and is one step of undo")
  func paste() {
    var area = TextArea()
    area.insert("line one\r\nline \u{1B}[31mtwo\u{202E}")
    #expect(area.text == "line one\nline [31mtwo")
    _ = area.handle(.control("_"))
    #expect(area.text.isEmpty)
  }

  @Test("the cursor is in sight at every place, at any size", arguments: [(1, 1), (3, 2), (20, 3), (80, 10)])
  func sight(columns: Int, rows: Int) {
    var area = TextArea(
      text: "Rosie 漢字 had slept.\n\nNoah walked to the door 👍🏽 today", columns: columns, rows: rows)
    for cursor in 0...area.text.count {
      area.cursor = cursor
      let grid = drawn(columns, rows) { rect, grid in area.draw(in: rect, on: &grid, focused: true) }
      #expect(isSound(grid))
      #expect(grid.cursor != nil)
    }
  }

  @Test("wrapped text is drawn as typed")
  func picture() {
    let area = TextArea(text: "Noah walked to the door today", columns: 12, rows: 3)
    let grid = drawn(12, 3) { rect, grid in area.draw(in: rect, on: &grid, focused: true) }
    #expect(grid.lines == ["Noah walked", "to the door", "today"])
    #expect(grid.cursor == Position(column: 5, row: 2))
  }

  @Test("what is too long is refused")
  func bounds() {
    var area = TextArea(maxLength: 5)
    area.insert("abcdefgh")
    _ = area.handle(.enter)
    #expect(area.text == "abcde")
  }
}
