internal import ArgumentParser
internal import VisitJournal

/// `visitbook journal backup`: a copy of the whole journal, while it is in use.
struct JournalBackupCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the journal, in use or not, and check the copy; needs no passphrase.",
    discussion: """
      The copy is a journal of its own and opens with the same passphrases. It is encrypted as the journal is.
      """)

  @Argument(help: "A folder that is missing or empty.")
  var to: String
  @Flag(help: "Take unfinished forms along.")
  var drafts = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let progress = ProgressLine()
    defer { progress.clear() }
    let copied: Journal.Copied
    do throws(CareError) {
      copied = try Journal.backUp(
        from: folder, to: JournalPath(to), fileSystem: PosixFileSystem(), withDrafts: drafts,
        progress: progress.show)
    } catch {
      throw desk.explained(error)
    }
    progress.clear()
    try desk.streams.result(line: desk.words.count("backup.done", copied.facts.entries, ["path": to]))
    if copied.drafts > 0 { try desk.streams.result(line: desk.words.count("backup.drafts", copied.drafts)) }
  }
}

/// `visitbook journal restore`: a backup put in the place of a journal that is gone.
struct JournalRestoreCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of a journal that is gone; needs no passphrase.",
    discussion: """
      The journal's folder must be missing or empty: move a damaged journal aside first. What was recorded after the \
      backup is not in it. The journal goes on as a device of its own, so that a lost one that turns up is no fork of it.
      """)

  @Argument(help: "The folder of the backup.")
  var from: String
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let progress = ProgressLine()
    defer { progress.clear() }
    let copied: Journal.Copied
    do throws(CareError) {
      copied = try Journal.restore(
        from: JournalPath(from), to: folder, fileSystem: PosixFileSystem(), progress: progress.show)
    } catch {
      throw desk.explained(error)
    }
    progress.clear()
    try desk.streams.result(
      line: desk.words.count("restore.done", copied.facts.entries, ["path": folder.text, "from": from]))
    desk.streams.message(desk.words("restore.older"))
  }
}

extension FrontDesk {
  /// What to say about a journal that was not copied, put back or salvaged.
  func explained(_ error: CareError) -> any Error {
    switch error {
    case .journal(let error): error
    case .sourceNotGood(let path, let report):
      Failure(
        .inputOutput, words("backup.sourceNotGood", ["path": path.text, "finding": sentence(for: report)]))
    case .copyNotGood(let path, let report):
      Failure(
        .inputOutput, words("backup.copyNotGood", ["path": path.text, "finding": sentence(for: report)]))
    }
  }

  private func sentence(for report: LogVerifier.Report) -> String {
    report.finding.map { explain.sentence(for: $0) } ?? report.error.map { explain.sentence(for: $0) } ?? ""
  }
}
