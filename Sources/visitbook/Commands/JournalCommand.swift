internal import ArgumentParser
internal import Glibc

/// `visitbook journal`: the journal itself.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check the journal, look at its entries, and keep copies of it.",
    subcommands: [
      JournalVerifyCommand.self, JournalLogCommand.self, JournalStatsCommand.self,
      JournalCheckDiskCommand.self, JournalBackupCommand.self, JournalRestoreCommand.self,
      JournalRedactCommand.self,
      JournalSalvageCommand.self,
    ])
}

/// How far a long command is, on one line that is written over; only where a person looks on.
struct ProgressLine {
  private let isSeen = isatty(STDERR_FILENO) == 1

  /// Says how much of the whole is done.
  func show(_ done: Int, of total: Int) {
    guard isSeen, total > 0 else { return }
    write("\r\(done * 100 / total) % ")
  }

  /// Takes the line away.
  func clear() {
    if isSeen { write("\r       \r") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
  }
}
