// A one-line editor with the keys people know from a shell.

/// One line of text being edited.
public struct LineField: Equatable, Sendable {
  private var line: TextLine
  /// The most characters it takes; more are refused. `nil` for no bound.
  public var maxLength: Int?
  /// Whether bullets are drawn in place of the text.
  public var isSecret: Bool
  /// What is drawn, dim, while it is empty.
  public var placeholder: String
  /// Whether the first letter typed takes the place of what the field was filled in with, as a day or a time that is
  /// offered wants it; moving or deleting first edits it instead.
  public var isReplaceable = false
  /// Whether nothing was done since the text was filled in.
  private var isFresh = true

  /// A field with text in it and the cursor behind the text.
  public init(text: String = "", maxLength: Int? = nil, isSecret: Bool = false, placeholder: String = "") {
    line = TextLine("")
    self.maxLength = maxLength
    self.isSecret = isSecret
    self.placeholder = placeholder
    self.text = text
  }

  /// The text. Setting it puts the cursor behind it.
  public var text: String {
    get { line.text }
    set {
      line.characters = Array(TextLine.cleaned(newValue, newlines: .space).prefix(maxLength ?? Int.max))
      line.cursor = line.characters.count
      isFresh = true
    }
  }

  /// Whether the next letter takes the place of the text.
  var isReplacedNext: Bool { isReplaceable && isFresh && !isEmpty }

  /// Whether nothing was typed.
  public var isEmpty: Bool { line.characters.isEmpty }

  /// The cursor, in characters from the beginning.
  public var cursor: Int {
    get { line.cursor }
    set {
      line.cursor = newValue
      line.clampCursor()
    }
  }

  /// Puts text in at the cursor: controls left out, line breaks as spaces, as much as `maxLength` lets in.
  public mutating func insert(_ text: String) {
    if isReplacedNext { line = TextLine("") }
    isFresh = false
    let room = max(0, (maxLength ?? Int.max) - line.characters.count)
    line.insert(Array(TextLine.cleaned(text, newlines: .space).prefix(room)))
  }

  /// Acts on a key; `false` when the key means nothing here.
  public mutating func handle(_ key: Key) -> Bool {
    let isKnown = move(key) || edit(key)
    if isKnown { isFresh = false }
    return isKnown
  }

  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): line.cursor = max(0, line.cursor - 1)
    case .right, .control("f"): line.cursor = min(line.characters.count, line.cursor + 1)
    case .home, .control("a"): line.cursor = 0
    case .end, .control("e"): line.cursor = line.characters.count
    case .controlLeft, .alt("b"): line.cursor = line.wordStart
    case .controlRight, .alt("f"): line.cursor = line.wordEnd
    default: return false
    }
    return true
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: line.remove(max(0, line.cursor - 1)..<line.cursor)
    case .delete, .control("d"): deleteForward()
    case .control("k"): line.remove(line.cursor..<line.characters.count, keeping: !isSecret)
    case .control("u"): line.remove(0..<line.cursor, keeping: !isSecret)
    case .control("w"): line.remove(line.blankWordStart..<line.cursor, keeping: !isSecret)
    case .alt("d"): cutForward()
    case .control("y"): insert(String(line.cut))
    case .control("t"): _ = line.transpose()
    default: return false
    }
    return true
  }

  private mutating func deleteForward() {
    line.remove(line.cursor..<min(line.characters.count, line.cursor + 1))
  }

  private mutating func cutForward() {
    line.remove(line.cursor..<line.wordEnd, keeping: !isSecret)
  }

  /// Draws the visible part in the first row of `rect`, and puts the hardware cursor in it when focused.
  public func draw(in rect: Rect, on grid: inout Grid, focused: Bool) {
    let row = rect.line(0)
    guard !row.isEmpty else { return }
    let style: Style = focused ? .fieldActive : .field
    grid.fill(row, style: style)
    let widths = line.characters.map { isSecret ? 1 : CellText.width(of: $0) }
    let before = widths.prefix(line.cursor).reduce(0, +)
    let first = Self.firstShown(widths: widths, cursorCell: before, columns: row.columns)
    if isEmpty && !placeholder.isEmpty {
      grid.write(placeholder, at: row.origin, style: Style(.dim, underline: true), maxColumns: row.columns)
    } else {
      let shown =
        isSecret
        ? String(repeating: "•", count: min(widths.count - first, row.columns))
        : visible(from: first, widths: widths, columns: row.columns)
      grid.write(shown, at: row.origin, style: style, maxColumns: row.columns)
    }
    guard focused else { return }
    let offset = before - widths.prefix(first).reduce(0, +)
    grid.cursor = row.position(min(offset, row.columns - 1), 0)
  }

  private func visible(from first: Int, widths: [Int], columns: Int) -> String {
    var end = first
    var used = 0
    while end < widths.count && used + widths[end] <= columns {
      used += widths[end]
      end += 1
    }
    return String(line.characters[first..<end])
  }

  /// The first character shown: all while it fits, else half a field at a time so that what is around the
  /// cursor stays in sight.
  private static func firstShown(widths: [Int], cursorCell: Int, columns: Int) -> Int {
    guard cursorCell >= columns else { return 0 }
    let step = max(1, columns / 2)
    let target = ((cursorCell - columns) / step + 1) * step
    var cells = 0
    for (index, width) in widths.enumerated() {
      if cells >= target { return index }
      cells += width
    }
    return widths.count
  }
}
