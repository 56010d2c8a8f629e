import Terminal
import VisitLibrary
import VisitModel

/// The first and the last line that every screen has: where I am, who I am and the day; the keys that work here.
struct Frame {
  let desk: Desk
  let title: String
  let table: CommandTable<Act>

  /// Draws both lines and what was just said, and gives the room between them.
  func draw(on grid: inout Grid, message: Message?, draft: String?) -> Rect {
    let whole = Rect(grid.size)
    guard whole.rows > 2 else { return whole }
    let (top, rest) = whole.splitTop(1)
    let (middle, bottom) = rest.splitBottom(1)
    drawTitle(in: top, on: &grid, draft: draft)
    KeyLine.draw(table.keyLine(columns: bottom.columns), in: bottom, on: &grid)
    if let message {
      // A message that matters is read whole; three lines are the most it may take from the screen.
      let lines = CellText.wrapped(message.text, to: max(1, middle.columns - 3)).prefix(3)
      let (body, below) = middle.splitBottom(min(lines.count, max(1, middle.rows - 1)))
      for (row, line) in lines.enumerated() {
        Message(row == 0 ? message.kind : .note, (row == 0 ? "" : "  ") + line).draw(
          in: below.line(row), on: &grid)
      }
      return body
    }
    return middle
  }

  private func drawTitle(in line: Rect, on grid: inout Grid, draft: String?) {
    grid.fill(line, style: .titleBar)
    let who = desk.words(
      "frame.who", ["name": desk.member.name, "role": desk.words("role.\(desk.member.role.rawValue)")])
    var right = [desk.caseload.scheme.name, who, desk.short(long: desk.today)]
    if let draft { right = [draft] }
    // What is late about a concern leads every screen of the office (`domain.md`, "Concerns").
    let late = desk.lateConcerns
    let alarm =
      late > 0 ? (desk.isUnicode ? "‼ " : "!! ") + desk.words.count("frame.concerns", late) + "  " : ""
    let left = " " + alarm + (line.columns < 60 ? title : desk.words("frame.product") + "  " + title)
    let leftColumns = min(CellText.width(of: left), line.columns)
    // Narrow terminals lose the scheme first, then the name, then the day.
    while !right.isEmpty,
      leftColumns + 2 + CellText.width(of: right.joined(separator: "   ")) + 1 > line.columns
    {
      right.removeFirst()
    }
    grid.write(left, at: line.origin, style: Style(.titleBar, bold: true), maxColumns: line.columns)
    grid.writeRight(
      right.joined(separator: "   "), at: line.origin, columns: max(0, line.columns - 1), style: .titleBar)
  }
}

extension Desk {
  /// How many open concerns are past one of their clocks; none for those who are not told.
  fileprivate var lateConcerns: Int {
    caseload.concerns.lateCount(at: now, limits: caseload.scheme.limits)
  }

  /// A day as the first line shows it: `22 Nov`.
  func short(long day: Day) -> String {
    let (_, month, number) = day.civil
    return "\(number) \(words("month.\(month).short"))"
  }
}
