public import ArgumentParser
internal import VisitModel
internal import VisitReports

extension CaseloadSort: ExpressibleByArgument {}

/// `visitbook caseload`: every open family, the most pressing first, and why.
struct CaseloadCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "caseload", abstract: "List the open families, the most pressing first, and why.")

  @Option(
    name: .customLong("for"), help: ArgumentHelp("Only those of this volunteer.", valueName: "volunteer"))
  var volunteer: String?
  @Option(help: ArgumentHelp("need, number, name, seen, next, volunteer or stage.", valueName: "order"))
  var sort: CaseloadSort = .need
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only rows that hold this: 'bevan', stage:waiting, seen:>14.", valueName: "filter"))
  var filter: String?
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let visitor = try book.volunteer(named: volunteer)
    let report = CaseloadReport(
      book.caseload, instruments: try desk.shelf(), today: book.today, time: desk.clock.time,
      viewer: book.member)
    let rows = sort.sorted(CaseloadFilter(filter ?? "").rows(report.rows))
      .filter { visitor == nil || $0.volunteer == visitor }
    try desk.show(
      report.table(rows), as: output.format,
      columns: [
        "family", "name", "stage", "volunteerName", "daysSinceSeen", "waitingDays", "next", "coping",
        "reasons",
      ])
  }
}
