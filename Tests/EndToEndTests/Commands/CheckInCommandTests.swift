import Testing

@Suite("Check-ins from the command line")
struct CheckInCommandTests {
  @Test("a check-in that is shown can be brought in again from a file as it was shown")
  func roundTrip() throws {
    let run = try ReadyBook.copied()
    #expect(
      try run(
        "checkin", "record", "--family", "F-0001", "--instrument", "who5", "--answers", "3,4,d,3,-",
        "--words",
        "tired"
      ).status == 0)
    let id = try #require(try run("checkin", "list", "--format", "csv").lines.last?.prefix { $0 != "," })
    let shown = try run("checkin", "show", String(id), "--format", "json")
    let again = try run("checkin", "record", "--again", "--from", "-", input: shown.text)
    #expect(again.status == 0, "\(again.messages)")
    let rows = try run("checkin", "list", "--format", "csv").lines.dropFirst()
    #expect(rows.count == 2)
    // All but what names the record itself is the same twice.
    #expect(Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2..<13] }).count == 1)
  }

  @Test("what somebody else did is recorded by whom and with its result, and shows no score")
  func elsewhere() throws {
    let run = try ReadyBook.copied()
    let done = try run(
      "checkin", "record", "--family", "F-0001", "--person", "Noah", "--instrument", "asq3", "--date",
      "2026-11-10", "--done-by", "health visitor", "--result", "two areas to watch")
    #expect(done.status == 0, "\(done.messages)")
    let shown = try run("checkin", "list", "--format", "json").text
    #expect(
      shown.contains(#""doneBy": "health visitor""#) && shown.contains(#""result": "two areas to watch""#))
    #expect(shown.contains(#""value": null"#))
    let nobody = try run(
      "checkin", "record", "--family", "F-0001", "--instrument", "asq3", "--answers", "yes")
    #expect(nobody.status == 65)
    #expect(nobody.messages.contains("(doneBy)") && nobody.messages.contains("(date)"))
  }

  @Test("an answer of a refused file that signals danger raises its concern all the same, and only once")
  func dangerInAFile() throws {
    let run = try ReadyBook.copied()
    #expect(try run("instrument", "switch", "phq9", "on").status == 0)
    let file = """
      [{"family": "F-0001", "instrument": "phq9", "cover": "Ann Lee", "answers": "0,0,0,0,0,0,0,0,2,-"},
      {"family": "F-0001", "instrument": "who5", "answers": "9,9"}]
      """
    let refused = try run("checkin", "record", "--from", "-", input: file)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("999"), "\(refused.messages)")
    #expect(try run("checkin", "list", "--format", "csv").lines.count == 1)
    #expect(try run("concern", "list", "--format", "csv").lines.count == 2)
    let mended = file.replacing("\"9,9\"", with: "\"3,3,3,3,3\"")
    let done = try run("checkin", "record", "--from", "-", input: mended)
    #expect(done.status == 0, "\(done.messages)")
    #expect(try run("concern", "list", "--format", "csv").lines.count == 2)
  }

  @Test("a file is refused beside other options, and a command that names nothing says what to give")
  func usage() throws {
    let run = try ReadyBook.copied()
    #expect(try run("checkin", "record", "--from", "-", "--words", "x", input: "{}").status == 64)
    #expect(try run("checkin", "record", "--family", "F-0001").status == 64)
    #expect(try run("checkin", "record", "--family", "F-0001", "--instrument", "who5").status == 64)
  }
}
