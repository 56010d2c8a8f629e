internal import ArgumentParser
internal import Glibc
internal import VisitJournal
internal import VisitLibrary
internal import VisitModel
internal import VisitReports

/// `visitbook access-pack`: everything held on a family, to be handed to them.
struct AccessPackCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "access-pack",
    abstract: "Write down everything held on a family, for somebody of it who asks.",
    discussion: """
      Every entry with its corrections, who wrote it, who opened it, and what was not finished: as text, as a page and as \
      data. Passages that may speak of somebody else are marked; check each before you hand the pack out. That it was made \
      is recorded.
      """)

  @Argument(help: "The family: F-0042, or its name.")
  var family: String
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("A new folder for pack.txt, pack.html and pack.json.", valueName: "dir"))
  var path: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Who asked and why; it is recorded.", valueName: "text"))
  var reason: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    try book.requireOffice("accessPack")
    let file = try book.family(typed: family, because: reason)
    try desk.files.requireNew(path)
    let why = reason ?? desk.words("pack.reason")
    // Recorded first: no pack leaves without a trace, and the pack says that it was made.
    guard let said = Reason(plainText(why)), said.text.count <= TextLimit.line else {
      throw Refusal(.reason, .tooLong(max: TextLimit.line))
    }
    try book.record([.oversight(.accessPackMade(file.id, book.today, said))])
    let parts = book.caseload.parts(of: file.id)
    let drafts = try book.journal.drafts.list().drafts.filter { draft in
      draft.key.family.map(parts.contains) ?? false
    }
    let holdings = AccessPack.Holdings(
      file: file, entries: try book.journal.entries(about: parts),
      drafts: drafts.map { draft in
        (draft.key.form.rawValue, draft.fields.map { ($0.name, $0.text) })
      })
    let pack = AccessPack(
      holdings, in: book.caseload, lists: book.lists,
      made: AccessPack.Making(by: book.member.name, day: book.today, reason: said.text)
    ) { key in desk.words.text(key) ?? desk.library.words.text(key) }
    guard mkdir(path, 0o700) == 0 else {
      throw Failure(
        .cannotCreate, desk.words("file.cannotCreate", ["file": path, "why": desk.words.systemError(errno)]))
    }
    for made in pack.files { try desk.files.write(made.bytes, to: path + "/" + made.name, replacing: false) }
    for made in pack.files { try desk.streams.result(line: path + "/" + made.name) }
    desk.streams.message(
      desk.words(
        "pack.done", ["family": file.number.description, "path": path, "entries": "\(pack.entryCount)"]))
    if pack.markCount > 0 { desk.streams.message(desk.words.count("pack.check", pack.markCount)) }
    if pack.closedCount > 0 { desk.streams.message(desk.words.count("pack.closed", pack.closedCount)) }
  }
}
