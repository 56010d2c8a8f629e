internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook export`: records for another program.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write records for another program.",
    subcommands: [
      ExportVisitsCommand.self, ExportFamiliesCommand.self, ExportCheckInsCommand.self,
      ExportOutcomesCommand.self,
    ])
}

/// `visitbook export visits`: the visits of a period, with a description of the file beside it.
struct ExportVisitsCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "visits", abstract: "Write the visits of a period as CSV, with its description beside it.",
    discussion: """
      Without --identifiable the file names nobody, and its labels for families and visits differ from export to \
      export.
      """)

  @Option(help: ArgumentHelp("2026, 2026-Q3, 2026-11, last-quarter.", valueName: "period"))
  var period: String
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "A new folder for visits.csv and datapackage.json, or a file ending in .csv.", valueName: "path"))
  var path: String
  @Flag(help: "With names, notes and words; needs --reason.")
  var identifiable = false
  @Option(help: ArgumentHelp("Why names have to be in it.", valueName: "text"))
  var reason: String?
  @Flag(help: "Replace files that are there.")
  var force = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    guard let period = try desk.period(typed: period) else { return }
    if identifiable, Reason(reason ?? "") == nil { throw Failure(.usage, desk.words("export.needsReason")) }
    let book = try Book.open(at: desk, writing: identifiable)
    defer { book.close(at: desk) }
    try book.requireOffice("export")
    if identifiable { try book.requireNames() }
    var generator = SystemRandomNumberGenerator()
    let export = VisitExport(book.caseload, period: period, identifiable: identifiable) { generator.next() }
    let place = ExportPlace(path, files: desk.files)
    if identifiable {
      try place.check(export.files, replacing: force)
      try book.record(
        NoteExport(kind: "visits", first: period.first, last: period.last, reason: reason ?? "")
          .facts(today: book.today))
    }
    try place.write(export.files, replacing: force)
    for file in export.files { try desk.streams.result(line: place.path(of: file)) }
    desk.streams.message(
      desk.words.count(
        identifiable ? "export.doneIdentifiable" : "export.done", export.rowCount,
        ["period": export.period.label]))
    if export.sealedVisits > 0 {
      desk.streams.message(desk.words.count("export.sealed", export.sealedVisits))
    }
  }
}
