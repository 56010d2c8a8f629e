// One of several: a row of radio buttons when there are few, a filterable list when there are many.

/// One thing to choose.
public struct ChoiceOption: Hashable, Sendable {
  /// What it is called in code.
  public var id: String
  /// The words shown.
  public var label: String

  /// An option.
  public init(id: String, label: String) {
    self.id = id
    self.label = label
  }
}

/// A choice of one option, or none yet.
public struct ChoiceField: Equatable, Sendable {
  /// How the options are shown.
  public enum Appearance: Sendable {
    /// A row while there are at most six, else a list.
    case automatic
    /// Always side by side.
    case row
    /// Always a list that opens over the form.
    case list
  }

  /// The most options shown side by side unless asked otherwise.
  public static let rowOptionsMax = 6

  /// What can be chosen.
  public var options: [ChoiceOption]
  /// The id of what is chosen.
  public var selectedID: String?
  /// How the options are shown.
  public var appearance: Appearance
  /// The open list, if it is open.
  public private(set) var popup: ChoicePopup?

  /// A choice.
  public init(_ options: [ChoiceOption], selected: String? = nil, appearance: Appearance = .automatic) {
    self.options = options
    selectedID = selected
    self.appearance = appearance
  }

  /// Whether it opens a list.
  public var isList: Bool {
    switch appearance {
    case .automatic: options.count > Self.rowOptionsMax
    case .row: false
    case .list: true
    }
  }

  /// Whether the list is open; it then takes every key.
  public var isOpen: Bool { popup != nil }

  /// The place of the chosen option.
  public var selectedIndex: Int? { options.firstIndex { $0.id == selectedID } }

  /// The words of the chosen option.
  public var selectedLabel: String? { selectedIndex.map { options[$0].label } }

  /// Acts on a key; `false` when the key means nothing here.
  public mutating func handle(_ key: Key) -> Bool {
    if popup != nil { return handleOpen(key) }
    switch key {
    case .left: step(by: -1)
    case .right: step(by: 1)
    case .backspace, .delete: selectedID = nil
    case .enter where isList && selectedID == nil: open(filter: "")
    case .character(" "):
      if isList { open(filter: "") } else { step(by: selectedID == nil ? 1 : 0) }
    case .character(let character):
      if isList { open(filter: String(character)) } else { jump(to: character) }
    default: return false
    }
    return true
  }

  /// Text pasted: it filters the list.
  public mutating func paste(_ text: String) {
    guard isList else { return }
    open(filter: text)
  }

  /// Closes the list without choosing.
  public mutating func close() { popup = nil }

  /// Opens the list with words in its filter.
  public mutating func open(filter: String) {
    popup = ChoicePopup(options: options, selected: selectedIndex, filter: filter)
  }

  private mutating func handleOpen(_ key: Key) -> Bool {
    guard var open = popup else { return false }
    switch key {
    case .escape: popup = nil
    case .enter, .tab:
      if let id = open.selectedID { selectedID = id }
      popup = nil
    default:
      open.handle(key)
      popup = open
    }
    return true
  }

  private mutating func step(by distance: Int) {
    guard !options.isEmpty else { return }
    guard let index = selectedIndex else {
      selectedID = options[distance < 0 ? options.count - 1 : 0].id
      return
    }
    selectedID = options[min(max(0, index + distance), options.count - 1)].id
  }

  private mutating func jump(to character: Character) {
    let wanted = FoldedText.fold(String(character))
    let start = (selectedIndex ?? -1) + 1
    let order = Array(options[start...]) + Array(options[..<start])
    if let hit = order.first(where: { FoldedText.fold($0.label).hasPrefix(wanted) }) { selectedID = hit.id }
  }

  /// Rows it takes in a width.
  func rows(columns: Int) -> Int { isList ? 1 : flow(columns: columns).rows }

  func flow(columns: Int) -> OptionFlow { OptionFlow(labels: options.map(\.label), columns: columns) }

  /// Selects what was clicked; in list form opens the list.
  mutating func click(at position: Position, columns: Int) {
    if isList {
      open(filter: "")
    } else if let hit = flow(columns: columns).option(at: position) {
      selectedID = options[hit].id
    }
  }

  /// Draws the options or the chosen one; the open list is drawn by the form, over everything.
  public func draw(in rect: Rect, on grid: inout Grid, focused: Bool) {
    guard !rect.isEmpty else { return }
    if isList {
      let style: Style = focused ? .fieldActive : .field
      grid.write(
        CellText.padded(selectedLabel ?? "", to: rect.columns - 1) + "▾", at: rect.origin, style: style,
        maxColumns: rect.columns)
      if focused { grid.cursor = rect.origin }
      return
    }
    let flow = flow(columns: rect.columns)
    let current = selectedIndex
    for (index, option) in options.enumerated() {
      let chosen = index == current
      let style: Style = focused && index == current ?? 0 ? .selection : .normal
      flow.draw(
        index, brackets: ("(", ")"), mark: chosen ? "•" : " ", label: option.label, style: style, in: rect,
        on: &grid)
    }
    if focused, let place = flow.places[safe: current ?? 0] {
      grid.cursor = rect.position(min(place.column + 1, rect.columns - 1), min(place.row, rect.rows - 1))
    }
  }
}
