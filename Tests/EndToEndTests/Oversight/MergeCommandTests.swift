import Testing

@Suite("Merging two families by the program")
struct MergeCommandTests {
  private let book: OfficeBook
  private var office: BuiltProgram { book.supervisor }

  init() throws { book = try OfficeBook() }

  private func merge() throws {
    for command in [
      ["family", "move", "F-0002", "--to", "ended", "--reason", "twice in the book"],
      ["family", "merge", "F-0002", "--into", "F-0001", "--reason", "one household", "--yes"],
    ] {
      let done = try office(command)
      try #require(done.status == 0, "\(command): \(done.messages)")
    }
  }

  @Test("waits for an open episode to end, needs a reason, and is the office's to do")
  func refusals() throws {
    let preview = try office("family", "merge", "F-0002", "--into", "F-0001", "--dry-run")
    #expect(preview.status == 0 && preview.text.contains("both have an open episode"))
    let open = try office("family", "merge", "F-0002", "--into", "F-0001", "--reason", "one", "--yes")
    #expect(open.status == 65 && open.messages.contains("End or refuse one"))
    #expect(try office("family", "merge", "F-0009", "--into", "F-0001", "--dry-run").status == 66)
    #expect(try office("family", "merge", "F-0001", "--into", "F-0001", "--dry-run").status == 65)
    let visiting = try book.volunteer("family", "merge", "F-0001", "--into", "F-0001", "--dry-run")
    #expect(visiting.status == 77)
    #expect(try office("family", "unmerge", "F-0002", "--dry-run").status == 65)
    #expect(try office("family", "list").text.contains("Llewelyn"))
  }

  @Test("shows one family to everybody who works with it, and two again, each to the letter what it was")
  func merged() throws {
    let before = try ["F-0001", "F-0002"].map { try office("family", "show", $0, "--format", "json").text }
    #expect(try !book.volunteer("family", "show", "F-0001").text.contains("Siân"))
    try merge()
    let list = try office("family", "list").text
    #expect(list.contains("F-0001") && !list.contains("F-0002"))
    let old = try office("family", "show", "F-0002")
    #expect(old.status == 0 && old.text.contains("Abbott") && old.text.contains("Siân"))
    #expect(old.messages.contains("was merged into F-0001") && old.messages.contains("family unmerge F-0002"))
    #expect(try book.volunteer("family", "show", "F-0001").text.contains("Siân"))
    #expect(try office("journal", "verify", "--deep").status == 0)

    let back = try office("family", "unmerge", "F-0002", "--reason", "two after all", "--yes")
    #expect(back.status == 0, "\(back.messages)")
    let after = try ["F-0001", "F-0002"].map { try office("family", "show", $0, "--format", "json").text }
    #expect(after[0] == before[0])
    // The ending that was needed for the merge is a move of its own, and stays.
    #expect(after[1].contains("twice in the book") && before[1].contains("Siân") && after[1].contains("Siân"))
    #expect(try !book.volunteer("family", "show", "F-0001").text.contains("Siân"))
    #expect(try office("journal", "verify", "--deep").status == 0)
  }

  @Test("erases both where the one is erased, and gives neither number to anybody else")
  func erased() throws {
    try merge()
    let done = try office("erase", "F-0001", "--reason", "asked", "--yes", "F-0001")
    #expect(done.status == 0, "\(done.messages)")
    for number in ["F-0001", "F-0002"] { #expect(try office("family", "show", number).status == 66) }
    let log = try office("journal", "log").text
    #expect(!log.contains("Llewelyn") && !log.contains("Abbott"))
    let next = try office("family", "add", "--name", "Moss", "--carer", "Kit Moss", "--stage", "accepted")
    #expect(next.text.contains("F-0003"))
  }

  @Test("a consent and a life event are put right, and the history tells what they said before")
  func amended() throws {
    func id(_ text: String) -> String {
      text.split { !$0.isLetter && !$0.isNumber }.map(String.init).first { $0.count == 12 } ?? ""
    }
    let given = try office("consent", "give", "F-0001", "--to", "share", "--agency", "The Hub")
    let amend = try office("consent", "amend", id(given.text), "--agency", "Ash Hub", "--reason", "misheard")
    #expect(amend.status == 0, "\(amend.messages)")
    #expect(try office("family", "event", "F-0001", "--kind", "moved", "--what", "to Ash").status == 0)
    let events = try office("family", "events", "F-0001", "--format", "csv").text
    let put = try office(
      "family", "amend-event", id(events.split(separator: "\n").last.map(String.init) ?? ""), "--what",
      "to Aldershot", "--reason", "misread")
    #expect(put.status == 0, "\(put.messages)")
    let history = try office("family", "history", "F-0001", "--opening", "a question", "--format", "csv").text
    #expect(history.contains("The Hub -> share with Ash Hub") && history.contains("misheard"))
    #expect(history.contains("to Ash -> to Aldershot") && history.contains("misread"))
  }
}
