internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook member revoke`: ends a membership.
struct MemberRevokeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "End somebody's membership: their passphrase opens nothing any more.",
    discussion: """
      From then on everything is written under new keys that they never had. What they wrote stays, with their name. \
      What they have read or copied they keep: collect the laptop.
      """)

  @Argument(help: "The member: M2 or a name.")
  var member: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why they leave; every member can read it in the journal.", valueName: "text"))
  var reason: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("endMembership")
    let leaver = try book.presentMember(typed: member)
    let values = book.values(of: leaver)
    if leaver.number == book.member.number { throw Failure(.notAllowed, desk.words("member.revokeSelf")) }
    let plain = plainText(reason)
    if plain.count > TextLimit.line { throw Refusal(.reason, .tooLong(max: TextLimit.line)) }
    guard let why = Reason(plain) else { throw Refusal(.reason, .missing) }
    try book.journal.endMembership(of: leaver.number, reason: why)
    try desk.streams.result(line: desk.words("member.revoked", values))
    let matched = book.caseload.families.standings.filter {
      leaver.volunteer != nil && $0.volunteer == leaver.volunteer
    }
    if !matched.isEmpty {
      let numbers = matched.map(\.number.description).joined(separator: ", ")
      desk.streams.message(
        desk.words("member.revokedMatched", values.merging(["families": numbers]) { own, _ in own }))
    }
  }
}
