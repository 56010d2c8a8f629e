internal import ArgumentParser
internal import VisitModel

/// `visitbook family event`: records something that happened in a family's life.
struct FamilyEventCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Record something that happened in a family's life.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("What it was, from the scheme's list.", valueName: "event"))
  var kind: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("More about it.", valueName: "text"))
  var what: String?
  @Option(help: ArgumentHelp("Whom it happened to: P1 or a first name.", valueName: "person"))
  var person: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    let texts: [Field: String?] = [.event: kind, .date: date, .what: what, .person: person]
    try book.record(
      RecordLifeEvent(family: file.id, texts: texts.compactMapValues(\.self))
        .facts(in: book.caseload, lists: book.lists, today: book.today))
    try desk.streams.result(line: desk.say("family.event", of: file.id, in: book))
  }
}

/// `visitbook family healthreview`: notes that one of the health visitor's reviews took place.
struct FamilyHealthReviewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "healthreview", abstract: "Note that one of the health visitor's reviews took place.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("The child: P3 or a first name.", valueName: "person"))
  var child: String
  @Option(
    help: ArgumentHelp(
      "Which: antenatal, new birth, six weeks, one year, two years.", valueName: "review"))
  var review: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What the family said of it.", valueName: "text"))
  var note: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    let texts: [Field: String?] = [.person: child, .healthReview: review, .date: date, .note: note]
    try book.record(
      RecordHealthReview(family: file.id, texts: texts.compactMapValues(\.self))
        .facts(in: book.caseload, today: book.today))
    try desk.streams.result(line: desk.say("family.healthreview", of: file.id, in: book))
  }
}
