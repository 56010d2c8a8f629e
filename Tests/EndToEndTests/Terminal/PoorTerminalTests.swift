import Testing

extension TerminalRoom {
  @Suite("Terminals that can do little")
  struct PoorTerminalTests {
    /// What stands where a terminal should be, what is answered, and a word of the message.
    static let poor: [(term: String, status: Int32, word: String)] = [
      ("TERM=dumb", 78, "dumb"), ("TERM=", 78, "visitbook"),
      ("TERM=no-such-terminal", 78, "no-such-terminal"),
    ]

    @Test("a terminal that cannot place its cursor is named, with the way on", arguments: poor)
    func dumb(_ poor: (term: String, status: Int32, word: String)) throws {
      let session = try TerminalSession(
        ["/usr/bin/env", poor.term, BuiltProgram.path, "demo", "--families", "3"], in: try Workspace())
      #expect(try session.status() == poor.status)
      let said = try session.screen()
      #expect(said.contains(poor.word))
      #expect(try !session.isOnDrawingScreen)
    }

    @Test("with a pipe at either end the screens stay shut and say so", arguments: ["</dev/null", "| cat"])
    func pipe(_ redirection: String) throws {
      let run = try ReadyBook.copied()
      let session = try TerminalSession(
        [
          "/bin/sh", "-c",
          "('\(BuiltProgram.path)' --journal book --passphrase-file passphrase; echo ended $?) \(redirection)",
        ], in: run.folder)
      let said = try session.wait(for: "ended")
      #expect(said.contains("need a terminal"))
      #expect(said.contains("ended 64"))
    }

    @Test("NO_COLOR and --no-color show no colour, and every mark is still there", arguments: [true, false])
    func noColour(_ asVariable: Bool) throws {
      let session = try TerminalSession(
        [BuiltProgram.path, "demo", "--families", "20", "--today", TerminalRoom.today]
          + (asVariable ? [] : ["--no-color"]),
        in: try Workspace(), environment: asVariable ? ["NO_COLOR=1"] : [])
      let screen = try session.wait(for: "Families")
      let sequences = try session.colouredScreen()
      #expect(PoorTerminalTests.colours(in: sequences).isEmpty)
      #expect(screen.contains("! F-"))
    }

    @Test("on a terminal with colours, colours are used")
    func colour() throws {
      let session = try TerminalSession(
        [BuiltProgram.path, "demo", "--families", "20", "--today", TerminalRoom.today], in: try Workspace())
      try session.wait(for: "Families")
      #expect(try !PoorTerminalTests.colours(in: session.colouredScreen()).isEmpty)
    }

    /// The colours that sequences on a screen ask for; bold, dim, underlined and turned round are none.
    private static func colours(in screen: String) -> [Int] {
      screen.split(separator: "\u{1B}[").dropFirst().flatMap { sequence -> [Int] in
        guard let end = sequence.firstIndex(of: "m") else { return [] }
        return sequence[..<end].split(separator: ";").compactMap { Int($0) }
          .filter { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) }
      }
    }
  }
}
