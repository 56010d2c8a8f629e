internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook plan`: what a family wants to be different, and what will be done for it.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Make a family's plan of support, change it, and tick off what was done.",
    subcommands: [
      PlanMakeCommand.self, PlanAmendCommand.self, PlanShowCommand.self, PlanTickCommand.self,
      PlanRetractCommand.self,
    ])
}

/// What can be said of a plan on the command line.
struct PlanFields: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The day support is to end.", valueName: "day"))
  var endingOn: String?
  @Option(
    help: ArgumentHelp(
      "A goal in the family's words, and the needs it serves: 'WORDS | NEEDS'.", valueName: "goal"))
  var goal: [String] = []
  @Option(
    help: ArgumentHelp(
      "Something to do for a goal, counted from 1: '1 | WHAT | WHO | BY'.", valueName: "action"))
  var action: [String] = []

  /// Puts what was said in its fields; goals and actions are added to those that are there.
  func fill(_ typed: inout TypedPlan) throws(Refusal) {
    if let endingOn { typed.endingOn = endingOn }
    typed.goals += goal.map { text in
      let parts = PlanFields.parts(text)
      return TypedGoal(words: parts.first ?? "", needs: parts.count > 1 ? parts[1] : "")
    }
    for text in action {
      let parts = PlanFields.parts(text)
      guard let number = Int(parts.first ?? ""), typed.goals.indices.contains(number - 1) else {
        throw Refusal(
          .goal,
          .notOneOf(parts.first ?? "", allowed: typed.goals.indices.map { "\($0 + 1)" }))
      }
      typed.goals[number - 1].actions.append(
        TypedAction(
          what: parts.count > 1 ? parts[1] : "", who: parts.count > 2 ? parts[2] : "",
          by: parts.count > 3 ? parts[3] : ""))
    }
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: "|", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }
}

/// `visitbook plan make`: makes a family's plan.
struct PlanMakeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Make a family's plan of support.",
    discussion: """
      A plan names the day on which support is to end from the very start. A file holds one plan or a list of them, with \
      the names that 'plan show --format json' uses.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @OptionGroup(title: "About the plan")
  var fields: PlanFields
  @OptionGroup
  var file: FromFile
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    try file.check(
      family,
      isEmpty: date == nil && fields.endingOn == nil && fields.goal.isEmpty && fields.action.isEmpty)
  }

  func work(at desk: FrontDesk) throws {
    if let from = file.from {
      return try desk.take(from: from, "makePlan") { file, book in
        try file.plans(in: book, explain: desk.explain)
      }
    }
    try desk.change("makePlan") { book in
      let file = try book.family(typed: family ?? "")
      var typed = TypedPlan(made: date ?? "")
      try fields.fill(&typed)
      try book.record(
        MakePlan(family: file.id, typed: typed)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("plan.made", of: file.id, in: book)
    }
  }
}

/// `visitbook plan amend`: changes a family's plan.
struct PlanAmendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Change a family's plan, with a reason.",
    discussion: "Goals and actions that are named are added; what was done stays done.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is changed.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "About the plan")
  var fields: PlanFields
  @Option(help: ArgumentHelp("Leave out an action, by its number.", valueName: "action"))
  var dropAction: [Int] = []
  @Option(help: ArgumentHelp("Leave out a goal and what was to be done for it, counted from 1."))
  var dropGoal: [Int] = []
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("makePlan") { book in
      let (file, record) = try book.plan(of: family)
      var typed = record.lastSaid.map { TypedPlan($0) } ?? TypedPlan()
      try fields.fill(&typed)
      for index in typed.goals.indices {
        typed.goals[index].actions.removeAll { dropAction.contains($0.number?.count ?? 0) }
      }
      typed.goals = typed.goals.enumerated().filter { !dropGoal.contains($0.offset + 1) }.map(\.element)
      try book.record(
        AmendPlan(record: record.id, typed: typed, reason: reason)
          .facts(in: book.caseload, lists: book.lists, today: book.today))
      return try desk.say("plan.amended", of: file.id, in: book)
    }
  }
}

/// `visitbook plan tick`: ticks off something of a family's plan.
struct PlanTickCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "tick", abstract: "Tick off something of a family's plan.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Argument(help: "The number of the action, as 'plan show' has it.")
  var action: String
  @Option(parsing: .unconditional, help: ArgumentHelp("The day; today unless given.", valueName: "day"))
  var date: String?
  @Flag(help: "It is not done after all.")
  var undo = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family)
    try book.requireOwn(file)
    try book.record(
      TickAction(family: file.id, action: action, day: date ?? "", isUndone: undo)
        .facts(in: book.caseload, today: book.today))
    let open = book.caseload.families[file.id]?.openActions.count ?? 0
    let all = file.supportPlan?.current?.actions.count ?? 0
    try desk.streams.result(
      line: desk.say(
        "plan.ticked", of: file.id, in: book, ["done": "\(all - open)", "all": "\(all)"]))
  }
}

/// `visitbook plan retract`: takes a family's plan back.
struct PlanRetractCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "retract", abstract: "Take a family's plan back, with a reason.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it is taken back.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.change("makePlan") { book in
      let (file, record) = try book.plan(of: family)
      try book.record(RetractAssessment(record: record.id, reason: reason).facts(in: book.caseload))
      return try desk.say("plan.retracted", of: file.id, in: book)
    }
  }
}

/// `visitbook plan show`: a family's plan, with what was done of it.
struct PlanShowCommand: ShowCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a family's plan.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @OptionGroup
  var output: OutputOptions<RecordFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let (file, record) = try book.plan(of: family)
    try desk.show(
      PlanDocument.json(record, of: file, in: book.caseload, scale: try desk.scales().goals),
      as: output.format)
  }
}

extension Book {
  /// The latest plan of a family, as named on the command line.
  func plan(of text: String) throws -> (family: FamilyFile, plan: Record<SupportPlan>) {
    let file = try family(typed: text)
    guard let record = file.supportPlan ?? file.assessment.plans.last else {
      throw Refusal(.family, .noPlan)
    }
    return (file, record)
  }
}
