import Testing
import VisitModel

@Suite("Between two check-ins with an instrument")
struct GapTests {
  /// A family whose mother answered WHO-5, which is made for 14 days between two, on 1 November.
  private func desk() throws -> Desk {
    var desk = try Desk.open()
    desk.record(try check(desk, "2026-11-01"))
    return desk
  }

  private func check(
    _ desk: Desk, _ day: String, _ id: String = "who5", of person: String = "P1", again: Bool = false
  ) throws -> [Fact] {
    let instrument = try Fixture.instrument(id)
    let typed = TypedCheckIn(
      person: person, answers: instrument.items.map { $0.allowedAnswers[1] }, day: day)
    return try RecordCheckIn(family: Desk.family, instrument: instrument, typed: typed, allowingEarly: again)
      .facts(in: desk.caseload, as: .coordinator, today: desk.today)
  }

  @Test(
    "there are at least as many days as its file asks for, whichever of the two was keyed in first",
    arguments: [
      ("2026-11-14", false), ("2026-11-15", true), ("2026-10-19", false), ("2026-10-18", true),
      ("2026-11-01", false),
    ])
  func days(day: String, isAllowed: Bool) throws {
    let desk = try desk()
    let faults = problems { _ = try check(desk, day) }.map(\.fault)
    let first = try #require(Day(iso: "2026-11-01"))
    #expect(faults == (isAllowed ? [] : [.tooSoon(last: first, days: 14)]))
  }

  @Test("a person who means it may go on; another person, and another instrument, never have to wait")
  func meant() throws {
    let desk = try desk()
    #expect(throws: Never.self) { try check(desk, "2026-11-02", again: true) }
    #expect(throws: Never.self) { try check(desk, "2026-11-02", of: "P3") }
    #expect(throws: Never.self) { try check(desk, "2026-11-02", "ucla3") }
  }

  @Test("one that was taken back is not waited for")
  func takenBack() throws {
    var desk = try desk()
    let id = try #require(desk.file?.checkIns.first?.id)
    desk.record(try RetractCheckIn(record: id, reason: "wrong family").facts(in: desk.caseload))
    let after = desk
    #expect(throws: Never.self) { try check(after, "2026-11-02") }
  }

  @Test("a day that has not come is refused")
  func future() throws {
    let desk = try desk()
    #expect(refusedFields { _ = try check(desk, "2026-12-24") } == [.date])
  }
}
