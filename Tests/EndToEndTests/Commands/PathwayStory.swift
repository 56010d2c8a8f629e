import Testing

/// One family's whole way from referral to ending, told twice: by commands here, by keys in a terminal elsewhere. Both
/// tellings leave the same book, so what one changes the other has to change too.
enum PathwayStory {
  /// A day after everything.
  static let lastDay = "2026-11-22"

  /// The story by commands, as a coordinator with a script would take it: every step on its own day.
  static func byCommands(_ program: BuiltProgram) throws {
    var run = program
    @discardableResult
    func step(_ day: String, _ arguments: String...) throws -> BuiltProgram.Outcome {
      run.today = day
      let outcome = try run(arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.messages)")
      return outcome
    }
    func refused(_ day: String, _ sentence: String, _ arguments: String...) throws {
      run.today = day
      let outcome = try run(arguments)
      #expect(outcome.status == 65, "\(arguments)")
      #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
    }

    try step("2026-05-20", "volunteer", "add", "--name", "Lena Hughes", "--areas", "Ash ward")
    try step(
      "2026-05-20", "volunteer", "check", "Lena Hughes", "--level", "dbs_enhanced", "--number",
      "001234567890",
      "--seen-by", "Ann Lee")
    for referee in ["Mrs Hall", "Mr Cole"] {
      try step("2026-05-20", "volunteer", "reference", "Lena Hughes", "--from", referee, "--good", "yes")
    }
    try step(
      "2026-05-20", "volunteer", "prepare", "Lena Hughes", "--session", "Safeguarding", "--finished", "yes")

    try step(
      "2026-06-01", "family", "add", "--name", "Bevan", "--carer", "Cerys Bevan", "--child",
      "Owen:2025-09-20", "--child", "Baby:due 2026-09-02", "--area", "Ash ward", "--source", "health_visitor",
      "--reasons", "Alone with two", "--need", "isolation", "--signed", "2026-05-30")
    try step("2026-06-02", "referral", "accept", "Bevan")
    try step(
      "2026-06-08", "assessment", "record", "Bevan", "--worrying", "Alone all day", "--working-well",
      "Sings to him", "--needs-to-happen", "Company", "--score", "isolation=1,confidence=2", "--risk-check",
      "clear", "--indicator", "few_people", "--level-reason", "One clear need")
    try step(
      "2026-06-08", "plan", "make", "Bevan", "--ending-on", "2027-01-31", "--goal",
      "I want to get out | isolation", "--action", "1 | Walk to the group | Lena | 2026-07-01")
    try step(
      "2026-06-08", "checkin", "record", "--family", "Bevan", "--instrument", "goals", "--answers", "2",
      "--point", "start")
    try step("2026-06-09", "match", "make", "Bevan", "Lena Hughes")
    try step("2026-06-10", "match", "introduce", "Bevan", "--with", "Ann Lee")
    try step("2026-06-12", "family", "move", "Bevan", "--to", "supported")
    try step(
      "2026-06-19", "visit", "log", "--family", "Bevan", "--start", "10:00", "--minutes", "2h", "--there",
      "P1,Owen", "--activity", "listening", "--note", "Cerys talked")

    try refused(
      "2026-07-24", "Choose what to try next", "review", "record", "--family", "Bevan", "--overall",
      "no change")
    try step(
      "2026-07-24", "review", "record", "--family", "Bevan", "--overall", "no change", "--needs",
      "isolation:no change,confidence:no change", "--scores", "-,-,-,1,-,-,2,-,-,-,-,-,-", "--goal-scores",
      "3", "--strategy", "add_service", "--strategy-reason", "She asked for other parents")
    try step("2026-07-25", "service", "add", "--organisation", "Ash Hub", "--name", "Stay and Play")
    try refused(
      "2026-07-25", "has not agreed to share", "service", "refer", "Bevan", "--service", "Stay and Play")
    try step("2026-07-25", "consent", "give", "Bevan", "--to", "share", "--agency", "Ash Hub")
    try step("2026-07-25", "service", "refer", "Bevan", "--service", "Stay and Play")
    try step(
      "2026-09-05", "family", "amend", "Bevan", "--birth", "P3:2026-09-04", "--rename", "P3:Mair", "--reason",
      "The baby has come")

    try step("2026-09-20", "instrument", "switch", "phq9", "on")
    let danger = try step(
      "2026-09-20", "checkin", "record", "--family", "Bevan", "--instrument", "phq9", "--answers",
      "1,1,1,1,1,1,1,1,1,-", "--point", "start", "--cover", "Ann Lee", "--what-i-did",
      "Stayed, and rang Ann")
    #expect((danger.text + danger.messages).contains("116 123"))
    let concern = String(
      try #require(try run("concern", "list", "--format", "csv").lines.last).prefix { $0 != "," })
    try step("2026-09-20", "concern", "acknowledge", concern)
    try step("2026-09-20", "concern", "act", concern, "--what", "Rang the GP with Cerys")
    try step("2026-09-28", "concern", "close", concern, "--reason", "The GP has it in hand")

    try refused(
      "2026-10-16", "Did it work", "review", "record", "--family", "Bevan", "--overall", "better")
    try step(
      "2026-10-16", "review", "record", "--family", "Bevan", "--overall", "better", "--worked", "yes",
      "--needs", "isolation:better,confidence:better", "--scores", "-,-,-,4,-,-,4,-,-,-,-,-,-",
      "--goal-scores", "7")
    try step(
      "2026-11-06", "family", "move", "Bevan", "--to", "ending planned", "--ending-on", "2026-11-20")
    try refused(
      "2026-11-20", "ask for the final scores", "family", "move", "Bevan", "--to", "ended", "--ending",
      "goals_reached")
    let ended = try step(
      "2026-11-20", "family", "end", "Bevan", "--ending", "goals_reached", "--scores",
      "-,-,-,5,-,-,4,-,-,-,-,-,-", "--goal-scores", "9", "--themes", "listened_to", "--words",
      "Never made me feel silly")
    #expect(ended.text.contains("isolation") && ended.text.contains("I want to get out"))
  }
}
