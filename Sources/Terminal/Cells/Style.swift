// How a cell is meant, not how it is coloured: the theme decides what a role looks like.

/// What a piece of the screen is. Colour only repeats what a word or mark already says.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case normal
  /// Text of lesser weight: units, captions, what is not available.
  case dim
  /// The heading of a list or section.
  case heading
  /// The first line of the screen.
  case titleBar
  /// The name of a key.
  case key
  /// Something worth a look: a link, a count that can be opened.
  case accent
  /// All is well, it got better.
  case good
  /// Look at this soon.
  case caution
  /// Look at this now.
  case alarm
  /// The selected row or option.
  case selection
  /// Somewhere to type.
  case field
  /// The place being typed in.
  case fieldActive
  /// Words saying what is wrong.
  case error
  /// A bar or a sparkline.
  case chart

  /// The letter that stands for the role in pictures of styles.
  public var letter: Character {
    switch self {
    case .normal: "."
    case .dim: "d"
    case .heading: "h"
    case .titleBar: "t"
    case .key: "k"
    case .accent: "a"
    case .good: "g"
    case .caution: "c"
    case .alarm: "x"
    case .selection: "s"
    case .field: "f"
    case .fieldActive: "i"
    case .error: "e"
    case .chart: "b"
    }
  }
}

/// A role and the few attributes every terminal has.
public struct Style: Hashable, Sendable {
  /// What the cell is.
  public var role: Role
  /// Heavier than the role asks.
  public var bold: Bool
  /// Underlined, as matches of a filter are.
  public var underline: Bool
  /// Foreground and background changed over.
  public var reverse: Bool

  /// A style.
  public init(_ role: Role, bold: Bool = false, underline: Bool = false, reverse: Bool = false) {
    self.role = role
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }

  /// Ordinary text.
  public static let normal = Style(.normal)
  /// Text of lesser weight.
  public static let dim = Style(.dim)
  /// A heading.
  public static let heading = Style(.heading)
  /// The first line of the screen.
  public static let titleBar = Style(.titleBar)
  /// The name of a key.
  public static let key = Style(.key)
  /// Something worth a look.
  public static let accent = Style(.accent)
  /// All is well.
  public static let good = Style(.good)
  /// Look at this soon.
  public static let caution = Style(.caution)
  /// Look at this now.
  public static let alarm = Style(.alarm)
  /// The selected row or option.
  public static let selection = Style(.selection)
  /// Somewhere to type.
  public static let field = Style(.field)
  /// The place being typed in.
  public static let fieldActive = Style(.fieldActive)
  /// Words saying what is wrong.
  public static let error = Style(.error)
  /// A bar or a sparkline.
  public static let chart = Style(.chart)
  /// Heavy ordinary text.
  public static let strong = Style(.normal, bold: true)

  /// The same style, bold.
  public var bolded: Style { Style(role, bold: true, underline: underline, reverse: reverse) }
  /// The same style, underlined.
  public var underlined: Style { Style(role, bold: bold, underline: true, reverse: reverse) }
}
