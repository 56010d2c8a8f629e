internal import ArgumentParser
internal import VisitJournal
internal import VisitModel

/// `visitbook demo`: an invented scheme to look at, to try things out on and to measure with.
struct DemoCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make an invented scheme and open it; nothing of it is real.",
    discussion: """
      Without --keep it lives in memory and is gone afterwards. With --keep it is written to a new folder, with the \
      passphrase 'demo'. --as says whose eyes to see it with: coordinator, volunteer or supervisor. The same seed \
      and the same day make the same scheme.
      """)

  @Option(help: ArgumentHelp("How many families are on the books.", valueName: "count"))
  var families: Int?
  @Option(help: ArgumentHelp("How many years back the book goes.", valueName: "years"))
  var years = 2
  @Option(help: ArgumentHelp("Exactly how many visits, up to a million, for measuring.", valueName: "count"))
  var visits: Int?
  @Option(help: ArgumentHelp("The number that everything follows from.", valueName: "seed"))
  var seed = DemoRequest.usualSeed
  @Option(help: ArgumentHelp("Write it to a new folder.", valueName: "dir"))
  var keep: String?
  @OptionGroup(title: "Every command")
  var common: CommonOptions

  func validate() throws {
    if let families, !(1...DemoRequest.familiesMax).contains(families) {
      throw ValidationError("--families wants 1 to \(DemoRequest.familiesMax).")
    }
    if !(1...20).contains(years) { throw ValidationError("--years wants 1 to 20.") }
    if let visits, !(1...1_000_000).contains(visits) { throw ValidationError("--visits wants 1 to 1000000.") }
    if let typed = common.member, Role(typed: typed) == nil {
      throw ValidationError("--as wants coordinator, volunteer or supervisor here.")
    }
  }

  func work(at desk: FrontDesk) throws {
    let request = DemoRequest(
      seed: seed, families: families ?? DemoRequest.usualFamilies, years: years, visits: visits,
      today: desk.today)
    let role = common.member.flatMap { Role(typed: $0) } ?? .coordinator
    let demo = DemoBook(request: request, role: role, library: desk.library)
    let fileSystem: any FileSystem
    let made: DemoBook.Made
    if let keep {
      fileSystem = PosixFileSystem()
      made = try demo.write(to: JournalPath(keep), on: fileSystem, cost: .standard)
    } else {
      fileSystem = MemoryFileSystem()
      made = try demo.write(to: JournalPath("/demo"), on: fileSystem, cost: .rehearsal)
    }
    let values = [
      "families": "\(made.families)", "visits": "\(made.visits)", "entries": "\(made.entries)",
      "path": made.path.text, "seed": "\(seed)", "today": desk.today.description,
    ]
    if keep != nil {
      try desk.streams.result(line: desk.words("demo.kept", values))
    }
    if desk.around.isTerminal {
      try OpenScreens(desk: desk).open(
        made.path, on: fileSystem, as: .number(made.member), passphrase: DemoBook.passphrase)
    } else if keep == nil {
      try desk.streams.result(line: desk.words("demo.made", values))
      desk.streams.message(desk.words("screens.noTerminal"))
    }
  }
}
