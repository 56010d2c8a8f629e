import Testing

@Suite("The roles at the command line")
struct RoleCommandTests {
  @Test(
    "a supervisor beside a coordinator reads the pathway and changes nothing on it, but acts on a concern")
  func supervisor() throws {
    let book = try OfficeBook(withCoordinator: true)
    let office = book.supervisor
    for command in [
      ["family", "add", "--name", "Bevan", "--carer", "Kay Bevan"],
      ["family", "move", "F-0001", "--to", "paused", "--opening", "complaint"],
      ["review", "record", "--family", "F-0001", "--overall", "better", "--opening", "complaint"],
      ["consent", "give", "F-0001", "--to", "hold", "--opening", "complaint"],
      ["volunteer", "add", "--name", "Mia Ito"],
      ["match", "make", "F-0002", "V-01", "--opening", "complaint"],
    ] {
      let refused = try office(command)
      #expect(refused.status == 77, "\(command): \(refused.messages)")
      #expect(refused.messages.contains("coordinator"), "\(command): \(refused.messages)")
    }
    #expect(try office("caseload").status == 0)
    #expect(try office("summary", "--period", "2026-11").status == 0)
    let raised = try office(
      "concern", "raise", "--family", "F-0001", "--seen", "A bruise", "--danger", "no", "--opening",
      "complaint")
    #expect(raised.status == 0, "\(raised.messages)")
    let id = try #require(try office("concern", "list", "--format", "csv").lines.last?.prefix { $0 != "," })
    let taken = try office("concern", "acknowledge", String(id))
    #expect(taken.status == 0, "\(taken.messages)")
  }

  @Test(
    "settings, retention and erasure are a supervisor's where there is one; letting members in is the coordinator's too"
  )
  func supervising() throws {
    let book = try OfficeBook(withCoordinator: true)
    for command in [
      ["scheme", "set", "reviewWeeks=10"], ["retention"],
      ["retention", "hold", "F-0001", "--reason", "an inquest"],
      ["erase", "F-0001", "--reason", "asked", "--yes", "F-0001"],
    ] {
      let refused = try book.coordinator(command)
      #expect(refused.status == 77, "\(command): \(refused.messages)")
    }
    #expect(try book.supervisor("retention").status == 0)
    #expect(try book.supervisor("scheme", "set", "reviewWeeks=10").status == 0)
    let granted = try book.coordinator("member", "grant", "F-0002", "--to", "M2", "--reason", "stands in")
    #expect(granted.status == 0, "\(granted.messages)")
  }

  @Test("a coordinator beside a supervisor takes out numbers and no names")
  func names() throws {
    let book = try OfficeBook(withCoordinator: true)
    func export(_ kind: String, _ more: String...) -> [String] {
      ["export", kind, "--period", "2026-11", "--to", book.folder.path(kind + ".csv"), "--force"] + more
    }
    for kind in ["visits", "families", "checkins", "outcomes"] {
      let refused = try book.coordinator(export(kind, "--identifiable", "--reason", "audit"))
      #expect(refused.status == 77 && refused.messages.contains("supervisor"), "\(refused.messages)")
      #expect(try book.coordinator(export(kind)).status == 0)
      let done = try book.supervisor(export(kind, "--identifiable", "--reason", "audit"))
      #expect(done.status == 0, "\(done.messages)")
    }
    #expect(try book.volunteer(export("visits")).status == 77)
  }
}
