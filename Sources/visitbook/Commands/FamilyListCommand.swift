internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook family list`: every family, or those at a stage.
struct FamilyListCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List families, by number.")

  @Option(help: ArgumentHelp("Only those at this stage.", valueName: "stage"))
  var stage: String?
  @Option(help: ArgumentHelp("Only those of this volunteer.", valueName: "volunteer"))
  var volunteer: String?
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let wanted = try stage.map { text throws -> EpisodeStage in
      guard let stage = EpisodeStage(typed: text) else {
        throw Refusal(.stage, .notOneOf(text, allowed: EpisodeStage.words))
      }
      return stage
    }
    let visitor = try book.volunteer(named: volunteer)
    let families = book.caseload.families
    let found = families.standings.filter { family in
      (wanted == nil || family.episode?.state.stage == wanted)
        && (visitor == nil || family.volunteer == visitor)
    }
    let files = families.files(of: found.map(\.id))
    try desk.show(
      FamilyTable(identifiable: true).table(files, in: book.caseload, on: book.today), as: output.format,
      columns: ["family", "name", "stage", "stageSince", "volunteerName", "children", "visits", "lastSeen"])
  }
}

/// `visitbook family show`: one family in full.
struct FamilyShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a family: its people, pathway, plans and history.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try desk.show(FamilyDocument.json(file, in: book.caseload, on: book.today), as: output.format)
  }
}
