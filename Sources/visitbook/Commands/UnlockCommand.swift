internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook unlock`: spares the commands that follow the passphrase.
struct UnlockCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: "Let the commands that follow open the journal without the passphrase.",
    discussion: """
      The system's kernel keeps your key for the programs of this login and forgets it 15 minutes after the last \
      command, or at 'visitbook lock'. The screens ask all the same.
      """)

  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    let member = try desk.member(of: folder, on: fileSystem)
    let secret = JournalSecret.passphrase(try desk.passphrases.existing(desk.words("passphrase.ask")))
    let journal = try Journal.open(
      at: folder, fileSystem: fileSystem, member: member, secret: secret, mode: .reading)
    do throws(KeptSessionKey.Refusal) {
      try KeptSessionKey(journal: journal.code).keep(journal.sessionKey(), of: journal.member)
    } catch {
      throw Failure(
        .configuration, desk.words("unlock.refused", ["why": desk.words.systemError(error.number)]))
    }
    try desk.streams.result(line: desk.words("unlock.done", ["minutes": "\(KeptSessionKey.minutes)"]))
  }
}
