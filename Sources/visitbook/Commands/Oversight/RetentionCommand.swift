internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook retention`: how long families' records are kept, what is due, and holds.
struct RetentionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "List families whose records are due to be erased; set and lift holds.",
    subcommands: [RetentionListCommand.self, RetentionHoldCommand.self, RetentionLiftCommand.self],
    defaultSubcommand: RetentionListCommand.self)
}

/// `visitbook retention list`: what is due, what is held, and with `--all` what comes later.
struct RetentionListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is due to be erased, and what a hold keeps.",
    discussion: "Nothing is erased by itself: visitbook erase FAMILY does it, one by one.")

  @Flag(help: "Also those that are due later.")
  var all = false
  @Option(help: ArgumentHelp("A file of rules in place of the program's own.", valueName: "file"))
  var rules: String?
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let rules = try self.rules.map { file throws -> RetentionRules in
      try Library.retention(reading: desk.files.read(file), file: file)
    }
    let book = try Book.open(at: desk)
    try book.requireOffice("retention")
    // Retention is a supervisor's, as the settings are; where there is none the office does it.
    guard book.caseload.maySet(book.member) else {
      throw Failure(.notAllowed, desk.words("retention.supervisorOnly"))
    }
    let dues = book.caseload.retention(by: try rules ?? Library.retention())
      .filter { all || $0.hold != nil || $0.due <= book.today }
    try desk.show(
      RetentionTable.table(dues, on: book.today), as: output.format,
      columns: ["family", "name", "status", "due", "from", "rule", "heldSince", "holdReason"])
  }
}

/// `visitbook retention hold`: keeps a family from being erased.
struct RetentionHoldCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Keep a family from being erased, for a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it has to be kept.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family, because: reason)
    try book.record(
      SetHold(family: file.id, reason: reason).facts(in: book.caseload, by: book.member, today: book.today))
    try desk.streams.result(line: desk.words("retention.held", book.values(of: file)))
  }
}

/// `visitbook retention lift`: lifts the hold on a family.
struct RetentionLiftCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "lift", abstract: "Lift the hold on a family, for a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it need not be kept any more.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family, because: reason)
    try book.record(
      LiftHold(family: file.id, reason: reason).facts(in: book.caseload, by: book.member, today: book.today))
    try desk.streams.result(line: desk.words("retention.lifted", book.values(of: file)))
  }
}
