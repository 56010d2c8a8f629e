import Testing

extension TerminalRoom {
  @Suite("The summary")
  struct SummaryScreenTests {
    @Test("a figure opens as many visits as it says")
    func behindAFigure() throws {
      let run = try ReadyBook.copied()
      for day in ["2026-11-02", "2026-11-09", "2026-10-12"] {
        let logged = try run("visit", "log", "--family", "F-1", "--date", day, "--minutes", "60")
        try #require(logged.status == 0, "\(logged.messages)")
      }
      let session = try run.screens()
      try session.wait(for: "Abbott")
      try session.press("6")
      try session.wait(for: "Summary")
      // The first month of the quarter is marked, and in it the visits made.
      try session.press("Enter")
      try session.wait(for: "Visits made, Oct 2026")
      try session.wait(for: "1 visit, 1h")
      try session.press("Escape")
      try session.wait(for: "Summary")
      try session.press("Down", "Enter")
      try session.wait(for: "Visits made, Nov 2026")
      let november = try session.wait(for: "3 visits, 3h30")
      #expect(november.components(of: "Abbott") == 3)
    }

    @Test("an export says first what will be in it, then writes files that name nobody")
    func export() throws {
      let run = try ReadyBook.copied()
      let session = try run.screens()
      try session.wait(for: "Abbott")
      try session.press("6")
      try session.wait(for: "Summary")
      try session.press("e")
      let said = try session.wait(for: "Export visits")
      #expect(said.contains("visits.csv"))
      #expect(said.contains("Nobody is named"))
      try session.press("C-u")
      try session.type(run.folder.path("handed over"))
      try session.press("C-s")
      try session.wait(for: "datapackage.json")
      try session.press("q")
      _ = try session.status()

      let files = run.folder.files(below: "handed over")
      #expect(files.contains("visits.csv"))
      #expect(files.contains("datapackage.json"))
      for file in files {
        let text = try run.folder.text("handed over/\(file)")
        for name in ["Abbott", "Rosie", "Noah", "Jo Simms", "Ann Lee", "F-0001"] {
          #expect(!file.contains(name))
          #expect(!text.contains(name), "\(name) in \(file)")
        }
      }
    }
  }
}

extension String {
  /// How many times a word stands in it.
  fileprivate func components(of word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count - 1
  }
}
