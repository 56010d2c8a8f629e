import Testing

@Suite("Concerns from the command line")
struct ConcernCommandTests {
  private func id(_ program: BuiltProgram) throws -> String {
    let line = try #require(try program("concern", "list", "--format", "csv").lines.last)
    return String(line.prefix { $0 != "," })
  }

  @Test("one is raised, acted on, signed off, and late where nobody does")
  func wholeWay() throws {
    var program = try ReadyBook.copied()
    let bad = try program("concern", "raise", "--family", "F-0001", "--danger", "perhaps")
    #expect(bad.status == 65, "\(bad.messages)")
    let raised = try program(
      "concern", "raise", "--family", "F-0001", "--about", "Noah", "--seen", "two bruises", "--said",
      "he fell",
      "--said-by", "Rosie", "--danger", "no")
    #expect(raised.status == 0, "\(raised.messages)")
    #expect(raised.messages.contains("told nobody"))
    let id = try id(program)
    #expect(try program("concern", "close", id, "--reason", "done").status == 65)
    program.today = "2026-11-25"
    #expect(try program("concern", "list", "--late", "--format", "csv").lines.count == 2)
    let list = try program("caseload", "--format", "json")
    #expect(list.text.contains("concern late"))
    program.today = "2026-11-23"
    #expect(try program("concern", "act", id, "--what", "rang the duty team").status == 0)
    #expect(try program("concern", "outcome", id, "--outcome", "a visit tomorrow").status == 0)
    #expect(try program("concern", "close", id, "--reason", "seen by the health visitor").status == 0)
    let shown = try program("concern", "show", id, "--format", "json").text
    for words in ["two bruises", "a visit tomorrow", "seen by the health visitor", "\"state\": \"closed\""] {
      #expect(shown.contains(words), "\(words)")
    }
    #expect(try program("concern", "act", id, "--what", "more").status == 65)
    #expect(try program("concern", "chronology", "F-0001").text.contains("two bruises"))
  }

  @Test("an answer that signals danger raises one by itself, even where the check-in is refused")
  func danger() throws {
    let program = try ReadyBook.copied()
    let answers = ["--family", "F-0001", "--instrument", "phq9", "--answers", "0,0,0,0,0,0,0,0,1,0"]
    let refused = try program(["checkin", "record"] + answers)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("116 123"))
    #expect(try program("concern", "list", "--format", "csv").lines.count == 2)
    #expect(try program("instrument", "switch", "phq9", "on").status == 0)
    let kept = try program(
      ["checkin", "record"] + answers + ["--cover", "Ann Lee", "--what-i-did", "stayed and rang Ann"])
    #expect(kept.status == 0, "\(kept.messages)")
    let list = try program("concern", "list", "--format", "json").text
    #expect(list.contains("thoughts of self-harm"))
    #expect(!(kept.text + kept.messages).lowercased().contains("severe"))
  }

  @Test("the worry on a visit is one")
  func worry() throws {
    let program = try ReadyBook.copied()
    let visit = try program(
      "visit", "log", "--family", "F-0001", "--minutes", "60", "--worry", "mum very low")
    #expect(visit.status == 0 && visit.messages.contains("raised as concern"), "\(visit.messages)")
    #expect(try program("concern", "list", "--format", "json").text.contains("mum very low"))
  }
}
