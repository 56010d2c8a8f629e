internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook family end`: ends a family's support, with the final scores and what the parent said.
struct FamilyEndCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End a family's support: why, the final scores, and what the parent said.",
    discussion: """
      A family that scored how it copes is asked once more: --scores, or --declined where it did not want to, or \
      --not-asked where nobody could ask. A blank is never nought. What was scored is shown from the start to the end.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("Why support ends, from the list, such as goals_reached.", valueName: "reason"))
  var ending: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("More on why, in words.", valueName: "text"))
  var reason: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The final scores of the needs, in the order of 'instrument show coping': 3,2,-,4.",
      valueName: "answers"))
  var scores: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How near the family is to each goal of its plan, 0 to 10: 4,7.", valueName: "answers"))
  var goalScores: String?
  @Flag(help: "The family declined to score.")
  var declined = false
  @Flag(help: "Nobody could ask the family for scores.")
  var notAsked = false
  @Option(help: ArgumentHelp("Who scored; the main carer unless given.", valueName: "person"))
  var person: String?
  @Option(
    help: ArgumentHelp(
      "What the parent spoke of, from the list: listened_to,less_alone.", valueName: "themes"))
  var themes: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What the parent said.", valueName: "text"))
  var words: String?
  @Flag(help: "The parent agreed that the words may be quoted without a name.")
  var mayQuote = false
  @Option(help: ArgumentHelp("How to show the scores: text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    let said = [declined, notAsked, scores != nil || goalScores != nil].count { $0 }
    if said > 1 {
      throw ValidationError("Give the final scores, or --declined, or --not-asked: one of the three.")
    }
  }

  private var typed: TypedEnding {
    let final: FinalScores? = declined ? .declined : notAsked ? .notAsked : nil
    return TypedEnding([
      .date: date ?? "", .ending: ending ?? "", .reason: reason ?? "",
      .finalScores: final?.rawValue ?? "", .answers: scores ?? "", .goalAnswers: goalScores ?? "",
      .person: person ?? "", .themes: themes ?? "", .familyWords: words ?? "",
      .mayQuote: mayQuote ? "yes" : "",
    ])
  }

  func work(at desk: FrontDesk) throws {
    let scales = try desk.scales()
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("moveFamily")
    let file = try book.family(typed: family)
    try book.recordLast(
      EndSupport(family: file.id, typed: typed, scales: scales)
        .facts(in: book.caseload, lists: book.lists, as: book.member.role, today: book.today))
    guard let ended = book.caseload.families[file.id], let episode = ended.episode else { return }
    if format == .text {
      var values = book.values(of: ended)
      values["why"] = episode.state.why(book.lists) ?? ""
      try desk.streams.result(line: desk.words("family.ended", values))
    }
    try desk.show(
      ScoresTable(ended, in: episode.number, by: scales, lists: book.lists).table, as: format,
      columns: ScoresTable.shown)
  }
}

/// `visitbook family scores`: how a family scored its needs and goals, from the start until now.
struct FamilyScoresCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "scores",
    abstract: "Show how a family scored its needs and goals: start, review, ending, and the change.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("The episode, by its number; the latest unless given.", valueName: "number"))
  var episode: Int?
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    let wanted = episode.map { EpisodeNumber($0) } ?? file.episode?.number
    guard let wanted, file.episodes.contains(where: { $0.number == wanted }) else {
      throw Refusal(.family, .noOpenEpisode)
    }
    try desk.show(
      ScoresTable(file, in: wanted, by: try desk.scales(), lists: book.lists).table, as: output.format,
      columns: ScoresTable.shown)
  }
}
