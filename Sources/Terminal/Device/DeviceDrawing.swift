// Sending a picture: only what differs from the last one, in one update.

import CNcurses

extension TerminalDevice {
  /// Shows a picture. Only runs of cells that changed are written; the terminal gets the whole update as
  /// one frame where it knows how (DEC mode 2026).
  public mutating func draw(_ grid: borrowing Grid) {
    guard !isGone else { return }
    let window = nc_stdscr()
    let rows = min(grid.size.rows, size.rows)
    let columns = min(grid.size.columns, size.columns)
    let isSameSize = shown.map { $0.size == grid.size } ?? false
    if !isSameSize {
      shown = nil
      werase(window)
    }
    var changed = !isSameSize
    for row in 0..<rows where writeRow(row, of: grid, columns: columns, window: window) { changed = true }
    let cursorMoved = !isSameSize || shown?.cursor != grid.cursor
    guard changed || cursorMoved else { return }
    place(cursor: grid.cursor, rows: rows, columns: columns, window: window)
    wnoutrefresh(window)
    if changed { Curses.write(Curses.frameBegin) }
    doupdate()
    if changed { Curses.write(Curses.frameEnd) }
    shown = copy grid
  }

  /// Writes the cells of a row that differ; whether there were any.
  private func writeRow(_ row: Int, of grid: borrowing Grid, columns: Int, window: nc_window?) -> Bool {
    let new = grid.row(row).prefix(columns)
    let old = shown?.row(row).prefix(columns)
    if let old, old == new { return false }
    var next = -1
    for (column, index) in new.indices.enumerated() {
      let cell = new[index]
      if let old, old[index] == cell || cell.width == 0 && isSecondHalf(index, in: old, of: new) { continue }
      guard cell.width > 0 else { continue }
      if next != column { wmove(window, Int32(row), Int32(column)) }
      put(cell, at: column, columns: columns, window: window)
      next = column + Int(cell.width)
    }
    return true
  }

  private func isSecondHalf(_ index: Int, in old: ArraySlice<Cell>, of new: ArraySlice<Cell>) -> Bool {
    index > new.startIndex && old[index - 1] == new[index - 1]
  }

  private func put(_ cell: Cell, at column: Int, columns: Int, window: nc_window?) {
    let brush = brushes[Curses.index(of: cell.style)]
    let fits = column + Int(cell.width) <= columns
    let text =
      !fits
      ? " " : capabilities.unicode ? cell.text : PlainMarks.ascii(for: cell.text, width: Int(cell.width))
    if capabilities.unicode && fits {
      send(text, width: Int32(cell.width), brush, window)
    } else {
      for character in text { send(String(character), width: 1, brush, window) }
    }
  }

  private func send(_ text: String, width: Int32, _ brush: Brush, _ window: nc_window?) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 8) { buffer in
      var count = 0
      for scalar in text.unicodeScalars where count < buffer.count {
        buffer[count] = scalar.value
        count += 1
      }
      nc_put(
        window, buffer.baseAddress, Int32(count), width, brush.attributes, brush.pair, capabilities.unicode)
    }
  }

  private func place(cursor: Position?, rows: Int, columns: Int, window: nc_window?) {
    guard let cursor, (0..<rows).contains(cursor.row), (0..<columns).contains(cursor.column) else {
      curs_set(0)
      return
    }
    curs_set(1)
    wmove(window, Int32(cursor.row), Int32(cursor.column))
  }
}
