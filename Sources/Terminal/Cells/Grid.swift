// The picture a screen draws into: a plain value, compared with the last one before anything is sent.

/// A rectangle of cells and the place of the hardware cursor. Whatever is drawn outside is clipped.
public struct Grid: Equatable, Sendable {
  /// How many cells there are.
  public let size: Size
  /// The hardware cursor: always on the selected row or in the active field, because screen readers,
  /// braille displays and input methods follow it. `nil` hides it.
  public var cursor: Position?
  private(set) var cells: [Cell]

  /// A grid of blanks.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole grid.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; an ordinary blank outside.
  public subscript(position: Position) -> Cell {
    guard let index = index(position) else { return .blank }
    return cells[index]
  }

  /// The cell at a place; an ordinary blank outside.
  public subscript(column: Int, row: Int) -> Cell { self[Position(column: column, row: row)] }

  /// The cells of a row, none when there is no such row.
  func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  private func index(_ position: Position) -> Int? {
    guard (0..<size.columns).contains(position.column), (0..<size.rows).contains(position.row) else {
      return nil
    }
    return position.row * size.columns + position.column
  }

  /// Puts one glyph down. What it covers half of becomes a blank, so that no half glyph is left.
  mutating func put(_ glyph: Glyph, at position: Position, style: Style) {
    guard let first = index(position) else { return }
    clearGlyph(first)
    if glyph.width == 2 {
      guard position.column + 1 < size.columns else {
        cells[first] = .blank(style)
        return
      }
      clearGlyph(first + 1)
      cells[first] = Cell(text: glyph.text, width: 2, style: style)
      cells[first + 1] = .continuation(style)
    } else {
      cells[first] = Cell(text: glyph.text, width: 1, style: style)
    }
  }

  private mutating func clearGlyph(_ index: Int) {
    switch cells[index].width {
    case 0:
      if index > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
      cells[index] = .blank(cells[index].style)
    case 2:
      if index + 1 < cells.count { cells[index + 1] = .blank(cells[index].style) }
      cells[index] = .blank(cells[index].style)
    default:
      break
    }
  }

  /// Makes every cell of a rectangle a blank of a style.
  public mutating func fill(_ rect: Rect, style: Style = .normal) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        put(Glyph(text: " ", width: 1), at: Position(column: column, row: row), style: style)
      }
    }
  }

  /// Gives every cell of a rectangle a style and leaves its text.
  public mutating func mark(_ rect: Rect, style: Style) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        cells[row * size.columns + column].style = style
      }
    }
  }

  /// Underlines the cells of a rectangle and leaves everything else as it is.
  public mutating func underline(_ rect: Rect) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        cells[row * size.columns + column].style.underline = true
      }
    }
  }

  /// Gives `columns` cells from a place on a style and leaves their text.
  public mutating func mark(_ position: Position, columns: Int = 1, style: Style) {
    mark(Rect(column: position.column, row: position.row, columns: columns, rows: 1), style: style)
  }

  /// A line across, `columns` long.
  public mutating func horizontalRule(at position: Position, columns: Int, style: Style = .dim) {
    for offset in 0..<max(0, min(columns, size.columns - position.column)) {
      put(
        Glyph(text: "─", width: 1), at: Position(column: position.column + offset, row: position.row),
        style: style)
    }
  }
}
