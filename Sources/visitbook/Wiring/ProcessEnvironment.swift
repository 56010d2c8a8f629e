internal import Glibc

/// What the program finds around it: the environment, and whether a person sits at the other end.
struct ProcessEnvironment {
  /// A variable of the environment, where it is set and not empty.
  func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The variables that say what the terminal can do.
  var terminalVariables: [String: String] {
    var found: [String: String] = [:]
    for name in ["TERM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR"] { found[name] = variable(name) }
    return found
  }

  /// Whether results go to a terminal.
  var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// Whether answers come from a terminal.
  var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }
  /// Whether the screens can open: a terminal at both ends.
  var isTerminal: Bool { isInputTerminal && isOutputTerminal }
}
