internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook feedback`: what parents say of the support.
struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Put down what parents say of the support, and look it up by theme.",
    subcommands: [FeedbackRecordCommand.self, FeedbackListCommand.self, FeedbackRetractCommand.self])
}

/// `visitbook feedback record`.
struct FeedbackRecordCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Put down what a parent said of the support.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(help: ArgumentHelp("What it is about, from the list: listened_to,less_alone.", valueName: "themes"))
  var themes: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The words.", valueName: "text"))
  var words: String?
  @Option(help: ArgumentHelp("Who said it: P1 or a first name.", valueName: "person"))
  var person: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Flag(help: "The parent agreed that the words may be quoted without a name.")
  var mayQuote = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("review") { book in
      let file = try book.family(typed: family)
      let typed = TypedFeedback([
        .themes: themes ?? "", .familyWords: words ?? "", .person: person ?? "", .date: date ?? "",
        .mayQuote: mayQuote ? "yes" : "",
      ])
      try book.record(
        RecordFeedback(family: file.id, typed: typed)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("feedback.recorded", of: file.id, in: book)
    }
  }
}

/// `visitbook feedback list`.
struct FeedbackListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what parents said, latest first.")

  @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Only of this period.", valueName: "period"))
  var period: String?
  @Flag(help: "Only what may be quoted, without names.")
  var quotable = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let files = try family.map { [try book.family(typed: $0)] } ?? book.caseload.families.values
    try desk.show(
      VoiceTable(
        files.filter { book.mayWrite(about: $0) }, period: try desk.period(typed: period), lists: book.lists,
        quotableOnly: quotable
      ).table, as: output.format, columns: ["feedbackId", "date", "family", "themes", "words", "mayQuote"])
  }
}

/// `visitbook feedback retract`.
struct FeedbackRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take feedback back, with a reason; it stays to be seen.")

  @Argument(help: "The feedback, as the list names it; its first letters are enough.")
  var feedback: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("review") { book in
      let (file, id) = try book.record(feedback, of: { (found: (FamilyFile, RecordID)) in found.0 }) { id in
        book.caseload.family(holding: id).flatMap { $0.evaluation.feedback(id) == nil ? nil : ($0, id) }
      }
      try book.record(
        CorrectFeedback(record: id, typed: nil, reason: reason)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("feedback.retracted", of: file.id, in: book)
    }
  }
}
