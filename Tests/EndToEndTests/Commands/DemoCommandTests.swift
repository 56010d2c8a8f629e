import Testing
import VisitJournal
import VisitLibrary
import VisitModel

@testable import visitbook

@Suite("The invented scheme from the command line")
struct DemoCommandTests {
  @Test("the same seed makes the same scheme, another seed another")
  func sameSeed() throws {
    let folder = try Workspace()
    try folder.write("demo\n", to: "passphrase")
    var run = BuiltProgram(folder)
    func summary(seed: String, in journal: String) throws -> String {
      run.journal = journal
      let made = try run(
        "demo", "--families", "9", "--years", "1", "--seed", seed, "--keep", folder.path(journal))
      #expect(made.status == 0, "\(made.messages)")
      return try run("summary", "--period", "2026", "--by", "family", "--format", "csv").text
    }
    let first = try summary(seed: "7", in: "a")
    #expect(first.split(whereSeparator: \.isNewline).count > 3)
    #expect(try summary(seed: "7", in: "b") == first)
    #expect(try summary(seed: "8", in: "c") != first)
    #expect(try run("journal", "verify").status == 0)
    #expect(try run("demo", "--keep", folder.path("a")).status == 73)
  }

  @Test("a volunteer sees their own families, logs their visits and is told what is not theirs to do")
  func volunteer() throws {
    let folder = try Workspace()
    try folder.write("demo\n", to: "passphrase")
    var run = BuiltProgram(folder)
    run.journal = "book"
    let request = DemoRequest(families: 30, today: try #require(Day(iso: run.today)))
    let made = try DemoBook(request: request, role: .volunteer, library: try Library.load())
      .write(to: JournalPath(folder.path("book")), on: PosixFileSystem(), cost: .testOnDisk)
    #expect(made.member == MemberNumber(2))
    func asVolunteer(_ arguments: String...) throws -> BuiltProgram.Outcome {
      try run(arguments + ["--as", "M2"])
    }
    let all = try run("caseload", "--as", "M1", "--format", "csv").lines.dropFirst()
    let own = try asVolunteer("caseload", "--format", "csv").lines.dropFirst()
    #expect(!own.isEmpty)
    #expect(own.count < all.count)
    let ownNumbers = own.map { $0.prefix(6) }
    let other = try #require(all.map { $0.prefix(6) }.first { !ownNumbers.contains($0) })
    #expect(try asVolunteer("visit", "log", "--family", String(ownNumbers[0]), "--minutes", "40").status == 0)
    #expect(try asVolunteer("visit", "log", "--family", String(other), "--minutes", "40").status == 66)
    let added = try asVolunteer("family", "add", "--name", "New", "--carer", "New")
    #expect(added.status == 77)
    #expect(added.messages.contains("coordinator"))
    #expect(try asVolunteer("export", "visits", "--period", "2026", "--to", folder.path("x")).status == 77)
    #expect(try asVolunteer("summary", "--period", "2026").status == 0)
  }

  @Test("without a folder or a terminal it says what it made and leaves nothing behind")
  func inMemory() throws {
    let run = BuiltProgram(try Workspace())
    let made = try run("demo", "--families", "5")
    #expect(made.status == 0)
    #expect(made.text.contains("5 families"))
    #expect(run.folder.files(below: "book").isEmpty)
  }
}
