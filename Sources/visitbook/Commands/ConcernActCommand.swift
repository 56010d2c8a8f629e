internal import ArgumentParser
internal import VisitModel

/// `visitbook concern acknowledge`: says that the office has a concern in hand.
struct ConcernAcknowledgeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "acknowledge", abstract: "Take a concern in hand: the same day it was raised.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @Option(parsing: .unconditional, help: ArgumentHelp("What you say to it.", valueName: "text"))
  var words: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.onConcern(concern, doing: "acknowledgeConcern", said: "concern.acknowledged") { file, book in
      try AcknowledgeConcern(id: file.id, words: words ?? "")
        .facts(in: book.caseload, as: book.member, now: desk.now)
    }
  }
}

/// What can be said of an action on a concern.
struct ConcernActionFields: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("What was done.", valueName: "text"))
  var what: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Who did it; you unless given.", valueName: "who"))
  var who: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When: 15:10, yesterday 15:10, 21/11; now unless given.", valueName: "when"))
  var when: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What came of it.", valueName: "text"))
  var outcome: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why nobody outside the scheme is told, where that is the decision.", valueName: "why")
  )
  var notReferring: String?

  /// Puts what was said in its fields; a field that was not named stays as it is.
  func fill(_ typed: inout TypedConcernAction) {
    if let what { typed.what = what }
    if let who { typed.who = who }
    if let when { typed.at = when }
    if let outcome { typed.outcome = outcome }
    if let notReferring { typed.notReferring = notReferring }
  }
}

/// `visitbook concern act`: writes down what was done about a concern.
struct ConcernActCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "act", abstract: "Write down what was done about a concern: within 24 hours.",
    discussion: "One that nobody acknowledged is acknowledged by it.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @OptionGroup(title: "About the action")
  var fields: ConcernActionFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.onConcern(concern, doing: "actOnConcern", said: "concern.acted") { file, book in
      var typed = TypedConcernAction()
      fields.fill(&typed)
      return try ActOnConcern(id: file.id, typed: typed)
        .facts(in: book.caseload, as: book.member, now: desk.now)
    }
  }
}

/// `visitbook concern outcome`: writes down what came of an action, or corrects the action.
struct ConcernOutcomeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "Write down what came of an action, or correct it, with a reason.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @Option(help: ArgumentHelp("Which action, counted from 1; the last one unless given.", valueName: "number"))
  var action: Int?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "About the action")
  var fields: ConcernActionFields
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.onConcern(concern, doing: "actOnConcern", said: "concern.amended") { file, book in
      let place = (action ?? file.actions.count) - 1
      guard file.actions.indices.contains(place), let said = file.actions[place].lastSaid else {
        throw Refusal(.action, .noSuchRecord("\(place + 1)"))
      }
      var typed = TypedConcernAction(said)
      fields.fill(&typed)
      return try AmendConcernAction(
        id: file.id, action: file.actions[place].id, typed: typed,
        reason: reason ?? (fields.outcome == nil ? "" : desk.words("concern.outcomeKnown"))
      ).facts(in: book.caseload, as: book.member, now: desk.now)
    }
  }
}

/// `visitbook concern close`: the safeguarding lead signs a concern off.
struct ConcernCloseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Sign a concern off, with the reason: the safeguarding lead does.")

  @Argument(help: "The concern, as the list names it; its first letters are enough.")
  var concern: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why it can be closed.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    try desk.onConcern(concern, doing: "closeConcern", said: "concern.closed") { file, book in
      try CloseConcern(id: file.id, reason: reason)
        .facts(in: book.caseload, as: book.member, now: desk.now)
    }
  }
}

extension FrontDesk {
  /// Does something of the office's to a concern, and says so.
  fileprivate func onConcern(
    _ typed: String, doing: String, said: String, _ facts: (ConcernFile, Book) throws -> [Fact]
  ) throws {
    let book = try Book.open(at: self, writing: true)
    defer { book.close(at: self) }
    try book.requireOffice(doing)
    let file = try book.concern(typed: typed)
    try book.record(try facts(file, book))
    try streams.result(line: words(said, ["id": file.id.description]))
  }
}
