internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// What can be said of a move along the pathway on the command line.
struct MoveFields: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The day of the move; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("The volunteer, where the stage names one.", valueName: "volunteer"))
  var volunteer: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day the ending is planned for.", valueName: "day"))
  var endingOn: String?
  @Option(help: ArgumentHelp("Why support ends, from the list, such as goals_reached.", valueName: "reason"))
  var ending: String?

  func fill(_ typed: inout TypedMove) {
    if let date { typed.day = date }
    if let volunteer { typed.volunteer = volunteer }
    if let endingOn { typed.endingOn = endingOn }
    if let ending { typed.ending = ending }
  }
}

/// `visitbook family move`: moves a family along the pathway.
struct FamilyMoveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Move a family to another stage of the pathway.",
    discussion: """
      'pathway' shows which stage may follow which. 'family end' ends support with the final scores and the feedback.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    name: .customLong("to"), help: ArgumentHelp("The stage to move to, such as matched.", valueName: "stage"))
  var stage: String
  @OptionGroup(title: "About the move")
  var fields: MoveFields
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why, where a family is refused or its support ends.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("moveFamily")
    let file = try book.family(typed: family)
    var move = TypedMove(stage: stage, reason: reason ?? "")
    fields.fill(&move)
    try book.recordLast(facts(of: move, file, in: book, at: desk))
    guard let moved = book.caseload.families[file.id] else { return }
    try desk.streams.result(line: desk.words("family.moved", book.values(of: moved)))
  }
}

extension FamilyMoveCommand {
  /// The facts of the move; one that ends support goes by the rule for endings.
  private func facts(
    of move: TypedMove, _ file: FamilyFile, in book: Book, at desk: FrontDesk
  ) throws -> [Fact] {
    guard EpisodeStage(typed: stage) == .ended else {
      return try MoveEpisode(id: file.id, typed: move)
        .facts(in: book.caseload, lists: book.lists, today: book.today)
    }
    return try EndSupport(
      family: file.id, typed: TypedEnding([.date: move.day, .ending: move.ending, .reason: move.reason]),
      scales: try desk.scales()
    ).facts(in: book.caseload, lists: book.lists, as: book.member.role, today: book.today)
  }
}

/// `visitbook family moves`: how a family came to where it is.
struct FamilyMovesCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "moves", abstract: "List a family's moves along the pathway, with who made them.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Flag(help: "Also those that were taken back or set aside.")
  var all = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try desk.show(
      MoveTable(file, in: book.caseload, lists: book.lists, includingRetracted: all).table, as: output.format,
      columns: ["moveId", "episode", "date", "stage", "volunteerName", "endingOn", "reason", "by"])
  }
}

/// `visitbook family amend-move`: puts a move right; what it said before stays to be seen.
struct FamilyAmendMoveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend-move", abstract: "Correct a move along the pathway, with a reason.",
    discussion: "Only what is named is changed. 'family moves' names the moves.")

  @Argument(help: "The move; its first letters are enough.")
  var move: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String
  @Option(
    name: .customLong("to"), help: ArgumentHelp("The stage it should have been.", valueName: "stage"))
  var stage: String?
  @OptionGroup(title: "About the move")
  var fields: MoveFields
  @Option(
    name: .customLong("why"), parsing: .unconditional,
    help: ArgumentHelp("Why the family was refused or its support ended, in words.", valueName: "text"))
  var why: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("moveFamily")
    let (file, record) = try book.move(typed: move)
    guard let said = record.lastSaid else { return }
    var typed = TypedMove(said)
    if let stage { typed.stage = stage }
    if let why { typed.reason = why }
    fields.fill(&typed)
    try book.recordLast(
      AmendMove(record: record.id, typed: typed, reason: reason)
        .facts(in: book.caseload, lists: book.lists, today: book.today))
    guard let amended = book.caseload.families[file.id] else { return }
    try desk.streams.result(line: desk.words("family.moveAmended", book.values(of: amended)))
  }
}

/// `visitbook family retract-move`: takes a move back; it stays to be seen.
struct FamilyRetractMoveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract-move", abstract: "Take a move along the pathway back, with a reason.")

  @Argument(help: "The move; its first letters are enough.")
  var move: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("moveFamily")
    let (file, record) = try book.move(typed: move)
    try book.recordLast(
      RetractMove(record: record.id, reason: reason).facts(in: book.caseload, lists: book.lists))
    guard let now = book.caseload.families[file.id] else { return }
    try desk.streams.result(line: desk.words("family.moveRetracted", book.values(of: now)))
  }
}

extension Book {
  /// The move whose identity is, or begins with, what was typed.
  func move(typed text: String) throws -> (family: FamilyFile, move: Record<EpisodeMove>) {
    try record(text, of: { $0.family }, caseload.move)
  }
}
