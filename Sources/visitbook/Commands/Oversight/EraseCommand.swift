internal import ArgumentParser
internal import VisitJournal
internal import VisitLibrary
internal import VisitModel

/// `visitbook erase`: erases a family for good.
struct EraseCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Erase a family for good; its plain numbers stay in the summaries.",
    discussion: """
      Says first what will go. The family's key is destroyed, its entries are taken out of the journal, and an entry says \
      when, why and on whose authority. It cannot be undone. Only a supervisor may, and never under a legal hold.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why, in words that name nobody of the family; it is kept.", valueName: "text"))
  var reason: String?
  @Option(
    help: ArgumentHelp(
      "retention (the period is over), asked (by the family), mistake or other.", valueName: "ground"))
  var ground: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("On whose authority; your own unless given.", valueName: "name"))
  var authority: String?
  @Option(
    help: ArgumentHelp(
      "The family's number again, to erase without being asked: --yes F-0042.", valueName: "number"))
  var yes: String?
  @Flag(help: "Only say what would go.")
  var dryRun = false
  @Option(help: ArgumentHelp("A new file for the receipt.", valueName: "file"))
  var receipt: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: !dryRun)
    defer { book.close(at: desk) }
    let file = try book.family(typed: family, because: reason)
    try EraseFamily.check(file.id, in: book.caseload, by: book.member)
    if let receipt { try desk.files.requireNew(receipt) }
    let counts = try book.erasable(file.id)
    try desk.streams.result(lines: ErasurePreview(file: file, counts: counts, desk: desk).lines)
    if dryRun { return }
    let values = book.values(of: file)
    guard let reason = reason ?? Questions().ask(desk.words("erase.askReason")) else {
      throw Failure(.usage, desk.words("erase.needsReason"))
    }
    guard let confirmed = yes ?? Questions().ask(desk.words("erase.askNumber", values)) else {
      throw Failure(.usage, desk.words("erase.needsNumber", values))
    }
    let facts = try EraseFamily(
      family: file.id, ground: ground ?? "", reason: reason, authority: authority ?? ""
    ).facts(in: book.caseload, by: book.member, confirmed: confirmed, counts: counts, today: book.today)
    let cleared = try book.erase(facts)
    guard let erasure = book.caseload.oversight.erasures[file.id] else { return }
    let lines = ErasureReceipt(erasure: erasure, cleared: cleared, book: book, desk: desk).lines
    if let receipt {
      try desk.files.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: receipt, replacing: false)
    }
    try desk.streams.result(lines: lines)
  }
}

extension Book {
  /// How many entries of each kind go with a family, the most first.
  func erasable(_ family: FamilyID) throws(JournalError) -> [ErasedCount] {
    var counts: [FactKind: Int] = [:]
    for kept in try journal.entries(about: caseload.parts(of: family)) {
      counts[kept.entry.fact.kind, default: 0] += 1
    }
    return counts.map { ErasedCount(kind: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.kind.rawValue) < ($0.count, $1.kind.rawValue) }
  }
}

/// What will go with a family, and what stays, in lines.
struct ErasurePreview {
  let file: FamilyFile
  let counts: [ErasedCount]
  let desk: FrontDesk

  var lines: [String] {
    let words = desk.words
    let values = [
      "family": file.number.description, "name": file.family.name,
      "people": words.count("people", file.family.people.count), "visits": "\(file.standingVisits.count)",
    ]
    let kinds = counts.map { count in
      words("erase.kind", ["count": "\(count.count)", "kind": desk.library.words("fact.\(count.kind)")])
    }
    var lines = [words("erase.will", values)] + kinds + [words("erase.stays", values)]
    if let episode = file.episode, !episode.state.stage.isClosed {
      lines.append(
        words(
          "erase.stillOpen",
          ["family": file.number.description, "stage": episode.state.stage.rawValue]))
    }
    return lines
  }
}

/// What was done, and what may remain elsewhere, in lines that name nobody.
struct ErasureReceipt {
  let erasure: Noted<FamilyErasure>
  let cleared: Journal.Cleared
  let book: Book
  let desk: FrontDesk

  var lines: [String] {
    let (words, what) = (desk.words, erasure.what)
    let values = [
      "family": what.number.description, "day": what.day.description,
      "by": book.caseload.name(of: erasure.author),
      "ground": desk.library.words("ground.\(what.ground.rawValue)"),
      "reason": what.reason.text, "authority": what.authority.text, "entries": "\(cleared.entries)",
      "drafts": "\(cleared.drafts)", "files": "\(cleared.quarantined)",
    ]
    let kept = ["erase.done", "erase.why", "erase.cleared"].map { words($0, values) }
    let exports = book.caseload.oversight.exports.filter(\.what.isIdentifiable).map { export in
      words(
        "erase.export",
        [
          "kind": export.what.kind, "day": export.what.day.description,
          "first": export.what.first.description, "last": export.what.last.description,
        ])
    }
    return kept + [words("erase.elsewhere")] + exports
      + ["erase.backups", "erase.forms", "erase.disk", "erase.paper"].map { words($0, values) }
  }
}
