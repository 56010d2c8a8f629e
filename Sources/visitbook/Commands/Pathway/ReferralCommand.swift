internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook referral`: how families come to the scheme, and the answer they get.
struct ReferralCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referral", abstract: "Record referrals, look them up and answer them.",
    subcommands: [
      ReferralRecordCommand.self, ReferralAmendCommand.self, ReferralShowCommand.self,
      ReferralListCommand.self, ReferralAcceptCommand.self, ReferralRefuseCommand.self,
      ReferralAskCommand.self, ReferralRetractCommand.self,
    ])
}

/// `visitbook referral record`: records how a family that is in the book came to the scheme.
struct ReferralRecordCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record the referral of a family.",
    discussion: """
      A family that is new is added together with its referral by 'family add'. A family whose support is over gets a \
      new episode. A file holds one referral or a list of them, with the names that 'referral show --format json' uses.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String?
  @OptionGroup(title: "About the referral")
  var fields: ReferralFields
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws { try file.check(family, isEmpty: fields.isEmpty) }

  func work(at desk: FrontDesk) throws {
    if let from = file.from {
      return try desk.take(from: from, "recordReferral") { file, book in
        try file.facts(of: TypedReferral.self, in: book, explain: desk.explain) {
          (typed, family, caseload) throws(Refusal) -> [Fact] in
          try RecordReferral(family: family.id, typed: typed)
            .facts(in: caseload, lists: book.lists, today: book.today)
        }
      }
    }
    try desk.change("recordReferral") { book in
      let file = try book.family(typed: family ?? "")
      var typed = TypedReferral()
      fields.fill(&typed)
      try book.record(
        RecordReferral(family: file.id, typed: typed)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("referral.recorded", of: file.id, in: book)
    }
  }
}

/// `visitbook referral amend`: corrects a family's referral, or adds the agreement that was asked for.
struct ReferralAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amend a family's referral, with a reason.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the referral")
  var fields: ReferralFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordReferral") { book in
      let (file, record) = try book.referral(of: family)
      var typed = record.lastSaid.map { TypedReferral($0) } ?? TypedReferral()
      fields.fill(&typed)
      try book.record(
        AmendReferral(record: record.id, typed: typed, reason: reason)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("referral.amended", of: file.id, in: book)
    }
  }
}

/// `visitbook referral retract`: takes a family's referral back.
struct ReferralRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a family's referral back, with a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordReferral") { book in
      let (file, record) = try book.referral(of: family)
      try book.record(RetractAssessment(record: record.id, reason: reason).facts(in: book.caseload))
      return desk.words("referral.retracted", book.values(of: file))
    }
  }
}

/// `visitbook referral show`: one referral in full.
struct ReferralShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show how a family came to the scheme.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.referral(of: family)
    try desk.show(
      ReferralDocument.json(record, of: file, in: book.caseload, lists: book.lists), as: output.format)
  }
}

/// `visitbook referral list`: referrals, latest first.
struct ReferralListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List referrals, latest first.")

  @Flag(help: "Only those that nobody answered yet.")
  var unanswered = false
  @Option(help: ArgumentHelp("Only of this period: 2026-11, 2026-Q3, last-quarter.", valueName: "period"))
  var period: String?
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let report = ReferralReport(
      book.caseload, today: book.today, period: try desk.period(typed: period), onlyUnanswered: unanswered)
    try desk.show(
      ReferralTable(identifiable: true, lists: book.lists).table(report.rows), as: output.format,
      columns: [
        "received", "family", "familyName", "source", "agreement", "stage", "replyDue", "daysLate",
      ])
  }
}
