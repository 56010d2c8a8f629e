// Writing text into a grid. Text is reduced to cell-safe glyphs here, once, for every screen.

extension Grid {
  /// Writes text at a place and gives the columns it took. The text is made safe, cut to `maxColumns` or
  /// the right edge with an `…`, and never cut within a cluster. Outside the grid nothing is drawn.
  @discardableResult
  public mutating func write(
    _ text: String, at position: Position, style: Style = .normal, maxColumns: Int? = nil
  ) -> Int {
    let room = min(maxColumns ?? Int.max, size.columns - position.column)
    guard room > 0 else { return 0 }
    if let plain = writePlain(text, at: position, style: style, room: room) { return plain }
    if CellText.width(of: text, stoppingAfter: room) <= room {
      return place(text, at: position, style: style, room: room)
    }
    let used = place(text, at: position, style: style, room: room - 1)
    put(.ellipsis, at: Position(column: position.column + used, row: position.row), style: style)
    return used + 1
  }

  /// Writes text so that it ends `columns` cells right of a place; the columns before it are left alone.
  @discardableResult
  public mutating func writeRight(
    _ text: String, at position: Position, columns: Int, style: Style = .normal
  ) -> Int {
    let used = min(CellText.width(of: text, stoppingAfter: columns), columns)
    return write(
      text, at: Position(column: position.column + columns - used, row: position.row), style: style,
      maxColumns: used)
  }

  /// Writes lines under one another, cut to the rectangle; gives how many rows it took.
  @discardableResult
  public mutating func write(_ lines: [String], in rect: Rect, style: Style = .normal) -> Int {
    let shown = lines.prefix(rect.rows)
    for (offset, line) in shown.enumerated() {
      write(line, at: rect.position(0, offset), style: style, maxColumns: rect.columns)
    }
    return shown.count
  }

  /// Writes text wrapped to the rectangle; gives how many rows it took.
  @discardableResult
  public mutating func writeWrapped(_ text: String, in rect: Rect, style: Style = .normal) -> Int {
    write(CellText.wrapped(text, to: rect.columns).map(String.init), in: rect, style: style)
  }

  /// Most text is plain ASCII that fits: no clusters to think about.
  private mutating func writePlain(_ text: String, at position: Position, style: Style, room: Int) -> Int? {
    let bytes = text.utf8
    guard bytes.count <= room, bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
    var column = position.column
    for byte in bytes {
      put(
        Glyph(text: String(Unicode.Scalar(byte)), width: 1), at: Position(column: column, row: position.row),
        style: style)
      column += 1
    }
    return bytes.count
  }

  private mutating func place(_ text: String, at position: Position, style: Style, room: Int) -> Int {
    var used = 0
    for character in text {
      let glyphs = CellText.glyphs(of: character)
      let width = glyphs.columns
      guard used + width <= room else { break }
      for glyph in glyphs.all {
        put(glyph, at: Position(column: position.column + used, row: position.row), style: style)
        used += glyph.width
      }
    }
    return used
  }
}
