internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The journal's folder.",
      discussion: "Else $VISITBOOK_JOURNAL, $XDG_DATA_HOME/visitbook or ~/.local/share/visitbook.",
      valueName: "dir"))
  var journal: String?

  @Option(
    help: ArgumentHelp(
      "A file whose first line is the passphrase.", discussion: "Else $VISITBOOK_PASSPHRASE_FILE.",
      valueName: "file"))
  var passphraseFile: String?

  @Option(name: .customLong("as"), help: ArgumentHelp("Who you are: a name or M1.", valueName: "member"))
  var member: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Why you open a family outside your own caseload; it is recorded.", valueName: "text"))
  var opening: String?

  @Option(help: ArgumentHelp("A fixed day to be today, for rehearsal and tests.", valueName: "date"))
  var today: String?

  @Flag(help: "Show no colours. So does $NO_COLOR.")
  var noColor = false

  func validate() throws {
    if let today, Day(iso: today) == nil {
      throw ValidationError("--today wants a day such as 2026-11-23.")
    }
  }

  /// The clock, with the fixed day where one was given.
  var clock: Clock { Clock(fixedToday: today.flatMap { Day(iso: $0) }) }

  /// Where the journal lies.
  func journalFolder(_ around: ProcessEnvironment) throws(Failure) -> JournalPath {
    if let named = journal ?? around.variable("VISITBOOK_JOURNAL") { return JournalPath(named) }
    if let data = around.variable("XDG_DATA_HOME") { return JournalPath(data).appending("visitbook") }
    guard let home = around.variable("HOME") else {
      throw Failure(.configuration, "Say where the journal is: --journal DIR.")
    }
    return JournalPath(home).appending(".local/share/visitbook")
  }

  /// The file that holds the passphrase, where one was named.
  func passphraseFile(_ around: ProcessEnvironment) -> String? {
    passphraseFile ?? around.variable("VISITBOOK_PASSPHRASE_FILE")
  }
}
