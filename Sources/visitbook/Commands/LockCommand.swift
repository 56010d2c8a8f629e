internal import ArgumentParser
internal import VisitJournal

/// `visitbook lock`: ends what `unlock` began.
struct LockCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock", abstract: "Forget the key that 'visitbook unlock' left, at once.")

  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let code = try Journal.code(at: folder, fileSystem: PosixFileSystem())
    let wasKept: Bool
    do throws(KeptSessionKey.Refusal) {
      wasKept = try KeptSessionKey(journal: code).forget()
    } catch {
      throw Failure(.inputOutput, desk.words("lock.refused", ["why": desk.words.systemError(error.number)]))
    }
    try desk.streams.result(line: desk.words(wasKept ? "lock.done" : "lock.already"))
  }
}
