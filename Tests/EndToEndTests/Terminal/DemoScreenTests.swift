import Testing

extension TerminalRoom {
  @Suite("The invented scheme on the screens")
  struct DemoScreenTests {
    @Test("demo opens with no question, q leaves with status 0 and gives the terminal back whole")
    func openAndLeave() throws {
      let session = try TerminalSession(["/bin/sh", "-i"], in: try Workspace())
      try session.wait(for: "ready>")
      try session.type(
        "stty -g >before; '\(BuiltProgram.path)' demo --today \(TerminalRoom.today); echo ended $?")
      try session.press("Enter")
      let screen = try session.wait(for: "Families")
      #expect(screen.contains("Enter open"))
      #expect(try session.isOnDrawingScreen)
      try session.press("q")
      try session.wait(for: "ended 0")
      #expect(try !session.isOnDrawingScreen)
      #expect(try session.showsCursor)
      try session.type("stty -g | cmp - before && echo same$((1+1))terminal")
      try session.press("Enter")
      let after = try session.wait(for: "same2terminal")
      #expect(after.contains("cmp - before"), "what is typed afterwards is not to be seen")
    }
  }
}
