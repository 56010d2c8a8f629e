// The keys a terminal can tell apart, and how they are spelt in tables, on the key line and in the manual.

/// One key as pressed.
public enum Key: Hashable, Sendable {
  /// A character typed.
  case character(Character)
  /// Control held down with a letter (always lower case) or one of `_ \ ] ^ @`.
  case control(Character)
  /// Alt (Meta) held down, which terminals send as Esc and the character.
  case alt(Character)
  /// A function key, 1 to 12 and up.
  case function(Int)
  /// An arrow.
  case up
  /// An arrow.
  case down
  /// An arrow.
  case left
  /// An arrow.
  case right
  /// Control and an arrow: a word to the left.
  case controlLeft
  /// Control and an arrow: a word to the right.
  case controlRight
  /// To the beginning.
  case home
  /// To the end.
  case end
  /// A screenful up.
  case pageUp
  /// A screenful down.
  case pageDown
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Enter.
  case enter
  /// Esc.
  case escape
  /// Deletes to the left.
  case backspace
  /// Deletes to the right.
  case delete
  /// Insert.
  case insert

  /// The key of a spelling: `v`, `^S`, `M-b`, `F4`, `Enter`, `Esc`, `Tab`, `S-Tab`, `Space`, `←` or `Left`,
  /// `C-←` or `C-Left`, `PgUp`… `nil` when it is none.
  public init?(spelling: String) {
    if let named = KeyNames.key(named: spelling) {
      self = named
      return
    }
    let characters = Array(spelling)
    switch characters.count {
    case 1:
      self = .character(characters[0])
    case 2 where characters[0] == "^":
      self = .control(Self.lowercased(characters[1]))
    case 3 where spelling.hasPrefix("M-"):
      self = .alt(characters[2])
    default:
      guard characters.first == "F", let number = Int(spelling.dropFirst()), (1...63).contains(number) else {
        return nil
      }
      self = .function(number)
    }
  }

  /// How the key is written: `v`, `^S`, `F4`, `Enter`, `←`.
  public var spelling: String { display(unicode: true) }

  /// How the key is written, with arrows as words where the terminal cannot show them.
  public func display(unicode: Bool = true) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .alt(let character): "M-" + String(character)
    case .function(let number): "F\(number)"
    default: KeyNames.name(of: self, unicode: unicode)
    }
  }

  /// Whether a text field takes the key as text rather than as a command.
  public var isText: Bool {
    if case .character = self { return true }
    return false
  }

  private static func lowercased(_ character: Character) -> Character {
    character.lowercased().first ?? character
  }
}

/// The keys that have names.
private enum KeyNames {
  static func key(named name: String) -> Key? {
    table.first { $0.name == name || $0.plain == name }?.key
  }

  static func name(of key: Key, unicode: Bool) -> String {
    guard let row = table.first(where: { $0.key == key }) else { return "" }
    return unicode ? row.name : row.plain
  }

  private static let table: [(key: Key, name: String, plain: String)] = [
    (.character(" "), "Space", "Space"),
    (.up, "↑", "Up"),
    (.down, "↓", "Down"),
    (.left, "←", "Left"),
    (.right, "→", "Right"),
    (.controlLeft, "C-←", "C-Left"),
    (.controlRight, "C-→", "C-Right"),
    (.home, "Home", "Home"),
    (.end, "End", "End"),
    (.pageUp, "PgUp", "PgUp"),
    (.pageDown, "PgDn", "PgDn"),
    (.tab, "Tab", "Tab"),
    (.backTab, "S-Tab", "S-Tab"),
    (.enter, "Enter", "Enter"),
    (.escape, "Esc", "Esc"),
    (.backspace, "Bksp", "Bksp"),
    (.delete, "Del", "Del"),
    (.insert, "Ins", "Ins"),
  ]
}
