import Testing
import VisitModel

@Suite("a claim adds up a month's miles and costs")
struct ClaimTests {
  @Test("miles are paid at the rate of their day, and once a visit, to whoever is named first")
  func amounts() throws {
    var desk = try Desk.open()
    try desk.visit([.date: "2026-10-05", .miles: "6.4", .expenses: "3.40", .volunteers: "V-01"])
    try desk.visit([.date: "2026-10-12", .miles: "10.1", .volunteers: "V-01,V-02"])
    let work = VolunteerWork(of: VolunteerNumber(1), in: desk.caseload).month(Month(year: 2026, month: 10))
    #expect(work.miles == Miles(tenths: 165))
    // 16.5 miles at 45p are 742.5p; half a penny goes to the volunteer.
    #expect(work.mileage == Pence(743))
    #expect(work.expenses == Pence(340))
    let second = VolunteerWork(of: VolunteerNumber(2), in: desk.caseload).month(Month(year: 2026, month: 10))
    #expect(second.contact == Minutes(60))
    #expect(second.miles == .zero)
  }

  @Test(
    "a month is claimed once; claiming it again is a correction, which takes late visits in and says when it was paid"
  )
  func once() throws {
    var desk = try Desk.open()
    try desk.visit([.date: "2026-10-05", .miles: "10", .volunteers: "V-01"])
    try desk.note(.claim, [.month: "2026-10"])
    let claim = try #require(
      desk.caseload.volunteerFile(VolunteerNumber(1)).claim(for: Month(year: 2026, month: 10)))
    #expect(refusedFields { try desk.note(.claim, [.month: "oct"]) } == [.month])
    try desk.visit([.date: "2026-10-06", .miles: "2", .volunteers: "V-01"])
    var typed = TypedVolunteerNote(try #require(claim.current))
    typed[.paidOn] = "2026-11-20"
    desk.record(
      try AmendVolunteerNote(record: claim.id, typed: typed, reason: "paid").facts(
        in: desk.caseload, lists: Desk.shippedLists, today: desk.today))
    let paid = try #require(desk.caseload.volunteerFile(VolunteerNumber(1)).claims.first)
    #expect(paid.total == Pence(540))
    #expect(paid.paidOn?.description == "2026-11-20")
  }

  @Test("a month without miles or costs, and one that has not come, are refused")
  func nothing() throws {
    var desk = try Desk.open()
    #expect(
      problems { try desk.note(.claim, [.month: "2026-09"]) } == [
        Problem(field: .month, fault: .nothingToClaim(Month(year: 2026, month: 9)))
      ])
    #expect(refusedFields { try desk.note(.claim, [.month: "2026-12"]) }.contains(.month))
    #expect(refusedFields { try desk.note(.claim, [:]) } == [.month])
  }

  @Test(
    "a month is read as people write it",
    arguments: [
      ("2026-11", "2026-11"), ("11/2026", "2026-11"), ("nov", "2026-11"), ("dec", "2025-12"),
      ("last month", "2026-10"), ("Nov 2025", "2025-11"), ("this month", "2026-11"),
    ])
  func month(text: String, month: String) {
    #expect(Month(typed: text, today: Desk.today)?.description == month)
  }

  @Test("what is no month is none", arguments: ["", "13/2026", "2026", "soon", "2026-00", "1/2/2026"])
  func noMonth(text: String) { #expect(Month(typed: text, today: Desk.today) == nil) }
}
