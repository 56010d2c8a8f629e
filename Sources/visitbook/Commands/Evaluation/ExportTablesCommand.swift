internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// The options of an export of a table.
struct TableExportOptions: ParsableArguments {
  @Option(help: ArgumentHelp("2026, 2026-Q3, 2026-11, last-quarter.", valueName: "period"))
  var period: String
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "A new folder for the table and datapackage.json, or a file ending in .csv.", valueName: "path"))
  var path: String
  @Flag(help: "With names and words; needs --reason.")
  var identifiable = false
  @Option(parsing: .unconditional, help: ArgumentHelp("Why names have to be in it.", valueName: "text"))
  var reason: String?
  @Flag(help: "Replace files that are there.")
  var force = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions
}

/// An export of one table.
protocol TableExportCommand: DeskCommand {
  var options: TableExportOptions { get }
  /// Which date puts a row into the period, as the description says it.
  static var dateBasis: String { get }
  /// What is exported, as the note of an export with names has it.
  static var kind: String { get }
  /// The table, with names or without.
  func table(_ period: Period, in book: Book, at desk: FrontDesk) throws -> Table
}

extension TableExportCommand {
  var common: CommonOptions { options.common }

  func work(at desk: FrontDesk) throws {
    guard let period = try desk.period(typed: options.period) else { return }
    if options.identifiable, Reason(options.reason ?? "") == nil {
      throw Failure(.usage, desk.words("export.needsReason"))
    }
    let book = try Book.open(at: desk, writing: options.identifiable)
    defer { book.close(at: desk) }
    try book.requireOffice("export")
    if options.identifiable { try book.requireNames() }
    var generator = SystemRandomNumberGenerator()
    let export = TableExport(
      try table(period, in: book, at: desk), period: period, dateBasis: Self.dateBasis,
      identifiable: options.identifiable
    ) { generator.next() }
    let place = ExportPlace(options.path, files: desk.files)
    if options.identifiable {
      try place.check(export.files, replacing: options.force)
      try book.record(
        NoteExport(kind: Self.kind, first: period.first, last: period.last, reason: options.reason ?? "")
          .facts(today: book.today))
    }
    try place.write(export.files, replacing: options.force)
    for file in export.files { try desk.streams.result(line: place.path(of: file)) }
    desk.streams.message(
      desk.words.count(
        options.identifiable ? "export.rowsIdentifiable" : "export.rows", export.rowCount,
        ["period": period.label, "basis": Self.dateBasis]))
  }
}

/// `visitbook export families`: the families with support in a period.
struct ExportFamiliesCommand: TableExportCommand {
  static let configuration = CommandConfiguration(
    commandName: "families", abstract: "Write the families that had support in a period.",
    discussion: "Without --identifiable the file names nobody, and labels differ from export to export.")
  static let kind = "families"
  static let dateBasis = "episode open in the period"

  @OptionGroup
  var options: TableExportOptions

  func table(_ period: Period, in book: Book, at desk: FrontDesk) throws -> Table {
    let summary = VisitSummary(book.caseload, period: period, by: .month, today: book.today)
    let files = summary.families(for: .familiesOpen).compactMap { book.caseload.families[$0] }
    return FamilyTable(identifiable: options.identifiable)
      .table(files, in: book.caseload, on: summary.countedOn)
  }
}

/// `visitbook export checkins`: the check-ins of a period.
struct ExportCheckInsCommand: TableExportCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkins", abstract: "Write the wellbeing check-ins of a period.",
    discussion: "Without --identifiable the file names nobody, and labels differ from export to export.")
  static let kind = "checkins"
  static let dateBasis = "check-in date"

  @OptionGroup
  var options: TableExportOptions

  func table(_ period: Period, in book: Book, at desk: FrontDesk) throws -> Table {
    let report = CheckInReport(book.caseload, instruments: try desk.shelf(), period: period)
    return CheckInTable(identifiable: options.identifiable).table(report.rows)
  }
}

/// `visitbook export outcomes`: every pair of scores that can be compared, from which a summary's outcomes add up.
struct ExportOutcomesCommand: TableExportCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcomes", abstract: "Write how scores changed: a row for each pair that can be compared.",
    discussion: "Without --identifiable the file names nobody, and labels differ from export to export.")
  static let kind = "outcomes"
  static let dateBasis = "date of the later score"

  @OptionGroup
  var options: TableExportOptions

  func table(_ period: Period, in book: Book, at desk: FrontDesk) throws -> Table {
    let sheet = FigureSheet(
      book.caseload, period: period, lists: book.lists, shelf: try desk.shelf(), today: book.today)
    return OutcomeTable.pairs(sheet.outcomes, in: book.caseload, identifiable: options.identifiable)
  }
}
