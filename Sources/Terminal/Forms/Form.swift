// A form: fields in order, one of them focused.

/// Fields to fill in. A value: screens keep it in their state, hand it keys and draw it.
public struct Form: Equatable, Sendable {
  /// The fields in order. Ids are unique.
  public var fields: [FormField] {
    get { entries }
    set {
      entries = newValue
      clampFocus()
      follow()
    }
  }
  /// The size it is drawn in; the screen sets it when the terminal's size is known or changes. Movement by
  /// visible lines and scrolling use it; drawing uses the rectangle it is given.
  public var size: Size {
    didSet {
      // Another width lays the lines out anew: a place in the old ones means nothing, and what a small window had scrolled
      // away comes back.
      if size.columns != oldValue.columns { top = 0 }
      if size != oldValue { follow() }
    }
  }
  /// The fields as kept: a key that stays within a field changes nothing else, so no layout is made for it.
  var entries: [FormField]
  /// The place of the focused field.
  private(set) var focus: Int = 0
  private(set) var top = 0

  /// A form with the focus on its first enabled field.
  public init(_ fields: [FormField], size: Size = Size(columns: 80, rows: 20)) {
    let ids = Set(fields.map(\.id))
    precondition(ids.count == fields.count, "two fields of a form have the same id")
    entries = fields
    self.size = size
    focus = fields.firstIndex { $0.isEnabled } ?? 0
    follow()
  }

  /// The id of the focused field, `nil` in a form without enabled fields.
  public var focusedID: String? { focusedIndex.map { entries[$0].id } }

  /// Whether an open list or a text area should get keys before any command of the screen.
  public var hasOpenList: Bool {
    guard let index = focusedIndex, case .choice(let field) = entries[index].kind else { return false }
    return field.isOpen
  }

  /// The first field with an error, from the top.
  public var firstError: String? { entries.first { $0.error != nil && $0.isEnabled }?.id }

  var focusedIndex: Int? {
    guard let field = entries[safe: focus], field.isEnabled else { return nil }
    return focus
  }

  /// Puts the focus on a field, if there is one of that id and it is enabled.
  public mutating func focus(on id: String) {
    guard let index = entries.firstIndex(where: { $0.id == id }), entries[index].isEnabled else { return }
    closeList()
    focus = index
    follow()
  }

  /// Acts on a key.
  public mutating func handle(_ key: Key) -> FormOutcome {
    guard let index = focusedIndex else { return .ignored }
    let before = entries[index].kind
    if entries[index].kind.handle(key) {
      let changed = !entries[index].kind.hasSameValue(as: before)
      return FormOutcome(consumed: true, changed: changed ? entries[index].id : nil)
    }
    switch key {
    case .tab: return move(to: next(after: index, wrapping: true))
    case .backTab: return move(to: previous(before: index))
    case .enter:
      guard let next = next(after: index, wrapping: false) else {
        return FormOutcome(consumed: true, left: entries[index].id, isFinished: true)
      }
      return move(to: next)
    case .down: return move(to: neighbour(of: index, down: true))
    case .up: return move(to: neighbour(of: index, down: false))
    default: return .ignored
    }
  }

  /// Puts pasted text into the focused field.
  public mutating func paste(_ text: String) -> FormOutcome {
    guard let index = focusedIndex else { return .ignored }
    let before = entries[index].kind
    entries[index].kind.paste(text)
    let changed = !entries[index].kind.hasSameValue(as: before)
    return FormOutcome(consumed: true, changed: changed ? entries[index].id : nil)
  }

  /// Focuses what was clicked and ticks or chooses it; `rect` is where the form was drawn.
  public mutating func click(at position: Position, in rect: Rect) -> FormOutcome {
    guard rect.contains(position) else { return .ignored }
    let picture = rendered(in: rect)
    let place = Position(column: position.column - rect.column, row: position.row - rect.row + picture.top)
    guard let hit = picture.layout.field(at: place), entries[hit.field].isEnabled else { return .ignored }
    let left = hit.field == focus ? nil : focusedID
    closeList()
    focus = hit.field
    let before = entries[hit.field].kind
    if hit.box.contains(place) {
      entries[hit.field].kind.click(
        at: Position(column: place.column - hit.box.column, row: place.row - hit.box.row),
        columns: hit.box.columns)
    }
    follow()
    let changed = !entries[hit.field].kind.hasSameValue(as: before)
    return FormOutcome(consumed: true, changed: changed ? entries[hit.field].id : nil, left: left)
  }

  private mutating func move(to target: Int?) -> FormOutcome {
    guard let target, target != focus else { return FormOutcome(consumed: true) }
    let left = focusedID
    closeList()
    focus = target
    follow()
    return FormOutcome(consumed: true, left: left)
  }

  private func next(after index: Int, wrapping: Bool) -> Int? {
    entries.indices.first { $0 > index && entries[$0].isEnabled }
      ?? (wrapping ? entries.indices.first { entries[$0].isEnabled } : nil)
  }

  private func previous(before index: Int) -> Int? {
    entries.indices.last { $0 < index && entries[$0].isEnabled }
      ?? entries.indices.last { entries[$0].isEnabled }
  }

  /// The enabled field in the nearest row of the screen below or above, nearest across.
  private func neighbour(of index: Int, down: Bool) -> Int? {
    let layout = FormLayout(entries, columns: size.columns, focused: focus)
    guard let here = layout.placed.first(where: { $0.field == index })?.frame else { return nil }
    let others = layout.placed.filter {
      entries[$0.field].isEnabled && (down ? $0.frame.row > here.row : $0.frame.row < here.row)
    }
    let rows = others.map(\.frame.row)
    guard let row = down ? rows.min() : rows.max() else { return nil }
    return others.filter { $0.frame.row == row }
      .min { abs($0.frame.column - here.column) < abs($1.frame.column - here.column) }?.field
  }

  private mutating func closeList() {
    guard let index = focusedIndex, case .choice(var field) = entries[index].kind, field.isOpen else {
      return
    }
    field.close()
    entries[index].kind = .choice(field)
  }

  mutating func clampFocus() {
    guard focusedIndex == nil else { return }
    focus =
      entries.indices.first { $0 >= focus && entries[$0].isEnabled }
      ?? entries.indices.last { entries[$0].isEnabled } ?? 0
  }

  /// Tells the fields their sizes and scrolls to the focused one.
  mutating func follow() {
    let layout = FormLayout(entries, columns: size.columns, focused: focusedIndex)
    for placed in layout.placed { entries[placed.field].kind.resize(columns: placed.box.columns) }
    top = Self.scrolled(top, toShow: extent(of: focus, in: layout), of: layout.rows, rows: size.rows)
  }

  func extent(of index: Int, in layout: FormLayout) -> Range<Int> {
    layout.placed.first { $0.field == index }?.extent ?? 0..<1
  }

  static func scrolled(_ top: Int, toShow extent: Range<Int>, of count: Int, rows: Int) -> Int {
    let last = TextArea.scrolled(
      top, toShow: max(extent.lowerBound, extent.upperBound - 1), of: count, rows: rows)
    return TextArea.scrolled(last, toShow: extent.lowerBound, of: count, rows: rows)
  }
}
