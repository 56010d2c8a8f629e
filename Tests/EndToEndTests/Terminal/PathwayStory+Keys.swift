import Testing

extension PathwayStory {
  /// The story at the screens, a day at a time, as somebody tells it who knows no command.
  static func byKeys(_ program: BuiltProgram) throws {
    for (day, tell) in days {
      let session = try program.screens(today: day)
      try session.wait(for: "Families")
      try tell(session)
      try session.leave()
    }
  }

  private typealias Telling = @Sendable (TerminalSession) throws -> Void

  private static let days: [(day: String, tell: Telling)] = [
    ("2026-05-20", volunteer), ("2026-06-01", referral), ("2026-06-02", acceptance),
    ("2026-06-08", assessment), ("2026-06-09", match), ("2026-06-10", introduction),
    ("2026-06-12", support), ("2026-06-19", visit), ("2026-07-24", noChange), ("2026-07-25", service),
    ("2026-09-05", birth), ("2026-09-20", danger), ("2026-09-28", signOff), ("2026-10-16", better),
    ("2026-11-06", endingPlanned), ("2026-11-20", ending),
  ]

  private static func volunteer(_ session: TerminalSession) throws {
    try session.press("3")
    try session.wait(for: "Jo Simms")
    try session.press("n")
    try session.wait(for: "New volunteer")
    try session.type("Lena Hughes")
    try session.fill("Areas", "Ash ward")
    try session.record()
    try session.select("Lena Hughes")
    try session.press("Enter")
    try session.wait(for: "Not ready")
    try session.note(0, "Number", "001234567890")
    try session.note(1, "Given by", "Mrs Hall")
    try session.note(1, "Given by", "Mr Cole")
    try session.note(2, "Session", "Safeguarding") { try session.press("Tab", "Left") }
    try session.wait(for: "Ready to match")
  }

  private static func referral(_ session: TerminalSession) throws {
    try session.press("n")
    try session.wait(for: "New family")
    try session.type("Bevan")
    try session.fill("Main carer", "Cerys Bevan")
    try session.press("Tab", "Tab", "Tab")
    try session.type("Owen")
    try session.press("Tab", "Tab")
    try session.type("2025-09-20")
    try session.press("Tab")
    try session.type("Baby")
    try session.press("Tab", "Tab")
    try session.type("due 2026-09-02")
    try session.fill("Area", "Ash ward")
    try session.choose("Came from", "health v")
    try session.fill("Reasons", "Alone with two")
    try session.tick("Needs", 3)
    try session.fill("Signed on", "2026-05-30")
    try session.press("C-s")
    try session.wait(for: "F-0003 Bevan")
  }

  private static func acceptance(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("y")
    try session.wait(for: "Answer the referral")
    try session.record()
  }

  private static func assessment(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("5", "s")
    try session.wait(for: "Initial visit")
    try session.fill("Worrying", "Alone all day")
    try session.fill("Working well", "Sings to him")
    try session.fill("To happen", "Company")
    try session.fill("isolation", "1")
    try session.fill("confidence", "2")
    try session.go(to: "Visiting safe?")
    try session.press("Space")
    try session.tick("Seen", 3)
    try session.fill("Why this level", "One clear need")
    try session.record()

    try session.press("l")
    try session.wait(for: "Plan of support")
    try session.fill("Ending on", "2027-01-31")
    try session.fill("Goal 1", "I want to get out")
    try session.press("Tab")
    try session.type("isolation")
    try session.press("Tab")
    try session.type("Walk to the group")
    try session.press("Tab")
    try session.type("Lena")
    try session.press("Tab")
    try session.type("2026-07-01")
    try session.record()

    try session.press("c")
    try session.wait(for: "Check-in:")
    try session.choose("Check-in", "Goals")
    try session.press("C-s")
    try session.wait(for: "I want to get out")
    try session.press("2", "C-s")
    try session.wait(for: "Recorded")
    try session.press("Enter")
    try session.wait(for: "start 2")
  }

  private static func match(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("M")
    try session.wait(for: "Who might visit")
    try session.press("Enter")
    try session.wait(for: "Why them")
    try session.record()
  }

  private static func introduction(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("m")
    try session.wait(for: "Move on")
    try session.fill("Went along", "Ann Lee")
    try session.record()
  }

  private static func support(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("m")
    try session.wait(for: "Move on")
    try session.record()
  }

  private static func visit(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("v")
    try session.wait(for: "Log a visit")
    try session.type("Cerys talked")
    try session.fill("Start", "10:00")
    try session.fill("For", "2h")
    try session.tick("We did", 0)
    try session.press("C-s")
    try session.wait(for: "recorded as entry")
  }

  private static func noChange(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("r")
    try session.wait(for: "was 1, became")
    try session.fill("isolation", "1")
    try session.fill("confidence", "2")
    try session.fill("I want to get out", "3")
    try session.go(to: "All in all")
    try session.press("Right", "Right", "Right", "C-s")
    try session.wait(for: "Choose what to try next")
    try session.press("Tab")
    try session.wait(for: "add a service")
    try session.type("add")
    try session.press("Enter")
    try session.fill("Because", "She asked for other parents")
    try session.record()
    try session.wait(for: "Trying now: add a service")
  }

  private static func service(_ session: TerminalSession) throws {
    try session.press("5")
    try session.wait(for: "Services")
    try session.press("n")
    try session.wait(for: "New service")
    try session.type("Ash Hub")
    try session.fill("Service", "Stay and Play")
    try session.record()
    try session.press("1")
    try session.open("Bevan")
    try session.press("6", "n")
    try session.wait(for: "A service for")
    try session.choose("Service", "Stay")
    try session.go(to: "Stands")
    try session.press("Right", "C-s")
    try session.wait(for: "has not agreed to share")
    try session.press("Escape")
    try session.waitGone("A service for")
    try session.press("1", "o")
    try session.wait(for: "Consent to")
    try session.choose("Consent to", "share")
    try session.fill("Agency", "Ash Hub")
    try session.record()
    try session.press("6", "n")
    try session.wait(for: "A service for")
    try session.choose("Service", "Stay")
    try session.go(to: "Stands")
    try session.press("Right")
    try session.record()
  }

  private static func birth(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("2", "b")
    try session.wait(for: "A birth in")
    try session.fill("Born/due", "yesterday")
    try session.fill("Name", "Mair")
    try session.record()
  }

  private static func danger(_ session: TerminalSession) throws {
    try session.press("7", "i")
    try session.wait(for: "Who may give it")
    try session.select("Patient Health Questionnaire 9")
    try session.press("Enter")
    try session.wait(for: "Recorded")
    try session.press("Escape")
    try session.waitGone("Who may give it")
    try session.press("1")
    try session.open("Bevan")
    try session.press("c")
    try session.wait(for: "Check-in:")
    try session.choose("Check-in", "Health Q")
    try session.fill("Reachable now", "Ann Lee")
    try session.press("C-s")
    try session.wait(for: "Question 1 of 10")
    try session.type("11111111")
    try session.wait(for: "Question 9 of 10")
    try session.press("1")
    let stop = try session.wait(for: "STOP")
    #expect(stop.contains("116 123"))
    // Nobody leaves it by Esc. The pause keeps Esc and the letter after it from being one key.
    try session.press("Escape")
    #expect(try session.settled().contains("STOP"))
    try session.type("Stayed, and rang Ann")
    try session.press("C-s")
    try session.wait(for: "Question 10 of 10")
    try session.press("C-s")
    try session.wait(for: "Recorded")
    try session.press("Enter", "7")
    try session.wait(for: "raised")
    try session.press("Enter")
    try session.wait(for: "Stayed, and rang Ann")
    try session.press("k")
    try session.wait(for: "Take the concern in hand")
    try session.record()
    try session.press("d")
    try session.wait(for: "What was done")
    try session.type("Rang the GP with Cerys")
    try session.record()
  }

  private static func signOff(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("7")
    try session.wait(for: "acting")
    try session.press("Enter")
    try session.wait(for: "Rang the GP")
    try session.press("x")
    try session.wait(for: "Sign the concern off")
    try session.type("The GP has it in hand")
    try session.record()
    try session.wait(for: "signed off")
  }

  private static func better(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("r")
    try session.wait(for: "Decided on Fri 24 Jul: add a service")
    try session.press("Space")
    try session.fill("isolation", "4")
    try session.fill("confidence", "4")
    try session.fill("I want to get out", "7")
    try session.go(to: "All in all")
    try session.press("Right")
    try session.record()
  }

  private static func endingPlanned(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("m")
    try session.wait(for: "Move on")
    try session.type("e")
    try session.fill("Ending on", "2026-11-20")
    try session.record()
  }

  private static func ending(_ session: TerminalSession) throws {
    try session.open("Bevan")
    try session.press("E", "C-s")
    try session.wait(for: "ask for the final scores")
    try session.choose("It ended", "goals")
    try session.fill("isolation", "5")
    try session.fill("confidence", "4")
    try session.fill("I want to get out", "9")
    try session.tick("They spoke of", 0)
    try session.fill("Their words", "Never made me feel silly")
    try session.press("C-s")
    let told = try session.wait(for: "Support ended")
    #expect(told.contains("start") && told.contains("review") && told.contains("ending"))
  }
}
