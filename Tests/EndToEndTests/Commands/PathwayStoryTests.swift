import Testing

/// One family's whole way by commands alone, as a coordinator with a script would take it: every step on its own day.
@Suite("A family's whole way, from referral to ending, by commands alone")
struct PathwayStoryTests {
  @Test(
    "a review finds no change, another strategy is tried, a danger answer becomes a concern that is signed off, a child is born, and the figures add up"
  )
  func story() throws {
    var run = try ReadyBook.copied()
    func step(_ day: String, _ arguments: String...) throws -> BuiltProgram.Outcome {
      run.today = day
      let outcome = try run(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
      return outcome
    }
    try volunteerIsReady(run)
    _ = try step(
      "2026-06-01", "family", "add", "--name", "Bevan", "--carer", "Cerys Bevan", "--child",
      "Owen:2025-09-20",
      "--child", "Baby:due 2026-09-02", "--area", "Ash ward")
    _ = try step(
      "2026-06-01", "referral", "record", "Bevan", "--source", "health_visitor", "--reasons",
      "Alone with two",
      "--need", "isolation", "--signed", "2026-05-30")
    _ = try step("2026-06-02", "referral", "accept", "Bevan")
    _ = try step(
      "2026-06-08", "assessment", "record", "Bevan", "--worrying", "Alone all day", "--working-well",
      "Sings to him", "--needs-to-happen", "Company", "--score", "isolation=1,confidence=2", "--risk-check",
      "clear", "--indicator", "few_people", "--level-reason", "One clear need")
    _ = try step(
      "2026-06-08", "plan", "make", "Bevan", "--ending-on", "2027-01-31", "--goal",
      "I want to get out | isolation", "--action", "1 | Walk to the group | Lena | 2026-07-01")
    _ = try step("2026-06-09", "match", "make", "Bevan", "Lena Hughes")
    _ = try step("2026-06-10", "match", "introduce", "Bevan", "--with", "Ann Lee")
    _ = try step("2026-06-12", "family", "move", "Bevan", "--to", "supported")
    _ = try step(
      "2026-06-19", "visit", "log", "--family", "Bevan", "--start", "10:00", "--minutes", "2h", "--there",
      "P1,Owen", "--activity", "listening", "--note", "Cerys talked")

    run.today = "2026-07-24"
    let bare = try run("review", "record", "--family", "Bevan", "--overall", "no change")
    #expect(bare.status == 65)
    #expect(bare.messages.contains("Choose what to try next"))
    _ = try step(
      "2026-07-24", "review", "record", "--family", "Bevan", "--overall", "no change", "--strategy",
      "add_service", "--strategy-reason", "She asked for other parents")
    _ = try step("2026-07-25", "service", "add", "--organisation", "Ash Hub", "--name", "Stay and Play")
    let service = ["service", "refer", "Bevan", "--service", "Stay and Play", "--as-state", "referred"]
    #expect(try run(service).status == 65)
    _ = try step("2026-07-25", "consent", "give", "Bevan", "--to", "share", "--agency", "Ash Hub")
    #expect(try run(service).status == 0)
    _ = try step(
      "2026-09-05", "family", "amend", "Bevan", "--birth", "P3:2026-09-04", "--rename", "P3:Mair", "--reason",
      "The baby has come")

    _ = try step("2026-09-20", "instrument", "switch", "phq9", "on")
    let danger = try step(
      "2026-09-20", "checkin", "record", "--family", "Bevan", "--instrument", "phq9", "--answers",
      "1,1,1,1,1,1,1,1,1,-", "--cover", "Ann Lee", "--what-i-did", "Stayed, and rang Ann")
    #expect(danger.text.contains("116 123") || danger.messages.contains("116 123"))
    let concern = String(
      try #require(try run("concern", "list", "--format", "csv").lines.last).prefix { $0 != "," })
    _ = try step("2026-09-20", "concern", "acknowledge", concern)
    _ = try step("2026-09-20", "concern", "act", concern, "--what", "Rang the GP with Cerys")
    _ = try step("2026-09-28", "concern", "close", concern, "--reason", "The GP has it in hand")

    run.today = "2026-10-16"
    #expect(
      try run("review", "record", "--family", "Bevan", "--overall", "better").messages.contains("Did it work")
    )
    _ = try step(
      "2026-10-16", "review", "record", "--family", "Bevan", "--overall", "better", "--worked", "yes")
    _ = try step(
      "2026-11-06", "family", "move", "Bevan", "--to", "ending planned", "--ending-on", "2026-11-20")
    _ = try step(
      "2026-11-20", "checkin", "record", "--family", "Bevan", "--instrument", "coping", "--answers",
      "-,-,-,4,-,-,4,-,-,-,-,-,-", "--point", "ending")
    _ = try step("2026-11-20", "family", "move", "Bevan", "--to", "ended", "--ending", "goals_reached")
    _ = try step(
      "2026-11-21", "feedback", "record", "Bevan", "--themes", "listened_to", "--words",
      "Never made me feel silly")

    let told = try step("2026-11-22", "family", "timeline", "Bevan", "--format", "csv").text
    for word in ["referral", "assessment", "plan", "visit", "review", "concern", "feedback", "goals reached"]
    {
      #expect(told.contains(word), "the timeline tells of \(word)")
    }
    let figures = try step("2026-11-22", "summary", "--period", "2026", "--figures").text
    #expect(figures.contains("add a service") && figures.contains("felt listened to"))
    _ = try step("2026-11-22", "export", "outcomes", "--period", "2026", "--to", run.folder.path("out"))
    #expect(try run.folder.text("out/outcomes.csv").contains(",isolation,coping,"))
    #expect(try run("journal", "verify", "--deep").status == 0)
  }

  /// A volunteer with everything that a match asks for, and the refusal before it is there.
  private func volunteerIsReady(_ program: BuiltProgram) throws {
    var run = program
    run.today = "2026-05-20"
    let steps: [[String]] = [
      ["volunteer", "add", "--name", "Lena Hughes", "--areas", "Ash ward"],
      [
        "volunteer", "check", "Lena Hughes", "--level", "dbs_enhanced", "--number", "001234567890",
        "--seen-by",
        "Ann Lee",
      ],
      ["volunteer", "reference", "Lena Hughes", "--from", "Mrs Hall", "--good", "yes"],
      ["volunteer", "reference", "Lena Hughes", "--from", "Mr Cole", "--good", "yes"],
      ["volunteer", "prepare", "Lena Hughes", "--session", "Safeguarding", "--finished", "yes"],
    ]
    for step in steps {
      let outcome = try run(step)
      #expect(outcome.status == 0, "\(step): \(outcome.messages)")
    }
  }
}
