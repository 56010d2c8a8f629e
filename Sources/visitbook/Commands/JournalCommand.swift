internal import ArgumentParser
internal import VisitJournal
internal import VisitModel
internal import VisitReports

/// `visitbook journal`: the journal itself.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Check the journal, and look at its entries.",
    subcommands: [JournalVerifyCommand.self, JournalLogCommand.self, JournalStatsCommand.self])
}

/// `visitbook journal verify`: checks every byte; needs no passphrase.
struct JournalVerifyCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check the chain of the whole journal; needs no passphrase.",
    discussion: """
      Ends with 0 where all is good, 1 for an unfinished write at the end, 2 for damage, 3 where entries that were \
      acknowledged are missing or differ, 4 where the journal cannot be read.
      """)

  @Flag(help: "Check the signature of every checkpoint, not only of the last.")
  var everySignature = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let explain = Explain(words: desk.words, faults: nil)
    let folder = try desk.options.journalFolder(desk.around)
    let report: LogVerifier.Report
    do {
      report = try Journal.verify(at: folder, fileSystem: PosixFileSystem(), everySignature: everySignature)
    } catch {
      desk.streams.message(explain.failure(error).message)
      throw ExitCode(Int32(LogVerifier.Verdict.cannotRead.rawValue))
    }
    let sentence =
      report.finding.map { explain.sentence(for: $0) } ?? report.error.map { explain.sentence(for: $0) }
    try desk.streams.result(line: sentence ?? desk.words("log.clean"))
    try desk.streams.result(
      line: desk.words.count("log.entries", report.facts.entries, desk.values(of: report.facts)))
    if report.verdict != .good { throw ExitCode(Int32(report.verdict.rawValue)) }
  }
}

/// `visitbook journal stats`: how much there is; needs no passphrase.
struct JournalStatsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count what the journal holds; needs no passphrase.")

  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let folder = try desk.options.journalFolder(desk.around)
    let facts = try Journal.verify(at: folder, fileSystem: PosixFileSystem()).facts
    let members = try Journal.members(at: folder, fileSystem: PosixFileSystem())
    let figures = [
      ("entries", facts.entries), ("frames", facts.frames), ("segments", facts.segments),
      ("bytes", facts.bytes), ("checkpoints", facts.checkpoints), ("redactedFrames", facts.redactedFrames),
      ("members", members.count),
    ]
    let table = Table(
      name: "stats", columns: figures.map { Column($0.0, .integer, required: true) },
      rows: [figures.map { .integer($0.1) }])
    if format == .text {
      try desk.streams.result(lines: figures.map { "\(desk.title(of: $0.0)): \($0.1)" })
    } else if format == .json {
      try desk.streams.result(JSONWriter.bytes(.object(figures.map { ($0.0, .integer($0.1)) })))
    } else {
      try desk.show(table, as: .csv, columns: [])
    }
  }
}

/// `visitbook journal log`: entries as they came.
struct JournalLogCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List entries as they came: when, by whom, what, about whom.")

  @Option(help: ArgumentHelp("Only the last so many.", valueName: "count"))
  var last: Int?
  @Option(help: ArgumentHelp("Only about this family.", valueName: "family"))
  var family: String?
  @Option(help: ArgumentHelp("text, csv or json.", valueName: "format"))
  var format: ListFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if let last, last < 1 { throw ValidationError("--last wants a number from 1.") }
  }

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    let wanted = try book.family(named: family)
    var entries: [KeptEntry] = []
    try book.journal.forEachEntry { kept in
      if wanted == nil || kept.entry.fact.family == wanted { entries.append(kept) }
    }
    var table = Table(
      name: "entries",
      columns: [
        Column("entry", .integer, isKey: true), Column("entryId", .text, required: true),
        Column("at", .moment, required: true), Column("by", .text, required: true),
        Column("kind", .text, required: true), Column("family", .text), Column("familyName", .text),
        Column("sealed", .boolean, required: true),
      ])
    for kept in entries.suffix(last ?? entries.count) {
      let file = kept.entry.fact.family.flatMap { book.caseload.families[$0] }
      var isSealed = false
      if case .sealed = kept.entry.fact { isSealed = true }
      table.append([
        .integer(kept.number.count), .text(kept.entry.id.description), .moment(kept.entry.stamp),
        .text(book.caseload.name(of: kept.entry.author)), .text("\(kept.entry.fact.kind)"),
        Cell(file?.number.description), Cell(file?.family.name), .boolean(isSealed),
      ])
    }
    try desk.show(
      table, as: format, columns: ["entry", "at", "by", "kind", "family", "familyName", "sealed"])
  }
}

extension FrontDesk {
  fileprivate func values(of facts: LogFacts) -> [String: String] {
    [
      "frames": "\(facts.frames)", "segments": "\(facts.segments)", "checkpoints": "\(facts.checkpoints)",
      "signatures": "\(facts.signaturesChecked)",
    ]
  }
}
