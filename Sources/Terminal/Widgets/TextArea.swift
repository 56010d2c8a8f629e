// The editor for long text: soft wrap, movement by visible lines, cut and paste, undo.

/// Several lines of text being edited.
public struct TextArea: Equatable, Sendable {
  var line: TextLine
  var history = EditHistory()
  /// The column the cursor tries to keep while it moves up and down.
  var goal: Int?
  /// The width the text is wrapped to. The form sets it from its layout; moving up and down by visible
  /// lines uses it.
  public var columns: Int
  /// The height it is drawn at, in rows; the form sets it.
  public var rows: Int
  var top = 0
  /// The most characters it takes; more are refused. `nil` for no bound.
  public var maxLength: Int?

  /// An area with text in it and the cursor behind the text.
  public init(text: String = "", maxLength: Int? = nil, columns: Int = 60, rows: Int = 4) {
    line = TextLine("")
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.maxLength = maxLength
    self.text = text
  }

  /// The text, with `\n` between paragraphs. Setting it puts the cursor behind it and forgets what could
  /// be undone.
  public var text: String {
    get { line.text }
    set {
      line.characters = Array(TextLine.cleaned(newValue, newlines: .keep).prefix(maxLength ?? Int.max))
      line.cursor = line.characters.count
      history = EditHistory()
      goal = nil
      follow()
    }
  }

  /// Whether nothing was typed.
  public var isEmpty: Bool { line.characters.isEmpty }

  /// The cursor, in characters from the beginning.
  public var cursor: Int {
    get { line.cursor }
    set {
      line.cursor = newValue
      line.clampCursor()
      goal = nil
      follow()
    }
  }

  /// Puts text in at the cursor as one step of undo: controls left out, line breaks kept.
  public mutating func insert(_ text: String) {
    put(TextLine.cleaned(text, newlines: .keep), as: .paste)
    goal = nil
    follow()
  }

  /// Tells the size it is drawn at, so that movement by visible lines is what the eye expects.
  public mutating func resize(columns: Int, rows: Int) {
    guard columns != self.columns || rows != self.rows else { return }
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    follow()
  }

  /// The wrapped lines as ranges of character offsets.
  var wrapped: [Range<Int>] { Wrapping.lines(of: line.characters, columns: columns) }

  /// The visible line the cursor is on: at a soft wrap the one it begins.
  func cursorLine(in lines: [Range<Int>]) -> Int {
    lines.lastIndex { $0.lowerBound <= line.cursor } ?? 0
  }

  func cells(_ range: Range<Int>) -> Int {
    line.characters[range].reduce(0) { $0 + CellText.width(of: $1) }
  }

  /// Keeps the cursor's line among the rows shown.
  mutating func follow() {
    let lines = wrapped
    top = Self.scrolled(top, toShow: cursorLine(in: lines), of: lines.count, rows: rows)
  }

  /// The first row to show so that `index` is among `rows` of `count`.
  static func scrolled(_ top: Int, toShow index: Int, of count: Int, rows: Int) -> Int {
    let rows = max(1, rows)
    var result = min(top, max(0, count - rows))
    if index < result { result = index }
    if index >= result + rows { result = index - rows + 1 }
    return max(0, result)
  }

  /// Draws the lines around the cursor, and puts the hardware cursor in them when focused.
  public func draw(in rect: Rect, on grid: inout Grid, focused: Bool) {
    guard !rect.isEmpty else { return }
    let style: Style = focused ? .fieldActive : .field
    grid.fill(rect, style: style)
    let lines = Wrapping.lines(of: line.characters, columns: rect.columns)
    let current = cursorLine(in: lines)
    let first = Self.scrolled(top, toShow: current, of: lines.count, rows: rect.rows)
    for row in 0..<min(rect.rows, lines.count - first) {
      let text = String(line.characters[lines[first + row]])
      var shown = Substring(text)
      while shown.last == " " { shown.removeLast() }
      grid.write(String(shown), at: rect.position(0, row), style: style, maxColumns: rect.columns)
    }
    guard focused else { return }
    let column = cells(lines[current].lowerBound..<line.cursor)
    grid.cursor = rect.position(min(column, rect.columns - 1), current - first)
  }
}
