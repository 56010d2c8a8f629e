internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook family events`: the life events and health reviews of a family.
struct FamilyEventsCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "List a family's life events and health reviews.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    try desk.show(
      LifeEventTable.table(file), as: output.format,
      columns: ["eventId", "date", "kind", "what", "personName", "corrected"])
  }
}

/// `visitbook family amend-event`: puts a life event or a health review right.
struct FamilyAmendEventCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend-event",
    abstract:
      "Put a life event or a health review right, with a reason; what it said before stays to be seen.",
    discussion: "Only what is named changes; an empty text takes away what stood there.")

  @Argument(help: "The event or review, as 'family events' names it; its first letters are enough.")
  var event: String
  @Option(help: ArgumentHelp("What it was, from the scheme's list.", valueName: "event"))
  var kind: String?
  @Option(help: ArgumentHelp("Which review it was.", valueName: "review"))
  var review: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day.", valueName: "day"))
  var date: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("More about an event.", valueName: "text"))
  var what: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What the family said of a review.", valueName: "text"))
  var note: String?
  @Option(help: ArgumentHelp("Whom it happened to, or the child: P1 or a first name.", valueName: "person"))
  var person: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is put right.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.event(typed: event)
    try book.requireOwn(file)
    let texts: [Field: String?] = [
      .event: kind, .healthReview: review, .date: date, .what: what, .note: note, .person: person,
    ]
    try book.record(
      AmendBackground(record: record, texts: texts.compactMapValues(\.self), reason: reason)
        .facts(in: book.caseload, lists: book.lists, today: book.today))
    try desk.streams.result(
      line: desk.say("family.event.amended", of: file.id, in: book, ["id": record.description]))
  }
}

/// `visitbook family retract-event`: takes a life event or a health review back.
struct FamilyRetractEventCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract-event", abstract: "Take back a life event or a health review entered in error.")

  @Argument(help: "The event or review, as 'family events' names it; its first letters are enough.")
  var event: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.event(typed: event)
    try book.requireOwn(file)
    try book.record(RetractBackground(record: record, reason: reason).facts(in: book.caseload))
    try desk.streams.result(
      line: desk.say("family.event.retracted", of: file.id, in: book, ["id": record.description]))
  }
}

/// `visitbook family history`: everything that was recorded of a family, entry by entry.
struct FamilyHistoryCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show every entry about a family, latest first: who, when, why, and what it said before.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    try desk.show(
      FamilyHistoryTable.table(
        FamilyHistoryReport(file, in: book.caseload), in: book.caseload,
        reader: FactFields(book.caseload, lists: book.lists, family: file.family)
      ) { key in desk.words.text(key) ?? desk.library.words.text(key) },
      as: output.format, columns: ["entry", "enteredAt", "by", "kind", "says", "changes", "reason"])
  }
}

extension Book {
  /// The life event or health review whose identity is, or begins with, what was typed, and its family, opened.
  fileprivate func event(typed text: String) throws -> (family: FamilyFile, event: RecordID) {
    try record(text, of: { $0.family }) { id in
      guard let file = caseload.family(holding: id),
        file.background.lifeEvent(id) != nil || file.background.healthReview(id) != nil
      else { return nil }
      return (file, id)
    }
  }
}
