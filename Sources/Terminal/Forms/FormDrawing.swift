// Drawing a form: the whole of it into a grid of its own, of which the rows around the focus are shown.

extension Form {
  struct Picture {
    var grid: Grid
    var layout: FormLayout
    var top: Int
  }

  /// Draws the rows that fit, the focused field among them and the hardware cursor in it.
  public func draw(in rect: Rect, on grid: inout Grid, focused: Bool = true) {
    guard !rect.isEmpty else { return }
    let picture = rendered(in: rect, focused: focused)
    grid.copy(picture.grid, fromRow: picture.top, to: rect)
    if focused, let cursor = picture.grid.cursor {
      grid.cursor = rect.position(cursor.column, cursor.row - picture.top)
    }
    guard focused, let index = focusedIndex, case .choice(let field) = entries[index].kind,
      let popup = field.popup, let placed = picture.layout.placed.first(where: { $0.field == index })
    else { return }
    let anchor = Rect(
      column: rect.column + placed.frame.column, row: rect.row + placed.frame.row - picture.top,
      columns: placed.frame.columns, rows: placed.frame.rows)
    popup.draw(under: anchor, in: rect, on: &grid)
  }

  /// The rows the whole form takes in a width.
  public func rows(columns: Int) -> Int {
    FormLayout(entries, columns: columns, focused: focusedIndex).rows
  }

  func rendered(in rect: Rect, focused: Bool = true) -> Picture {
    let layout = FormLayout(entries, columns: rect.columns, focused: focused ? focusedIndex : nil)
    var grid = Grid(size: Size(columns: rect.columns, rows: layout.rows))
    for placed in layout.placed {
      draw(placed, on: &grid, focused: focused && placed.field == focusedIndex)
    }
    var shown = Self.scrolled(top, toShow: extent(of: focus, in: layout), of: layout.rows, rows: rect.rows)
    if let row = grid.cursor?.row {
      shown = TextArea.scrolled(shown, toShow: row, of: layout.rows, rows: rect.rows)
    }
    return Picture(grid: grid, layout: layout, top: shown)
  }

  private func draw(_ placed: FormLayout.Placed, on grid: inout Grid, focused: Bool) {
    let field = entries[placed.field]
    let label: Style = !field.isEnabled ? .dim : focused ? .strong : .normal
    grid.write(
      FormLayout.label(field), at: placed.label.origin, style: label, maxColumns: placed.label.columns)
    drawEdges(field, placed, on: &grid, focused: focused)
    field.kind.draw(in: placed.box, on: &grid, focused: focused)
    if !field.isEnabled { grid.mark(placed.frame, style: .dim) }
    if let hint = placed.hint {
      grid.write(field.hint ?? "", at: hint.origin, style: .dim, maxColumns: hint.columns)
    }
    let column = min(placed.frame.column, grid.size.columns / 3)
    for (offset, words) in placed.notes.enumerated() {
      grid.write(
        words, at: Position(column: column, row: placed.notesRow + offset),
        style: placed.notesAreError ? .error : .dim)
    }
  }

  private func drawEdges(
    _ field: FormField, _ placed: FormLayout.Placed, on grid: inout Grid, focused: Bool
  ) {
    let style: Style = focused ? .strong : .dim
    let frame = placed.frame
    switch field.kind.frame {
    case .none:
      break
    case .brackets:
      guard frame.columns >= 2 else { return }
      grid.write("[", at: frame.origin, style: style)
      grid.write("]", at: Position(column: frame.endColumn - 1, row: frame.row), style: style)
    case .bar:
      guard frame.columns >= 2 else { return }
      for row in 0..<frame.rows { grid.write("│", at: frame.position(0, row), style: style) }
    }
  }
}

extension Grid {
  /// Copies rows of another grid, from `fromRow` on, into a rectangle of this one.
  mutating func copy(_ other: Grid, fromRow first: Int, to rect: Rect) {
    for row in 0..<rect.rows {
      for (column, cell) in other.row(first + row).prefix(rect.columns).enumerated() where cell.width > 0 {
        put(
          Glyph(text: cell.text, width: Int(cell.width)), at: rect.position(column, row), style: cell.style)
      }
    }
  }
}
