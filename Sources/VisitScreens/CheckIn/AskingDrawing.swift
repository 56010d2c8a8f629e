import Terminal
import VisitLibrary
import VisitModel

/// The questions of a check-in under way: the one in front with what can be answered, and the answers so far.
struct AskingDrawing {
  let asking: CheckInScreen.Asking
  /// What was scored last time, in words; nil where it is the first.
  let last: String?
  let desk: Desk

  func draw(in area: Rect, on grid: inout Grid) {
    let (head, list) = area.splitTop(headRows(columns: area.columns))
    drawQuestion(in: head, on: &grid)
    var cursor = ListCursor(count: asking.instrument.items.count, pageRows: max(1, list.rows))
    cursor.select(asking.position)
    for (line, index) in cursor.visibleRange(rows: list.rows).enumerated() {
      drawAnswer(index, in: list.line(line), on: &grid)
    }
    grid.cursor = head.position(1 + CellText.width(of: asking.typed), max(0, head.rows - 2))
  }

  private var choices: String {
    switch asking.item.kind {
    case .choice(let options):
      let spelled = zip(asking.item.allowedAnswers, options).map { value, option in
        option.text.text().map { $0.isEmpty ? value : "\(value) \($0)" } ?? value
      }
      return spelled.joined(separator: "   ")
    case .scale(let scale):
      func end(_ number: Hundredths, _ text: LocalText) -> String {
        let value = number.text(decimals: 0)
        return text.text().map { $0.isEmpty ? value : "\(value) \($0)" } ?? value
      }
      return end(scale.min, scale.minText) + " … " + end(scale.max, scale.maxText)
    case .yesNo: return "y \(desk.words("answer.yes"))   n \(desk.words("answer.no"))"
    }
  }

  private func headRows(columns: Int) -> Int {
    (last == nil ? 4 : 5) + CellText.wrapped(choices, to: max(10, columns - 2)).count
      + CellText.wrapped(asking.item.prompt(), to: max(10, columns - 2)).count
  }

  private func drawQuestion(in area: Rect, on grid: inout Grid) {
    let inner = area.inset(columns: 1, rows: 0)
    let where_ = desk.words(
      "checkin.question", ["number": "\(asking.position + 1)", "total": "\(asking.instrument.items.count)"])
    var row = 0
    grid.write(where_, at: inner.position(0, row), style: .dim)
    if !asking.instrument.hasWording {
      grid.writeRight(
        desk.words("checkin.topic"), at: inner.position(0, row), columns: inner.columns, style: .dim)
    }
    row += 1
    row += grid.writeWrapped(asking.item.prompt(), in: inner.splitTop(row).rest, style: .strong)
    row += grid.writeWrapped(choices, in: inner.splitTop(row).rest)
    grid.write(
      desk.words("checkin.blanks"), at: inner.position(0, row), style: .dim, maxColumns: inner.columns)
    row += 1
    if let last {
      grid.write(last, at: inner.position(0, row), style: .dim, maxColumns: inner.columns)
      row += 1
    }
    let field = Rect(column: inner.column, row: inner.row + row, columns: 4, rows: 1)
    grid.fill(field, style: .fieldActive)
    grid.write(asking.typed, at: field.origin, style: .fieldActive, maxColumns: 4)
  }

  private func drawAnswer(_ index: Int, in line: Rect, on grid: inout Grid) {
    let item = asking.instrument.items[index]
    let answer = asking.answers[index]
    let isHere = index == asking.position
    let style: Style = isHere ? .selection : .normal
    if isHere { grid.fill(line, style: style) }
    let mark = isHere ? ">" : " "
    let spelled: String =
      switch answer {
      case "": ""
      case "-": desk.words("answer.notasked")
      case "d": desk.words("answer.declined")
      default: answer + "  " + dots(item, answer)
      }
    let columns = min(34, max(14, line.columns / 2))
    grid.write(
      "\(mark) \(index + 1 < 10 ? " " : "")\(index + 1) \(item.topic)", at: line.origin, style: style,
      maxColumns: columns)
    grid.write(
      spelled, at: line.position(columns + 1, 0), style: style, maxColumns: line.columns - columns - 1)
  }

  /// The answer on the question's own range, as filled and empty dots.
  private func dots(_ item: InstrumentItem, _ text: String) -> String {
    guard let answer = item.answer(typed: text), let value = item.value(of: answer),
      let range = item.valueRange
    else { return "" }
    let steps = (range.upperBound - range.lowerBound).count / 100
    guard (1...10).contains(steps) else { return "" }
    let filled = (value - range.lowerBound).count / 100
    let marks = desk.isUnicode ? ("●", "○") : ("#", ".")
    return String(repeating: marks.0, count: filled)
      + String(repeating: marks.1, count: max(0, steps - filled))
  }
}
