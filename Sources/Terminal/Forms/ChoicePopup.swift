// The list a choice opens: type to filter, Enter to choose.

/// The open list of a choice.
public struct ChoicePopup: Equatable, Sendable {
  private let options: [ChoiceOption]
  private let folded: [FoldedText]
  private var filter: LineField
  private var cursor: ListCursor
  private var matches: [Int]

  init(options: [ChoiceOption], selected: Int?, filter: String) {
    self.options = options
    folded = options.map { FoldedText($0.label) }
    self.filter = LineField(text: filter, maxLength: 60)
    matches = Array(options.indices)
    cursor = ListCursor(count: options.count, pageRows: 8)
    if let selected { cursor.select(selected) }
    if !filter.isEmpty { search() }
  }

  /// The id of the row that Enter chooses.
  public var selectedID: String? { cursor.selection.map { options[matches[$0]].id } }

  mutating func handle(_ key: Key) {
    if cursor.handleWithoutLetters(key) { return }
    let before = filter.text
    if filter.handle(key), filter.text != before { search() }
  }

  private mutating func search() {
    let words = filter.text.split(separator: " ").map { FoldedText(String($0)) }
    matches = options.indices.filter { index in words.allSatisfy { folded[index].contains($0) } }
    let starts = matches.firstIndex { index in
      words.first.map { folded[index].text.hasPrefix($0.text) } ?? false
    }
    cursor.reselect(starts ?? 0, count: matches.count)
  }

  /// Draws the list under (or, without room there, over) the field at `anchor`, inside `area`.
  func draw(under anchor: Rect, in area: Rect, on grid: inout Grid) {
    let widest = options.map { CellText.width(of: $0.label) }.max() ?? 0
    let columns = min(max(widest + 4, 24), area.columns)
    let below = area.endRow - anchor.endRow
    let above = anchor.row - area.row
    let wanted = min(options.count, 8) + 3
    let rows = min(wanted, max(below, above, min(area.rows, 4)))
    let row = below >= rows ? anchor.endRow : max(area.row, anchor.row - rows)
    let column = max(area.column, min(anchor.column, area.endColumn - columns))
    let box = Rect(column: column, row: row, columns: columns, rows: rows).intersection(area)
    let inner = Panel(title: "").draw(in: box, on: &grid)
    let parts = inner.splitTop(inner.rows > 1 ? 1 : 0)
    filter.draw(in: parts.top, on: &grid, focused: false)
    let range = cursor.visibleRange(rows: parts.rest.rows)
    for (offset, index) in range.enumerated() {
      let line = parts.rest.line(offset)
      let isSelected = index == cursor.selection
      if isSelected { grid.fill(line, style: .selection) }
      grid.write(
        (isSelected ? ">" : " ") + options[matches[index]].label, at: line.origin,
        style: isSelected ? .selection : .normal, maxColumns: line.columns)
      if isSelected { grid.cursor = line.origin }
    }
    if range.isEmpty && !parts.top.isEmpty { grid.cursor = parts.top.origin }
  }
}
