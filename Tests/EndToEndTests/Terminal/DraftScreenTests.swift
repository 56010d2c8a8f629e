import Glibc
import Testing

extension TerminalRoom {
  @Suite("What is typed and not recorded yet")
  struct DraftScreenTests {
    /// The longest that typing may wait to be durable: a second, and as much again for a busy machine to show it.
    static let durableWithinSeconds = 2.0

    /// How the program can end while somebody types.
    enum Ending: String, CaseIterable {
      case kill, hangup, terminate, closedTerminal

      func happen(to session: TerminalSession) throws {
        switch self {
        case .kill: try session.end(with: SIGKILL)
        case .hangup: try session.end(with: SIGHUP)
        case .terminate: try session.end(with: SIGTERM)
        case .closedTerminal: try session.closeTerminal()
        }
      }
    }

    @Test(
      "half a note outlives the program, under its family's name, until it is recorded",
      arguments: Ending.allCases)
    func survives(_ ending: Ending) throws {
      let run = try ReadyBook.copied()
      let first = try run.openVisitForm()
      try first.type("Half a thought about Noah")
      try first.wait("a draft saved within a second", seconds: DraftScreenTests.durableWithinSeconds) {
        $0.contains("draft saved")
      }
      try ending.happen(to: first)

      let second = try run.screens()
      let offered = try second.wait(for: "Drafts")
      #expect(offered.contains("Visit, F-0001 Abbott"))
      #expect(offered.contains("Half a thought about Noah"))
      try second.press("Escape")
      try second.openVisitForm(of: "Llewelyn")
      #expect(
        try !second.settled().contains("Half a thought"), "the draft turned up in another family's form")
      try second.press("Escape")
      try second.wait(for: "Families")
      try second.press("Escape")
      try second.waitGone("1 of 2")
      try second.openVisitForm(of: "Abbott")
      try second.wait(for: "Half a thought about Noah")
      try second.press("C-s")
      try second.wait(for: "recorded as entry")
      try second.press("q")
      #expect(try second.status() == 0, "the draft is still there after it was recorded")

      #expect(try run("visit", "list", "--format", "json").text.contains("Half a thought about Noah"))
      let third = try run.screens()
      let screen = try third.wait(for: "Families")
      #expect(!screen.contains("Drafts"))
    }

    @Test("what was typed when the terminal went is kept to the last letter, however lately it was typed")
    func lastLetters() throws {
      let run = try ReadyBook.copied()
      let first = try run.openVisitForm()
      try first.type("The very last words")
      try first.wait(for: "The very last words")
      try first.closeTerminal()
      let second = try run.screens()
      #expect(try second.wait(for: "Drafts").contains("The very last words"))
    }

    @Test("^C in a form loses nothing, and leaving says that a draft is open")
    func interrupt() throws {
      let run = try ReadyBook.copied()
      let session = try run.openVisitForm()
      try session.type("Not to be lost")
      try session.wait(for: "draft saved")
      try session.press("C-c")
      let after = try session.settled()
      if after.contains("Log a visit") {
        #expect(after.contains("Not to be lost"))
        try session.press("Escape")
      }
      try session.wait(for: "Families")
      try session.press("C-c")
      try session.wait(for: "draft is open")
      try session.press("y")
      #expect(try session.status() == 0)
      #expect(try run.screens().wait(for: "Drafts").contains("Not to be lost"))
    }
  }
}
