// Sizes, places and rectangles on the screen, counted in cells.
//
// The origin is the top left corner, columns run right and rows run down. Sizes are never negative:
// a rectangle asked for more than it has gives what it has, so that a layout survives a 1x1 terminal.

/// A size in cells; never negative.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public let columns: Int
  /// Cells down.
  public let rows: Int

  /// A size; negative numbers become zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The size every screen is designed for.
  public static let standard = Size(columns: 80, rows: 24)
}

/// A place on the screen, zero based. It may lie outside a grid: drawing there is clipped.
public struct Position: Hashable, Sendable {
  /// Cells from the left edge.
  public var column: Int
  /// Cells from the top edge.
  public var row: Int

  /// The place `column` cells right of and `row` cells below the top left corner.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; its sides are never negative.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public let column: Int
  /// The topmost row.
  public let row: Int
  /// Cells across.
  public let columns: Int
  /// Cells down.
  public let rows: Int

  /// A rectangle; negative sides become zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a grid of this size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The size of the rectangle.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// The top left cell.
  public var origin: Position { Position(column: column, row: row) }
  /// The first column to the right of the rectangle.
  public var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  public var endRow: Int { row + rows }
  /// Whether it holds no cell at all.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell at `position` is inside.
  public func contains(_ position: Position) -> Bool {
    (column..<endColumn).contains(position.column) && (row..<endRow).contains(position.row)
  }

  /// The place `column`, `row` cells into the rectangle.
  public func position(_ column: Int, _ row: Int) -> Position {
    Position(column: self.column + column, row: self.row + row)
  }

  /// The row `index` of the rectangle as a rectangle one cell high; empty when there is no such row.
  public func line(_ index: Int) -> Rect {
    Rect(column: column, row: row + index, columns: columns, rows: (0..<rows).contains(index) ? 1 : 0)
  }

  /// The rectangle without `columns` cells on the left and right and `rows` cells above and below.
  public func inset(columns: Int = 1, rows: Int = 1) -> Rect {
    let across = min(max(0, columns), self.columns / 2)
    let down = min(max(0, rows), self.rows / 2)
    return Rect(
      column: column + across, row: row + down, columns: self.columns - across * 2, rows: self.rows - down * 2
    )
  }

  /// The first `rows` rows, and the rest.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: self.rows - taken)
    )
  }

  /// The last `rows` rows, and the rest above them.
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let taken = min(max(0, rows), self.rows)
    let parts = splitTop(self.rows - taken)
    return (parts.top, parts.rest)
  }

  /// The first `columns` columns, and the rest.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: self.columns - taken, rows: rows)
    )
  }

  /// The last `columns` columns, and the rest left of them.
  public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let taken = min(max(0, columns), self.columns)
    let parts = splitLeft(self.columns - taken)
    return (parts.left, parts.rest)
  }

  /// A rectangle of at most this size in the middle of this one.
  public func centred(columns: Int, rows: Int) -> Rect {
    let across = min(max(0, columns), self.columns)
    let down = min(max(0, rows), self.rows)
    return Rect(
      column: column + (self.columns - across) / 2, row: row + (self.rows - down) / 2, columns: across,
      rows: down)
  }

  /// What both rectangles cover.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }
}
