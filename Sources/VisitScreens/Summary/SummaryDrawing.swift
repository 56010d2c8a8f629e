import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// How a summary is drawn: the people above, a bar and its numbers for every group, the total below.
struct SummaryDrawing {
  let summary: VisitSummary
  let desk: Desk
  let row: Int
  let figure: SummaryFigure
  let visible: Range<Int>

  func draw(in area: Rect, on grid: inout Grid) {
    drawPeople(in: area.splitTop(2).top, on: &grid)
    let (header, rest) = area.splitTop(3).rest.splitTop(1)
    let layout = layout(width: area.columns)
    layout.drawHeader(in: header, on: &grid)
    let (list, foot) = rest.splitBottom(1)
    let most = max(1, summary.groups.map { $0.amounts[.visitsMade] }.max() ?? 1)
    var line = 0
    for index in visible where index > 0 {
      let isTotal = index == summary.groups.count + 1
      let amounts = isTotal ? summary.totals : summary.groups[index - 1].amounts
      let name = isTotal ? desk.words("summary.total") : summary.groups[index - 1].key.name(at: desk)
      draw(
        name, amounts, most: isTotal ? 0 : most, isSelected: index == row, isTotal: isTotal, layout,
        in: list.line(line), on: &grid)
      line += 1
    }
    drawFoot(in: foot, on: &grid)
    if grid.cursor == nil { grid.cursor = area.origin }
  }

  private func drawPeople(in area: Rect, on grid: inout Grid) {
    for (line, figures) in [SummaryScreen.people.prefix(3), SummaryScreen.people.suffix(3)].enumerated() {
      var column = 1
      for one in figures {
        let text = desk.words("figure.\(one.rawValue)") + " \(summary.totals[one])"
        let isSelected = row == 0 && one == figure
        let place = area.position(column, line)
        if isSelected { grid.cursor = place }
        column += grid.write(
          text, at: place, style: isSelected ? .selection : .normal, maxColumns: area.columns - column)
        column += 3
        if column >= area.columns { break }
      }
    }
  }

  private func layout(width: Int) -> ColumnLayout {
    var columns = [
      Column(id: "group", title: desk.words("grouping.\(summary.grouping.rawValue)"), minimum: 10, ideal: 18)
    ]
    for (index, one) in SummaryScreen.columns.enumerated() {
      columns.append(
        Column(
          id: one.rawValue, title: desk.words("figure.\(one.rawValue).short"), minimum: 7, ideal: 8,
          alignment: .right, priority: index))
      if index == 0 {
        columns.append(Column(id: "bar", title: "", minimum: 6, ideal: 10, priority: 3, isFlexible: true))
      }
    }
    return ColumnLayout(columns, width: width)
  }

  private func draw(
    _ name: String, _ amounts: SummaryAmounts, most: Int, isSelected: Bool, isTotal: Bool,
    _ layout: ColumnLayout, in line: Rect, on grid: inout Grid
  ) {
    var cells = [TableCell(name, isTotal ? .strong : .normal)]
    for (index, one) in SummaryScreen.columns.enumerated() {
      cells.append(TableCell(text(one, amounts[one]), isTotal ? .strong : .normal))
      guard index == 0 else { continue }
      let width = layout.placed.first { $0.column.id == "bar" }?.width ?? 0
      let bar =
        most == 0 || width == 0
        ? ""
        : Bar.text(
          value: Double(amounts[.visitsMade]), maximum: Double(most), columns: width,
          glyphs: desk.isUnicode ? .eighths : .ascii)
      cells.append(TableCell(bar, .chart))
    }
    layout.drawRow(cells, in: line, on: &grid)
    guard isSelected else { return }
    // The figure that Enter opens is marked, and the cursor stands on it.
    if let place = layout.placed.first(where: { $0.column.id == figure.rawValue }) {
      let cell = line.position(place.x, 0)
      grid.mark(cell, columns: place.width, style: .selection)
      grid.cursor = cell
    } else {
      grid.cursor = line.origin
    }
    grid.mark(line.origin, columns: layout.placed.first?.width ?? 0, style: .selection)
  }

  private func text(_ figure: SummaryFigure, _ amount: Int) -> String {
    figure.unit == .minutes
      ? "\(amount / 60)h" + (amount % 60 < 10 ? "0" : "") + "\(amount % 60)" : "\(amount)"
  }

  private func drawFoot(in line: Rect, on grid: inout Grid) {
    var words = [
      desk.words(
        "summary.basis", ["first": desk.long(summary.period.first), "last": desk.long(summary.period.last)])
    ]
    if summary.erasedVisits > 0 {
      words.append(desk.words.count("summary.erasedvisits", summary.erasedVisits))
    }
    if summary.sealedVisits > 0 {
      words.append(desk.words.count("summary.sealedvisits", summary.sealedVisits))
    }
    grid.write(" " + words.joined(separator: "   "), at: line.origin, style: .dim, maxColumns: line.columns)
  }
}
