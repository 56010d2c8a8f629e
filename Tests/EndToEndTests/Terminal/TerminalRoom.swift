import Testing

/// Everything that is tried on the real program in a real terminal, one after the other.
@Suite("In a real terminal", .serialized, .enabled(if: Tmux.isExpected, Tmux.missing))
struct TerminalRoom {
  /// The day the program takes for today.
  static let today = "2026-11-22"
}

extension BuiltProgram {
  /// Opens the screens on the journal, as a person does who gives the passphrase in a file.
  func screens(
    columns: Int = 80, rows: Int = 24, environment: [String] = [], today: String = TerminalRoom.today
  ) throws -> TerminalSession {
    try lockedScreens(
      ["--passphrase-file", folder.path("passphrase")], columns: columns, rows: rows,
      environment: environment, today: today)
  }

  /// Opens the screens on the journal, which ask for the passphrase or for everything.
  func lockedScreens(
    _ more: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String] = [],
    today: String = TerminalRoom.today
  ) throws -> TerminalSession {
    try TerminalSession(
      [BuiltProgram.path, "--journal", folder.path(journal), "--today", today] + more,
      in: folder, columns: columns, rows: rows, environment: environment)
  }
}
