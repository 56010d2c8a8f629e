public import ArgumentParser
internal import VisitModel
internal import VisitReports

extension SummaryGrouping: ExpressibleByArgument {}

/// `visitbook summary`: visits, hours and families of a period.
struct SummaryCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary", abstract: "Add up the visits of a period.")

  @Option(
    help: ArgumentHelp(
      "2026, 2026-Q3, 2026-11, 2026-04-01..2027-03-31, last-quarter.", valueName: "period"))
  var period: String
  @Option(help: ArgumentHelp("month, volunteer, outcome or family.", valueName: "grouping"))
  var by: SummaryGrouping = .month
  @Option(
    name: .customLong("for"), help: ArgumentHelp("Only the visits of this volunteer.", valueName: "volunteer")
  )
  var volunteer: String?
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    guard let period = try desk.period(typed: period) else { return }
    let book = try Book.open(at: desk)
    let scope = try scope(in: book)
    let summary = VisitSummary(book.caseload, period: period, by: by, scope: scope, today: book.today)
    if format == .json {
      try desk.streams.result(JSONWriter.bytes(summary.json(suppressing: false)))
      return
    }
    if format == .text {
      try desk.streams.result(
        line: desk.words(
          "summary.heading",
          [
            "period": period.label, "from": period.first.description, "to": period.last.description,
            "scheme": book.caseload.scheme.name,
          ]))
    }
    let table = summary.table(suppressing: false)
    try desk.show(
      table, as: format,
      columns: [
        by.rawValue, "visitsPlanned", "visitsMade", "visitsCancelledByFamily", "visitsNoAnswer",
        "contactMinutes", "travelMinutes", "miles", "familiesVisited",
      ])
    if format == .text {
      for figure in SummaryFigure.ofPeople where figure != .familiesVisited {
        try desk.streams.result(
          line: "\(desk.title(of: figure.rawValue)): \(summary.totals[figure])")
      }
    }
    if summary.erasedVisits > 0 {
      desk.streams.message(desk.words.count("summary.erased", summary.erasedVisits))
    }
    if summary.sealedVisits > 0 {
      desk.streams.message(desk.words.count("summary.sealed", summary.sealedVisits))
    }
  }

  /// What the member may add up: the scheme for the office, their own visits for a volunteer.
  private func scope(in book: Book) throws -> SummaryScope {
    let named = try book.volunteer(named: volunteer)
    guard !book.member.role.isOffice else { return named.map(SummaryScope.volunteer) ?? .scheme }
    guard let own = book.member.volunteer, named == nil || named == own else {
      throw Failure(.notAllowed, book.words("role.ownHoursOnly"))
    }
    return .volunteer(own)
  }
}
