internal import ArgumentParser
internal import VisitJournal
internal import VisitModel
internal import VisitReports

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
    let wanted = try book.family(named: family).map(book.caseload.parts(of:))
    var entries: [KeptEntry] = []
    try book.journal.forEachEntry { kept in
      if wanted.map({ parts in kept.entry.fact.family.map(parts.contains) ?? false }) ?? true {
        entries.append(kept)
      }
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
      let family = kept.entry.fact.family
      let file = family.flatMap { book.caseload.families[$0] }
      var isSealed = false
      if case .sealed = kept.entry.fact { isSealed = true }
      table.append([
        .integer(kept.number.count), .text(kept.entry.id.description), .moment(kept.entry.stamp),
        .text(book.caseload.name(of: kept.entry.author)), .text("\(kept.entry.fact.kind)"),
        Cell(family.flatMap(book.caseload.families.number(of:))?.description), Cell(file?.family.name),
        .boolean(isSealed),
      ])
    }
    try desk.show(
      table, as: format, columns: ["entry", "at", "by", "kind", "family", "familyName", "sealed"])
  }
}
