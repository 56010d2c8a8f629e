internal import ArgumentParser
internal import VisitJournal
internal import VisitReports

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
    let snapshots = try Journal.snapshotSizes(at: folder, fileSystem: PosixFileSystem())
    let figures = [
      ("entries", facts.entries), ("frames", facts.frames), ("segments", facts.segments),
      ("bytes", facts.bytes), ("checkpoints", facts.checkpoints), ("redactedFrames", facts.redactedFrames),
      ("members", members.count), ("snapshots", snapshots.files), ("snapshotBytes", snapshots.bytes),
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
