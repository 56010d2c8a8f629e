internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook match`: families and volunteers brought together.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Match families with volunteers who are ready.",
    subcommands: [
      MatchListCommand.self, MatchMakeCommand.self, MatchIntroduceCommand.self, MatchEndCommand.self,
    ])
}

/// `visitbook match list`: who might visit a family, with the reasons for and against.
struct MatchListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the volunteers who might visit a family, the most fitting first.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Flag(help: "Only those who are ready to be matched.")
  var ready = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    try book.requireOffice("match")
    let file = try book.family(typed: family)
    let found = MatchCandidates(for: file, in: book.caseload, lists: book.lists, on: book.today).candidates
    var table = Table(
      name: "candidates",
      columns: [
        Column("volunteer", .text, isKey: true), Column("name", .text, required: true),
        Column("ready", .boolean, required: true), Column("families", .integer, required: true),
        Column("capacity", .integer, required: true), Column("for", .list), Column("against", .list),
        Column("gaps", .list),
      ])
    func said(_ reasons: [MatchReason]) -> Cell {
      Cell(
        listing: reasons.map { desk.words("match.\($0.key)", ["what": $0.value(book.lists)]) })
    }
    for candidate in found where !ready || candidate.readiness.isReady {
      table.append([
        .text(candidate.volunteer.number.description), .text(candidate.volunteer.name),
        .boolean(candidate.readiness.isReady), .integer(candidate.readiness.families),
        .integer(candidate.readiness.capacity), said(candidate.reasons.filter(\.isFor)),
        said(candidate.reasons.filter { !$0.isFor }),
        Cell(listing: candidate.readiness.gaps.map(desk.gap)),
      ])
    }
    try desk.show(
      table, as: output.format, columns: ["volunteer", "name", "ready", "for", "against", "gaps"])
  }
}

/// `visitbook match make`: matches a family with a volunteer.
struct MatchMakeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Match a family with a volunteer who is ready.",
    discussion: "A volunteer who is a member may open the family's records from then on.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The volunteer: V-07, or a name.")
  var volunteer: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why this volunteer.", valueName: "text"))
  var why: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.move(family, doing: "match") { book, file throws(Refusal) in
      try MakeMatch(family: file.id, volunteer: volunteer, day: date ?? "", why: why ?? "").facts(
        in: book.caseload, lists: book.lists, today: book.today)
    }
  }
}

/// `visitbook match introduce`: the volunteer was introduced to the family.
struct MatchIntroduceCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "introduce",
    abstract: "Note that the volunteer was introduced, and who of the office went along.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(name: .customLong("with"), help: ArgumentHelp("Who of the office went along.", valueName: "name"))
  var accompaniedBy: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.move(family, doing: "match") { book, file throws(Refusal) in
      try IntroduceMatch(family: file.id, accompaniedBy: accompaniedBy, day: date ?? "").facts(
        in: book.caseload, lists: book.lists, today: book.today)
    }
  }
}

/// `visitbook match end`: ends a match; the family waits for another volunteer.
struct MatchEndCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End a match; the family waits for another volunteer.",
    discussion: """
      A volunteer who is a member cannot open what is written from then on. Where support is over, use family move.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it ends.", valueName: "text"))
  var reason: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.move(family, doing: "match") { book, file throws(Refusal) in
      try EndMatch(family: file.id, reason: reason, day: date ?? "").facts(
        in: book.caseload, lists: book.lists, today: book.today)
    }
  }
}

extension FrontDesk {
  /// Moves a family along the pathway and says where it stands now.
  fileprivate func move(
    _ family: String, doing: String, facts: (Book, FamilyFile) throws(Refusal) -> [Fact]
  ) throws {
    let book = try Book.open(at: self, writing: true)
    defer { book.close(at: self) }
    try book.requireCoordinator(doing)
    let file = try book.family(typed: family)
    try book.record(try facts(book, file))
    guard let moved = book.caseload.families[file.id] else { return }
    var values = book.values(of: moved)
    values["volunteer"] = moved.volunteer.map { "\($0) \(book.caseload.name(of: $0))" } ?? ""
    try streams.result(line: words(moved.volunteer == nil ? "family.moved" : "family.movedWith", values))
  }

  /// What is missing before a match, in words.
  func gap(_ gap: ReadinessGap) -> String { library.words.sentence(for: gap) }
}
