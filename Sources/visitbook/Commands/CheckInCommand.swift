internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook checkin`: wellbeing check-ins.
struct CheckInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkin", abstract: "Record wellbeing check-ins and look them up.",
    subcommands: [
      CheckInRecordCommand.self, CheckInListCommand.self, CheckInShowCommand.self,
      CheckInRetractCommand.self,
    ])
}

/// `visitbook checkin record`: records the answers a person gave.
struct CheckInRecordCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record the answers of a check-in.",
    discussion: """
      Answers stand in the order of the form; - is not asked, d is declined. The form goals asks about the goals of the \
      family's plan, in the plan's order: one answer a goal, 0 to 10. A form that only others give (ASQ-3, ASQ:SE-2, \
      Family Star Plus) takes --done-by, --date and --result in place of answers, and is not scored here.

      A file holds one check-in or a list of them as JSON, with the names that 'checkin show --format json' uses. Either \
      all of it is recorded or nothing is; what signals danger raises its concern all the same.
      """)

  @Option(help: ArgumentHelp("The family: F-0042, or its name.", valueName: "family"))
  var family: String?
  @Option(
    help: ArgumentHelp("Who answered: P1 or a first name; the main carer unless given.", valueName: "person"))
  var person: String?
  @Option(help: ArgumentHelp("Such as coping or who5; 'instrument list' shows all.", valueName: "instrument"))
  var instrument: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The answers, with commas: 3,4,2,3,5.", valueName: "answers"))
  var answers: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(help: ArgumentHelp("alone, helped or read aloud.", valueName: "mode"))
  var mode: String?
  @Option(help: ArgumentHelp("start, review, ending or other.", valueName: "point"))
  var point: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What the person said with it.", valueName: "text"))
  var words: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The coordinator who can be reached, where the instrument asks for one.", valueName: "name"))
  var cover: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What you did about an answer that signals danger.", valueName: "text"))
  var whatIDid: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Who outside the scheme gave it, such as the health visitor.", valueName: "who"))
  var doneBy: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What came of it there, in the words it was told in.", valueName: "text"))
  var result: String?
  @OptionGroup
  var file: FromFile
  @Flag(help: "Record it although the last one was made only lately.")
  var again = false
  @Option(help: ArgumentHelp("How to answer: text or json.", valueName: "format"))
  var format: RecordFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    let others = [instrument, person, answers, date, mode, point, words, cover, whatIDid, doneBy, result]
    try file.check(family, isEmpty: others.allSatisfy { $0 == nil })
    guard file.from == nil else { return }
    if instrument == nil {
      throw ValidationError("Name the form: --instrument who5; 'instrument list' shows all.")
    }
    if answers == nil, doneBy == nil {
      throw ValidationError(
        "Give the answers: --answers 3,4,2,3,5, or --done-by where somebody else gave the form.")
    }
  }

  func work(at desk: FrontDesk) throws {
    if let name = file.from {
      try desk.takeCheckIns(from: name, allowingEarly: again)
      return
    }
    let named = try desk.instrument(typed: instrument ?? "")
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family ?? "")
    try book.requireOwn(file)
    let day = date.flatMap { Day(typed: $0, today: book.today, leaning: .behind) } ?? book.today
    let form = named.asked(of: file, on: day)
    let typed = TypedCheckIn(
      person: person ?? file.family.mainCarer?.number.description ?? "",
      answers: (answers ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init),
      mode: mode ?? "", point: point ?? "", day: date ?? "", words: words ?? "", cover: cover ?? "",
      doneBy: doneBy ?? "", result: result ?? "")
    let dangers = CheckInDangers(family: file, instrument: form, typed: typed, desk: desk)
    let raised = dangers.facts(done: whatIDid ?? "", as: book.member)
    let facts: [Fact]
    do {
      facts = try RecordCheckIn(family: file.id, instrument: form, typed: typed, allowingEarly: again)
        .facts(in: book.caseload, as: book.member.role, today: book.today)
    } catch {
      if raised.isEmpty { throw error }
      // Whatever is wrong with the check-in, an answer that signals danger is not lost.
      try book.recordLast(raised)
      try desk.say(dangers: raised, in: book.caseload.scheme)
      throw desk.explain.failure(error, heading: "refused.butRaised")
    }
    let kept = try book.recordLast(facts + raised)
    try desk.say(dangers: raised, in: book.caseload.scheme)
    for entry in kept {
      guard let (file, record) = book.caseload.checkIn(entry.entry.id) else { continue }
      let shelf = InstrumentShelf([form])
      if format == .json {
        try desk.show(
          CheckInDocument.json(
            record, of: file, in: book.caseload, instruments: shelf, bands: book.member.role.isOffice),
          as: .json)
      } else {
        let primary = record.current.flatMap(shelf.primaryScore)
        try desk.streams.result(
          line: desk.words(
            primary?.result.value == nil ? "checkin.recordedPlain" : "checkin.recorded",
            book.values(of: file).merging([
              "id": record.id.description, "instrument": form.title,
              "score": primary?.result.value?.text(decimals: 1) ?? "",
            ]) { $1 }))
      }
      try desk.say(form.triggers(firedBy: record.current))
    }
  }
}

extension Instrument {
  /// What the answers of a check-in call for.
  fileprivate func triggers(firedBy checkIn: CheckIn?) -> [InstrumentTrigger] {
    checkIn.map { triggers(firedIn: result(of: $0.answers)) } ?? []
  }
}

extension FrontDesk {
  /// Says what an answer calls for, the most pressing first; volunteers and the office read the same words.
  fileprivate func say(_ triggers: [InstrumentTrigger]) throws {
    // What calls for something now was said when its concern was raised.
    guard !triggers.contains(where: { $0.level == .now }) else { return }
    if triggers.contains(where: { $0.level == .sameDay }) { streams.message(words("trigger.sameDay")) }
  }
}

/// `visitbook checkin list`: check-ins, newest first.
struct CheckInListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List check-ins, newest first.")

  @Option(help: ArgumentHelp("Only this family's.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("Only with this instrument.", valueName: "instrument"))
  var instrument: String?
  @Option(help: ArgumentHelp("Only of this period.", valueName: "period"))
  var period: String?
  @Flag(help: "Also those that were taken back.")
  var all = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let form = try instrument.map { try desk.instrument(typed: $0) }
    let book = try Book.open(at: desk)
    let report = CheckInReport(
      book.caseload, instruments: try desk.shelf(), period: try desk.period(typed: period),
      family: try book.family(named: family), instrument: form?.id, includingRetracted: all,
      viewer: book.member)
    try desk.show(
      CheckInTable(identifiable: true, bands: book.member.role.isOffice).table(report.rows),
      as: output.format,
      columns: [
        "checkInId", "date", "family", "familyName", "personName", "instrument", "point", "value",
      ])
  }
}

/// `visitbook checkin show`: one check-in with its answers and scores.
struct CheckInShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a check-in: its answers and what they come to.")

  @Argument(help: "The check-in, as the list names it; its first letters are enough.")
  var checkIn: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.checkIn(typed: checkIn)
    try desk.show(
      CheckInDocument.json(
        record, of: file, in: book.caseload, instruments: try desk.shelf(), bands: book.member.role.isOffice),
      as: output.format)
  }
}
