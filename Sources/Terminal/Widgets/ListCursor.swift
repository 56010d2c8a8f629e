// Which row of a list is selected and which rows are shown.

/// The selection and scroll of a list of `count` rows.
public struct ListCursor: Equatable, Sendable {
  /// How many rows there are.
  public private(set) var count: Int
  private var index = 0
  private var top = 0
  /// How many rows are shown, for PgUp, PgDn and scrolling; the screen sets it from its size.
  public var pageRows: Int {
    didSet {
      pageRows = max(1, pageRows)
      follow()
    }
  }

  /// A cursor on the first of `count` rows.
  public init(count: Int = 0, pageRows: Int = 18) {
    self.count = max(0, count)
    self.pageRows = max(1, pageRows)
  }

  /// The selected row, `nil` when there is none.
  public var selection: Int? { count == 0 ? nil : index }

  /// The first row shown.
  public var firstVisible: Int { top }

  /// The list changed: `count` rows, the selection on `index`, the place the same record has now (or the
  /// nearest there is). Pass `nil` when the record is gone: the selection stays at its row number.
  public mutating func reselect(_ index: Int?, count: Int? = nil) {
    let offset = self.index - top
    if let count { self.count = max(0, count) }
    self.index = min(max(0, index ?? self.index), max(0, self.count - 1))
    top = max(0, self.index - offset)
    follow()
  }

  /// Selects a row.
  public mutating func select(_ row: Int) {
    index = min(max(0, row), max(0, count - 1))
    follow()
  }

  /// Selects the row shown `offset` rows below the first shown, as a click does; `false` when it is empty.
  public mutating func click(offset: Int, rows: Int? = nil) -> Bool {
    let range = visibleRange(rows: rows ?? pageRows)
    guard offset >= 0, offset < range.count else { return false }
    select(range.lowerBound + offset)
    return true
  }

  /// The rows shown in `rows` rows of screen; the selection is always among them.
  public func visibleRange(rows: Int) -> Range<Int> {
    guard rows > 0, count > 0 else { return 0..<0 }
    let first = TextArea.scrolled(top, toShow: index, of: count, rows: rows)
    return first..<min(count, first + rows)
  }

  /// Moves by arrows, `j k g G`, `^D ^U`, PgUp, PgDn, Home and End; `false` for other keys.
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .down, .character("j"): select(index + 1)
    case .up, .character("k"): select(index - 1)
    case .home, .character("g"): select(0)
    case .end, .character("G"): select(count - 1)
    case .pageDown: select(index + max(1, pageRows - 1))
    case .pageUp: select(index - max(1, pageRows - 1))
    case .control("d"): select(index + max(1, pageRows / 2))
    case .control("u"): select(index - max(1, pageRows / 2))
    default: return false
    }
    return true
  }

  /// Moves by the wheel, three rows at a time, and selects the row that is clicked.
  ///
  /// - Parameter firstRow: The row of the screen that the first row shown is drawn in.
  /// - Returns: Whether a row was clicked twice, which opens it.
  public mutating func handle(_ event: MouseEvent, firstRow: Int) -> Bool {
    switch event.kind {
    case .wheelUp: select(index - 3)
    case .wheelDown: select(index + 3)
    case .press, .double: return click(offset: event.position.row - firstRow) && event.kind == .double
    case .release: break
    }
    return false
  }

  /// Moves by the keys that are no letters, for lists under a field that takes letters.
  public mutating func handleWithoutLetters(_ key: Key) -> Bool {
    if key.isText { return false }
    if case .home = key { return false }
    if case .end = key { return false }
    if case .control = key { return false }
    return handle(key)
  }

  private mutating func follow() {
    top = TextArea.scrolled(top, toShow: index, of: count, rows: pageRows)
  }
}
