import Testing
import VisitModel

@Suite("a likely duplicate asks, and may be meant")
struct DuplicateTests {
  static let first: [Field: String] = [.start: "10:00", .volunteers: "V-01,V-02"]

  @Test(
    "the same family, day, start and volunteer asks",
    arguments: ["V-01,V-02", "V-02,V-01", "V-01", "V-02"])
  func asks(volunteers: String) throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit(Self.first))
    let again: [Field: String] = [.start: "10:00", .volunteers: volunteers, .minutes: "45"]
    #expect(throws: Refusal(.start, .likelyDuplicate(id))) { try desk.visit(again) }
    #expect(desk.file?.visits.count == 1)
    try desk.visit(again, allowingDuplicate: true)
    #expect(desk.file?.visits.count == 2)
  }

  @Test(
    "another day, start, volunteer or kind of outcome does not ask",
    arguments: [
      [.date: "yesterday", .start: "10:00", .volunteers: "V-01"], [.start: "10:01", .volunteers: "V-01"],
      [.volunteers: "V-01"], [.start: "10:00"],
      [.minutes: "", .outcome: "no answer", .volunteers: "V-01"],
    ] as [[Field: String]])
  func doesNotAsk(other: [Field: String]) throws {
    var desk = try Desk.open()
    try desk.visit(Self.first)
    try desk.visit(other)
    #expect(desk.file?.visits.count == 2)
  }

  @Test("two visits by nobody but the office, or with no start noted, ask as well")
  func nothingNoted() throws {
    var desk = try Desk.open()
    let id = try #require(try desk.visit())
    #expect(throws: Refusal(.start, .likelyDuplicate(id))) { try desk.visit([.minutes: "5"]) }
  }

  @Test("a visit that was taken back, or amended to another time, is nothing to repeat")
  func standingOnly() throws {
    var desk = try Desk.open()
    try desk.retract(try desk.visit(Self.first))
    let id = try desk.visit(Self.first)
    try desk.amend(id, [.start: "11:00"])
    try desk.visit(Self.first)
    #expect(desk.file?.standingVisits.count == 2)
  }

  @Test("another family's visit is no duplicate")
  func otherFamily() throws {
    var desk = try Desk.open()
    let other = FamilyID(rawValue: 8)
    try desk.add(
      TypedFamily([.name: "Best"], people: [TypedPerson(name: "Kay", role: "mother")]), id: other)
    try desk.visit(Self.first)
    try desk.visit(Self.first, of: other)
    #expect(desk.caseload.families[other]?.visits.count == 1)
  }

  @Test("a visit with other faults tells those first")
  func faultsFirst() throws {
    var desk = try Desk.open()
    try desk.visit(Self.first)
    #expect(refusedFields { try desk.visit(Self.first.merging([.miles: "x"]) { $1 }) } == [.miles])
  }
}
