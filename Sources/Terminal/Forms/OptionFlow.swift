// Options side by side, going on to further rows when a row is full.

struct OptionFlow: Equatable {
  struct Place: Equatable {
    var column: Int
    var row: Int
    var width: Int
  }

  /// Mark, brackets and the blank behind them: `[x] `.
  static let markColumns = 4
  let places: [Place]
  let rows: Int

  init(labels: [String], columns: Int) {
    var places: [Place] = []
    var column = 0
    var row = 0
    for label in labels {
      let width = min(Self.markColumns + CellText.width(of: label), max(1, columns))
      if column > 0 && column + width > columns {
        column = 0
        row += 1
      }
      places.append(Place(column: column, row: row, width: width))
      column += width + 1
    }
    self.places = places
    rows = row + 1
  }

  /// The option under a place counted from the corner of the flow.
  func option(at position: Position) -> Int? {
    places.firstIndex {
      $0.row == position.row && $0.column <= position.column && position.column < $0.column + $0.width
    }
  }

  /// The option in the next row (`down`) or the one before that is nearest below or above another.
  func neighbour(of index: Int, down: Bool) -> Int? {
    guard places.indices.contains(index) else { return nil }
    let from = places[index]
    let row = from.row + (down ? 1 : -1)
    return places.indices.filter { places[$0].row == row }
      .min { abs(places[$0].column - from.column) < abs(places[$1].column - from.column) }
  }

  /// Draws one option: brackets, mark and label.
  func draw(
    _ index: Int, brackets: (String, String), mark: String, label: String, style: Style, in rect: Rect,
    on grid: inout Grid
  ) {
    let place = places[index]
    guard place.row < rect.rows else { return }
    let text = brackets.0 + CellText.padded(mark, to: 1) + brackets.1 + " " + label
    grid.write(
      text, at: rect.position(place.column, place.row), style: style,
      maxColumns: min(place.width, rect.columns - place.column))
  }
}
