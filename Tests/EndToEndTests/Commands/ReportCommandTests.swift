import Testing

@Suite("Sums, exports and check-ins from the command line")
struct ReportCommandTests {
  @Test("a summary adds up the same as text, CSV and JSON")
  func summary() throws {
    let run = try ReadyBook.copied()
    #expect(
      try run("visit", "log", "--family", "F-1", "--date", "2026-10-02", "--minutes", "60", "--travel", "10")
        .status
        == 0)
    let text = try run("summary", "--period", "2026-Q4", "--by", "month")
    #expect(text.status == 0)
    #expect(try #require(text.lines.first).hasPrefix("Rushmoor, 2026-Q4 (2026-10-01 to 2026-12-31)"))
    let csv = try run("summary", "--period", "2026-Q4", "--format", "csv").lines
    let columns = try #require(csv.first).split(separator: ",", omittingEmptySubsequences: false)
    let minutes = try #require(columns.firstIndex(of: "contactMinutes"))
    let rows = csv.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(rows.map { $0[0] } == ["2026-10", "2026-11", "2026-12", "total"])
    #expect(rows.map { $0[minutes] } == ["60", "90", "0", "150"])
    let json = try run("summary", "--period", "2026-Q4", "--format", "json").text
    #expect(json.contains("\"contactMinutes\": 150"))
    #expect(json.contains("\"dateBasis\": \"visit date\""))
  }

  @Test("an export names nobody, has its description beside it and replaces nothing unasked")
  func export() throws {
    let run = try ReadyBook.copied()
    let place = run.folder.path("out")
    let exported = try run("export", "visits", "--period", "2026", "--to", place)
    #expect(exported.status == 0)
    #expect(exported.lines == ["\(place)/visits.csv", "\(place)/datapackage.json"])
    #expect(exported.messages.contains("1 visit of 2026, nobody named"))
    let csv = try run.folder.text("out/visits.csv")
    for name in ["Abbott", "Rosie", "F-0001", "moon", try run.visitID()] {
      #expect(!csv.contains(name), "\(name)")
    }
    #expect(try run.folder.text("out/datapackage.json").contains("\"rows\": 1"))
    #expect(try run("export", "visits", "--period", "2026", "--to", place).status == 73)
    #expect(try run("export", "visits", "--period", "2026", "--to", place, "--force").status == 0)
  }

  @Test(
    "an export with names needs a reason, says so loudly, and a description names the file it lies beside")
  func exportNamed() throws {
    let run = try ReadyBook.copied()
    let place = run.folder.path("named.csv")
    let exported = try run(
      "export", "visits", "--period", "2026", "--to", place, "--identifiable", "--reason", "an audit")
    #expect(exported.status == 0)
    #expect(exported.messages.contains("WITH NAMES"))
    #expect(try run.folder.text("named.csv").contains("Rosie had slept."))
    #expect(try run.folder.text("datapackage.json").contains("\"path\": \"named.csv\""))
  }

  @Test("a check-in is recorded, scored and listed; a danger answer says at once what to do")
  func checkIn() throws {
    let run = try ReadyBook.copied()
    let recorded = try run(
      "checkin", "record", "--family", "F-1", "--instrument", "who5", "--answers", "3,4,2,3,5", "--point",
      "start")
    #expect(recorded.status == 0, "\(recorded.messages)")
    #expect(recorded.text.contains("68"))
    let list = try run("checkin", "list", "--format", "csv").lines
    let row = try #require(list.last)
    #expect(row.contains(",F-0001,P1,who5,"))
    #expect(row.contains(",start,helped,"))
    let shown = try run("checkin", "show", String(row.prefix { $0 != "," }), "--format", "json").text
    #expect(shown.contains("\"value\": 68"))
  }

  @Test("answers are scored without a journal, and nothing is recorded")
  func score() throws {
    let run = BuiltProgram(try Workspace())
    let scored = try run.bare("instrument", "score", "who5", "--answers", "0,0,0,0,0")
    #expect(scored.status == 0)
    #expect(scored.text.contains("\"value\": 0"))
    let blank = try run.bare("instrument", "score", "who5", "--answers", "-,1,1,1,1")
    #expect(blank.status == 0)
    #expect(blank.text.contains("\"value\": null"))
  }

  @Test("the caseload says who has not been seen, and can be narrowed and sorted")
  func caseload() throws {
    var run = try ReadyBook.copied()
    run.today = "2026-12-20"
    let list = try run("caseload", "--format", "csv").lines
    #expect(list.count == 3)
    #expect(list[1].contains("F-0001,Abbott,"))
    #expect(list[1].contains("not seen"))
    #expect(try run("caseload", "--where", "stage:accepted", "--format", "csv").lines.count == 2)
    #expect(try run("caseload", "--for", "V-01", "--format", "csv").lines.count == 2)
    #expect(try #require(run("caseload", "--sort", "name").lines.last).contains("Llewelyn"))
  }

  @Test("a family is amended, moved along and shown with its history")
  func family() throws {
    let run = try ReadyBook.copied()
    let amended = try run(
      "family", "amend", "F-1", "--birth", "P3:2026-11-21", "--rename", "P3:Mali", "--risk",
      "Dog in the kitchen",
      "--reason", "The baby has come")
    #expect(amended.status == 0, "\(amended.messages)")
    #expect(try run("family", "move", "F-1", "--to", "paused", "--date", "2026-11-22").status == 0)
    let shown = try run("family", "show", "Abbott")
    #expect(shown.text.contains("Stage: paused"))
    #expect(shown.text.contains("P3, child, Mali, lives here, born 2026-11-21"))
    #expect(shown.text.contains("The baby has come"))
    let refused = try run("family", "move", "F-1", "--to", "matched")
    #expect(refused.status == 65)
    #expect(refused.messages.contains("ending planned"))
  }
}
