import Testing
import VisitModel

@Suite("the visit planned next")
struct PlanTests {
  private func plan(_ desk: inout Desk, _ day: String, _ start: String = "") throws {
    let command = PlanVisit(family: Desk.family, day: day, start: start)
    desk.record(try command.facts(in: desk.caseload, today: desk.today))
  }

  private func planned(_ desk: Desk) -> String? { desk.file?.plan?.day.description }

  @Test("the plan made last counts, on its own or with a visit")
  func last() throws {
    var desk = try Desk.open()
    #expect(planned(desk) == nil)
    try plan(&desk, "+3")
    #expect(planned(desk) == "2026-11-26")
    try desk.visit([.date: "today", .next: "+7", .nextStart: "2pm"])
    #expect(planned(desk) == "2026-11-30")
    #expect(desk.file?.plan?.start?.description == "14:00")
    try plan(&desk, "+5")
    #expect(planned(desk) == "2026-11-28")
  }

  @Test(
    "a plan is met by a visit on its day or later, whatever became of it",
    arguments: ["done", "cut short", "no answer"])
  func met(outcome: String) throws {
    for (date, isMet) in [("2026-11-25", false), ("2026-11-26", true), ("2026-11-27", true)] {
      var desk = try Desk.open()
      try plan(&desk, "2026-11-26")
      desk.today = Desk.today.advanced(by: 10)
      try desk.visit([.date: date, .outcome: outcome, .minutes: outcome == "no answer" ? "" : "60"])
      #expect((planned(desk) == nil) == isMet)
    }
  }

  @Test("a visit called off answers for its own day, and says nothing about the ones before it")
  func calledOff() throws {
    var desk = try Desk.open()
    try plan(&desk, "2026-12-07")
    try desk.visit([.date: "2026-12-07", .outcome: "cancelled by family", .minutes: ""])
    #expect(planned(desk) == nil)
    try plan(&desk, "2026-12-03")
    #expect(planned(desk) == "2026-12-03")
  }

  @Test("when the visit that met a plan is taken back, the plan stands again")
  func takenBack() throws {
    var desk = try Desk.open()
    try plan(&desk, "today")
    let id = try desk.visit()
    #expect(planned(desk) == nil)
    try desk.retract(id)
    #expect(planned(desk) == "2026-11-23")
  }

  @Test("a plan goes with its visit when that is taken back")
  func planTakenBack() throws {
    var desk = try Desk.open()
    let id = try desk.visit([.next: "+7"])
    try desk.retract(id)
    #expect(planned(desk) == nil)
  }

  @Test("putting a note right makes no new plan of an old one; moving the next visit does")
  func amended() throws {
    var desk = try Desk.open()
    let id = try desk.visit([.next: "+7"])
    try plan(&desk, "+3")
    try desk.amend(id, [.note: "typing error"])
    #expect(planned(desk) == "2026-11-26")
    try desk.amend(id, [.next: "2026-12-02"])
    #expect(planned(desk) == "2026-12-02")
    try desk.amend(id, [.note: "another"])
    try desk.amend(id, [.next: ""])
    #expect(planned(desk) == "2026-11-26")
  }

  @Test("a plan is for today or later, on a day that exists, for a family that is there")
  func refused() throws {
    var desk = try Desk.open()
    let yesterday = Desk.today.advanced(by: -1)
    #expect(throws: Refusal(.next, .missing)) { try plan(&desk, " ") }
    #expect(throws: Refusal(.next, .inThePast(yesterday))) { try plan(&desk, "yesterday") }
    #expect(refusedFields { try plan(&desk, "x", "y") } == [.next, .nextStart])
    #expect(throws: Refusal(.family, .missing)) {
      try PlanVisit(family: FamilyID(rawValue: 99), day: "+1", start: "")
        .facts(in: desk.caseload, today: desk.today)
    }
  }
}
