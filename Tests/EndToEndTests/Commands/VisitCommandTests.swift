import Testing

@Suite("Visits from the command line")
struct VisitCommandTests {
  @Test("a logged visit is listed and shown as it was given")
  func logged() throws {
    let run = try ReadyBook.copied()
    let list = try run("visit", "list")
    #expect(list.lines.count == 2)
    #expect(
      try #require(list.lines.last).contains("2026-11-20  10:00  F-0001  Abbott  Jo Simms   done      90"))
    let shown = try run("visit", "show", String(try run.visitID().prefix(8)))
    for line in [
      "Min: 90", "Travel: 25", "Miles: 6.4", "Pence: 340", "Needs: isolation", "Note: Rosie had slept.",
      "Their words: He points at the moon now", "  P2, Noah, there",
    ] {
      #expect(shown.lines.contains { $0 == line }, "\(line)")
    }
  }

  @Test("an amended visit says what it said before, by whom it was changed and why")
  func amended() throws {
    let run = try ReadyBook.copied()
    let id = try run.visitID()
    let amended = try run("visit", "amend", id, "--minutes", "75", "--reason", "The diary says 75")
    #expect(amended.status == 0)
    #expect(amended.text.contains("2026-11-20"))
    let document = try run("visit", "show", id, "--format", "json").text
    #expect(document.contains("\"minutes\": 75"))
    #expect(document.contains("\"old\": \"90\""))
    #expect(document.contains("\"reason\": \"The diary says 75\""))
  }

  @Test("a visit that turns out not to have taken place needs no clearing of fields by hand")
  func amendedToMissed() throws {
    let run = try ReadyBook.copied()
    let id = try run.visitID()
    #expect(try run("visit", "amend", id, "--outcome", "no answer", "--reason", "wrong family").status == 0)
    #expect(try run("visit", "show", id).text.contains("Outcome: no answer"))
  }

  @Test("a retracted visit leaves the list and the sums, and can still be seen")
  func retracted() throws {
    let run = try ReadyBook.copied()
    let id = try run.visitID()
    #expect(try run("visit", "retract", id, "--reason", "entered twice").status == 0)
    #expect(try run("visit", "list", "--format", "csv").lines.count == 1)
    #expect(try run("visit", "list", "--all").text.contains("taken back"))
    #expect(try run("summary", "--period", "2026-11").text.contains("total          0     0"))
  }

  @Test("every wrong field is named with what to do, and nothing is recorded")
  func refused() throws {
    let run = try ReadyBook.copied()
    let before = try run.entryCount()
    let refused = try run(
      "visit", "log", "--family", "Abbott", "--date", "2026-12-24", "--minutes", "lots", "--there", "Zoe",
      "--need", "gold")
    #expect(refused.status == 65)
    #expect(refused.text.isEmpty)
    for field in ["(date)", "(minutes)", "(there)", "(needs)"] {
      #expect(refused.messages.contains(field), "\(field)")
    }
    #expect(try run.entryCount() == before)
  }

  @Test("the same visit again is asked about, and taken where it is meant")
  func duplicate() throws {
    let run = try ReadyBook.copied()
    func logAgain(_ more: String...) throws -> BuiltProgram.Outcome {
      try run(
        ["visit", "log", "--family", "F-1", "--date", "2026-11-20", "--start", "10:00", "--minutes", "30"]
          + more)
    }
    let asked = try logAgain()
    #expect(asked.status == 65)
    #expect(asked.messages.contains("--again"))
    #expect(try logAgain("--again").status == 0)
  }

  @Test("services and moments are logged, shown, and brought in again from a file as they were shown")
  func services() throws {
    let run = try ReadyBook.copied()
    #expect(try run("service", "add", "--organisation", "Ash Hub", "--name", "Stay and Play").status == 0)
    let logged = try run(
      "visit", "log", "--family", "F-0001", "--date", "2026-11-21", "--minutes", "60", "--signposted",
      "S-001",
      "--signposted", "Rhyme time, upstairs", "--attended-together", "Dr Bray", "--moment", "looking",
      "--moment-words", "He laughed at her hat", "--format", "json")
    #expect(logged.status == 0, "\(logged.messages)")
    for said in [
      #""name": "Ash Hub: Stay and Play""#, #""name": "Rhyme time, upstairs""#, #""name": "Dr Bray""#,
      "looking",
      "He laughed at her hat",
    ] { #expect(logged.text.contains(said), "\(said)") }
    let again = try run("visit", "log", "--again", "--from", "-", "--format", "json", input: logged.text)
    #expect(again.status == 0, "\(again.messages)")
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter {
        $0.contains("name") || $0.contains("S-001") || $0.contains("laughed")
      }
    }
    #expect(
      lines(again.text).map { $0.drop { $0 == " " } } == lines(logged.text).map { $0.drop { $0 == " " } })
    #expect(try run("visit", "list", "--where", "service:stay").text.contains("2026-11-21"))
    let wrong = try run("visit", "log", "--family", "F-0001", "--minutes", "5", "--signposted", "S-099")
    #expect(wrong.status == 65 && wrong.messages.contains("(signposted)") && wrong.messages.contains("S-001"))
    let unknown = try run("visit", "log", "--family", "F-0001", "--minutes", "5", "--moment", "magic")
    #expect(unknown.status == 65 && unknown.messages.contains("looking"), "\(unknown.messages)")
  }

  @Test("a note is read from standard input, with its lines")
  func noteFromInput() throws {
    let run = try ReadyBook.copied()
    let logged = try run(
      "visit", "log", "--family", "F-1", "--minutes", "20", "--channel", "phone", "--note", "-", "--format",
      "json",
      input: "First line.\nSecond, with “quotes”.\n")
    #expect(logged.status == 0)
    #expect(logged.text.contains(#""note": "First line.\nSecond, with “quotes”.""#))
  }
}
