import Testing

extension TerminalRoom {
  @Suite("Recording by keys alone")
  struct VisitScreenTests {
    @Test("a family is added by keys alone and stands in the book")
    func addFamily() throws {
      let run = try ReadyBook.copied()
      let session = try run.screens()
      try session.wait(for: "Abbott")
      try session.press("n")
      try session.wait(for: "New family")
      try session.type("Okafor")
      try session.press("Tab")
      try session.type("Ada Okafor")
      try session.press("C-s")
      try session.wait(for: "F-0003 Okafor")
      try session.press("Escape")
      try session.wait(for: "3 families")
      try session.press("q")
      #expect(try session.status() == 0)
      let shown = try run("family", "show", "F-3")
      #expect(shown.status == 0, "\(shown.messages)")
      #expect(shown.text.contains("Ada Okafor"))
    }

    @Test("a visit like the last one takes fewer than sixty keys from the families to \"recorded\"")
    func logVisit() throws {
      let run = try ReadyBook.copied()
      let note = "Rosie had slept better."
      let session = try run.screens()
      try session.wait(for: "Llewelyn")
      let before = session.presses
      try session.press("/")
      try session.type("abb")
      try session.waitGone("Llewelyn")
      try session.press("Enter", "v")
      try session.wait(for: "Log a visit")
      try session.type(note)
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
      #expect(session.presses - before < 60)
      try session.press("q")
      #expect(try session.status() == 0)

      let listed = try run("visit", "list", "--format", "json")
      #expect(listed.status == 0, "\(listed.messages)")
      #expect(listed.text.contains(note))
      #expect(listed.text.contains(TerminalRoom.today))
    }

    @Test("a wrong date is named in words, and nothing that was typed is lost")
    func wrongDate() throws {
      let run = try ReadyBook.copied()
      let session = try run.openVisitForm()
      try session.type("A long afternoon.")
      try session.focus(on: "Date")
      try session.press("C-u")
      try session.type("35/13")
      try session.press("C-s")
      let refused = try session.wait(for: "is not a day")
      #expect(refused.contains("nothing was recorded"))
      #expect(refused.contains("35/13"))
      try session.resize(columns: 80, rows: 50)
      try session.wait(for: "A long afternoon.")
      try session.press("C-u")
      try session.type("yesterday")
      try session.press("C-s")
      try session.wait(for: "recorded as entry")
      #expect(try run("visit", "list", "--format", "json").text.contains("2026-11-21"))
    }

    @Test("a visit is amended and taken back with reasons, never without, and every version stays to be seen")
    func amendAndRetract() throws {
      let run = try ReadyBook.copied()
      let session = try run.screens(columns: 100, rows: 50)
      try session.wait(for: "Abbott")
      try session.press("2")
      try session.wait(for: "Rosie had slept.")
      try session.press("Enter")
      try session.wait(for: "Recorded once, never changed")
      try session.press("a")
      try session.wait(for: "Amend a visit")
      try session.focus(on: "For")
      try session.press("C-u")
      try session.type("75")
      try session.press("C-s")
      try session.wait(for: "Please fill this in.")
      try session.focus(on: "Why")
      try session.type("she corrected me")
      try session.press("C-s")
      let amended = try session.wait(for: "2 versions")
      #expect(amended.contains("90 -> 75"))
      #expect(amended.contains("because she corrected me"))

      try session.press("x")
      try session.wait(for: "Take back the visit")
      try session.press("C-s")
      try session.wait(for: "Please fill this in.")
      try session.type("the wrong family")
      try session.press("C-s")
      let gone = try session.wait(for: "3 versions")
      #expect(gone.contains("Taken back: it counts no more."))
      #expect(gone.contains("because the wrong family"))
      #expect(gone.contains("90 -> 75"), "what it said before is not to be seen any more")
      try session.press("Escape")
      try session.wait(for: "taken back")
      #expect(try run("journal", "verify").status == 0)
    }
  }
}

extension BuiltProgram {
  /// Opens the screens and, from the families, the visit form of one of them.
  func openVisitForm(of family: String = "Abbott") throws -> TerminalSession {
    let session = try screens()
    try session.openVisitForm(of: family)
    return session
  }
}

extension TerminalSession {
  /// Goes from the families to the visit form of one of them.
  func openVisitForm(of family: String = "Abbott") throws {
    try wait(for: "Families")
    try press("/", "C-u")
    try type(family)
    try wait(for: "/\(family) ")
    try press("Enter", "v")
    try wait(for: "Log a visit")
  }

  /// Goes back through the fields of a form to the one with this label.
  func focus(on label: String) throws {
    for _ in 0..<40 {
      if try labelOfCursor() == label { return }
      try press("BTab")
      try settled(looks: 4)
    }
    throw TerminalFailure(what: "no field \(label)", screen: try screen())
  }

  /// The label before the field the cursor stands in: `Start [10:00`.
  private func labelOfCursor() throws -> String {
    let (column, row) = try cursor
    let lines = try screen().split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(row) else { return "" }
    let before = lines[row].prefix(column)
    guard let opening = before.lastIndex(where: { $0 == "[" || $0 == "│" }) else { return "" }
    let label = String(before[..<opening].split(separator: "]").last ?? "").trimmed
    // The star says that a field must be filled in.
    return label.last == "*" ? String(label.dropLast()) : label
  }
}
