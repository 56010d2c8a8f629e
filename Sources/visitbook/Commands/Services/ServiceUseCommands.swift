internal import ArgumentParser
internal import VisitModel
internal import VisitReports

// The commands on a family's use of services: pointing it to one, going on, sessions, corrections.

/// What can be said of a family's use of a service on the command line.
struct ServiceUseFields: ParsableArguments {
  @Option(help: ArgumentHelp("The service: S-012, or its name.", valueName: "service"))
  var service: String?
  @Option(
    name: .customLong("as-state"),
    help: ArgumentHelp(
      "signposted, referred, or waiting or attending where it is so already.", valueName: "state"))
  var state: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What it is for.", valueName: "text"))
  var purpose: String?
  @Option(help: ArgumentHelp("The level of a programme: online, light touch, intensive.", valueName: "level"))
  var level: String?
  @Option(
    help: ArgumentHelp(
      "Of a parent-infant team: therapeutic, or consultation to the scheme.", valueName: "work"))
  var infantWork: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why without the family's agreement: somebody's safety.", valueName: "text"))
  var safeguarding: String?

  /// Puts what was said in its fields.
  func fill(_ typed: inout TypedServiceUse) {
    let said: [(Field, String?)] = [
      (.service, service), (.serviceState, state), (.date, date), (.purpose, purpose),
      (.programmeLevel, level),
      (.infantWork, infantWork), (.safeguardingReason, safeguarding),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }
}

/// `visitbook service refer`: refers a family to a service, or points it there.
struct ServiceReferCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "refer", abstract: "Refer a family to a service, or signpost it there.",
    discussion: """
      A referral needs the family's agreement to share with the organisation, or a safeguarding reason. A file holds one \
      use or a list of them: family, service, serviceState, date, purpose, programmeLevel, infantWork, safeguardingReason.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String?
  @Flag(help: "The family was told of the service and goes there by itself.")
  var signpost = false
  @OptionGroup(title: "About the use")
  var fields: ServiceUseFields
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    var typed = TypedServiceUse()
    fields.fill(&typed)
    try file.check(family, isEmpty: typed == TypedServiceUse() && !signpost)
  }

  func work(at desk: FrontDesk) throws {
    if let from = file.from {
      return try desk.take(from: from, "refer") { file, book in
        try file.facts(of: TypedServiceUse.self, in: book, explain: desk.explain) {
          (typed, family, caseload) throws(Refusal) -> [Fact] in
          try UseService(family: family.id, typed: typed).facts(in: caseload, today: book.today)
        }
      }
    }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("refer")
    let file = try book.family(typed: family ?? "")
    var typed = TypedServiceUse([
      .serviceState: (signpost ? ServiceState.signposted : .referred).rawValue
    ])
    fields.fill(&typed)
    let kept = try book.record(
      UseService(family: file.id, typed: typed).facts(in: book.caseload, today: book.today))
    try book.say(kept.last.map { $0.entry.id }, of: file, "service.began", at: desk)
  }
}

/// `visitbook service move`: a family's use of a service goes on.
struct ServiceMoveCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Take a family's use of a service on: accepted, waiting, attending, completed …")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The use, as service list --family names it, or the service.")
  var use: String
  @Option(name: .customLong("to"), help: ArgumentHelp("The state it goes to.", valueName: "state"))
  var state: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What became of it, in the family's words.", valueName: "text"))
  var words: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why without the family's agreement: somebody's safety.", valueName: "text"))
  var safeguarding: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("refer")
    let file = try book.family(typed: family)
    let used = try book.use(typed: use, of: file)
    try book.record(
      MoveService(
        family: file.id, record: used.id, state: state, day: date ?? "", words: words ?? "",
        safeguardingReason: safeguarding ?? ""
      ).facts(in: book.caseload, today: book.today))
    try book.say(used.id, of: file, "service.moved", at: desk)
  }
}

/// `visitbook service session`: a session of a programme was offered.
struct ServiceSessionCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Note a session that was offered, and whether the family was there.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The use, as service list --family names it, or the service.")
  var use: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Flag(help: "Nobody of the family was there.")
  var missed = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("refer")
    let file = try book.family(typed: family)
    let used = try book.use(typed: use, of: file)
    try book.record(
      NoteSession(
        family: file.id, record: used.id, day: date ?? "", attended: (missed ? YesOrNo.no : .yes).rawValue
      ).facts(in: book.caseload, today: book.today))
    try book.say(used.id, of: file, "service.session", at: desk)
  }
}

/// `visitbook service amend-use`: corrects how a family's use of a service began.
struct ServiceAmendUseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend-use", abstract: "Correct how a family's use of a service began, with a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The use, as service list --family names it, or the service.")
  var use: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is corrected.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the use")
  var fields: ServiceUseFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("refer")
    let file = try book.family(typed: family)
    let used = try book.use(typed: use, of: file)
    var typed = TypedServiceUse(used.said)
    fields.fill(&typed)
    try book.record(
      AmendServiceUse(family: file.id, record: used.id, typed: typed, reason: reason).facts(
        in: book.caseload, today: book.today))
    try book.say(used.id, of: file, "service.useAmended", at: desk)
  }
}

/// `visitbook service retract`: takes a family's use of a service back.
struct ServiceRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract",
    abstract: "Take a family's use of a service back, with a reason; it stays to be seen.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The use, as service list --family names it, or the service.")
  var use: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("refer")
    let file = try book.family(typed: family)
    let used = try book.use(typed: use, of: file)
    try book.record(
      RetractServiceUse(family: file.id, record: used.id, reason: reason).facts(in: book.caseload))
    try book.say(used.id, of: file, "service.useRetracted", at: desk)
  }
}

extension Book {
  /// A family's use of a service, by the first letters of its identity or by the service where it is used once.
  func use(typed text: String, of file: FamilyFile) throws(Refusal) -> UsedService {
    var fitting = file.services.all.filter {
      text.count >= 3 && $0.id.description.hasPrefix(text.lowercased())
    }
    if fitting.isEmpty, let service = caseload.directory.service(typed: text) {
      let own = file.services.standing.filter { $0.said.service == service.number }
      let open = own.filter { !$0.state.isClosed }
      fitting = open.isEmpty ? own : open
    }
    guard fitting.count < 2 else {
      throw Refusal(.record, .severalRecords(text, matching: fitting.map(\.id.description)))
    }
    guard let used = fitting.first else { throw Refusal(.record, .noSuchRecord(text)) }
    return used
  }

  /// Says where a family's use of a service stands now.
  func say(_ record: RecordID?, of file: FamilyFile, _ key: String, at desk: FrontDesk) throws {
    guard let record, let used = caseload.families[file.id]?.services.use(record) else { return }
    var values = self.values(of: file)
    values["use"] = record.description
    values["service"] = caseload.directory.title(of: used.said.service)
    values["state"] = used.state.rawValue
    values["attended"] = "\(used.attended)"
    values["offered"] = "\(used.sessions.count)"
    try desk.streams.result(line: desk.words(key, values))
  }
}
