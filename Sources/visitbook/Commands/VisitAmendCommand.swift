internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook visit amend`: corrects a visit; what it said before stays to be seen.
struct VisitAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct a visit, with a reason.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The visit, as the list names it; its first letters are enough.")
  var visit: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the visit")
  var fields: VisitFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.visit(typed: visit)
    try book.requireOwn(file)
    guard let said = record.lastSaid else { throw Refusal(.record, .noSuchRecord(visit)) }
    var typed = TypedVisit(said)
    try fields.fill(&typed) { try desk.standardInputText() }
    if let outcome = fields.outcome.flatMap({ VisitOutcomeKind(typed: $0) }), !outcome.isContact {
      // A visit that did not take place has no length; nobody should have to clear it by hand.
      if fields.minutes == nil { typed[.minutes] = "" }
      if fields.start == nil { typed[.start] = "" }
    }
    let facts = try AmendVisit(record: record.id, typed: typed, reason: reason)
      .facts(in: book.caseload, lists: book.lists, today: book.today)
    let worries = book.worries(in: facts, now: desk.now)
    try book.recordLast(facts + worries)
    desk.say(raised: worries)
    guard let (_, amended) = book.caseload.visit(record.id) else { return }
    let fieldNames = amended.history.last?.changes.map(\.field.rawValue) ?? []
    try desk.streams.result(
      line: desk.words(
        "visit.amended",
        book.values(of: amended, file).merging(["fields": fieldNames.joined(separator: ", ")]) { $1 }))
  }
}

/// `visitbook visit retract`: takes a visit back; it stays to be seen and counts no more.
struct VisitRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a visit back, with a reason; it stays to be seen.")

  @Argument(help: "The visit, as the list names it; its first letters are enough.")
  var visit: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let (file, record) = try book.visit(typed: visit)
    try book.requireOwn(file)
    try book.recordLast(RetractVisit(record: record.id, reason: reason).facts(in: book.caseload))
    try desk.streams.result(line: desk.words("visit.retracted", book.values(of: record, file)))
  }
}
