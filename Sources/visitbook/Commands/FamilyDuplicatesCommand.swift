internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook family duplicates`: the families that are probably in the book twice.
struct FamilyDuplicatesCommand: ShowCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List families that are probably one and the same, the likeliest first.",
    discussion: """
      By names and nicknames, birthdays, telephones and houses. Nothing is changed: 'family merge' makes two of them one, \
      and says first what it will do.
      """)

  @OptionGroup
  var output: OutputOptions<ListFormat>

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk)
    try book.requireOffice("mergeFamilies")
    let pairs = book.caseload.likelyPairs(lists: book.lists)
    try desk.show(
      DuplicateTable.table(pairs, in: book.caseload) { pair, family in
        book.labels.naming(pair.signs, of: family)
      }, as: output.format, columns: ["family", "familyName", "into", "intoName", "because"])
  }
}
