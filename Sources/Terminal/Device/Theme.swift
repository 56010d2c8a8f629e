// Every colour of the program: what each role looks like in each theme, with the colours there are.
//
// Colour indices at or above the terminal's count give undefined pairs (black blocks in a real xterm), so
// every shade has a second, one of the first eight, and colours are only ever taken from here. The hues
// follow Okabe and Ito's palette for colour-blind readers (blue, bluish green, orange, vermilion).

/// A choice of colours.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  /// The terminal's own background, few colours.
  case standard = "default"
  /// White on black, yellow for the selection.
  case highContrast = "high-contrast"
  /// No colour at all.
  case mono
}

/// How a role looks: attributes and colour indices, -1 for the terminal's own.
struct Paint: Equatable {
  var foreground = -1
  var background = -1
  var bold = false
  var underline = false
  var reverse = false
  var dim = false

  /// How a role looks with `colours` colours; below 8 there are none.
  static func of(_ role: Role, theme: Theme, colours: Int) -> Paint {
    var paint = attributes(role)
    guard colours >= 8, theme != .mono else { return paint }
    switch theme {
    case .standard: paint.colour(role, colours: colours)
    case .highContrast: paint.contrast(role, colours: colours)
    case .mono: break
    }
    return paint
  }

  /// What carries the role when there is no colour.
  private static func attributes(_ role: Role) -> Paint {
    switch role {
    case .normal, .good, .chart: Paint()
    case .dim: Paint(dim: true)
    case .heading, .key, .accent, .caution, .error: Paint(bold: true)
    case .titleBar, .selection: Paint(reverse: true)
    case .alarm: Paint(bold: true, reverse: true)
    case .field: Paint(underline: true)
    case .fieldActive: Paint(bold: true, underline: true)
    }
  }

  private mutating func colour(_ role: Role, colours: Int) {
    switch role {
    case .key, .accent: foreground = Self.shade(32, orElse: 6, of: colours)
    case .good: foreground = Self.shade(36, orElse: 2, of: colours)
    case .caution: foreground = Self.shade(172, orElse: 3, of: colours)
    case .alarm, .error: foreground = Self.shade(160, orElse: 1, of: colours)
    case .chart: foreground = Self.shade(67, orElse: 6, of: colours)
    case .dim:
      if colours >= 256 { (dim, foreground) = (false, 245) }
    case .normal, .heading, .titleBar, .selection, .field, .fieldActive: break
    }
  }

  private mutating func contrast(_ role: Role, colours: Int) {
    foreground = Self.shade(231, orElse: 7, of: colours)
    background = Self.shade(16, orElse: 0, of: colours)
    dim = false
    bold = bold || colours < 256
    switch role {
    case .selection, .fieldActive:
      reverse = false
      foreground = Self.shade(16, orElse: 0, of: colours)
      background = Self.shade(226, orElse: 3, of: colours)
      bold = false
    case .caution: foreground = Self.shade(226, orElse: 3, of: colours)
    default: break
    }
  }

  /// The colour of the 256 when there are as many, else one of the eight.
  private static func shade(_ colour: Int, orElse basic: Int, of colours: Int) -> Int {
    colours >= 256 ? colour : basic
  }
}
