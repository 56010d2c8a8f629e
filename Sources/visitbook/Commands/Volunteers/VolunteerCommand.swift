internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook volunteer`: the people who visit.
struct VolunteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "volunteer", abstract: "Volunteers: who they are, what makes them ready, what they did.",
    subcommands: [
      VolunteerAddCommand.self, VolunteerAmendCommand.self, VolunteerListCommand.self,
      VolunteerShowCommand.self, VolunteerCheckCommand.self, VolunteerReferenceCommand.self,
      VolunteerPrepareCommand.self, VolunteerSuperviseCommand.self, VolunteerTrainCommand.self,
      VolunteerClaimCommand.self, VolunteerRetractCommand.self, VolunteerBoardCommand.self,
    ])
}

/// What can be said of a volunteer on the command line.
struct VolunteerFields: ParsableArguments {
  @Option(help: ArgumentHelp("A telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("An e-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("The wards or areas, with commas; none where any will do.", valueName: "areas"))
  var areas: String?
  @Option(help: ArgumentHelp("Languages beside English, with commas.", valueName: "languages"))
  var languages: String?
  @Option(help: ArgumentHelp("What the volunteer knows or likes, with commas.", valueName: "words"))
  var interests: String?
  @Option(help: ArgumentHelp("When the volunteer can visit: weekday_mornings,weekends.", valueName: "times"))
  var availability: String?
  @Option(help: ArgumentHelp("How the volunteer gets about: car, bicycle.", valueName: "ways"))
  var transport: String?
  @Option(help: ArgumentHelp("How many families at once.", valueName: "number"))
  var capacity: String?
  @Option(help: ArgumentHelp("Whether the volunteer visits at present: yes or no.", valueName: "yes/no"))
  var active: String?

  /// Puts what was said in its fields; a field that was not named stays as it is, one given as '' is cleared.
  func fill(_ typed: inout TypedVolunteer) {
    let said: [(Field, String?)] = [
      (.phone, phone), (.email, email), (.areas, areas), (.languages, languages), (.interests, interests),
      (.availability, availability), (.transport, transport), (.capacity, capacity), (.active, active),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }
}

/// `visitbook volunteer add`: adds a volunteer to the scheme.
struct VolunteerAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a volunteer.",
    discussion: """
      A file holds one volunteer or a list of them, with the names that 'volunteer show --format json' uses.
      """)

  @Option(help: "The volunteer's name.")
  var name: String?
  @OptionGroup(title: "About the volunteer")
  var fields: VolunteerFields
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    var typed = TypedVolunteer()
    fields.fill(&typed)
    try file.check(name, isEmpty: typed == TypedVolunteer())
  }

  func work(at desk: FrontDesk) throws {
    if let from = file.from {
      return try desk.take(from: from, "addVolunteer") { file, book in
        try file.facts(of: TypedVolunteer.self, in: book, explain: desk.explain) {
          (typed, caseload) throws(Refusal) -> [Fact] in
          try AddVolunteer(typed: typed).facts(in: caseload, lists: book.lists)
        }
      }
    }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("addVolunteer")
    var typed = TypedVolunteer([.name: name ?? ""])
    fields.fill(&typed)
    let kept = try book.record(AddVolunteer(typed: typed).facts(in: book.caseload, lists: book.lists))
    for case .volunteerAdded(let volunteer) in kept.map(\.entry.fact) {
      try desk.streams.result(line: desk.words("volunteer.added", book.values(of: volunteer)))
    }
  }
}

/// `visitbook volunteer amend`: corrects what is known of a volunteer.
struct VolunteerAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amend a volunteer, with a reason.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The volunteer: V-07, or a name.")
  var volunteer: String
  @Option(help: "The volunteer's new name.")
  var name: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the volunteer")
  var fields: VolunteerFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireCoordinator("amendVolunteer")
    let old = try book.volunteer(typed: volunteer)
    var typed = TypedVolunteer(old)
    if let name { typed[.name] = name }
    fields.fill(&typed)
    let kept = try book.record(
      AmendVolunteer(number: old.number, typed: typed, reason: reason).facts(
        in: book.caseload, lists: book.lists))
    for case .volunteerAmended(let volunteer, _) in kept.map(\.entry.fact) {
      try desk.streams.result(line: desk.words("volunteer.amended", book.values(of: volunteer)))
    }
  }
}

/// `visitbook volunteer list`: the volunteers, with the families each visits now and what each is ready for.
struct VolunteerListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the volunteers, with what stands between each and a match.")

  @Flag(help: "Only those who are ready to be matched.")
  var ready = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let isOffice = book.caseload.isOffice(book.member)
    if ready { try book.requireOffice("seeReadiness") }
    let roll = VolunteerRoll(book.caseload, on: book.today)
    let volunteers = book.caseload.volunteersInOrder.filter {
      !ready || roll.readiness(of: $0.number).isReady
    }
    let faults = desk.library.words
    let table = VolunteerTable(
      book.caseload, today: book.today, isForOffice: isOffice, gap: { faults.sentence(for: $0) })
    try desk.show(
      table.table(volunteers), as: output.format,
      columns: ["volunteer", "name", "phone", "families", "monthMinutes"]
        + (isOffice ? ["standing", "gaps"] : ["active"]))
  }
}

/// `visitbook volunteer show`: one volunteer in full.
struct VolunteerShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a volunteer: contact, readiness, notes, hours and miles by month.")

  @Argument(help: "The volunteer: V-07, or a name.")
  var volunteer: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let found = try book.volunteer(typed: volunteer)
    let isOffice = book.caseload.isOffice(book.member)
    if !isOffice, book.member.volunteer != found.number {
      throw Failure(.notAllowed, desk.words("role.ownVolunteerOnly"))
    }
    let faults = desk.library.words
    try desk.show(
      VolunteerDocument.json(
        found, in: book.caseload, lists: book.lists, today: book.today,
        gap: isOffice ? { faults.sentence(for: $0) } : nil), as: output.format)
  }
}

extension Book {
  /// The volunteer of a number or a name.
  func volunteer(typed text: String) throws(Refusal) -> Volunteer {
    guard let number = try volunteer(named: text), let volunteer = caseload.volunteers[number] else {
      throw Refusal(.volunteer, .missing)
    }
    return volunteer
  }

  /// What is said of a volunteer in one line.
  func values(of volunteer: Volunteer) -> [String: String] {
    ["volunteer": volunteer.number.description, "name": volunteer.name]
  }
}
