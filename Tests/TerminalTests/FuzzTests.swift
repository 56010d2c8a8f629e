import Terminal
import Testing

@Suite("Any keys at any size")
struct FuzzTests {
  @Test("forms take whatever is typed, pasted, clicked and resized", arguments: 0..<4)
  func forms(seed: Int) {
    var chance = Seeded(UInt64(seed) &+ 0xF0)
    var form = FormTests.visit()
    form.fields.append(
      FormField(
        id: "list", label: "A label that is longer than its column",
        kind: .choice(ChoiceField((0..<20).map { ChoiceOption(id: "\($0)", label: "Option \($0)") })),
        hint: "a hint"))
    form.fields.append(FormField(id: "secret", label: "Secret", kind: .secret, isRequired: true))
    for step in 0..<10_000 {
      switch Int.random(in: 0..<200, using: &chance) {
      case 0: _ = form.paste(chance.hostileText(30))
      case 1:
        form.size = Size(
          columns: Int.random(in: 0..<90, using: &chance), rows: Int.random(in: 0..<30, using: &chance))
      case 2: form.setError(chance.pick([nil, "that is no day"]), of: chance.pick(form.fields).id)
      case 3: form.setEnabled(chance.pick([true, true, false]), of: chance.pick(form.fields).id)
      case 4: form.setText("", of: "note")
      case 5:
        let place = Position(
          column: Int.random(in: 0..<80, using: &chance), row: Int.random(in: 0..<24, using: &chance))
        _ = form.click(at: place, in: Rect(form.size))
      default: _ = form.handle(chance.key())
      }
      guard step % 50 == 0 else { continue }
      let grid = drawn(form.size.columns, form.size.rows) { rect, grid in form.draw(in: rect, on: &grid) }
      #expect(isSound(grid), "seed \(seed), step \(step)")
    }
  }

  @Test("editors keep a cursor within their text", arguments: 0..<4)
  func editors(seed: Int) {
    var chance = Seeded(UInt64(seed) &+ 0xE0)
    var area = TextArea(columns: 17, rows: 3)
    var line = LineField(maxLength: 40)
    for step in 0..<10_000 {
      let key = chance.key()
      _ = area.handle(key)
      _ = line.handle(key)
      if step % 97 == 0 {
        let pasted = chance.hostileText(20)
        area.insert(pasted)
        line.insert(pasted)
      }
      if step % 1000 == 0 { area.text = "" }
      guard step % 40 == 0 else { continue }
      #expect((0...area.text.count).contains(area.cursor), "seed \(seed), step \(step)")
      let columns = Int.random(in: 1..<30, using: &chance)
      let grid = drawn(columns, 4) { rect, grid in
        area.draw(in: rect.splitTop(3).top, on: &grid, focused: true)
        line.draw(in: rect.line(3), on: &grid, focused: false)
      }
      #expect(isSound(grid), "seed \(seed), step \(step)")
    }
  }

  @Test("lists and palettes keep their selection among their rows", arguments: 0..<2)
  func lists(seed: Int) {
    var chance = Seeded(UInt64(seed))
    var list = ListCursor(count: 50)
    var palette = Palette((0..<40).map { PaletteRow(id: "\($0)", title: chance.hostileText(6)) }, title: "")
    var broken: [Int] = []
    for step in 0..<20_000 {
      _ = list.handle(chance.key())
      _ = palette.handle(chance.key())
      switch Int.random(in: 0..<50, using: &chance) {
      case 0: list.reselect(chance.pick([nil, 3, 70]), count: Int.random(in: 0..<60, using: &chance))
      case 1: list.pageRows = Int.random(in: -2..<40, using: &chance)
      default: break
      }
      let rows = Int.random(in: 0..<30, using: &chance)
      let range = list.visibleRange(rows: rows)
      let isShown = rows == 0 || (list.selection.map { range.contains($0) } ?? true)
      if range.upperBound > list.count || !isShown { broken.append(step) }
    }
    #expect(broken.isEmpty)
    let grid = drawn(30, 10) { rect, grid in palette.draw(in: rect, on: &grid) }
    #expect(isSound(grid))
  }
}
