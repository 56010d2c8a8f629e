internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook review`: whether support has worked, and what is tried next where it has not.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Record reviews of support, look them up, see which are due.",
    subcommands: [
      ReviewRecordCommand.self, ReviewListCommand.self, ReviewDueCommand.self, ReviewShowCommand.self,
      ReviewAmendCommand.self, ReviewRetractCommand.self,
    ])
}

/// What can be said of a review on the command line.
struct ReviewFields: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("Who of the family was there: P1,P2.", valueName: "people"))
  var present: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Who else was there.", valueName: "text"))
  var others: String?
  @Option(
    help: ArgumentHelp(
      "Whether what the last review decided has worked: yes, partly, no, not tried.", valueName: "answer"))
  var worked: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How it worked.", valueName: "text"))
  var workedWords: String?
  @Option(
    name: .customLong("needs"),
    help: ArgumentHelp("Each need: isolation:better,money:worse.", valueName: "outcomes"))
  var needOutcomes: String?
  @Option(help: ArgumentHelp("All in all: better, mixed, no change or worse.", valueName: "outcome"))
  var overall: String?
  @Option(
    help: ArgumentHelp("What is tried next, from the list, such as other_volunteer.", valueName: "strategy"))
  var strategy: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why that is tried.", valueName: "text"))
  var strategyReason: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The family's own words.", valueName: "text"))
  var familyWords: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Anything else.", valueName: "text"))
  var note: String?

  var given: [(Field, String?)] {
    [
      (.date, date), (.present, present), (.others, others), (.worked, worked), (.workedWords, workedWords),
      (.needOutcomes, needOutcomes), (.overall, overall), (.strategy, strategy),
      (.strategyReason, strategyReason), (.familyWords, familyWords), (.note, note),
    ]
  }

  func fill(_ typed: inout TypedReview) {
    for (field, text) in given { if let text { typed[field] = text } }
  }
}

/// `visitbook review record`: records one review from the command line, or all of a file or none of it.
struct ReviewRecordCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a review, with the scores that were given.",
    discussion: """
      Where nothing has changed, or things are worse, the next strategy and its reason are asked for. A file holds one \
      review or a list of reviews as JSON, with the names that 'review show --format json' uses.
      """)

  @Option(help: ArgumentHelp("The family: F-0042, or its name.", valueName: "family"))
  var family: String?
  @OptionGroup(title: "About the review")
  var fields: ReviewFields
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scores of the needs now, in the order of 'instrument show coping': 3,2,-,4.",
      valueName: "answers"))
  var scores: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How near the family is to each goal of its plan, 0 to 10: 4,7.", valueName: "answers"))
  var goalScores: String?
  @Option(help: ArgumentHelp("What of the plan is done now, by number: 1,3.", valueName: "actions"))
  var actionsDone: String?
  @Option(help: ArgumentHelp("Who gave the scores; the main carer unless given.", valueName: "person"))
  var person: String?
  @Option(help: ArgumentHelp("Read reviews from a JSON file; - is standard input.", valueName: "file"))
  var from: String?
  @Option(help: ArgumentHelp("How to answer: text or json.", valueName: "format"))
  var format: RecordFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if from != nil,
      family != nil || fields.given.contains(where: { $0.1 != nil }) || scores ?? goalScores != nil
    {
      throw ValidationError("--from brings everything along; leave the other options of the review out.")
    }
    if from == nil, family == nil {
      throw ValidationError("Name the family: --family F-0042, or give --from.")
    }
  }

  func work(at desk: FrontDesk) throws {
    let scales = try desk.scales()
    let file = try from.map { try desk.records(from: $0) }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("review")
    let facts: [Fact]
    if let file {
      facts = try file.reviews(in: book, scales: scales, explain: desk.explain)
    } else {
      var typed = TypedReview()
      fields.fill(&typed)
      typed[.answers] = scores ?? ""
      typed[.goalAnswers] = goalScores ?? ""
      typed[.actionsDone] = actionsDone ?? ""
      typed[.person] = person ?? ""
      facts = try RecordReview(family: try book.family(typed: family ?? "").id, typed: typed, scales: scales)
        .facts(in: book.caseload, lists: book.lists, as: book.member.role, today: book.today)
    }
    let records = try book.record(facts).compactMap { book.caseload.review($0.entry.id) }
    let documents = records.map {
      ReviewDocument.json(
        $0.review, of: $0.family, in: book.caseload, lists: book.lists, scales: scales)
    }
    switch format {
    case .json:
      try desk.streams.result(
        JSONWriter.bytes(from == nil && documents.count == 1 ? documents[0] : .array(documents)))
    case .text:
      for (file, review) in records {
        try desk.streams.result(line: desk.words("review.recorded", book.values(of: review, file)))
      }
    }
  }
}

/// `visitbook review list`: reviews, latest first.
struct ReviewListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List reviews, latest first.")

  @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Only of this period.", valueName: "period"))
  var period: String?
  @Flag(help: "Also those that were taken back.")
  var all = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let files = try family.map { [try book.family(typed: $0)] } ?? book.caseload.families.values
    let own = files.filter { book.mayWrite(about: $0) }
    try desk.show(
      ReviewTable(own, in: book.caseload, period: try desk.period(typed: period), includingRetracted: all)
        .table,
      as: output.format, columns: ReviewTable.shown)
  }
}

/// `visitbook review due`: which reviews are due or overdue.
struct ReviewDueCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "due", abstract: "List families whose review is due, the longest overdue first.")

  @Option(help: ArgumentHelp("Also those due within so many days.", valueName: "days"))
  var within = 14
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    try desk.show(
      ReviewsDueTable(book.caseload, until: book.today.advanced(by: max(0, within)), today: book.today).table,
      as: output.format,
      columns: ["family", "familyName", "due", "daysOverdue", "first", "stage", "volunteerName"])
  }
}

/// `visitbook review show`: one review in full.
struct ReviewShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a review and its history.")

  @Argument(help: "The review, as the list names it; its first letters are enough.")
  var review: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.review(typed: review)
    try book.requireOwn(file)
    try desk.show(
      ReviewDocument.json(
        record, of: file, in: book.caseload, lists: book.lists, scales: try desk.scales()),
      as: output.format)
  }
}

/// `visitbook review amend`: corrects a review; what it said before stays to be seen.
struct ReviewAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct a review, with a reason.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The review, as the list names it; its first letters are enough.")
  var review: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the review")
  var fields: ReviewFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("review")
    let (_, record) = try book.review(typed: review)
    guard let said = record.lastSaid else { return }
    var typed = TypedReview(said)
    fields.fill(&typed)
    try book.record(
      AmendReview(record: record.id, typed: typed, reason: reason)
        .facts(in: book.caseload, lists: book.lists, today: book.today))
    guard let (file, amended) = book.caseload.review(record.id) else { return }
    try desk.streams.result(line: desk.words("review.amended", book.values(of: amended, file)))
  }
}

/// `visitbook review retract`: takes a review back; it stays to be seen.
struct ReviewRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a review back, with a reason; it stays to be seen.")

  @Argument(help: "The review, as the list names it; its first letters are enough.")
  var review: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("review")
    let (file, record) = try book.review(typed: review)
    try book.record(RetractReview(record: record.id, reason: reason).facts(in: book.caseload))
    try desk.streams.result(line: desk.words("review.retracted", book.values(of: record, file)))
  }
}

extension Book {
  /// The review whose identity is, or begins with, what was typed, and its family.
  func review(typed text: String) throws -> (family: FamilyFile, review: Record<Review>) {
    try record(text, of: { $0.family }, caseload.review)
  }

  /// What is said of a review in one line.
  func values(of record: Record<Review>, _ file: FamilyFile) -> [String: String] {
    let review = record.lastSaid
    return [
      "id": record.id.description, "family": file.number.description, "name": file.family.name,
      "day": review?.day.description ?? "", "overall": review?.overall.word.rawValue ?? "",
      "next": file.reviewDue(by: caseload.scheme.limits)?.day.description ?? "-",
    ]
  }
}
