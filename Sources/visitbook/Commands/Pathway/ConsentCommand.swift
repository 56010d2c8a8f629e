internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook consent`: what families agreed to, one thing at a time.
struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Record what families agree to, and what they withdraw.",
    subcommands: [
      ConsentGiveCommand.self, ConsentAmendCommand.self, ConsentWithdrawCommand.self,
      ConsentRetractCommand.self,
      ConsentListCommand.self,
    ])
}

/// What can be said of a consent beside what it lets be done.
struct ConsentFields: ParsableArguments {
  @Option(help: ArgumentHelp("The agency, where something is shared with one.", valueName: "agency"))
  var agency: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day it was given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("signed, spoken or online; signed unless given.", valueName: "how"))
  var how: String?
  @Option(help: ArgumentHelp("Who gave it: P1 or a first name; the main carer unless given."))
  var person: String?
  @Option(help: ArgumentHelp("Who took it, where that was not you.", valueName: "name"))
  var takenBy: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The last day it holds.", valueName: "day"))
  var expires: String?

  /// What was said, by its fields.
  func texts(of consent: String?) -> [Field: String] {
    let said: [Field: String?] = [
      .consent: consent, .agency: agency, .date: date, .how: how, .person: person, .takenBy: takenBy,
      .expires: expires,
    ]
    return said.compactMapValues(\.self)
  }
}

/// `visitbook consent give`: records that a family agreed to something.
struct ConsentGiveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "give", abstract: "Record that a family agreed to something.",
    discussion: """
      A file holds one consent or a list of them: family, consent, agency, date, how, person, takenBy, expires.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String?
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "What they agree to: hold record, tell referrer, share, statistics, story.", valueName: "consent"))
  var consent: String?
  @OptionGroup(title: "About the consent")
  var fields: ConsentFields
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  private var typed: TypedConsent { TypedConsent(fields.texts(of: consent)) }

  func validate() throws { try file.check(family, isEmpty: typed.texts.isEmpty) }

  func work(at desk: FrontDesk) throws {
    if let from = file.from {
      return try desk.take(from: from, "recordConsent") { file, book in
        try file.facts(of: TypedConsent.self, in: book, explain: desk.explain) {
          (typed, family, caseload) throws(Refusal) -> [Fact] in
          try GiveConsent(family: family.id, typed: typed).facts(in: caseload, today: book.today)
        }
      }
    }
    try desk.change("recordConsent") { book in
      let file = try book.family(typed: family ?? "")
      let kept = try book.record(
        GiveConsent(family: file.id, typed: typed).facts(in: book.caseload, today: book.today))
      return try desk.say(
        "consent.given", of: file.id, in: book, ["id": kept.first?.entry.id.description ?? ""])
    }
  }
}

/// `visitbook consent amend`: puts a consent right; what it said before stays in the family's history.
struct ConsentAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Put a consent right, with a reason; what it said before stays to be seen.",
    discussion: "Only what is named changes; an empty text takes away what stood there: --expires ''.")

  @Argument(help: "The consent, as the list names it; its first letters are enough.")
  var consent: String
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "What they agree to: hold record, tell referrer, share, statistics, story.", valueName: "consent"))
  var kind: String?
  @OptionGroup(title: "About the consent")
  var fields: ConsentFields
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is put right.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordConsent") { book in
      let (file, record) = try book.consent(typed: consent)
      try book.record(
        AmendBackground(record: record.id, texts: fields.texts(of: kind), reason: reason)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("consent.amended", of: file.id, in: book, ["id": record.id.description])
    }
  }
}

/// `visitbook consent withdraw`: records that a consent holds no more.
struct ConsentWithdrawCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Record that a consent was withdrawn.")

  @Argument(help: "The consent, as the list names it; its first letters are enough.")
  var consent: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What was said.", valueName: "text"))
  var words: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordConsent") { book in
      let (file, record) = try book.consent(typed: consent)
      try book.record(
        WithdrawConsent(record: record.id, day: date ?? "", words: words ?? "")
          .facts(in: book.caseload, today: book.today))
      return try desk.say("consent.withdrawn", of: file.id, in: book, ["id": record.id.description])
    }
  }
}

/// `visitbook consent retract`: takes back a consent that was entered in error.
struct ConsentRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take back a consent that was entered in error.")

  @Argument(help: "The consent, as the list names it; its first letters are enough.")
  var consent: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordConsent") { book in
      let (file, record) = try book.consent(typed: consent)
      try book.record(RetractBackground(record: record.id, reason: reason).facts(in: book.caseload))
      return try desk.say("consent.retracted", of: file.id, in: book, ["id": record.id.description])
    }
  }
}

/// `visitbook consent list`: the consents of one family, or of all.
struct ConsentListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List consents, and whether they hold today.")

  @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
  var family: String?
  @Flag(help: "Only those that have expired and were not given anew.")
  var expired = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let one = try family.map { try [book.family(typed: $0)] }
    try desk.show(
      ConsentTable.table(one ?? book.caseload.familiesInOrder, on: book.today, onlyExpired: expired),
      as: output.format,
      columns: ["consentId", "family", "familyName", "consent", "agency", "given", "expires", "holds"])
  }
}

extension Book {
  /// The consent whose identity is, or begins with, what was typed, and its family.
  func consent(typed text: String) throws -> (family: FamilyFile, consent: Record<Consent>) {
    try record(text, of: { $0.family }) { id in
      guard let file = caseload.family(holding: id), let consent = file.background.consent(id) else {
        return nil
      }
      return (file, consent)
    }
  }
}
