import Testing

@Suite("Erasing a family by the program")
struct EraseCommandTests {
  @Test("takes every word of it, keeps its numbers, and leaves a journal that verifies")
  func erase() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    let before = try office("summary", "--period", "2026-11", "--format", "json").text
    let preview = try office("erase", "F-0001", "--dry-run")
    #expect(preview.status == 0 && preview.text.contains("visit recorded"))
    #expect(try office("family", "show", "F-0001").status == 0)
    let done = try office(
      "erase", "F-0001", "--ground", "asked", "--reason", "asked by letter", "--authority", "the trustees",
      "--yes",
      "F-0001", "--receipt", book.folder.path("receipt"))
    #expect(done.status == 0, "\(done.messages)")
    #expect(done.text.contains("the trustees"))
    let receipt = try book.folder.text("receipt")
    #expect(!OfficeBook.words.contains { receipt.contains($0) })
    let show = try office("family", "show", "F-0001")
    #expect(show.status == 66 && show.messages.contains("2026-11-23") && show.messages.contains("Sue Hart"))
    #expect(try office("journal", "verify").status == 0)
    #expect(try office("journal", "verify", "--deep").status == 0)
    let log = try office("journal", "log").text
    #expect(log.contains("familyErased") && !log.contains("Abbott"))
    #expect(try office("family", "list").text.contains("Llewelyn"))
    #expect(try !office("caseload").text.contains("Abbott"))
    let after = try office("summary", "--period", "2026-11", "--format", "json").text
    for figure in ["visitsMade", "contactMinutes", "travelMinutes", "familiesVisited", "familiesOpenAtStart"]
    {
      let value = try #require(number(figure, before), "\(figure)")
      #expect(value > 0 && number(figure, after) == value, "\(figure)")
    }
    let next = try office("family", "add", "--name", "Moss", "--carer", "Kit Moss", "--stage", "accepted")
    #expect(next.text.contains("F-0003"))
  }

  /// The first value of a figure in a summary as JSON.
  private func number(_ figure: String, _ json: String) -> Int? {
    json.firstRange(of: "\"\(figure)\":").flatMap { found in
      Int(json[found.upperBound...].drop { $0 == " " }.prefix { $0.isNumber })
    }
  }

  @Test("needs its number typed, a reason, and a supervisor; whatever is missing, nothing is lost")
  func refusals() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    #expect(try office("erase", "F-0001", "--yes", "F-0001").status == 64)
    #expect(try office("erase", "F-0001", "--reason", "asked").status == 64)
    #expect(try office("erase", "F-0001", "--reason", "asked", "--yes", "F-0002").status == 65)
    #expect(
      try office("erase", "F-0001", "--reason", "asked", "--yes", "F-0001", "--ground", "whim").status == 65)
    #expect(try office("erase", "F-0009", "--reason", "asked", "--yes", "F-0009").status == 66)
    let volunteer = try book.volunteer("erase", "F-0001", "--reason", "asked", "--yes", "F-0001")
    #expect(volunteer.status == 77 && volunteer.messages.contains("supervisor"))
    #expect(try office("visit", "list").text.contains("Abbott"))
  }

  @Test("is refused under a legal hold, and possible once the hold is lifted")
  func hold() throws {
    let book = try OfficeBook()
    let office = book.supervisor
    #expect(try book.volunteer("retention", "hold", "F-0001", "--reason", "inquest").status == 77)
    #expect(try office("retention", "hold", "F-0001", "--reason", "inquest").status == 0)
    let again = try office("retention", "hold", "F-0001", "--reason", "inquest")
    #expect(again.status == 65)
    let refused = try office("erase", "F-0001", "--reason", "asked", "--yes", "F-0001")
    #expect(refused.status == 77 && refused.messages.contains("inquest"))
    #expect(try office("retention", "lift", "F-0001", "--reason", "closed").status == 0)
    #expect(try office("erase", "F-0001", "--reason", "asked", "--yes", "F-0001").status == 0)
    #expect(try office("journal", "redact").status == 0)
  }

  @Test("leaves a volunteer's own hours as they were, and no word of the family")
  func volunteer() throws {
    let book = try OfficeBook()
    #expect(try book.volunteer("visit", "list").text.contains("Abbott"))
    #expect(try book.supervisor("erase", "F-0001", "--reason", "asked", "--yes", "F-0001").status == 0)
    let list = try book.volunteer("visit", "list")
    #expect(!list.text.contains("Abbott"))
    #expect(try book.volunteer("journal", "verify", "--deep").status == 0)
  }
}
