/// What the program says to whoever called it when it ends (sysexits, as `visitbook --help` documents them).
enum ExitStatus: Int32 {
  case done = 0
  /// The command line could not be read.
  case usage = 64
  /// What was entered is wrong; nothing of it was recorded.
  case badData = 65
  /// There is no such file, family, record or member.
  case noInput = 66
  /// A journal or a file could not be made.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// Somebody else is writing in the journal.
  case inUse = 75
  /// The passphrase is wrong, or the role may not do this.
  case notAllowed = 77
  /// The program or its settings do not fit this journal.
  case configuration = 78
}

/// Why a command did not do what it was asked to, in words for a person, and what the program answers.
struct Failure: Error {
  let status: ExitStatus
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
