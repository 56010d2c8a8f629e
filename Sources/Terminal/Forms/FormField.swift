// One field of a form: its words, what kind it is, and what is wrong with it.

/// A field of a form.
public struct FormField: Equatable, Sendable {
  /// What it is called in code; unique in its form.
  public var id: String
  /// The words to its left.
  public var label: String
  /// What is edited.
  public var kind: FieldKind
  /// What is wrong, in words; drawn under the field.
  public var error: String?
  /// What may be entered, in words.
  public var hint: String?
  /// Whether it must be filled; its label carries a `*`.
  public var isRequired: Bool
  /// Whether it can be entered. What is not enabled is drawn dim and skipped.
  public var isEnabled: Bool
  /// Fields next to one another with the same number share a row of the screen where it is wide enough.
  public var row: Int?
  /// The cells it needs for its text; `nil` for the rest of the row.
  public var width: Int?

  /// A field.
  public init(
    id: String, label: String, kind: FieldKind, error: String? = nil, hint: String? = nil,
    isRequired: Bool = false, isEnabled: Bool = true, row: Int? = nil, width: Int? = nil
  ) {
    self.id = id
    self.label = label
    self.kind = kind
    self.error = error
    self.hint = hint
    self.isRequired = isRequired
    self.isEnabled = isEnabled
    self.row = row
    self.width = width
  }
}

/// What a field edits.
public enum FieldKind: Equatable, Sendable {
  /// One line of text.
  case line(LineField)
  /// One line drawn as bullets.
  case secret(LineField)
  /// Long text, drawn `rows` high.
  case text(TextArea, rows: Int)
  /// One of several.
  case choice(ChoiceField)
  /// Any of several.
  case checks(ChecksField)
  /// Yes or no.
  case toggle(Bool)

  /// An empty line, or one with text in it.
  public static func line(_ text: String = "", maxLength: Int? = nil) -> FieldKind {
    .line(LineField(text: text, maxLength: maxLength))
  }

  /// An empty secret.
  public static var secret: FieldKind { .secret(LineField(isSecret: true)) }

  mutating func handle(_ key: Key) -> Bool {
    switch self {
    case .line(var field):
      let consumed = field.handle(key)
      self = .line(field)
      return consumed
    case .secret(var field):
      field.isSecret = true
      let consumed = field.handle(key)
      self = .secret(field)
      return consumed
    case .text(var area, let rows):
      let consumed = area.handle(key)
      self = .text(area, rows: rows)
      return consumed
    case .choice(var field):
      let consumed = field.handle(key)
      self = .choice(field)
      return consumed
    case .checks(var field):
      let consumed = field.handle(key)
      self = .checks(field)
      return consumed
    case .toggle(let isOn):
      guard key == .character(" ") else { return false }
      self = .toggle(!isOn)
      return true
    }
  }

  mutating func paste(_ pasted: String) {
    switch self {
    case .line(var field):
      field.insert(pasted)
      self = .line(field)
    case .secret(var field):
      field.insert(pasted)
      self = .secret(field)
    case .text(var area, let rows):
      area.insert(pasted)
      self = .text(area, rows: rows)
    case .choice(var field):
      field.paste(pasted)
      self = .choice(field)
    case .checks, .toggle:
      break
    }
  }

  mutating func click(at position: Position, columns: Int) {
    switch self {
    case .choice(var field):
      field.click(at: position, columns: columns)
      self = .choice(field)
    case .checks(var field):
      field.click(at: position, columns: columns)
      self = .checks(field)
    case .toggle(let isOn):
      self = .toggle(!isOn)
    case .line, .secret, .text:
      break
    }
  }

  mutating func resize(columns: Int) {
    switch self {
    case .text(var area, let rows):
      area.resize(columns: columns, rows: rows)
      self = .text(area, rows: rows)
    case .checks(var field) where field.columns != columns:
      field.columns = columns
      self = .checks(field)
    default:
      break
    }
  }

  /// Whether the same is entered in both, wherever their cursors are.
  func hasSameValue(as other: FieldKind) -> Bool {
    switch (self, other) {
    case (.line(let one), .line(let two)), (.secret(let one), .secret(let two)): one.text == two.text
    case (.text(let one, _), .text(let two, _)): one.line.characters == two.line.characters
    case (.choice(let one), .choice(let two)): one.selectedID == two.selectedID
    case (.checks(let one), .checks(let two)): one.options == two.options
    case (.toggle(let one), .toggle(let two)): one == two
    default: false
    }
  }

  /// Rows it takes when it has `columns` cells.
  func rows(columns: Int) -> Int {
    switch self {
    case .text(_, let rows): max(1, rows)
    case .choice(let field): field.rows(columns: columns)
    case .checks(let field): field.rows(columns: columns)
    case .line, .secret, .toggle: 1
    }
  }

  /// The edges drawn around it.
  var frame: FieldFrame {
    switch self {
    case .line, .secret: .brackets
    case .choice(let field): field.isList ? .brackets : .none
    case .text: .bar
    case .checks, .toggle: .none
    }
  }

  func draw(in rect: Rect, on grid: inout Grid, focused: Bool) {
    switch self {
    case .line(let field), .secret(let field): field.draw(in: rect, on: &grid, focused: focused)
    case .text(let area, _): area.draw(in: rect, on: &grid, focused: focused)
    case .choice(let field): field.draw(in: rect, on: &grid, focused: focused)
    case .checks(let field): field.draw(in: rect, on: &grid, focused: focused)
    case .toggle(let isOn):
      grid.write(
        isOn ? "[x]" : "[ ]", at: rect.origin, style: focused ? .selection : .normal, maxColumns: rect.columns
      )
      if focused && !rect.isEmpty { grid.cursor = rect.position(min(1, rect.columns - 1), 0) }
    }
  }
}

/// The edges around a field.
enum FieldFrame {
  case none
  case brackets
  case bar

  var columns: Int {
    switch self {
    case .none: 0
    case .brackets: 2
    case .bar: 1
    }
  }
}
