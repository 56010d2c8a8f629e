import Testing
import VisitModel

@Suite("the office knows who is out on a visit and who is not home yet")
struct OutingTests {
  static let now = Moment(Desk.today, TimeOfDay(minutesAfterMidnight: 14 * 60) ?? .midnight)

  private func setOut(_ desk: inout Desk, left: String = "", home: String = "") throws {
    desk.record(
      try SetOut(family: Desk.family, left: left, expectedHome: home).facts(
        in: desk.caseload, now: OutingTests.now))
  }

  @Test(
    "when somebody is expected home is a time, past midnight too, or how long they will be",
    arguments: [
      ("17:30", "2026-11-23 17:30"), ("2h30", "2026-11-23 16:30"), ("90", "2026-11-23 15:30"),
      ("5.30pm", "2026-11-23 17:30"), ("0:30", "2026-11-24 00:30"), ("", "2026-11-23 17:00"),
      ("45 min", "2026-11-23 14:45"),
    ])
  func expected(text: String, home: String) throws {
    var desk = try Desk.open()
    try setOut(&desk, home: text)
    let outing = try #require(desk.file?.outings.open.first?.current)
    #expect("\(outing.expectedHome.day) \(outing.expectedHome.time)" == home)
    #expect(outing.left == OutingTests.now)
    #expect(outing.volunteer == VolunteerNumber(1))
  }

  @Test("nobody is out twice, and coming home ends it")
  func once() throws {
    var desk = try Desk.open()
    try setOut(&desk)
    #expect(throws: Refusal(.volunteer, .alreadyOut(VolunteerNumber(1), FamilyNumber(1)))) {
      try setOut(&desk)
    }
    desk.record(try ComeHome(family: Desk.family).facts(in: desk.caseload, now: OutingTests.now))
    #expect(desk.file?.outings.open.isEmpty == true)
    #expect(throws: Refusal(.family, .nobodyOut(FamilyNumber(1)))) {
      try ComeHome(family: Desk.family).facts(in: desk.caseload, now: OutingTests.now)
    }
    try setOut(&desk)
  }

  @Test("being later than was thought needs a reason, and moves the time alone")
  func later() throws {
    var desk = try Desk.open()
    try setOut(&desk, home: "16:00")
    #expect(
      refusedFields {
        _ = try ExpectLater(family: Desk.family, expectedHome: "", reason: " ").facts(
          in: desk.caseload, now: OutingTests.now)
      } == [.expectedHome, .reason])
    desk.record(
      try ExpectLater(family: Desk.family, expectedHome: "17:15", reason: "a long talk").facts(
        in: desk.caseload, now: OutingTests.now))
    #expect(desk.file?.outings.open.first?.current?.expectedHome.time.description == "17:15")
    #expect(desk.file?.outings.open.first?.versions.count == 2)
  }

  @Test("a time that has not come, or is none, is refused", arguments: ["14:01", "noon", "25:00"])
  func notYet(text: String) throws {
    var desk = try Desk.open()
    #expect(refusedFields { try setOut(&desk, left: text) } == [.left])
  }

  @Test("minutes between moments count across midnight")
  func minutes() throws {
    let late = Moment(Desk.today, try #require(TimeOfDay(typed: "23:50")))
    #expect(late.advanced(byMinutes: 25).minutes(to: late) == -25)
    #expect(late.advanced(byMinutes: 25).day == Desk.today.advanced(by: 1))
    #expect(late.advanced(byMinutes: -1_431).day == Desk.today.advanced(by: -1))
  }
}
