internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports
internal import VisitScreens

/// `visitbook family timeline`: everything that happened to a family, latest first.
struct FamilyTimelineCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Show everything that happened to a family, latest first.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    let timeline = FamilyTimeline(file, in: book.caseload, lists: book.lists, shelf: try desk.shelf())
    try desk.show(
      TimelineTable.table(timeline, in: book.caseload) { desk.library.words.said($0) }, as: output.format,
      columns: ["date", "kind", "what", "by"])
  }
}
