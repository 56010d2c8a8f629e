internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook journal verify`: checks every byte; needs a passphrase only to look into the entries too.
struct JournalVerifyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the chain of the whole journal; needs no passphrase.",
    discussion: """
      Ends with 0 where all is good, 1 for an unfinished write at the end, 2 for damage, 3 where entries that were \
      acknowledged are missing or differ, 4 where the journal cannot be read. With --deep the passphrase is asked \
      for, and every entry is opened and read as well.
      """)

  @Flag(help: "Check the signature of every checkpoint, not only of the last.")
  var everySignature = false
  @Flag(help: "Open and read every entry too; needs the passphrase.")
  var deep = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  /// What was found, with or without keys.
  private struct Finding {
    let report: LogVerifier.Report
    var deep: Journal.DeepCheck?
    var snapshot = Journal.SnapshotCheck.none
    let quarantined: [String]
    var verdict: LogVerifier.Verdict { deep?.verdict ?? report.verdict }
  }

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let finding: Finding
    do {
      finding = try look(at: folder, desk)
    } catch let error as JournalError where error.isAboutTheReader {
      throw error
    } catch let error as JournalError {
      desk.streams.message(desk.explain.failure(error).message)
      throw ExitCode(Int32(LogVerifier.Verdict.cannotRead.rawValue))
    }
    try desk.streams.result(lines: lines(for: finding, desk))
    if finding.verdict != .good { throw ExitCode(Int32(finding.verdict.rawValue)) }
  }

  private func look(at folder: JournalPath, _ desk: FrontDesk) throws -> Finding {
    let progress = ProgressLine()
    defer { progress.clear() }
    let fileSystem = PosixFileSystem()
    let quarantined = try Journal.quarantined(at: folder, fileSystem: fileSystem)
    guard deep else {
      let report = try Journal.verify(
        at: folder, fileSystem: fileSystem, everySignature: everySignature, progress: progress.show)
      return Finding(report: report, quarantined: quarantined)
    }
    let member = try desk.member(of: folder, on: fileSystem)
    let secret = JournalSecret.passphrase(try desk.passphrases.existing(desk.words("passphrase.ask")))
    let journal = try Journal.open(
      at: folder, fileSystem: fileSystem, member: member, secret: secret, mode: .reading)
    let check = journal.deepCheck(everySignature: everySignature, progress: progress.show)
    return Finding(
      report: check.report, deep: check, snapshot: check.snapshot, quarantined: quarantined)
  }

  private func lines(for finding: Finding, _ desk: FrontDesk) -> [String] {
    let (words, explain, report) = (desk.words, desk.explain, finding.report)
    var lines: [String] = []
    if report.finding != .clean || finding.verdict == .good {
      let sentence =
        report.finding.map { explain.sentence(for: $0) } ?? report.error.map { explain.sentence(for: $0) }
      lines.append(sentence ?? words("log.clean"))
    }
    for entry in finding.deep?.misread ?? [] {
      lines.append(desk.sentence(for: entry))
    }
    if finding.verdict == .damage { lines.append(words("verify.cure")) }
    if report.error == nil { lines.append(counts(report.facts, words)) }
    if let deep = finding.deep { lines += counts(deep, words) }
    if finding.snapshot != .none { lines.append(words("verify.snapshot.\(finding.snapshot.rawValue)")) }
    if report.facts.frames > 0, let slots = report.headSlotsReadable, slots < 2 {
      lines.append(words(slots == 0 ? "verify.headNone" : "verify.headOne"))
    }
    if !finding.quarantined.isEmpty {
      lines.append(words.count("verify.quarantine", finding.quarantined.count))
    }
    return lines
  }

  private func counts(_ facts: LogFacts, _ words: Wording) -> String {
    words.count(
      "log.entries", facts.entries,
      [
        "frames": "\(facts.frames)", "segments": "\(facts.segments)", "checkpoints": "\(facts.checkpoints)",
        "signatures": "\(facts.signaturesChecked)",
      ])
  }

  private func counts(_ deep: Journal.DeepCheck, _ words: Wording) -> [String] {
    var lines = [words.count("verify.read", deep.read)]
    if deep.sealed > 0 { lines.append(words.count("verify.sealed", deep.sealed)) }
    if deep.newer > 0 { lines.append(words.count("verify.newer", deep.newer)) }
    return lines
  }
}

extension FrontDesk {
  /// An entry that cannot be read, with its place.
  func sentence(for entry: Journal.MisreadEntry) -> String {
    words(
      "verify.misread",
      [
        "entry": "\(entry.number.count)", "segment": "\(entry.place.segment)",
        "offset": "\(entry.place.offset)", "problem": "\(entry.error.problem)", "field": entry.error.field,
      ])
  }
}

extension JournalError {
  /// Whether it says something about who asked, and nothing about the journal.
  fileprivate var isAboutTheReader: Bool {
    switch self {
    case .wrongPassphrase, .wrongRecoveryCode, .wrongSessionKey, .noMemory, .unknownMember, .severalMembers,
      .memberLeft, .notAllowed:
      true
    default: false
    }
  }
}
