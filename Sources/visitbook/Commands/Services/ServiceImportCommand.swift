internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel

/// `visitbook service import`: takes a directory in from Open Referral UK tables.
struct ServiceImportCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a directory: the services table of Open Referral UK as CSV.",
    discussion: """
      Reads id, organization_id, name, description, url, email, status, application_process, minimum_age, maximum_age, \
      eligibility_description, and phone and address where they are there; other columns are passed over. The \
      organisation's name comes from --organizations (the organizations table), from a column organization_name, or from \
      --organisation. A service taken in before is amended and not added twice. All rows are good, or nothing is recorded.
      """)

  @Argument(help: "The file of services, or - for standard input.")
  var file: String
  @Option(help: ArgumentHelp("The file of organisations, to name those of the services.", valueName: "file"))
  var organizations: String?
  @Option(help: ArgumentHelp("Who offers the services that name nobody.", valueName: "name"))
  var organisation: String?
  @Flag(help: "Say what would be taken in, and record nothing.")
  var dryRun = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let services = try desk.csv(from: file)
    let names = try organizations.map { try desk.csv(from: $0) }.map(OrganisationNames.init)
    let book = try Book.open(at: desk, writing: !dryRun)
    defer { book.close(at: desk) }
    try book.requireOffice("changeDirectory")
    let reading = ServicesFile(
      table: services, name: file, organisations: names, usualOrganisation: organisation ?? "",
      words: desk.words, explain: desk.explain)
    let facts = try reading.facts(in: book.caseload, lists: book.lists)
    if !dryRun { try book.record(facts) }
    var added = 0
    for case .directory(.added) in facts { added += 1 }
    try desk.streams.result(
      line: desk.words(
        dryRun ? "service.wouldImport" : "service.imported",
        [
          "rows": "\(services.rows.count)", "added": "\(added)", "amended": "\(facts.count - added)",
          "same": "\(services.rows.count - facts.count)",
        ]))
  }
}

extension FrontDesk {
  /// A table of comma-separated values named on the command line.
  func csv(from name: String) throws(Failure) -> CsvFile {
    let bytes = try files.read(name)
    do throws(CsvFault) {
      return try CsvFile(parsing: bytes)
    } catch {
      let sentence = words("csv.\(error.problem.rawValue)")
      throw Failure(.badData, RecordsFile.line(name, nil, error.place, sentence, words))
    }
  }
}
