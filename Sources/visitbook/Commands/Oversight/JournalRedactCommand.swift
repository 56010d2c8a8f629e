internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook journal redact`: takes what is left of erased families out of the log.
struct JournalRedactCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact", abstract: "Finish erasing: take what is left of erased families out of the log.",
    discussion: """
      Erasing a family does this by itself, and every opening for writing finishes what a power cut interrupted. The chain \
      and every checkpoint still verify.
      """)

  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: true)
    defer { book.close(at: desk) }
    let finished = book.journal.finishedErasures.count
    let cleared = try book.journal.redact()
    try desk.streams.result(
      line: desk.words.count(
        "redact.done", book.caseload.oversight.erasures.count,
        ["entries": "\(cleared.entries)", "finished": "\(finished)"]))
  }
}
