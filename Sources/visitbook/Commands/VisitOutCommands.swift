internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook visit out`: a volunteer sets out.
struct VisitOutCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "out",
    abstract: "Note that a volunteer sets out on a visit, and when they are expected home.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    help: ArgumentHelp(
      "The volunteer; whoever is matched with the family unless given.", valueName: "volunteer"))
  var volunteer: String?
  @Option(help: ArgumentHelp("When they left; now unless given.", valueName: "time"))
  var left: String?
  @Option(help: ArgumentHelp("When they are expected home: 17:30, or how long: 2h30.", valueName: "time"))
  var home: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.unopenedFamily(typed: family)
    try book.requireOwn(file)
    let kept = try book.record(
      SetOut(family: file.id, volunteer: volunteer ?? "", left: left ?? "", expectedHome: home ?? "").facts(
        in: book.caseload, now: desk.now))
    for case .outing(_, .left(let outing)) in kept.map(\.entry.fact) {
      var values = book.values(of: file)
      values["volunteer"] = book.caseload.name(of: outing.volunteer)
      values["time"] = outing.expectedHome.time.description
      try desk.streams.result(line: desk.words("visit.out", values))
    }
  }
}

/// `visitbook visit home`: safely home.
struct VisitHomeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Note that whoever was out at a family is safely home.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("When; now unless given.", valueName: "time"))
  var at: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.unopenedFamily(typed: family)
    try book.requireOwn(file)
    try book.record(ComeHome(family: file.id, at: at ?? "").facts(in: book.caseload, now: desk.now))
    try desk.streams.result(line: desk.words("visit.home", book.values(of: file)))
  }
}

/// `visitbook visit later`: home later than was thought.
struct VisitLaterCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "later",
    abstract: "Note that whoever is out at a family will be home later than was thought.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    help: ArgumentHelp("When they are expected home now: 17:30, or how long from now: 1h.", valueName: "time")
  )
  var home: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.unopenedFamily(typed: family)
    try book.requireOwn(file)
    let kept = try book.record(
      ExpectLater(family: file.id, expectedHome: home, reason: reason).facts(in: book.caseload, now: desk.now)
    )
    for case .outing(_, .amended(_, let outing)) in kept.map(\.entry.fact) {
      var values = book.values(of: file)
      values["volunteer"] = book.caseload.name(of: outing.volunteer)
      values["time"] = outing.expectedHome.time.description
      try desk.streams.result(line: desk.words("visit.out", values))
    }
  }
}

/// `visitbook volunteer board`: who is out on a visit, and who is overdue home.
struct VolunteerBoardCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Show who is out on a visit: overdue first, then out, planned today, home.",
    aliases: ["out"])

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let board = OutBoard(book.caseload, now: desk.now, viewer: book.member)
    try desk.show(
      board.table(book.caseload), as: output.format,
      columns: [
        "state", "volunteerName", "phone", "family", "familyName", "begins", "homeTime", "overdueMinutes",
      ])
  }
}
