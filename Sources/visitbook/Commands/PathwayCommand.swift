internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook pathway`: the table of the pathway, as the rules use it.
struct PathwayCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathway",
    abstract: "Show which stage of the pathway may follow which, and what a move needs.")

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    try desk.show(
      PathwayTable(desk.lists.pathway).table, as: output.format,
      columns: ["stage", "followedBy", "moveNeeds"])
  }
}
