internal import ArgumentParser
internal import VisitModel

/// `visitbook referral accept`: takes the family on, where its parent agreed.
struct ReferralAcceptCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept a family that was referred.")

  @OptionGroup
  var answer: AnswerOptions
  var common: CommonOptions { answer.common }

  func work(at desk: FrontDesk) throws { try desk.answer(.accept, answer) }
}

/// `visitbook referral refuse`: refuses a family, for a reason that goes back to the referrer.
struct ReferralRefuseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "refuse", abstract: "Refuse a family that was referred, with a reason.")

  @Option(help: ArgumentHelp("The reason, from the scheme's list.", valueName: "reason"))
  var because: String
  @Option(parsing: .unconditional, help: ArgumentHelp("More about it, in words.", valueName: "text"))
  var reason: String?
  @OptionGroup
  var answer: AnswerOptions
  var common: CommonOptions { answer.common }

  func work(at desk: FrontDesk) throws {
    try desk.answer(.refuse, answer, because: because, reason: reason ?? "")
  }
}

/// `visitbook referral ask`: asks the referrer for what is missing.
struct ReferralAskCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Ask whoever referred a family for what is missing.")

  @OptionGroup
  var answer: AnswerOptions
  var common: CommonOptions { answer.common }

  func work(at desk: FrontDesk) throws { try desk.answer(.ask, answer) }
}

/// What every answer to a referral names.
struct AnswerOptions: ParsableArguments {
  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day of the answer; today unless given.", valueName: "day"))
  var date: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions
}

extension FrontDesk {
  fileprivate func answer(
    _ answer: ReferralAnswer, _ options: AnswerOptions, because: String = "", reason: String = ""
  ) throws {
    try change("moveFamily") { book in
      let file = try book.family(typed: options.family)
      try book.record(
        AnswerReferral(
          family: file.id, answer: answer, day: options.date ?? "", refusal: because, reason: reason
        ).facts(in: book.caseload, lists: book.lists, today: book.today))
      return try say("family.moved", of: file.id, in: book)
    }
  }

  /// Opens the book for the office to write in, does a piece of work and says in one line what was done.
  func change(_ doing: String, _ work: (Book) throws -> String) throws {
    let book = try Book.open(at: self, writing: true)
    defer { book.close(at: self) }
    try book.requireCoordinator(doing)
    try streams.result(line: try work(book))
  }

  /// A line about a family as it is now.
  func say(
    _ key: String, of family: FamilyID, in book: Book, _ more: [String: String] = [:]
  ) throws(Refusal) -> String {
    guard let file = book.caseload.families[family] else { throw Refusal(.family, .missing) }
    return words(key, book.values(of: file).merging(more) { $1 })
  }
}

extension Book {
  /// The latest referral of a family, as named on the command line.
  func referral(of text: String) throws -> (family: FamilyFile, referral: Record<Referral>) {
    let file = try family(typed: text)
    let standing = file.assessment.referrals.last { !$0.isRetracted }
    guard let record = standing ?? file.assessment.referrals.last else {
      throw Refusal(.family, .needsReferral)
    }
    return (file, record)
  }
}
