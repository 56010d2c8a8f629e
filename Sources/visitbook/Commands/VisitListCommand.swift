internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook visit list`: visits, newest first.
struct VisitListCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List visits, newest first.")

  @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Only those of this volunteer.", valueName: "volunteer"))
  var volunteer: String?
  @Option(help: ArgumentHelp("Only of this period: 2026-11, 2026-Q3, last-quarter.", valueName: "period"))
  var period: String?
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Only rows that hold this: 'library', outcome:cancelled, minutes:>60.", valueName: "filter"))
  var filter: String?
  @Flag(help: "Also those that were taken back.")
  var all = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let report = VisitReport(
      book.caseload, period: try desk.period(typed: period), family: try book.family(named: family),
      volunteer: try book.volunteer(named: volunteer), filter: VisitFilter(filter ?? ""),
      includingRetracted: all, viewer: book.member)
    try desk.show(
      VisitTable(identifiable: true).table(report.rows), as: output.format,
      columns: ["visitId", "date", "start", "family", "familyName", "volunteerNames", "outcome", "minutes"]
        + (all ? ["retracted"] : []))
  }
}

/// `visitbook visit show`: one visit with its history.
struct VisitShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a visit, and what it said before each correction.")

  @Argument(help: "The visit, as the list names it; its first letters are enough.")
  var visit: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.visit(typed: visit)
    try desk.show(VisitDocument.json(record, of: file, in: book.caseload), as: output.format)
  }
}

extension FrontDesk {
  /// The period as typed, or none where none was.
  func period(typed text: String?) throws(Failure) -> Period? {
    guard let text else { return nil }
    guard let period = Period(typed: text, today: today) else {
      throw Failure(
        .usage, words("period.unknown", ["text": text, "names": Period.names.joined(separator: ", ")]))
    }
    return period
  }
}
