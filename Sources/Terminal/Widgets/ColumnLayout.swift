// The columns of a list: which fit, where they stand, and how a row is drawn.

/// One column as declared.
public struct Column: Hashable, Sendable {
  /// What the column is called in code, for sorting and filtering.
  public var id: String
  /// The words over it.
  public var title: String
  /// The least cells it is worth showing in.
  public var minimum: Int
  /// The cells it likes.
  public var ideal: Int
  /// Numbers right, words left.
  public var alignment: Alignment
  /// 0 is never dropped; in a narrow terminal the highest goes first.
  public var priority: Int
  /// Whether it takes the cells the others leave.
  public var isFlexible: Bool

  /// A column.
  public init(
    id: String, title: String, minimum: Int, ideal: Int? = nil, alignment: Alignment = .left,
    priority: Int = 0, isFlexible: Bool = false
  ) {
    self.id = id
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(ideal ?? minimum, self.minimum)
    self.alignment = alignment
    self.priority = priority
    self.isFlexible = isFlexible
  }
}

/// Columns laid out in a width.
public struct ColumnLayout: Equatable, Sendable {
  /// A column that is shown.
  public struct Placed: Equatable, Sendable {
    /// The column.
    public let column: Column
    /// Its place among the declared columns.
    public let index: Int
    /// Its first cell, from the left edge of the list.
    public let x: Int
    /// Its cells.
    public let width: Int
  }

  /// The columns shown, from left to right.
  public let placed: [Placed]
  /// The cells they were laid out in.
  public let width: Int

  /// Lays columns out: while the minimums do not fit, the column with the highest priority number goes
  /// (the rightmost of equals); then ideals are met in order of priority, then flexible columns grow.
  public init(_ columns: [Column], width: Int, gap: Int = 1) {
    self.width = max(0, width)
    var kept = Array(columns.enumerated())
    func needed() -> Int { kept.reduce(0) { $0 + $1.element.minimum } + gap * max(0, kept.count - 1) }
    while needed() > width,
      let victim = kept.indices.max(by: { kept[$0].element.priority < kept[$1].element.priority }),
      kept[victim].element.priority > 0
    {
      let priority = kept[victim].element.priority
      kept.remove(at: kept.lastIndex { $0.element.priority == priority } ?? victim)
    }
    var spare = max(0, width - needed())
    var widths = kept.map(\.element.minimum)
    for index in kept.indices.sorted(by: { kept[$0].element.priority < kept[$1].element.priority }) {
      let more = min(spare, kept[index].element.ideal - widths[index])
      widths[index] += more
      spare -= more
    }
    let flexible = kept.indices.filter { kept[$0].element.isFlexible }
    for (turn, index) in flexible.enumerated() {
      let more = spare / (flexible.count - turn)
      widths[index] += more
      spare -= more
    }
    var x = 0
    var placed: [Placed] = []
    for (entry, wanted) in zip(kept, widths) where x < width {
      let room = min(wanted, width - x)
      placed.append(Placed(column: entry.element, index: entry.offset, x: x, width: room))
      x += room + gap
    }
    self.placed = placed
  }

  /// Whether a column is shown.
  public func shows(_ id: String) -> Bool { placed.contains { $0.column.id == id } }

  /// The column under a cell counted from the left edge of the list, for clicks on the header.
  public func column(at x: Int) -> Column? {
    placed.last { $0.x <= x && x < $0.x + $0.width }?.column
  }

  /// Draws the titles in the first row of `rect`; the sorted column carries ▲ or ▼.
  public func drawHeader(in rect: Rect, on grid: inout Grid, sort: (id: String, ascending: Bool)? = nil) {
    let line = rect.line(0)
    for entry in placed {
      var title = entry.column.title
      if let sort, sort.id == entry.column.id { title += sort.ascending ? "▲" : "▼" }
      write(title, entry, in: line, style: .heading, on: &grid)
    }
  }

  /// Draws one row. `cells` are in the order the columns were declared; missing ones are blank. A selected
  /// row is drawn as selected all along and gets the hardware cursor.
  public func drawRow(_ cells: [TableCell], in rect: Rect, on grid: inout Grid, selected: Bool = false) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    if selected { grid.fill(line, style: .selection) }
    for entry in placed where entry.index < cells.count {
      let cell = cells[entry.index]
      var style = cell.style
      if selected { style = Style(.selection, bold: style.bold, underline: style.underline) }
      write(cell.text, entry, in: line, style: style, on: &grid)
    }
    if selected { grid.cursor = line.origin }
  }

  /// Underlines what a filter found in the row drawn from the same cells.
  public func underline(_ query: String, in cells: [TableCell], at rect: Rect, on grid: inout Grid) {
    guard !query.isEmpty, !rect.line(0).isEmpty else { return }
    for entry in placed where entry.index < cells.count && entry.x < rect.columns {
      let text = cells[entry.index].text
      let width = min(entry.width, rect.columns - entry.x)
      let used = min(CellText.width(of: text), width)
      let indent: Int =
        switch entry.column.alignment {
        case .left: 0
        case .right: width - used
        case .centre: (width - used) / 2
        }
      grid.underline(query, in: text, at: rect.position(entry.x + indent, 0), maxColumns: used)
    }
  }

  private func write(_ text: String, _ entry: Placed, in line: Rect, style: Style, on grid: inout Grid) {
    guard entry.x < line.columns else { return }
    let width = min(entry.width, line.columns - entry.x)
    let place = line.position(entry.x, 0)
    if line.rows == 0 { return }
    switch entry.column.alignment {
    case .left: grid.write(text, at: place, style: style, maxColumns: width)
    case .right: grid.writeRight(text, at: place, columns: width, style: style)
    case .centre:
      grid.write(
        CellText.padded(text, to: width, alignment: .centre), at: place, style: style, maxColumns: width)
    }
  }
}
