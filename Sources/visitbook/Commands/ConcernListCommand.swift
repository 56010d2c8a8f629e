internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook concern list`: the concerns, the longest open first; of a volunteer those they raised.
struct ConcernListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List concerns, the longest open first.")

  @Option(help: ArgumentHelp("Only those about this family.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Only raised, acknowledged, acting or closed ones.", valueName: "state"))
  var state: String?
  @Flag(help: "Only those past a clock.")
  var late = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func validate() throws {
    if let state, ConcernStage(typed: state) == nil {
      throw ValidationError("--state is one of \(ConcernStage.words.joined(separator: ", ")).")
    }
  }

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let report = ConcernReport(
      book.caseload, now: desk.now, family: try book.family(named: family),
      stage: state.flatMap { ConcernStage(typed: $0) }, onlyLate: late)
    let columns = ["concernId", "raised", "family", "familyName", "about", "danger", "gist"]
    try desk.show(
      report.table, as: output.format,
      columns: book.caseload.isOffice(book.member)
        ? ["concernId", "raised", "state", "overdue", "family", "familyName", "about", "danger", "gist"]
        : columns)
  }
}

/// `visitbook concern show`: one concern in full.
struct ConcernShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a concern: what it says, what was done, who signed it off.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    try desk.show(book.document(of: try book.concern(typed: concern), now: desk.now), as: output.format)
  }
}
