internal import ArgumentParser
internal import VisitJournal
internal import VisitLibrary
internal import VisitModel

/// `visitbook family merge`: two families of the book are one and the same.
struct FamilyMergeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make two families one: the first goes on under the number of the second.",
    discussion: """
      Says first what it will do, and asks. Both families keep what was recorded of them, so that 'family unmerge' takes \
      the merge back without a trace. The number that is not used any more still leads to the family.
      """)

  @Argument(help: "The family whose number is not used any more: F-0049, or its name.")
  var family: String
  @Option(help: ArgumentHelp("The family that goes on: F-0042, or its name.", valueName: "family"))
  var into: String
  @Option(
    help: ArgumentHelp(
      "Which people are the same, the first family's number first: P1=P2,P3=P1; 'none' where nobody is.",
      valueName: "people"))
  var same: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why; it is recorded.", valueName: "text"))
  var reason: String?
  @Flag(help: "Only say what it would do.")
  var dryRun = false
  @Flag(help: "Merge without being asked.")
  var yes = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: !dryRun)
    defer { book.close(at: desk) }
    try book.requireOffice("mergeFamilies")
    let file = try book.family(typed: family, because: reason)
    let other = try book.family(typed: into, because: reason)
    var merge = MergeFamilies(family: file.id, into: other.id, same: same ?? "", reason: reason ?? "")
    let preview = try merge.preview(in: book.caseload, lists: book.lists, by: book.member, today: book.today)
    try desk.streams.result(lines: book.labels.lines(of: preview, in: book.caseload))
    if dryRun { return }
    let values = book.values(of: file).merging(["into": other.number.description]) { $1 }
    if !preview.isStopped, reason == nil {
      guard let said = Questions().ask(desk.words("family.merge.askReason")) else {
        throw Failure(.usage, desk.words("family.merge.needsReason"))
      }
      merge = MergeFamilies(family: file.id, into: other.id, same: same ?? "", reason: said)
    }
    let facts = try merge.facts(
      in: book.caseload, lists: book.lists, by: book.member, today: book.today,
      holders: book.journal.holders(of:))
    try desk.confirm(yes, asking: "family.merge.ask", values)
    try book.record(facts)
    try desk.streams.result(line: desk.words("family.merged", values))
  }
}

/// `visitbook family unmerge`: takes a merge back.
struct FamilyUnmergeCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge", abstract: "Take a merge back: both families are again what they were.",
    discussion: "What was recorded of the family that goes on since the merge stays with it.")

  @Argument(help: "The family that was merged into another: F-0049.")
  var family: String
  @Option(parsing: .unconditional, help: ArgumentHelp("Why; it is recorded.", valueName: "text"))
  var reason: String?
  @Flag(help: "Only say what it would do.")
  var dryRun = false
  @Flag(help: "Take it back without being asked.")
  var yes = false
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func work(at desk: FrontDesk) throws {
    let book = try Book.open(at: desk, writing: !dryRun)
    defer { book.close(at: desk) }
    try book.requireOffice("mergeFamilies")
    guard let number = FamilyNumber(typed: family), let id = book.caseload.id(givenTo: number) else {
      throw Refusal(.family, .noSuchFamily(family))
    }
    if let file = book.caseload.family(number) { try book.open(file, because: reason) }
    var undo = UndoMerge(family: id, reason: reason ?? "")
    let preview = try undo.preview(in: book.caseload, by: book.member)
    try desk.streams.result(lines: book.labels.lines(of: preview, in: book.caseload))
    if dryRun { return }
    if reason == nil {
      guard let said = Questions().ask(desk.words("family.merge.askReason")) else {
        throw Failure(.usage, desk.words("family.merge.needsReason"))
      }
      undo = UndoMerge(family: id, reason: said)
    }
    let values = [
      "family": preview.family.number.description, "into": preview.into.number.description,
    ]
    let facts = try undo.facts(in: book.caseload, by: book.member, holders: book.journal.holders(of:))
    try desk.confirm(yes, asking: "family.unmerge.ask", values)
    try book.record(facts)
    try desk.streams.result(line: desk.words("family.unmerged", values))
  }
}

extension FrontDesk {
  /// Goes on only where the person said so, on the command line or when asked.
  fileprivate func confirm(_ isSaid: Bool, asking key: String, _ values: [String: String]) throws(Failure) {
    if isSaid { return }
    let answer = Questions().ask(words(key, values))?.lowercased()
    guard let answer else { throw Failure(.usage, words("family.merge.needsYes")) }
    guard answer == "y" || answer == "yes" else { throw Failure(.usage, words("family.merge.left")) }
  }
}
