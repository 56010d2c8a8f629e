import Testing
import VisitJournal
import VisitModel

@testable import visitbook

@Suite("Members from the command line")
struct MemberCommandTests {
  /// A book of a coordinator (M1), a supervisor (M2) and two volunteers (M3 visits F-0001, M4 nobody), all of whom open
  /// it at once.
  private func staffed() throws -> BuiltProgram {
    let run = try ReadyBook.copied()
    try run.folder.write("walnut\n", to: "sue")
    try run.folder.write("lantern\n", to: "jo")
    try run.folder.write("pebble\n", to: "kit")
    let journal = try Journal.open(
      at: JournalPath(run.folder.path("book")), fileSystem: PosixFileSystem(),
      secret: .passphrase(SecretBytes(text: ReadyBook.passphrase)))
    var caseload = Caseload()
    try journal.forEachEntry { caseload.apply($0) }
    let family = try #require(caseload.familiesInOrder.first)
    func add(_ name: String, _ role: Role, _ volunteer: VolunteerNumber?, _ passphrase: String) throws {
      _ = try journal.addMember(
        name: name, role: role, volunteer: volunteer, passphrase: SecretBytes(text: passphrase),
        cost: .testOnDisk)
    }
    try add("Sue Hart", .supervisor, nil, "walnut")
    try add("Jo Simms", .volunteer, VolunteerNumber(1), "lantern")
    try journal.grant(family.id, to: MemberNumber(3))
    let kit = Volunteer(number: VolunteerNumber(2), name: "Kit Moor")
    try journal.record(.volunteerAdded(kit))
    try add("Kit Moor", .volunteer, kit.number, "pebble")
    try journal.close()
    return run
  }

  private func run(
    _ program: BuiltProgram, as member: String, _ passphrase: String, _ arguments: String...
  ) throws -> BuiltProgram.Outcome {
    var program = program
    program.passphraseFile = passphrase
    return try program(arguments + ["--as", member])
  }

  private func families(_ program: BuiltProgram, as member: String, _ passphrase: String) throws
    -> [Substring]
  {
    let list = try run(program, as: member, passphrase, "family", "list", "--format", "csv")
    return list.lines.dropFirst().map { $0.prefix(6) }
  }

  @Test("somebody let in is shown a recovery code once and is the volunteer they were said to be")
  func adding() throws {
    let program = try ReadyBook.copied()
    try program.folder.write("a quite long new passphrase\n", to: "new")
    let added = try program(
      "member", "add", "--name", "Lowri Hughes", "--role", "volunteer", "--new-volunteer",
      "--new-passphrase-file", program.folder.path("new"))
    #expect(added.status == 0, "\(added.messages)")
    #expect(added.lines.count { $0.hasPrefix("Recovery code: ") } == 1)
    let list = try run(program, as: "M1", "passphrase", "member", "list", "--format", "csv")
    #expect(
      list.lines == [
        "member,name,role,volunteer,left", "M1,Ann Lee,coordinator,,false",
        "M2,Lowri Hughes,volunteer,V-02,false",
      ])
    #expect(try run(program, as: "Lowri Hughes", "new", "family", "list").status == 0)
  }

  static let refusals: [(status: Int32, arguments: [String])] = [
    (65, ["member", "add", "--name", "Pat", "--role", "volunteer"]),
    (65, ["member", "add", "--name", "Pat", "--role", "volunteer", "--volunteer", "V-01"]),
    (65, ["member", "add", "--name", "sue hart", "--role", "coordinator"]),
    (
      64, ["member", "add", "--name", "Pat", "--role", "volunteer", "--volunteer", "V-01", "--new-volunteer"]
    ),
    (66, ["member", "grant", "F-0001", "--to", "Nobody"]),
    (66, ["member", "grant", "F-0999", "--to", "M4"]),
    (77, ["member", "withdraw", "F-0001", "--from", "M2"]),
    (77, ["member", "revoke", "M1", "--reason", "moved"]),
    (65, ["member", "revoke", "M4", "--reason", "  "]),
    (66, ["member", "revoke", "M9", "--reason", "moved"]),
  ]

  @Test("what makes no sense is refused in words, and nobody comes or goes", arguments: refusals)
  func refused(_ expected: (status: Int32, arguments: [String])) throws {
    let program = try staffed()
    let before = try run(program, as: "M1", "passphrase", "member", "list").text
    let outcome = try program(expected.arguments + ["--as", "M1"])
    #expect(outcome.status == expected.status, "\(outcome.messages)")
    // The argument parser shows its own usage line, with brackets.
    let hasWords = !outcome.messages.contains("[") || expected.status == 64
    #expect(!outcome.messages.isEmpty && hasWords, "\(outcome.messages)")
    #expect(try run(program, as: "M1", "passphrase", "member", "list").text == before)
  }

  @Test(
    "a volunteer lets nobody in, opens and closes nothing to anybody, and sends nobody away",
    arguments: [
      ["member", "add", "--name", "Pat", "--role", "supervisor"],
      ["member", "grant", "F-0001", "--to", "M4"],
      ["member", "withdraw", "F-0001", "--from", "M3"], ["member", "revoke", "M4", "--reason", "moved"],
    ])
  func wrongRole(_ arguments: [String]) throws {
    let program = try staffed()
    var asVolunteer = program
    asVolunteer.passphraseFile = "jo"
    let outcome = try asVolunteer(arguments + ["--as", "M3"])
    #expect(outcome.status == 77, "\(outcome.messages)")
    #expect(outcome.messages.contains("coordinator or supervisor"))
  }

  @Test("a volunteer sees the families matched with or granted to them, and cannot open any other")
  func onlyGranted() throws {
    let program = try staffed()
    #expect(try families(program, as: "M3", "jo") == ["F-0001"])
    #expect(try families(program, as: "M4", "kit") == [])
    #expect(try run(program, as: "M4", "kit", "family", "show", "F-0001").status == 66)
    #expect(
      try run(program, as: "M1", "passphrase", "member", "grant", "F-0001", "--to", "Kit Moor").status == 0)
    #expect(try families(program, as: "M4", "kit") == ["F-0001"])
    #expect(try run(program, as: "M4", "kit", "family", "show", "F-0001").text.contains("Rosie"))
    #expect(
      try run(program, as: "M2", "sue", "member", "withdraw", "F-0001", "--from", "M4").status == 0)
    #expect(try families(program, as: "M4", "kit") == [])
    #expect(try families(program, as: "M3", "jo") == ["F-0001"])
  }

  @Test("matching a family with a volunteer who is a member opens it to them")
  func matching() throws {
    let program = try staffed()
    for stage in ["assessed", "waiting"] {
      let moved = try run(program, as: "M1", "passphrase", "family", "move", "F-0002", "--to", stage)
      #expect(moved.status == 0, "\(moved.messages)")
    }
    #expect(try families(program, as: "M4", "kit") == [])
    try makeReady("V-02", program)
    let matched = try run(
      program, as: "M1", "passphrase", "family", "move", "F-0002", "--to", "matched", "--volunteer", "V-02")
    #expect(matched.status == 0, "\(matched.messages)")
    #expect(try families(program, as: "M4", "kit") == ["F-0002"])
    let ended = try run(
      program, as: "M1", "passphrase", "match", "end", "F-0002", "--reason", "moved away")
    #expect(ended.status == 0, "\(ended.messages)")
    #expect(try families(program, as: "M4", "kit") == [])
  }

  private func makeReady(_ volunteer: String, _ program: BuiltProgram) throws {
    for note in [
      ["check", volunteer, "--level", "dbs_enhanced", "--number", "001234", "--seen-by", "Ann Lee"],
      ["reference", volunteer, "--from", "Mr A"], ["reference", volunteer, "--from", "Ms B"],
      ["prepare", volunteer, "--session", "Session 6", "--finished", "yes"],
    ] {
      var asOffice = program
      asOffice.passphraseFile = "passphrase"
      let noted = try asOffice(["volunteer"] + note + ["--as", "M1"])
      #expect(noted.status == 0, "\(noted.messages)")
    }
  }

  @Test("somebody who has left opens nothing, is told so, and what they wrote stays with their name")
  func revoking() throws {
    let program = try staffed()
    let visit = ["visit", "log", "--family", "F-0001", "--date", "2026-11-21", "--minutes", "40"]
    var asJo = program
    asJo.passphraseFile = "jo"
    #expect(try asJo(visit + ["--as", "M3"]).status == 0)
    let visits = try run(program, as: "M1", "passphrase", "visit", "list").text
    let revoked = try run(
      program, as: "M1", "passphrase", "member", "revoke", "Jo Simms", "--reason", "Moved to Leeds")
    #expect(revoked.status == 0)
    #expect(revoked.messages.contains("F-0001"))
    for arguments in [["family", "list"], ["visit", "list"], visit] {
      let outcome = try asJo(arguments + ["--as", "Jo Simms"])
      #expect(outcome.status == 77)
      #expect(outcome.messages.contains("has left"))
      #expect(outcome.text.isEmpty)
    }
    #expect(try run(program, as: "M1", "passphrase", "visit", "list").text == visits)
    #expect(try run(program, as: "M2", "sue", "visit", "list").text == visits)
    #expect(try run(program, as: "M1", "passphrase", "journal", "verify").status == 0)
    let list = try run(program, as: "M2", "sue", "member", "list", "--format", "csv")
    #expect(list.lines.contains("M3,Jo Simms,volunteer,V-01,true"))
    #expect(
      try run(program, as: "M1", "passphrase", "member", "revoke", "M3", "--reason", "again").status == 65)
  }
}
