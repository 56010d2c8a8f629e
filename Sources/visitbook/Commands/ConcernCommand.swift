internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook concern`: concerns about somebody's safety. Anybody raises one; the office reads and acts; nobody takes one back.
struct ConcernCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concern", abstract: "Raise a concern about somebody's safety, and act on concerns.",
    subcommands: [
      ConcernRaiseCommand.self, ConcernListCommand.self, ConcernShowCommand.self, ConcernAmendCommand.self,
      ConcernAcknowledgeCommand.self, ConcernActCommand.self, ConcernOutcomeCommand.self,
      ConcernCloseCommand.self, ConcernChronologyCommand.self,
    ])
}

/// What can be said of a concern on the command line; each goes through the same rules as a form's field.
struct ConcernFields: ParsableArguments {
  @Option(help: ArgumentHelp("The family it is about: F-0042, or its name.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Who of the family: P1,P2 or first names.", valueName: "people"))
  var about: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Somebody who is of no family here, or somebody beside the family.", valueName: "who"))
  var somebody: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What was seen.", valueName: "text"))
  var seen: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What was said, word for word.", valueName: "text"))
  var said: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Who said it.", valueName: "who"))
  var saidBy: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What you did about it.", valueName: "text"))
  var done: String?
  @Option(help: ArgumentHelp("Whether anyone is in danger now: yes, no or not known.", valueName: "danger"))
  var danger: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day it happened; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("When it happened: 14:30, 2.30pm.", valueName: "time"))
  var time: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Who was there.", valueName: "text"))
  var present: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Whom you told.", valueName: "who"))
  var told: String?
  @Option(
    help: ArgumentHelp("When you told them: 15:10, yesterday 15:10; now unless given.", valueName: "when"))
  var toldWhen: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Who told you of it, where you write it down for somebody else.", valueName: "who"))
  var raisedBy: String?

  /// Puts what was said in its fields; a field that was not named stays as it is, one given as '' is cleared.
  func fill(_ typed: inout TypedConcern) {
    let said: [(Field, String?)] = [
      (.family, family), (.about, about), (.somebody, somebody), (.seen, seen), (.said, self.said),
      (.saidBy, saidBy), (.done, done), (.danger, danger), (.date, date), (.start, time), (.present, present),
      (.told, told), (.toldWhen, toldWhen), (.raisedBy, raisedBy),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }
}

/// `visitbook concern raise`: raises a concern; anybody may.
struct ConcernRaiseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "raise", abstract: "Raise a concern. In danger: ring 999 first.",
    discussion: """
      Wanted are whom it is about, what was seen, said or done, and whether anyone is in danger now. A file holds one \
      concern or a list of them, with the names that 'concern show --format json' uses.
      """)

  @OptionGroup(title: "About the concern")
  var fields: ConcernFields
  @OptionGroup
  var file: FromFile
  @Option(help: ArgumentHelp("How to answer: text or json.", valueName: "format"))
  var format: RecordFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    var typed = TypedConcern()
    fields.fill(&typed)
    // What is missing of a concern is said field by field.
    try file.check(file.from == nil ? "" : nil, isEmpty: typed == TypedConcern())
  }

  func work(at desk: FrontDesk) throws {
    let records = try file.from.map { try desk.records(from: $0) }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let kept = try book.record(facts(of: records, in: book, at: desk))
    let raised = kept.compactMap { entry -> ConcernFile? in
      if case .concern(.raised(let concern)) = entry.entry.fact {
        book.caseload.concerns[concern.id]
      } else {
        nil
      }
    }
    if format == .json {
      let documents = raised.map { book.document(of: $0, now: desk.now) }
      return try desk.show(
        records == nil && documents.count == 1 ? documents[0] : .array(documents), as: .json)
    }
    for file in raised {
      try desk.streams.result(line: desk.words("concern.raised", ["id": file.id.description]))
    }
    if raised.contains(where: { $0.concern.danger == .yes }) {
      desk.streams.message(desk.words("concern.ring999"))
    }
    if raised.contains(where: { $0.concern.told == nil }) {
      desk.streams.message(desk.words("concern.tellSomebody"))
    }
  }

  private func facts(of records: RecordsFile?, in book: Book, at desk: FrontDesk) throws -> [Fact] {
    guard let records else {
      var typed = TypedConcern()
      fields.fill(&typed)
      if let family = fields.family {
        typed[.family] = try book.unopenedFamily(typed: family).number.description
      }
      return try RaiseConcern(id: RecordID.drawn(), typed: typed)
        .facts(in: book.caseload, as: book.member, now: desk.now)
    }
    return try records.facts(of: TypedConcern.self, in: book, explain: desk.explain) {
      (typed, caseload) throws(Refusal) -> [Fact] in
      try RaiseConcern(id: RecordID.drawn(), typed: typed)
        .facts(in: caseload, as: book.member, now: desk.now)
    }
  }
}

/// `visitbook concern amend`: corrects a concern or adds to it; what it said before stays to be seen.
struct ConcernAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Correct a concern or add to it, with a reason; nothing goes.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the concern")
  var fields: ConcernFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.concern(typed: concern)
    var typed = TypedConcern(file.concern, in: book.caseload)
    fields.fill(&typed)
    try book.record(
      AmendConcern(id: file.id, typed: typed, reason: reason)
        .facts(in: book.caseload, as: book.member, now: desk.now))
    try desk.streams.result(line: desk.words("concern.amended", ["id": file.id.description]))
  }
}

extension Book {
  /// The concern whose identity is, or begins with, what was typed.
  func concern(typed text: String) throws(Refusal) -> ConcernFile {
    if let file = RecordID(text).flatMap({ caseload.concerns[$0] }) { return file }
    let fitting = caseload.concerns.beginning(with: text)
    guard fitting.count < 2 else {
      throw Refusal(.concern, .severalRecords(text, matching: fitting.map(\.id.description)))
    }
    guard let file = fitting.first else { throw Refusal(.concern, .noSuchRecord(text)) }
    return file
  }

  /// Everything the member may see of a concern.
  func document(of file: ConcernFile, now: Moment) -> JSONValue {
    ConcernDocument.json(file, in: caseload, now: now)
  }
}

extension FrontDesk {
  /// The day and the time it is here.
  var now: Moment { Moment(today, clock.time) }
}

extension RecordID {
  /// A new identity, drawn at random.
  static func drawn() -> RecordID {
    var generator = SystemRandomNumberGenerator()
    return RecordID(bits: generator.next())
  }
}
