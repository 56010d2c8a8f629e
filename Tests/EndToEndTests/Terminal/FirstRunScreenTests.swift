import Testing

extension TerminalRoom {
  @Suite("The first run")
  struct FirstRunScreenTests {
    static let passphrase = "seven grey herons over the weir"

    @Test("a book is begun by keys alone; the recovery code is shown once and asked back")
    func firstRun() throws {
      var run = BuiltProgram(try Workspace())
      run.today = TerminalRoom.today
      let session = try run.lockedScreens()
      try session.wait(for: "the first run")
      try session.type("Rushmoor")
      try session.press("Tab")
      try session.type("Ann Lee")
      try session.press("Tab", "Right", "Tab")
      try session.type(FirstRunScreenTests.passphrase)
      try session.press("Tab")
      try session.type("something else")
      try session.press("Enter")
      try session.wait(for: "not the same")
      try session.press("C-u")
      try session.type(FirstRunScreenTests.passphrase)
      try session.press("Enter")
      let shown = try session.wait(for: "recovery code")
      #expect(!shown.contains("herons"))
      let code = FirstRunScreenTests.parts(of: shown)
      try #require(code.count >= 4)

      try session.press("Enter")
      let asking = try session.wait(for: "type these two parts")
      #expect(!code.values.contains { asking.contains($0) }, "the code is still to be seen")
      try session.type("WRONG")
      try session.press("Enter")
      try session.type("WRONG")
      try session.press("Enter")
      try session.wait(for: "not what the code says")
      try session.press("Escape")
      try session.wait(for: "recovery code")
      try session.press("Enter")
      let again = try session.wait(for: "type these two parts")
      for number in FirstRunScreenTests.partsAsked(on: again) {
        try session.type(try #require(code[number]))
        try session.press("Enter")
      }
      try session.wait(for: "No family yet. Press n")
      try session.press("q")
      #expect(try session.status() == 0)

      try run.folder.write(FirstRunScreenTests.passphrase + "\n", to: "passphrase")
      let members = try run("member", "list")
      #expect(members.status == 0, "\(members.messages)")
      #expect(members.text.contains("Ann Lee"))
      #expect(members.text.contains("supervisor") || members.text.contains("coordinator"))
    }

    /// The parts of the code on the screen, by their number: `1: ABCDE   2: FGHIJ`.
    private static func parts(of screen: String) -> [Int: String] {
      var found: [Int: String] = [:]
      let words = screen.split(whereSeparator: \.isWhitespace)
      for (word, next) in zip(words, words.dropFirst()) where word.last == ":" {
        if let number = Int(word.dropLast()) { found[number] = String(next) }
      }
      return found
    }

    /// The numbers of the parts a form asks for: `Part 3`.
    private static func partsAsked(on screen: String) -> [Int] {
      let words = screen.split(whereSeparator: \.isWhitespace)
      return zip(words, words.dropFirst()).filter { $0.0 == "Part" }.compactMap { Int($0.1) }
    }
  }

  @Suite("Unlocking")
  struct UnlockingTests {
    @Test(
      "a wrong passphrase is refused in words and the right one opens; on the command line it is status 77")
    func passphrase() throws {
      var run = try ReadyBook.copied()
      let session = try run.lockedScreens()
      try session.wait(for: "Type your passphrase")
      try session.type("open sesame")
      try session.press("Enter")
      let refused = try session.wait(for: "That is not the passphrase.")
      #expect(!refused.contains("Abbott"))
      #expect(!refused.contains("sesame"))
      try session.type(ReadyBook.passphrase)
      let typed = try session.settled()
      #expect(!typed.contains("ducks"), "the passphrase is to be read on the screen")
      try session.press("Enter")
      try session.wait(for: "Abbott")
      try session.press("q")
      #expect(try session.status() == 0)

      try run.folder.write("open sesame\n", to: "wrong")
      run.passphraseFile = "wrong"
      #expect(try run("visit", "list").status == 77)
      let atOnce = try TerminalSession(
        [
          BuiltProgram.path, "--journal", run.folder.path("book"), "--passphrase-file",
          run.folder.path("wrong"),
        ],
        in: run.folder)
      #expect(try atOnce.status() == 77)
      #expect(try atOnce.screen().contains("That is not the passphrase."))
    }
  }
}
