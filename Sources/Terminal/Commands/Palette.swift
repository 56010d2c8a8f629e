// The command palette: everything that can be done or gone to, found by a few letters.

/// One row of the palette.
public struct PaletteRow: Hashable, Sendable {
  /// What choosing it means; unique in the palette.
  public var id: String
  /// The words searched first.
  public var title: String
  /// More words, dim.
  public var detail: String
  /// Its keys, shown at the right.
  public var keys: String
  /// Why it cannot be chosen now, in words; `nil` when it can.
  public var reason: String?

  /// A row.
  public init(id: String, title: String, detail: String = "", keys: String = "", reason: String? = nil) {
    self.id = id
    self.title = title
    self.detail = detail
    self.keys = keys
    self.reason = reason
  }

  /// Whether it can be chosen.
  public var isEnabled: Bool { reason == nil }
}

/// What a key did to the palette.
public enum PaletteOutcome: Hashable, Sendable {
  /// The palette goes on.
  case consumed
  /// Close the palette and do this.
  case chosen(id: String)
  /// The selected row cannot be chosen now.
  case refused(reason: String)
  /// Close the palette.
  case closed
}

/// A field to type in and the rows that match, best first.
public struct Palette: Sendable {
  private let title: String
  private let footer: String
  private let rows: [PaletteRow]
  private let titles: [FoldedText]
  private let details: [FoldedText]
  private var field = LineField(maxLength: 80)
  private var cursor = ListCursor(pageRows: 12)
  private var matches: [Int] = []

  /// A palette of rows; while nothing is typed they stand in this order.
  public init(_ rows: [PaletteRow], title: String, footer: String = "") {
    self.rows = rows
    self.title = title
    self.footer = footer
    titles = rows.map { FoldedText($0.title) }
    details = rows.map { FoldedText($0.detail) }
    search()
  }

  /// What was typed.
  public var query: String { field.text }

  /// The rows that match, best first.
  public var matching: [PaletteRow] { matches.map { rows[$0] } }

  /// The row Enter chooses.
  public var selected: PaletteRow? { cursor.selection.map { rows[matches[$0]] } }

  /// Acts on a key.
  public mutating func handle(_ key: Key) -> PaletteOutcome {
    switch key {
    case .escape: return .closed
    case .enter:
      guard let row = selected else { return .consumed }
      if let reason = row.reason { return .refused(reason: reason) }
      return .chosen(id: row.id)
    default:
      if cursor.handleWithoutLetters(key) { return .consumed }
      let before = field.text
      if field.handle(key), field.text != before { search() }
      return .consumed
    }
  }

  /// Text pasted into the field.
  public mutating func paste(_ text: String) {
    field.insert(text)
    search()
  }

  private mutating func search() {
    let query = FoldedText(field.text)
    if field.isEmpty {
      matches = Array(rows.indices)
    } else {
      matches = rows.indices.compactMap { index in score(index, query).map { (index, $0) } }
        .sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }
        .map(\.0)
    }
    cursor.reselect(0, count: matches.count)
  }

  /// Details count only where the words typed stand in them whole, and always less than titles.
  private func score(_ index: Int, _ query: FoldedText) -> Int? {
    let penalty = rows[index].isEnabled ? 0 : 40
    if let score = FuzzyMatch.score(query, in: titles[index]) { return score - penalty }
    return details[index].contains(query) ? -1000 - penalty : nil
  }

  /// Draws the palette over `rect`, the hardware cursor in its field.
  public func draw(in rect: Rect, on grid: inout Grid) {
    let box = rect.centred(columns: min(70, rect.columns), rows: min(rect.rows, 16))
    let inner = Panel(title: title, footer: footer).draw(in: box, on: &grid).inset(columns: 1, rows: 0)
    let parts = inner.splitTop(1)
    grid.write(">", at: parts.top.origin, style: .key, maxColumns: parts.top.columns)
    for (offset, index) in cursor.visibleRange(rows: parts.rest.rows).enumerated() {
      draw(
        rows[matches[index]], isSelected: index == cursor.selection, in: parts.rest.line(offset), on: &grid)
    }
    field.draw(in: parts.top.splitLeft(2).rest, on: &grid, focused: true)
  }

  private func draw(_ row: PaletteRow, isSelected: Bool, in line: Rect, on grid: inout Grid) {
    if isSelected { grid.fill(line, style: .selection) }
    let plain: Style = isSelected ? .selection : row.isEnabled ? .normal : .dim
    let keys = min(CellText.width(of: row.keys), line.columns / 3)
    let room = line.columns - keys - 2
    let used = grid.write(
      (isSelected ? ">" : " ") + row.title, at: line.origin, style: plain, maxColumns: room)
    let more = row.reason.map { "(\($0))" } ?? row.detail
    grid.write(
      more, at: line.position(used + 2, 0), style: isSelected ? .selection : .dim, maxColumns: room - used - 2
    )
    grid.write(
      row.keys, at: line.position(line.columns - keys, 0), style: isSelected ? .selection : .key,
      maxColumns: keys)
  }
}
