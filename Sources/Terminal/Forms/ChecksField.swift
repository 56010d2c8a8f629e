// Any of several: boxes side by side, each with a state.

/// One box and its words.
public struct CheckOption: Hashable, Sendable {
  /// What it is called in code.
  public var id: String
  /// The words shown.
  public var label: String
  /// Which of the field's marks it shows: 0 off, 1 on, more where the field has more.
  public var state: Int

  /// A box.
  public init(id: String, label: String, state: Int = 0) {
    self.id = id
    self.label = label
    self.state = state
  }

  /// A box that is off or on.
  public init(id: String, label: String, isOn: Bool) {
    self.init(id: id, label: label, state: isOn ? 1 : 0)
  }
}

/// A set of boxes. Arrows move between them, Space goes to the next state.
public struct ChecksField: Equatable, Sendable {
  /// The boxes.
  public var options: [CheckOption]
  /// The mark of each state in order, one cell each: off and on, or three for yes, no and not known.
  public let marks: [String]
  /// The box the cursor is on.
  public private(set) var highlighted = 0
  var columns = 60

  /// Boxes with marks for their states.
  public init(_ options: [CheckOption], marks: [String] = [" ", "x"]) {
    precondition(marks.count >= 2, "a box needs at least an off and an on mark")
    self.options = options
    self.marks = marks
  }

  /// The ids of the boxes that are on (state 1), in order.
  public var checkedIDs: [String] { options.filter { $0.state == 1 }.map(\.id) }

  /// Acts on a key; `false` when the key means nothing here, or moves beyond the boxes.
  public mutating func handle(_ key: Key) -> Bool {
    highlighted = min(max(0, highlighted), max(0, options.count - 1))
    switch key {
    case .left:
      highlighted = max(0, highlighted - 1)
    case .right:
      highlighted = max(0, min(options.count - 1, highlighted + 1))
    case .up, .down:
      let flow = flow(columns: columns)
      guard let next = flow.neighbour(of: highlighted, down: key == .down) else { return false }
      highlighted = next
    case .character(" "):
      cycle(highlighted)
    case .character(let character):
      jump(to: character)
    default:
      return false
    }
    return true
  }

  private mutating func cycle(_ index: Int) {
    guard options.indices.contains(index) else { return }
    options[index].state = (max(0, options[index].state) + 1) % marks.count
  }

  private mutating func jump(to character: Character) {
    let wanted = FoldedText.fold(String(character))
    let order = options.indices.filter { $0 > highlighted } + options.indices.filter { $0 <= highlighted }
    if let hit = order.first(where: { FoldedText.fold(options[$0].label).hasPrefix(wanted) }) {
      highlighted = hit
    }
  }

  mutating func click(at position: Position, columns: Int) {
    guard let hit = flow(columns: columns).option(at: position) else { return }
    highlighted = hit
    cycle(hit)
  }

  func rows(columns: Int) -> Int { flow(columns: columns).rows }

  func flow(columns: Int) -> OptionFlow { OptionFlow(labels: options.map(\.label), columns: columns) }

  /// Draws the boxes, wrapped over the rows of `rect`.
  public func draw(in rect: Rect, on grid: inout Grid, focused: Bool) {
    guard !rect.isEmpty else { return }
    let flow = flow(columns: rect.columns)
    for (index, option) in options.enumerated() {
      flow.draw(
        index, brackets: ("[", "]"), mark: marks[min(max(0, option.state), marks.count - 1)],
        label: option.label, style: focused && index == highlighted ? .selection : .normal, in: rect,
        on: &grid)
    }
    if focused {
      let place = flow.places[safe: highlighted]
      grid.cursor = rect.position(
        min((place?.column ?? 0) + 1, rect.columns - 1), min(place?.row ?? 0, rect.rows - 1))
    }
  }
}

extension Array {
  /// The element, `nil` when there is none.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
