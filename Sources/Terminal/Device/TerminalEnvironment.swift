// What the process environment says about the terminal, read once and handed in.

/// The variables that decide how a terminal is used.
public struct TerminalEnvironment: Hashable, Sendable {
  /// Which characters the locale promises.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8 by name.
    case unicode
    /// Another by name, such as ISO-8859-1: only ASCII is safe.
    case other
    /// None named (`C`, `POSIX`, nothing): UTF-8 is tried.
    case unknown
  }

  /// `TERM`.
  public var term: String?
  /// The first set of `LC_ALL`, `LC_CTYPE` and `LANG`.
  public var locale: String?
  /// `NO_COLOR` is set and not empty (no-color.org).
  public var refusesColour: Bool
  /// Only ASCII, whatever the locale says.
  public var plainMarks: Bool

  /// The environment as given.
  public init(term: String?, locale: String? = nil, refusesColour: Bool = false, plainMarks: Bool = false) {
    self.term = term
    self.locale = locale
    self.refusesColour = refusesColour
    self.plainMarks = plainMarks
  }

  /// The environment of a process by its variables.
  public init(variables: [String: String]) {
    func value(_ name: String) -> String? { variables[name].flatMap { $0.isEmpty ? nil : $0 } }
    self.init(
      term: value("TERM"), locale: value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG"),
      refusesColour: value("NO_COLOR") != nil)
  }

  /// Whether the terminal says it can do nothing: line mode is for it.
  public var isDumb: Bool { term == nil || term == "dumb" || term == "unknown" }

  /// Which characters the locale promises.
  public var encoding: Encoding {
    guard let locale else { return .unknown }
    let parts = locale.split(separator: ".", maxSplits: 1)
    guard parts.count == 2 else { return .unknown }
    let name = parts[1].split(separator: "@")[safe: 0]?.lowercased().filter { $0 != "-" } ?? ""
    return name == "utf8" ? .unicode : .other
  }
}

/// Whether to use colour.
public enum ColourChoice: Hashable, Sendable {
  /// As many as the terminal has, none when `NO_COLOR` asks.
  case auto
  /// Attributes only.
  case never
}

/// What the terminal turned out to be able to do.
public struct TerminalCapabilities: Hashable, Sendable {
  /// Characters beyond ASCII.
  public let unicode: Bool
  /// The colours it has; 0 when none are used.
  public let colours: Int
  /// The best characters for charts.
  public let glyphs: ChartGlyphs
}

/// Why there is no terminal to work with.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is unset, `dumb`, or names a terminal that cannot move its cursor.
  case dumbTerminal(name: String)
  /// `TERM` names a terminal this machine knows nothing of.
  case unknownTerminal(name: String)
  /// The system refused something; the errno.
  case refused(errno: Int32)
}
