import Terminal
import VisitLibrary

/// The line in which a list is filtered as one types: open while `/` has been pressed, empty lets all through.
struct FilterLine: Sendable {
  private var field = LineField(maxLength: 200)
  /// Whether letters go into the line now.
  private(set) var isOpen = false

  /// What was typed.
  var text: String { field.text }
  /// Whether the list is narrowed.
  var isActive: Bool { !field.text.isEmpty }

  mutating func open() { isOpen = true }

  /// Closes the line; what was typed stays in force.
  mutating func close() { isOpen = false }

  /// Shows every row again.
  mutating func clear() {
    field.text = ""
    isOpen = false
  }

  /// Takes a key; `true` where the text may have changed.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .enter: isOpen = false
    case .escape: clear()
    default: return field.handle(key)
    }
    return true
  }

  mutating func paste(_ text: String) { field.insert(text) }

  /// Draws "/abb  3 of 47" where a filter is open or in force.
  func draw(in line: Rect, matches: Int, of total: Int, on grid: inout Grid, at desk: Desk) {
    guard isOpen || isActive else { return }
    grid.fill(line)
    grid.write("/", at: line.position(1, 0), style: .key)
    let count = desk.words("filter.count", ["shown": "\(matches)", "total": "\(total)"])
    let room = max(1, line.columns - 6 - CellText.width(of: count))
    field.draw(
      in: Rect(column: line.column + 2, row: line.row, columns: room, rows: line.rows), on: &grid,
      focused: isOpen)
    grid.writeRight(count, at: line.origin, columns: max(0, line.columns - 1), style: .dim)
  }
}
