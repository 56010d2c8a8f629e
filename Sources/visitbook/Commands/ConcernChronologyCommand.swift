internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook concern chronology`: what gave cause for worry about a family, in the order it happened.
struct ConcernChronologyCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "chronology",
    abstract: "Concerns, worries on visits, check-ins and moves of a family, in the order they happened.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    try book.requireOffice("readChronology")
    let file = try book.family(typed: family)
    let chronology = Chronology(of: file, in: book.caseload, lists: book.lists, instruments: try desk.shelf())
    try desk.show(chronology.table, as: output.format, columns: ["date", "time", "kind", "by", "gist"])
  }
}
