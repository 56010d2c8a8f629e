internal import ArgumentParser
internal import VisitModel
internal import VisitReports

/// `visitbook visit log`: records one visit from the command line, or all of a file or none of it.
struct VisitLogCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Log a visit, or every visit of a file.",
    discussion: """
      A file holds one visit or a list of visits as JSON, with the names that 'visit show --format json' uses. \
      Either all of it is recorded or nothing is.
      """)

  @Option(help: ArgumentHelp("The family: F-0042, or its name.", valueName: "family"))
  var family: String?
  @OptionGroup(title: "About the visit")
  var fields: VisitFields
  @Option(help: ArgumentHelp("Read visits from a JSON file; - is standard input.", valueName: "file"))
  var from: String?
  @Flag(help: "Record it although the same visit seems to stand already.")
  var again = false
  @Option(help: ArgumentHelp("How to answer: text or json.", valueName: "format"))
  var format: RecordFormat = .text
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if from != nil, family != nil || !fields.isEmpty {
      throw ValidationError("--from brings everything along; leave the other options of the visit out.")
    }
    if from == nil, family == nil {
      throw ValidationError("Name the family: --family F-0042, or give --from.")
    }
  }

  func work(at desk: FrontDesk) throws {
    // What can be refused without the journal is refused before anybody is asked for a passphrase.
    let file = try from.map { try desk.records(from: $0) }
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let facts = try facts(of: file, in: book, at: desk)
    let worries = book.worries(in: facts, now: desk.now)
    let kept = try book.recordLast(facts + worries)
    let records = kept.compactMap { book.caseload.visit($0.entry.id) }
    switch format {
    case .json:
      let documents = records.map { VisitDocument.json($0.visit, of: $0.family, in: book.caseload) }
      try desk.streams.result(
        JSONWriter.bytes(from == nil && documents.count == 1 ? documents[0] : .array(documents)))
    case .text:
      for (file, visit) in records {
        let isContact = visit.current?.outcome.contact != nil
        try desk.streams.result(
          line: desk.words(isContact ? "visit.logged" : "visit.loggedUnseen", book.values(of: visit, file)))
      }
    }
    desk.say(raised: worries)
  }

  private func facts(of file: RecordsFile?, in book: Book, at desk: FrontDesk) throws -> [Fact] {
    if let file {
      return try file.visits(in: book, allowingDuplicates: again, explain: desk.explain)
    }
    let file = try book.family(typed: family ?? "")
    try book.requireOwn(file)
    var typed = book.usualVisit(to: file)
    try fields.fill(&typed) { try desk.standardInputText() }
    return try RecordVisit(typed: typed, family: file.id, allowingDuplicate: again)
      .facts(in: book.caseload, lists: book.lists, today: book.today)
  }
}

extension FrontDesk {
  /// Names the concerns that worries became.
  func say(raised facts: [Fact]) {
    for case .concern(.raised(let concern)) in facts {
      streams.message(words("concern.fromWorry", ["id": concern.id.description]))
    }
  }
}

extension Book {
  /// The facts that raise a concern for each worry of the visits in facts.
  func worries(in facts: [Fact], now: Moment) -> [Fact] {
    caseload.raisingWorries(in: facts, as: member, now: now, draw: RecordID.drawn)
  }

  /// A visit before anything was said of it: today, by the member's own volunteer or the family's.
  func usualVisit(to file: FamilyFile) -> TypedVisit {
    var typed = TypedVisit()
    typed[.date] = today.description
    typed[.volunteers] = (member.volunteer ?? file.volunteer).map(\.description) ?? ""
    return typed
  }

  /// What is said of a visit in one line.
  func values(of record: Record<Visit>, _ file: FamilyFile) -> [String: String] {
    let visit = record.lastSaid
    return [
      "id": record.id.description, "family": file.number.description, "name": file.family.name,
      "day": visit?.day.description ?? "", "outcome": visit?.outcome.kind.rawValue ?? "",
      "length": visit.map { $0.outcome.minutes.text } ?? "",
    ]
  }
}
