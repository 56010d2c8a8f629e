internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook member passphrase`: replaces one's own passphrase.
struct MemberPassphraseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change your own passphrase; the recovery code stays.")

  @Option(help: ArgumentHelp("A file whose first line is the new passphrase.", valueName: "file"))
  var newPassphraseFile: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true, asking: true)
    defer { book.close(at: desk) }
    let passphrase = try desk.passphrases.new(from: newPassphraseFile, desk.words("passphrase.askNew"))
    try book.journal.changePassphrase(to: passphrase, cost: .ofThisMachine())
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
    let next = try journal.resetPassphrase(to: passphrase, cost: .ofThisMachine())
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
