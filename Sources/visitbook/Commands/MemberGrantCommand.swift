internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook member grant`: opens a family's records to somebody beside whom it is matched with.
struct MemberGrantCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "grant", abstract: "Open a family's records to a member, from its first entry on.",
    discussion: "Matching a family with a volunteer who is a member does so by itself.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(name: .customLong("to"), help: ArgumentHelp("The member: M2 or a name.", valueName: "member"))
  var recipient: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why; it is recorded.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("grantFamily")
    let file = try book.family(typed: family, because: reason)
    let member = try book.presentMember(typed: recipient)
    let values = book.values(of: member).merging(["family": file.number.description]) { own, _ in own }
    if member.role.isOffice { return try desk.streams.result(line: desk.words("member.opensAll", values)) }
    let wasGranted = book.journal.isGranted(file.id, to: member.number)
    if !wasGranted {
      try book.record(
        GrantAccess(
          family: file.id, member: member.number, reason: reason ?? desk.words("member.grantReason")
        )
        .facts(in: book.caseload))
    }
    try desk.streams.result(
      line: desk.words(wasGranted ? "member.grantedAlready" : "member.granted", values))
  }
}

/// `visitbook member withdraw`: closes a family's records to somebody.
struct MemberWithdrawCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw", abstract: "Close a family's records to a member.",
    discussion: "What they have read they know; what is written from now on they cannot open.")

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(name: .customLong("from"), help: ArgumentHelp("The member: M2 or a name.", valueName: "member"))
  var holder: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why; it is recorded.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("withdrawFamily")
    let file = try book.unopenedFamily(typed: family)
    let member = try book.presentMember(typed: holder)
    let values = book.values(of: member).merging(["family": file.number.description]) { own, _ in own }
    if member.role.isOffice { throw Failure(.notAllowed, desk.words("member.cannotShutOut", values)) }
    let wasGranted = book.journal.isGranted(file.id, to: member.number)
    if wasGranted {
      try book.record(
        WithdrawAccess(
          family: file.id, member: member.number, reason: reason ?? desk.words("member.grantReason")
        ).facts(in: book.caseload))
    }
    try desk.streams.result(
      line: desk.words(wasGranted ? "member.withdrawn" : "member.withdrawnAlready", values))
    if let volunteer = member.volunteer, file.volunteer == volunteer {
      desk.streams.message(desk.words("member.stillMatched", values))
    }
  }
}
