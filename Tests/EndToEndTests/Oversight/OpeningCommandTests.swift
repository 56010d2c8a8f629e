import FoundationEssentials
import Testing

/// Every command that names a family or something of one, given by a supervisor beside whom a coordinator works.
@Suite("A family outside one's own caseload")
struct OpeningCommandTests {
  /// What each command needs besides the family, where it needs anything.
  private static let needed: [String: [String]] = [
    "access-pack": ["--to", "pack"],
    "assessment amend": ["--reason", "why"],
    "assessment retract": ["--reason", "why"],
    "checkin record": ["--instrument", "who5", "--answers", "3,4,2,3,5"],
    "consent give": ["--to", "share"],
    "erase": ["--dry-run"],
    "family amend": ["--reason", "why"],
    "family event": ["--kind", "moved"],
    "family healthreview": ["--child", "Noah", "--review", "one year"],
    "family letter": ["ending-family", "--to", "-"],
    "family merge": ["--into", "F-0002"],
    "family move": ["--to", "paused"],
    "feedback record": ["--words", "kind"],
    "match end": ["--reason", "why"],
    "match introduce": ["--with", "Ann"],
    "match make": ["V-01"],
    "member grant": ["--to", "M2"],
    "plan amend": ["--reason", "why"],
    "plan retract": ["--reason", "why"],
    "plan tick": ["1"],
    "referral amend": ["--reason", "why"],
    "referral refuse": ["--because", "area"],
    "referral retract": ["--reason", "why"],
    "service amend-use": ["S-001", "--reason", "why"],
    "service move": ["S-001", "--to", "attending"],
    "service refer": ["--service", "S-001"],
    "service retract": ["S-001", "--reason", "why"],
    "service session": ["S-001"],
    "consent retract": ["--reason", "why"],
    "consent amend": ["--reason", "why"],
    "family amend-event": ["--reason", "why"],
    "family retract-event": ["--reason", "why"],
    "family amend-move": ["--reason", "why"],
    "family retract-move": ["--reason", "why"],
    "feedback retract": ["--reason", "why"],
    "review amend": ["--reason", "why"],
    "review retract": ["--reason", "why"],
    "visit amend": ["--reason", "why"],
    "visit retract": ["--reason", "why"],
    "checkin retract": ["--reason", "why"],
  ]
  /// What waits for no reason, because it shows nothing of the family and somebody's safety or secrets hang on it.
  private static let free: Set<String> = [
    "concern raise", "concern amend", "visit out", "visit home", "visit later", "member withdraw",
  ]
  /// The reason these commands are given for anyway is taken for the reason to open the family.
  private static let reasoned: Set<String> = ["retention hold", "retention lift"]

  @Test("is not opened by any command without the reason, which is recorded")
  func everyCommand() throws {
    let book = try OfficeBook(withCoordinator: true)
    let records = try recordsOfFamily(book)
    let commands = try HelpTree.of(book.supervisor).commands()
    var tried = 0
    for command in commands where !OpeningCommandTests.free.contains(command.path) {
      let arguments: [String]
      switch command.names {
      case .familyArgument: arguments = ["F-0001"]
      case .familyOption: arguments = ["--family", "F-0001"]
      case .record(let kind):
        guard let id = records[kind] else { continue }
        arguments = [id]
      case nil: continue
      }
      if OpeningCommandTests.reasoned.contains(command.path) { continue }
      tried += 1
      let words = command.path.split(separator: " ").map(String.init)
      let done = try book.supervisor(words + arguments + (OpeningCommandTests.needed[command.path] ?? []))
      #expect(
        // What a supervisor only reads beside a coordinator is refused before a family is opened for it.
        done.status == 77
          && (done.messages.contains("--opening") || done.messages.contains("Only a coordinator may")),
        "\(command.path): \(done.status) \(done.text) \(done.messages)")
      #expect(!done.text.contains("Abbott") && !done.messages.contains("Abbott"), "\(command.path)")
    }
    #expect(tried >= 60, "\(tried) commands were tried")
    #expect(try !book.supervisor("journal", "log").text.contains("familyOpened"))
    let hold = try book.supervisor("retention", "hold", "F-0001", "--reason", "an inquest")
    #expect(hold.status == 0, "\(hold.messages)")
    #expect(try book.supervisor("journal", "log").text.contains("familyOpened"))
    #expect(try book.supervisor("review", "list", "--family", "F-0001").status == 0)
  }

  @Test(
    "is opened with the reason by commands that only read, and the journal is left closed",
    arguments: [
      ["visit", "list", "--family"], ["family", "timeline"], ["family", "show"],
      ["journal", "log", "--family"],
    ])
  func reading(command: [String]) throws {
    let book = try OfficeBook(withCoordinator: true)
    let done = try book.supervisor(command + ["F-0001", "--opening", "a complaint"])
    #expect(done.status == 0, "\(done.messages)")
    #expect(!done.text.isEmpty)
    #expect(try book.coordinator("journal", "log").text.contains("familyOpened"))
    #expect(try book.supervisor("journal", "verify").status == 0)
    #expect(try book.supervisor(command + ["F-0001"]).status == 0)
  }

  @Test("waits for nothing where somebody's safety hangs on it")
  func safety() throws {
    let book = try OfficeBook(withCoordinator: true)
    let raised = try book.supervisor(
      "concern", "raise", "--family", "F-0001", "--seen", "a bruise", "--danger", "no", "--told", "Ann Lee")
    #expect(raised.status == 0, "\(raised.messages)")
    let home = try book.supervisor("visit", "out", "F-0001", "--home", "2h")
    #expect(home.status == 0, "\(home.messages)")
    #expect(try book.supervisor("visit", "home", "F-0001").status == 0)
    #expect(try !book.supervisor("journal", "log").text.contains("familyOpened"))
  }

  /// Records of the first family, by what the help calls their kind.
  private func recordsOfFamily(_ book: OfficeBook) throws -> [String: String] {
    for command in [
      ["checkin", "record", "--family", "F-0001", "--instrument", "who5", "--answers", "3,4,2,3,5"],
      ["review", "record", "--family", "F-0001", "--overall", "better"],
      ["consent", "give", "F-0001", "--to", "statistics"],
      ["feedback", "record", "F-0001", "--words", "They listened"],
      ["family", "event", "F-0001", "--kind", "moved"],
    ] {
      let done = try book.coordinator(command)
      try #require(done.status == 0, "\(command): \(done.messages)")
    }
    func last(_ list: String...) throws -> String {
      let line = try #require(try book.coordinator(list + ["--format", "csv"]).lines.last)
      return String(line.prefix { $0 != "," })
    }
    return [
      "visit": try last("visit", "list"), "check-in": try last("checkin", "list"),
      "review": try last("review", "list"), "consent": try last("consent", "list"),
      "feedback": try last("feedback", "list"), "move": try last("family", "moves", "F-0001"),
      "event": try last("family", "events", "F-0001"),
    ]
  }
}

/// The commands of the program as it describes them itself.
private struct HelpTree: Decodable {
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let valueName: String?
      let names: [Name]?
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Command]?
  }

  /// How a command names a family or something of one.
  enum Naming { case familyArgument, familyOption, record(String) }

  let command: Command

  static func of(_ program: BuiltProgram) throws -> HelpTree {
    try JSONDecoder().decode(
      HelpTree.self, from: Data(program.bare("--experimental-dump-help").output))
  }

  func commands() -> [(path: String, names: Naming?)] {
    func walk(_ command: Command, _ path: [String]) -> [(path: String, names: Naming?)] {
      let below = command.subcommands ?? []
      guard below.isEmpty else { return below.flatMap { walk($0, path + [$0.commandName]) } }
      return [(path.joined(separator: " "), naming(command.arguments ?? []))]
    }
    return walk(command, [])
  }

  private func naming(_ arguments: [Command.Argument]) -> Naming? {
    let records = ["visit", "check-in", "review", "consent", "feedback", "move", "event"]
    for argument in arguments {
      let value = argument.valueName ?? ""
      if argument.kind == "positional" {
        if value == "family" { return .familyArgument }
        if records.contains(value) { return .record(value) }
      } else if argument.names?.contains(where: { $0.name == "family" }) ?? false {
        return .familyOption
      }
    }
    return nil
  }
}
