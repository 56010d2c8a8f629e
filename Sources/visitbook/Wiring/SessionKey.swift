internal import VisitJournal
internal import VisitModel

// Opening a journal with the key that `unlock` left with the kernel, else with a passphrase.

extension FrontDesk {
  /// Opens a journal: with the passphrase from a file where one was named, else with the key that `unlock` left, else
  /// with the passphrase of the person at the terminal, who is asked in any case where `asking` says so.
  func journal(
    _ folder: JournalPath, on fileSystem: any FileSystem, _ mode: Journal.Mode, asking: Bool = false
  ) throws -> (journal: Journal, caseload: Caseload) {
    if !asking, passphrases.file == nil, let opened = try unlocked(folder, on: fileSystem, mode) {
      return opened
    }
    let member = try member(of: folder, on: fileSystem)
    let secret = JournalSecret.passphrase(try passphrases.existing(words("passphrase.ask")))
    let progress = ProgressLine()
    defer { progress.clear() }
    return try Journal.openCaseload(
      at: folder, fileSystem: fileSystem, member: member, secret: secret, mode: mode, progress: progress.show)
  }

  /// Opens a journal with the key that is kept; nil where there is none, or where it is not that of whoever is named.
  func unlocked(
    _ folder: JournalPath, on fileSystem: any FileSystem, _ mode: Journal.Mode
  ) throws(JournalError) -> (journal: Journal, caseload: Caseload)? {
    let place = KeptSessionKey(journal: try Journal.code(at: folder, fileSystem: fileSystem))
    guard let found = place.find() else { return nil }
    let member = options.member.map(MemberChoice.init(typed:)) ?? .number(found.member)
    let secret = JournalSecret.sessionKey(found.key.copy())
    let progress = ProgressLine()
    defer { progress.clear() }
    do throws(JournalError) {
      return try Journal.openCaseload(
        at: folder, fileSystem: fileSystem, member: member, secret: secret, mode: mode,
        progress: progress.show)
    } catch {
      if error == .wrongSessionKey { return nil }
      throw error
    }
  }
}
