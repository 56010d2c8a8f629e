internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook service`: the directory of services, and families' use of them.
struct ServiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service", abstract: "The services families can be pointed to, and how they use them.",
    subcommands: [
      ServiceAddCommand.self, ServiceAmendCommand.self, ServiceListCommand.self, ServiceShowCommand.self,
      ServiceImportCommand.self, ServiceReferCommand.self, ServiceMoveCommand.self,
      ServiceSessionCommand.self,
      ServiceAmendUseCommand.self, ServiceRetractCommand.self,
    ])
}

/// What can be said of a service on the command line.
struct ServiceFields: ParsableArguments {
  @Option(help: ArgumentHelp("What kind of service, from the scheme's list.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("universal, targeted or specialist.", valueName: "tier"))
  var tier: String?
  @Option(help: ArgumentHelp("Levels of a programme: online, light touch, intensive.", valueName: "levels"))
  var levels: String?
  @Option(help: ArgumentHelp("For which ages, in words.", valueName: "text"))
  var ages: String?
  @Option(help: ArgumentHelp("Where it works, with commas.", valueName: "areas"))
  var areas: String?
  @Option(help: ArgumentHelp("A telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("An e-mail address.", valueName: "address"))
  var email: String?
  @Option(help: ArgumentHelp("A page on the web.", valueName: "address"))
  var website: String?
  @Option(help: ArgumentHelp("Where it is.", valueName: "text"))
  var address: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How to refer somebody.", valueName: "text"))
  var howToRefer: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What it does.", valueName: "text"))
  var about: String?
  @Option(help: ArgumentHelp("Whether families are pointed to it: yes or no.", valueName: "yes/no"))
  var active: String?

  /// Puts what was said in its fields; a field that was not named stays as it is, one given as '' is cleared.
  func fill(_ typed: inout TypedService) {
    let said: [(Field, String?)] = [
      (.serviceKind, kind), (.tier, tier), (.levels, levels), (.ages, ages), (.areas, areas), (.phone, phone),
      (.email, email), (.website, website), (.address, address), (.howToRefer, howToRefer), (.about, about),
      (.active, active),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
  }
}

/// `visitbook service add`: adds a service to the directory.
struct ServiceAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a service to the directory.")

  @Option(help: ArgumentHelp("Who offers it.", valueName: "name"))
  var organisation: String
  @Option(help: ArgumentHelp("What it is called; the organisation's name unless given.", valueName: "name"))
  var name: String?
  @OptionGroup(title: "About the service")
  var fields: ServiceFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("changeDirectory")
    var typed = TypedService([.organisation: organisation, .serviceName: name ?? ""])
    fields.fill(&typed)
    let kept = try book.record(AddService(typed: typed).facts(in: book.caseload, lists: book.lists))
    for case .directory(.added(let service)) in kept.map(\.entry.fact) {
      try desk.streams.result(line: desk.words("service.added", book.values(of: service)))
    }
  }
}

/// `visitbook service amend`: corrects what the directory says of a service.
struct ServiceAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Amend a service of the directory, with a reason.",
    discussion: "Only what is named is changed; a field given as '' is cleared.")

  @Argument(help: "The service: S-012, or its name.")
  var service: String
  @Option(help: ArgumentHelp("Who offers it.", valueName: "name"))
  var organisation: String?
  @Option(help: ArgumentHelp("What it is called.", valueName: "name"))
  var name: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is amended.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the service")
  var fields: ServiceFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("changeDirectory")
    let old = try book.service(typed: service)
    var typed = TypedService(old)
    if let organisation { typed[.organisation] = organisation }
    if let name { typed[.serviceName] = name }
    fields.fill(&typed)
    let kept = try book.record(
      AmendService(number: old.number, typed: typed, reason: reason).facts(
        in: book.caseload, lists: book.lists))
    for case .directory(.amended(let service, _)) in kept.map(\.entry.fact) {
      try desk.streams.result(line: desk.words("service.amended", book.values(of: service)))
    }
  }
}

/// `visitbook service list`: the directory, or a family's services.
struct ServiceListCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the services of the directory, or those of a family.")

  @Option(help: ArgumentHelp("The services this family was pointed to or uses.", valueName: "family"))
  var family: String?
  @Option(
    name: .customLong("where"), help: ArgumentHelp("Only services with these words.", valueName: "words"))
  var filter: String?
  @Flag(help: "Also what was taken back, and services nobody is pointed to any more.")
  var all = false
  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    if let family {
      let file = try book.family(typed: family)
      let uses = all ? file.services.all : file.services.standing
      try desk.show(
        ServiceUseTable.table(uses.map { (file, $0) }, in: book.caseload), as: output.format,
        columns: ["useId", "serviceTitle", "state", "since", "sessionsAttended", "sessionsOffered", "words"])
      return
    }
    let words = WordFilter(filter ?? "")
    let services = book.caseload.directory.inOrder.filter { service in
      guard all || service.isActive else { return false }
      let kind = service.kind.map(book.lists.label(of:)) ?? ""
      return words.holds(
        of: ([
          service.number.description, service.organisation, service.name, kind, service.about,
          service.tier?.rawValue ?? "",
        ] + service.areas).joined(separator: " "))
    }
    try desk.show(
      ServiceTable.table(services, in: book.caseload, lists: book.lists), as: output.format,
      columns: ["service", "organisation", "serviceName", "serviceKind", "tier", "phone", "familiesNow"])
  }
}

/// `visitbook service show`: one service in full.
struct ServiceShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a service of the directory in full.")

  @Argument(help: "The service: S-012, or its name.")
  var service: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let found = try book.service(typed: service)
    let table = ServiceTable.table([found], in: book.caseload, lists: book.lists)
    guard case .array(let rows) = table.json, let record = rows.first else { return }
    try desk.show(record, as: output.format)
  }
}

extension Book {
  /// The service of a number or a name.
  func service(typed text: String) throws(Refusal) -> ServiceEntry {
    if let service = caseload.directory.service(typed: text) { return service }
    let known = caseload.directory.inOrder.map { "\($0.number) \(caseload.directory.title(of: $0.number))" }
    throw Refusal(.service, .noSuchService(text, known: known))
  }

  /// What is said of a service in one line.
  func values(of service: ServiceEntry) -> [String: String] {
    ["service": service.number.description, "name": caseload.directory.title(of: service.number)]
  }
}
