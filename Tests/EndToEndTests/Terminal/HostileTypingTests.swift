import Testing

extension TerminalRoom {
  @Suite("A form under rough treatment")
  struct HostileTypingTests {
    /// Sequences that a terminal would obey, bytes that are no text, marks that turn writing round, and a great deal.
    static let hostile: [(name: String, bytes: [UInt8])] = [
      ("a title and a cleared screen", Array("\u{1B}]0;owned\u{07}\u{1B}[2J\u{1B}[31mred\u{9B}1;1H".utf8)),
      (
        "bytes that are no text",
        [0xFF, 0xFE, 0xC3, 0x28, 0x00, 0x80, 0xF5, 0xED, 0xA0, 0x80] + Array("end".utf8)
      ),
      ("marks that turn writing round", Array("\u{202E}evil\u{2066}\u{200F}\u{2069}\u{202C}".utf8)),
      ("keys that would record and leave", [0x13, 0x03, 0x1A, 0x11] + Array("q:q!y".utf8)),
    ]

    @Test("a paste into the note is text and nothing else", arguments: hostile)
    func paste(_ hostile: (name: String, bytes: [UInt8])) throws {
      let run = try ReadyBook.copied()
      let session = try run.openVisitForm()
      let title = try session.title
      try session.paste(Array("before ".utf8) + hostile.bytes + Array(" after".utf8))
      let pasted = try session.wait(for: "after")
      #expect(pasted.contains("before"))
      #expect(pasted.contains("Log a visit"))
      #expect(pasted.contains("^S record"))
      #expect(try session.title == title)
      #expect(try !session.colouredScreen().contains("\u{1B}[31mred"))
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
      try session.press("2")
      try session.wait(for: "before")
      try session.press("q")

      let shown = try run("visit", "list", "--format", "json")
      #expect(shown.text.contains("before"))
      #expect(shown.text.contains("after"))
      #expect(!shown.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(try run("journal", "verify").status == 0)
    }

    @Test("a hundred kilobytes pasted into the note are kept whole or refused in words, never cut in silence")
    func longPaste() throws {
      let run = try ReadyBook.copied()
      let session = try run.openVisitForm()
      let line = "a long story without an end, "
      let count = 100 * 1_024 / line.utf8.count
      let story = String(repeating: line, count: count) + "THE END"
      try session.paste(Array(story.utf8))
      try session.wait(for: "THE END")
      try session.press("C-s")
      let answer = try session.wait("an answer") {
        $0.contains("recorded as entry") || $0.contains("longer than")
      }
      if answer.contains("longer than") {
        #expect(answer.contains("nothing was recorded"))
        try session.press("Escape")
        try session.wait(for: "Kept as a draft")
        try session.openVisitForm()
        try session.wait(for: "THE END")
      } else {
        #expect(try run("visit", "list", "--format", "json").text.contains(story))
      }
    }

    @Test("a form outlives every size of terminal, down to one cell, with all that was typed")
    func resize() throws {
      let run = try ReadyBook.copied()
      let session = try run.openVisitForm()
      try session.type("Words in a shrinking window")
      try session.wait(for: "Words in a shrinking window")
      for (columns, rows) in [(20, 5), (1, 1), (200, 50), (2, 40), (300, 2), (40, 12), (80, 24)] {
        try session.resize(columns: columns, rows: rows)
        try session.press("Tab", "BTab")
        try session.settled(looks: 6)
      }
      let back = try session.wait(for: "Words in a shrinking window")
      #expect(back.contains("^S record"))
      #expect(back.contains("[x] Rosie"))
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
    }

    @Test("^S and ^Q are keys like others: the terminal never freezes")
    func flowControl() throws {
      let run = try ReadyBook.copied()
      let session = try run.screens()
      try session.wait(for: "Abbott")
      try session.press("C-s")
      try session.press("?")
      try session.wait(for: "Keys that work here")
    }

    @Test("^Z goes back to the shell, and fg comes back whole with what was being typed")
    func suspend() throws {
      let run = try ReadyBook.copied()
      let session = try TerminalSession(["/bin/sh", "-i"], in: run.folder)
      try session.wait(for: "ready>")
      try session.type(
        "'\(BuiltProgram.path)' --journal book --passphrase-file passphrase --today \(TerminalRoom.today)")
      try session.press("Enter")
      try session.openVisitForm()
      try session.type("in the middle of a word")
      try session.wait(for: "in the middle of a word")
      try session.press("C-z")
      try session.wait(for: "Stopped")
      #expect(try !session.isOnDrawingScreen)
      #expect(try session.showsCursor)
      try session.type("echo we are $((20+1))")
      try session.press("Enter")
      let shell = try session.wait(for: "we are 21")
      #expect(shell.contains("echo we are"), "the shell does not show what is typed")
      try session.type("fg")
      try session.press("Enter")
      let back = try session.wait(for: "in the middle of a word")
      #expect(back.contains("Log a visit"))
      #expect(back.contains("^S record"))
      #expect(!back.contains("we are 21"))
      try session.type(" and on")
      try session.wait(for: "in the middle of a word and on")
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
      try session.press("q")
      try session.wait(for: "ready>")
    }
  }
}
