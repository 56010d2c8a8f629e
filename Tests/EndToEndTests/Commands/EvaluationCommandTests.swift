import Testing

@Suite("Reviews, moves, letters and figures from the command line")
struct EvaluationCommandTests {
  @Test(
    "a review that finds no change is recorded with the next strategy alone, and the next one asks after it")
  func review() throws {
    let run = try ReadyBook.copied()
    #expect(try run("review", "due").text.contains("F-0001"))
    let before = try run.entryCount()
    let refused = try run("review", "record", "--family", "Abbott", "--overall", "no change")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("(strategy)"))
    #expect(refused.messages.contains("(strategyReason)"))
    #expect(try run.entryCount() == before)
    let held = try run(
      "review", "record", "--family", "Abbott", "--overall", "no change", "--strategy", "another volunteer",
      "--strategy-reason", "a driver is needed", "--needs", "isolation:better,money:no change", "--scores",
      "3,-,-,2,-,-,-,-,-,-,-,1,-", "--present", "Rosie", "--family-words", "It is lighter now")
    #expect(held.status == 0, "\(held.messages)")
    #expect(try run("checkin", "list").text.contains("review"))
    #expect(try run("review", "list").text.contains("other_volunteer"))
    let open = try run("review", "record", "--family", "Abbott", "--overall", "better")
    #expect(open.status == 65)
    #expect(open.messages.contains("(worked)"))
    #expect(
      try run("review", "record", "--family", "Abbott", "--overall", "better", "--worked", "partly").status
        == 0)
    #expect(try run("caseload").text.contains("review overdue") == false)
  }

  @Test("a review of a file comes in whole or not at all, and what show gives goes in again")
  func file() throws {
    let run = try ReadyBook.copied()
    try run.folder.write(
      #"[{"family": "F-0001", "overall": "mixed", "date": "2026-11-01", "needOutcomes": ["isolation: better"]},"#
        + #" {"family": "F-0001", "overall": "worse", "date": "2026-11-02"}]"#, to: "reviews.json")
    let refused = try run("review", "record", "--from", run.folder.path("reviews.json"))
    #expect(refused.status == 65)
    #expect(try run("review", "list", "--format", "csv").lines.count == 1)
    try run.folder.write(
      #"{"family": "F-0001", "overall": "mixed", "needOutcomes": ["isolation: better"], "scores": [1]}"#,
      to: "one.json")
    #expect(try run("review", "record", "--from", run.folder.path("one.json")).status == 65)
    try run.folder.write(
      #"{"family": "F-0001", "overall": "mixed", "needOutcomes": ["isolation: better"]}"#, to: "one.json")
    #expect(try run("review", "record", "--from", run.folder.path("one.json")).status == 0)
  }

  @Test("a wrong move is amended or taken back with a reason, and refused where the table knows no such way")
  func moves() throws {
    let run = try ReadyBook.copied()
    let refused = try run("family", "move", "Abbott", "--to", "referred")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("paused, ending planned, waiting for a volunteer, ended"))
    #expect(try run("family", "move", "Abbott", "--to", "paused", "--date", "2026-11-01").status == 0)
    #expect(try run("family", "move", "Abbott", "--to", "supported", "--date", "2026-10-01").status == 65)
    let move = try #require(try run("family", "moves", "Abbott", "--format", "csv").lines.last)
    let id = String(move.prefix { $0 != "," })
    #expect(try run("family", "amend-move", id, "--date", "2026-11-03", "--reason", "slip").status == 0)
    #expect(try run("family", "moves", "Abbott").text.contains("2026-11-03"))
    #expect(try run("family", "retract-move", id, "--reason", "never was").status == 0)
    #expect(try run("family", "moves", "Abbott", "--format", "csv").lines.count == 2)
    #expect(try run("family", "moves", "Abbott", "--all", "--format", "csv").lines.count == 3)
    #expect(try run("pathway", "--format", "csv").lines.count > 30)
  }

  @Test("support ends for a reason of the list; the letter to the family is written and noted")
  func ending() throws {
    let run = try ReadyBook.copied()
    #expect(try run("family", "letter", "Abbott", "ending-family", "--to", "-").status == 65)
    #expect(
      try run(
        "family", "move", "Abbott", "--to", "ended", "--ending", "goals_reached", "--date", "2026-11-20"
      )
      .status == 0)
    let path = run.folder.path("letter.txt")
    let written = try run("family", "letter", "Abbott", "ending-family", "--to", path)
    #expect(written.status == 0, "\(written.messages)")
    let letter = try run.folder.text("letter.txt").split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(letter.contains("Dear Rosie Abbott,"))
    #expect(letter.contains("20 November 2026"))
    #expect(!letter.contains("{"))
    #expect(try run("family", "timeline", "Abbott").text.contains("letter"))
    let figures = try run("summary", "--period", "2026", "--figures", "--format", "csv").text
    #expect(figures.contains("endings,goals_reached,goals reached,1.00,families,1,date ended"))
  }

  @Test("feedback is counted by theme; small counts are held back where they leave")
  func feedback() throws {
    let run = try ReadyBook.copied()
    #expect(
      try run("feedback", "record", "Abbott", "--themes", "less_alone", "--words", "someone to ring").status
        == 0)
    #expect(try run("summary", "--period", "2026", "--figures").text.contains("less alone"))
    let told = try run("summary", "--period", "2026", "--figures", "--publishable", "--format", "csv").text
    #expect(told.contains("themes,less_alone,less alone,<5,"))
  }

  @Test("families, check-ins and outcomes are exported row by row, naming nobody")
  func exports() throws {
    let run = try ReadyBook.copied()
    for (day, answers) in [("2026-06-10", "1"), ("2026-11-10", "4")] {
      #expect(
        try run(
          "checkin", "record", "--family", "Abbott", "--instrument", "coping", "--date", day, "--again",
          "--answers", "-,-,-,\(answers),-,-,-,-,-,-,-,-,-"
        ).status == 0)
    }
    for (kind, rows) in [("families", 2), ("checkins", 2), ("outcomes", 2)] {
      let export = try run("export", kind, "--period", "2026", "--to", run.folder.path(kind))
      #expect(export.status == 0, "\(export.messages)")
      let table = try run.folder.text("\(kind)/\(kind).csv")
      #expect(table.split(whereSeparator: \.isNewline).count == rows + 1)
      #expect(!table.contains("Abbott") && !table.contains("F-0001"))
      #expect(try run.folder.text("\(kind)/datapackage.json").contains("\(kind).csv"))
    }
    #expect(
      try run("summary", "--period", "2026", "--outcomes", "--format", "csv").text
        .contains("isolation,coping,1,1,1,0,0,0,3.00"))
    #expect(try run("export", "outcomes", "--period", "2026", "--to", "x", "--identifiable").status == 64)
  }

  @Test("a check-in is taken back and a follow-up ticked off by command")
  func takenBack() throws {
    let run = try ReadyBook.copied()
    #expect(
      try run("checkin", "record", "--family", "Abbott", "--instrument", "who5", "--answers", "3,3,3,3,3")
        .status
        == 0)
    let checkIn = try #require(try run("checkin", "list", "--format", "csv").lines.last)
    let id = String(checkIn.prefix { $0 != "," })
    #expect(try run("checkin", "retract", id, "--reason", "wrong form").status == 0)
    #expect(try run("checkin", "list", "--format", "csv").lines.count == 1)
    let visit = try run.visitID()
    #expect(try run("visit", "followup", visit).status == 66)
    #expect(
      try run("visit", "amend", visit, "--follow-up", "Ring the bank", "--reason", "forgotten").status == 0)
    let done = try run("visit", "followup", visit)
    #expect(done.status == 0, "\(done.messages)")
    #expect(done.text.contains("Ring the bank"))
    #expect(try run("visit", "followup", visit).status == 66)
  }
}
