internal import ArgumentParser
internal import VisitJournal
internal import VisitModel
internal import VisitReports

/// `visitbook member`: who may open the journal.
struct MemberCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Who may open the journal: list, let in, change passphrases.",
    subcommands: [
      MemberListCommand.self, MemberAddCommand.self, MemberPassphraseCommand.self, MemberRecoverCommand.self,
    ])
}

/// `visitbook member list`: the members with their roles.
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
        Column("volunteer", .text),
      ])
    for (number, role) in book.journal.members {
      let member = book.caseload.members[number]
      table.append([
        .text(number.description), Cell(member?.name), .text(role.rawValue),
        Cell(member?.volunteer?.description),
      ])
    }
    try desk.show(table, as: format, columns: ["member", "name", "role", "volunteer"])
  }
}

/// `visitbook member add`: lets somebody in, with a passphrase of their own.
struct MemberAddCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Let somebody into the journal, with a passphrase of their own.")

  @Option(help: "The name their entries are signed with.")
  var name: String
  @Option(help: "volunteer, coordinator or supervisor.")
  var role: Role
  @Option(help: ArgumentHelp("Which volunteer they are: V-07 or a name.", valueName: "volunteer"))
  var volunteer: String?
  @Option(help: ArgumentHelp("A file whose first line is their passphrase.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("addMember")
    let number = try book.volunteer(named: volunteer)
    let plain = plainText(name)
    if plain.isEmpty { throw Refusal(.name, .missing) }
    if book.caseload.members.values.contains(where: { $0.name.lowercased() == plain.lowercased() }) {
      throw Refusal(.name, .alreadyUsed(plain))
    }
    let passphrase = try desk.passphrases.new(
      from: newPassphraseFile, desk.words("passphrase.askFor", ["name": plain]))
    let (member, code) = try book.journal.addMember(
      name: plain, role: role, volunteer: number, passphrase: passphrase)
    if let number {
      for file in book.caseload.familiesInOrder where file.volunteer == number {
        try book.journal.grant(file.id, to: member.number)
      }
    }
    try desk.streams.result(
      line: desk.words("member.added", ["member": member.number.description, "name": member.name]))
    try desk.say(code)
  }
}

/// `visitbook member passphrase`: replaces one's own passphrase.
struct MemberPassphraseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change your own passphrase; the recovery code stays.")

  @Option(help: ArgumentHelp("A file whose first line is the new passphrase.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let passphrase = try desk.passphrases.new(from: newPassphraseFile, desk.words("passphrase.askNew"))
    try book.journal.changePassphrase(to: passphrase)
    try desk.streams.result(line: desk.words("passphrase.changed", ["name": book.member.name]))
  }
}

/// `visitbook member recover`: sets a new passphrase with the recovery code.
struct MemberRecoverCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "recover",
    abstract: "Set a new passphrase with your recovery code; a new code is shown once.")

  @Option(help: ArgumentHelp("A file whose first line is the recovery code.", valueName: "file"))
  var codeFile: String?
  @Option(help: ArgumentHelp("A file whose first line is the new passphrase.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    let member = try desk.member(of: folder, on: fileSystem)
    let typed = try codeFile.map(desk.firstLine) ?? Questions().ask(desk.words("recovery.ask"))
    guard let typed else { throw Failure(.notAllowed, desk.words("recovery.none")) }
    let code: RecoveryCode
    do {
      code = try RecoveryCode(typed: typed)
    } catch {
      throw Failure(.badData, desk.words("recovery.misread"))
    }
    let journal = try Journal.open(
      at: folder, fileSystem: fileSystem, member: member, secret: .recoveryCode(code))
    let passphrase = try desk.passphrases.new(from: newPassphraseFile, desk.words("passphrase.askNew"))
    let next = try journal.resetPassphrase(to: passphrase)
    try journal.close()
    try desk.streams.result(line: desk.words("recovery.done"))
    try desk.say(next)
  }
}

extension FrontDesk {
  /// Shows a recovery code, which is never shown again.
  func say(_ code: RecoveryCode) throws {
    try streams.result(line: words("recovery.code", ["code": code.description]))
    streams.message(words("recovery.keep"))
  }

  fileprivate func firstLine(of file: String) throws(Failure) -> String {
    let bytes = try files.read(file, atMost: 64 << 10)
    return String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}
