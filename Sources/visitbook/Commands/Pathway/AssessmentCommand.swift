internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook assessment`: what a family needs, as found on the initial visit.
struct AssessmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assessment", abstract: "Record what a family needs, and how much help.",
    subcommands: [
      AssessmentRecordCommand.self, AssessmentAmendCommand.self, AssessmentShowCommand.self,
      AssessmentRetractCommand.self,
    ])
}

/// What can be said of an assessment on the command line.
struct AssessmentFields: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("Who of the family was there: P1,Noah.", valueName: "people"))
  var present: [String] = []
  @Option(help: ArgumentHelp("Who else was there.", valueName: "names"))
  var alsoPresent: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What is worrying.", valueName: "text"))
  var worrying: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What is working well.", valueName: "text"))
  var workingWell: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What needs to happen.", valueName: "text"))
  var needsToHappen: String?
  @Option(help: ArgumentHelp("Needs that were chosen, from the scheme's list.", valueName: "list"))
  var need: [String] = []
  @Option(help: ArgumentHelp("clear, or found.", valueName: "check"))
  var riskCheck: String?
  @Option(help: ArgumentHelp("Risks for a visitor, from the scheme's list.", valueName: "list"))
  var visitingRisk: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("What to do about the risks.", valueName: "text"))
  var riskNote: String?
  @Option(help: ArgumentHelp("What was seen, from the threshold chart.", valueName: "list"))
  var indicator: [String] = []
  @Option(
    help: ArgumentHelp(
      "universal, targeted or specialist; what was seen suggests one unless given.", valueName: "level"))
  var level: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is this level.", valueName: "text"))
  var levelReason: String?
  @Option(help: ArgumentHelp("Who decided, where that was not you.", valueName: "name"))
  var decidedBy: String?

  /// Puts what was said in its fields.
  func fill(_ typed: inout TypedAssessment) {
    func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ",") }
    let said: [(Field, String?)] = [
      (.date, date), (.present, joined(present)), (.alsoPresent, alsoPresent), (.worrying, worrying),
      (.workingWell, workingWell), (.needsToHappen, needsToHappen), (.needs, joined(need)),
      (.riskCheck, riskCheck), (.visitingRisks, joined(visitingRisk)), (.riskNote, riskNote),
      (.indicators, joined(indicator)), (.level, level), (.levelReason, levelReason),
      (.decidedBy, decidedBy),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }
}

/// `visitbook assessment record`: records the initial visit and the family's scores at the start.
struct AssessmentRecordCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record the initial visit to a family.",
    discussion: """
      The family is assessed with it, and its scores become the check-in that later ones compare with. A file holds one \
      assessment or a list of them, with the names that 'assessment show --format json' uses, and scores: {"isolation": 1}.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String?
  @OptionGroup(title: "About the visit")
  var fields: AssessmentFields
  @Option(
    help: ArgumentHelp("How the family copes with a need, 0 to 5: isolation=1.", valueName: "need=score"))
  var score: [String] = []
  @Option(help: ArgumentHelp("Who scored: P1 or a first name; the main carer unless given."))
  var person: String?
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    var typed = TypedAssessment()
    fields.fill(&typed)
    try file.check(family, isEmpty: typed == TypedAssessment() && score.isEmpty && person == nil)
  }

  func work(at desk: FrontDesk) throws {
    let coping = try desk.instrument(typed: "coping")
    if let from = file.from {
      return try desk.take(from: from, "recordAssessment") { file, book in
        try file.facts(of: TypedAssessment.self, in: book, explain: desk.explain) {
          (typed, family, caseload) throws(Refusal) -> [Fact] in
          try RecordAssessment(family: family.id, typed: typed, coping: coping)
            .facts(in: caseload, lists: book.lists, as: book.member.role, today: book.today)
        }
      }
    }
    try desk.change("recordAssessment") { book in
      let file = try book.family(typed: family ?? "")
      var typed = TypedAssessment()
      fields.fill(&typed)
      typed[.scores] = score.joined(separator: ",")
      typed[.person] = person ?? ""
      try book.record(
        RecordAssessment(family: file.id, typed: typed, coping: coping)
          .facts(in: book.caseload, lists: book.lists, as: book.member.role, today: book.today))
      let level = book.caseload.families[file.id]?.standingAssessment?.current?.level.level
      return try desk.say(
        "assessment.recorded", of: file.id, in: book, ["level": level?.rawValue ?? ""])
    }
  }
}

/// `visitbook assessment amend`: corrects a family's assessment.
struct AssessmentAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amend a family's assessment, with a reason.",
    discussion:
      "Only what is named is changed; a field given as '' is cleared. Scores are those of a check-in.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the visit")
  var fields: AssessmentFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordAssessment") { book in
      let (file, record) = try book.assessment(of: family)
      var typed = record.lastSaid.map { TypedAssessment($0) } ?? TypedAssessment()
      fields.fill(&typed)
      try book.record(
        AmendAssessment(record: record.id, typed: typed, reason: reason)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("assessment.amended", of: file.id, in: book)
    }
  }
}

/// `visitbook assessment retract`: takes a family's assessment back.
struct AssessmentRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a family's assessment back, with a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("recordAssessment") { book in
      let (file, record) = try book.assessment(of: family)
      try book.record(RetractAssessment(record: record.id, reason: reason).facts(in: book.caseload))
      return try desk.say("assessment.retracted", of: file.id, in: book)
    }
  }
}

/// `visitbook assessment show`: one assessment in full.
struct AssessmentShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what was found on the initial visit to a family.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.assessment(of: family)
    try desk.show(
      AssessmentDocument.json(record, of: file, in: book.caseload, lists: book.lists), as: output.format)
  }
}

extension Book {
  /// The latest assessment of a family, as named on the command line.
  func assessment(of text: String) throws -> (family: FamilyFile, assessment: Record<Assessment>) {
    let file = try family(typed: text)
    guard let record = file.standingAssessment ?? file.assessment.assessments.last else {
      throw Refusal(.family, .noAssessment)
    }
    return (file, record)
  }
}
