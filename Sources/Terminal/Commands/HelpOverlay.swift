// `?`: every command that works here, grouped, found by typing, run by Enter.

/// What a key did to the help.
public enum HelpOutcome<Action: Hashable & Sendable>: Hashable, Sendable {
  /// The help goes on.
  case consumed
  /// Close the help and do this.
  case run(Action)
  /// The selected command cannot be given now.
  case refused(reason: String)
  /// Close the help.
  case closed
}

/// The help of a screen.
public struct HelpOverlay<Action: Hashable & Sendable>: Sendable {
  private enum Row: Sendable {
    case group(String)
    case command(Int)
  }

  private let title: String
  private let footer: String
  private let commands: [Command<Action>]
  private let folded: [FoldedText]
  private var filter = LineField(maxLength: 60)
  private var cursor = ListCursor()
  private var matches: [Int] = []

  /// The help of a table. `title` and `footer` are drawn in the edges of its box.
  public init(_ table: CommandTable<Action>, title: String, footer: String = "") {
    self.title = title
    self.footer = footer
    commands = table.commands
    folded = commands.map { FoldedText("\($0.keyWords) \($0.title) \($0.help) \($0.group)") }
    search()
  }

  /// What was typed to find a command.
  public var query: String { filter.text }

  /// The command Enter runs.
  public var selected: Command<Action>? { cursor.selection.map { commands[matches[$0]] } }

  /// Acts on a key. Esc first empties the filter, then closes.
  public mutating func handle(_ key: Key) -> HelpOutcome<Action> {
    switch key {
    case .escape:
      if filter.isEmpty { return .closed }
      filter.text = ""
      search()
    case .enter:
      guard let command = selected else { return .consumed }
      if let reason = command.availability.reason { return .refused(reason: reason) }
      return .run(command.action)
    default:
      if cursor.handleWithoutLetters(key) { return .consumed }
      let before = filter.text
      if filter.handle(key), filter.text != before { search() }
    }
    return .consumed
  }

  private mutating func search() {
    let query = FoldedText(filter.text)
    let hits = commands.indices.filter { folded[$0].contains(query) }
    let groups = hits.reduce(into: [String]()) { seen, index in
      if !seen.contains(commands[index].group) { seen.append(commands[index].group) }
    }
    matches = groups.flatMap { group in hits.filter { commands[$0].group == group } }
    cursor.reselect(0, count: matches.count)
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var group = ""
    for (index, match) in matches.enumerated() {
      if commands[match].group != group {
        group = commands[match].group
        rows.append(.group(group))
      }
      rows.append(.command(index))
    }
    return rows
  }

  /// Draws the help over `rect`, the hardware cursor on the selected row.
  public func draw(in rect: Rect, on grid: inout Grid) {
    let rows = rows
    let box = rect.centred(columns: min(76, rect.columns), rows: min(rect.rows, max(rows.count, 3) + 3))
    let inner = Panel(title: title, footer: footer).draw(in: box, on: &grid).inset(columns: 1, rows: 0)
    let parts = inner.splitTop(1)
    grid.write("/", at: parts.top.origin, style: .key, maxColumns: parts.top.columns)
    filter.draw(in: parts.top.splitLeft(2).rest, on: &grid, focused: false)
    let keyColumns = min(18, commands.map { CellText.width(of: $0.keyWords) }.max() ?? 0)
    let selectedRow =
      rows.firstIndex { row in
        if case .command(let index) = row { return index == cursor.selection }
        return false
      } ?? 0
    let first = TextArea.scrolled(0, toShow: selectedRow, of: rows.count, rows: parts.rest.rows)
    for (offset, row) in rows.dropFirst(first).prefix(parts.rest.rows).enumerated() {
      let line = parts.rest.line(offset)
      switch row {
      case .group(let words): grid.write(words, at: line.origin, style: .heading, maxColumns: line.columns)
      case .command(let index): draw(index, keyColumns: keyColumns, in: line, on: &grid)
      }
    }
    if matches.isEmpty && !parts.top.isEmpty { grid.cursor = parts.top.origin }
  }

  private func draw(_ index: Int, keyColumns: Int, in line: Rect, on grid: inout Grid) {
    let command = commands[matches[index]]
    let isSelected = index == cursor.selection
    if isSelected {
      grid.fill(line, style: .selection)
      grid.cursor = line.origin
    }
    let isAvailable = command.availability.isAvailable
    let plain: Style = isSelected ? .selection : isAvailable ? .normal : .dim
    let words = command.help.isEmpty ? command.title : "\(command.title): \(command.help)"
    let shown = command.availability.reason.map { "\(command.title) (\($0))" } ?? words
    grid.write(
      (isSelected ? ">" : " ") + command.keyWords, at: line.origin, style: isSelected ? .selection : .key,
      maxColumns: min(keyColumns + 1, line.columns))
    grid.write(
      shown, at: line.position(keyColumns + 2, 0), style: plain, maxColumns: line.columns - keyColumns - 2)
  }
}
