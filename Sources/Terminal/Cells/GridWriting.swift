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
    if let columns = SimpleText.columns(of: text) {
      return writeSimple(text, of: columns, at: position, style: style, room: room)
    }
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

  /// Underlines the first place where a filter's query is found in text written at a place, as far as the
  /// text is shown. An underline, because colour alone would not say it to everybody.
  public mutating func underline(
    _ query: String, in text: String, at position: Position, maxColumns: Int? = nil
  ) {
    guard let range = FoldedText.firstMatch(of: query, in: text) else { return }
    let room = min(maxColumns ?? Int.max, size.columns - position.column)
    let start = CellText.width(of: String(text[..<range.lowerBound]))
    let end = min(start + CellText.width(of: String(text[range])), room)
    guard start < end else { return }
    underline(Rect(column: position.column + start, row: position.row, columns: end - start, rows: 1))
  }

  private mutating func writeSimple(
    _ text: String, of columns: Int, at position: Position, style: Style, room: Int
  ) -> Int {
    var place = position
    let shown = columns > room ? room - 1 : columns
    for scalar in text.unicodeScalars.prefix(shown) {
      put(Glyph(text: String(scalar), width: 1), at: place, style: style)
      place.column += 1
    }
    guard columns > room else { return columns }
    put(.ellipsis, at: place, style: style)
    return room
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
