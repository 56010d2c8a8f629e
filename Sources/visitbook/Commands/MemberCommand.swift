internal import ArgumentParser
internal import VisitJournal
internal import VisitModel
internal import VisitReports

/// `visitbook member`: who may open the journal.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Who may open the journal, and which families they see.",
    subcommands: [
      MemberListCommand.self, MemberAddCommand.self, MemberGrantCommand.self, MemberWithdrawCommand.self,
      MemberRevokeCommand.self, MemberPassphraseCommand.self, MemberRecoverCommand.self,
    ])
}

/// `visitbook member list`: the members with their roles, those who have left among them.
struct MemberListCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the members.")

  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    var table = Table(
      name: "members",
      columns: [
        Column("member", .text, isKey: true), Column("name", .text), Column("role", .text, required: true),
        Column("volunteer", .text), Column("left", .boolean, required: true),
      ])
    for member in book.members {
      table.append([
        .text(member.number.description), Cell(member.name.isEmpty ? nil : member.name),
        .text(member.role.rawValue), Cell(member.volunteer?.description), .boolean(member.hasLeft),
      ])
    }
    try desk.show(table, as: format, columns: ["member", "name", "role", "volunteer", "left"])
  }
}

extension Book {
  /// Everybody who ever was a member, by number. Somebody whose entry was cut short by a power cut has no name.
  var members: [Member] {
    var members = caseload.members
    for (number, role) in journal.members where members[number] == nil {
      members[number] = Member(number: number, name: "", role: role)
    }
    return members.values.sorted { $0.number < $1.number }
  }

  /// The member of a number or a name; where somebody of that name has left and another is here, the one who is here.
  func member(typed text: String) throws(Failure) -> Member {
    let fitting: [Member]
    switch MemberChoice(typed: text) {
    case .number(let number): fitting = members.filter { $0.number == number }
    case .name(let name): fitting = members.filter { $0.name.lowercased() == plainText(name).lowercased() }
    }
    guard let member = fitting.last(where: { !$0.hasLeft }) ?? fitting.last else {
      throw Failure(.noInput, words("member.unknown"))
    }
    return member
  }

  /// The member of a number or a name, who has not left.
  func presentMember(typed text: String) throws(Failure) -> Member {
    let member = try member(typed: text)
    guard !member.hasLeft else {
      throw Failure(.badData, words("member.leftAlready", values(of: member)))
    }
    return member
  }

  /// What sentences about a member say of them.
  func values(of member: Member) -> [String: String] {
    [
      "member": member.number.description,
      "name": member.name.isEmpty ? member.number.description : member.name,
    ]
  }
}
