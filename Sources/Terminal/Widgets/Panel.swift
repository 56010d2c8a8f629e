// A box over the screen.

/// A box with a title; what was under it is cleared.
public struct Panel: Hashable, Sendable {
  /// The words in its upper edge.
  public var title: String
  /// The words in its lower edge, for the keys that work in it.
  public var footer: String
  /// How its edge is meant.
  public var style: Style

  /// A box.
  public init(title: String, footer: String = "", style: Style = .heading) {
    self.title = title
    self.footer = footer
    self.style = style
  }

  /// Draws the box and gives the room inside it. Below 3 by 3 there is no edge, only room.
  public func draw(in rect: Rect, on grid: inout Grid) -> Rect {
    grid.fill(rect)
    guard rect.columns >= 3, rect.rows >= 3 else { return rect }
    let across = rect.columns - 2
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    let edge = String(repeating: "─", count: across)
    grid.write("┌" + edge + "┐", at: rect.origin, style: style)
    for row in rect.row + 1..<bottom {
      grid.write("│", at: Position(column: rect.column, row: row), style: style)
      grid.write("│", at: Position(column: right, row: row), style: style)
    }
    grid.write("└" + edge + "┘", at: Position(column: rect.column, row: bottom), style: style)
    writeOnEdge(title, row: rect.row, in: rect, on: &grid, style: style.bolded)
    writeOnEdge(footer, row: bottom, in: rect, on: &grid, style: .dim)
    return Rect(column: rect.column + 1, row: rect.row + 1, columns: across, rows: rect.rows - 2)
  }

  private func writeOnEdge(_ words: String, row: Int, in rect: Rect, on grid: inout Grid, style: Style) {
    guard !words.isEmpty, rect.columns > 6 else { return }
    grid.write(
      " " + CellText.truncated(words, to: rect.columns - 6) + " ",
      at: Position(column: rect.column + 2, row: row), style: style)
  }
}

/// A panel in the middle of the screen with wrapped text in it: a question, an explanation.
public struct Overlay: Hashable, Sendable {
  /// The box.
  public var panel: Panel
  /// The words in it; paragraphs are divided by `\n`.
  public var text: String

  /// A box with words.
  public init(title: String, text: String, footer: String = "", style: Style = .heading) {
    panel = Panel(title: title, footer: footer, style: style)
    self.text = text
  }

  /// Draws it in the middle of `rect`, as small as its words allow, with the hardware cursor in it.
  public func draw(in rect: Rect, on grid: inout Grid, columns: Int = 60) {
    let across = min(columns, rect.columns)
    let lines = CellText.wrapped(text, to: max(1, across - 4)).map(String.init)
    let box = rect.centred(columns: across, rows: lines.count + 2)
    let inner = panel.draw(in: box, on: &grid).inset(columns: 1, rows: 0)
    grid.write(lines, in: inner)
    if !inner.isEmpty { grid.cursor = inner.origin }
  }
}
