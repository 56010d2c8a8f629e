import Testing
import VisitModel

@Suite("A form that only others give")
struct ElsewhereTests {
  private func facts(
    _ desk: Desk, _ id: String, _ typed: TypedCheckIn, as role: Role = .coordinator
  ) throws -> [Fact] {
    try RecordCheckIn(family: Desk.family, instrument: try Fixture.instrument(id), typed: typed)
      .facts(in: desk.caseload, as: role, today: desk.today)
  }

  @Test(
    "is recorded as done by somebody else on a day, with its result in words, and has no score",
    arguments: ["asq3", "asqse2", "familystarplus"])
  func recorded(_ id: String) throws {
    let desk = try Desk.open()
    let typed = TypedCheckIn(
      person: "P2", day: "2026-11-10", doneBy: "health visitor, Jo Okoye", result: "two areas to watch")
    guard case .checkInRecorded(let checkIn)? = try facts(desk, id, typed).first else {
      Issue.record("no check-in")
      return
    }
    #expect(checkIn.elsewhere == DoneElsewhere(by: "health visitor, Jo Okoye", result: "two areas to watch"))
    #expect(checkIn.answers.isEmpty && checkIn.person == PersonNumber(2))
    #expect(try Fixture.instrument(id).result(of: checkIn.answers).scores.isEmpty)
  }

  @Test("needs who did it and on which day, all told at once; what came of it may not be known")
  func missing() throws {
    let desk = try Desk.open()
    #expect(
      problems { _ = try facts(desk, "asq3", TypedCheckIn(person: "P2")) } == [
        Problem(field: .doneBy, fault: .missing), Problem(field: .date, fault: .missing),
      ])
    #expect(
      throws: Never.self,
      performing: {
        try facts(desk, "asq3", TypedCheckIn(person: "P2", day: "today", doneBy: "health visitor"))
      })
    #expect(
      refusedFields {
        _ = try facts(desk, "asq3", TypedCheckIn(person: "P2", day: "2026-12-24", doneBy: "health visitor"))
      } == [.date])
  }

  @Test("is for the office to write down, whether or not anything was switched on")
  func office() throws {
    let desk = try Desk.open()
    let typed = TypedCheckIn(person: "P2", day: "today", doneBy: "health visitor")
    #expect(
      problems { _ = try facts(desk, "asq3", typed, as: .volunteer) }.map(\.fault) == [
        .notForRole(.volunteer)
      ])
  }

  @Test("is no way around the answers of a form that is scored here")
  func scoredHere() throws {
    let desk = try Desk.open()
    let typed = TypedCheckIn(person: "P1", answers: ["3", "3", "3", "3", "3"], doneBy: "health visitor")
    #expect(
      problems { _ = try facts(desk, "who5", typed) } == [Problem(field: .doneBy, fault: .scoredHere)])
    let told = TypedCheckIn(person: "P1", answers: ["3", "3", "3", "3", "3"], result: "fine")
    #expect(problems { _ = try facts(desk, "who5", told) } == [Problem(field: .result, fault: .scoredHere)])
  }

  @Test("only those that hold no score are such forms")
  func which() throws {
    #expect(try Fixture.instrument("asq3").isOnlyDoneElsewhere)
    #expect(try !Fixture.instrument("who5").isOnlyDoneElsewhere)
    #expect(try !Fixture.instrument("parentbaby").isOnlyDoneElsewhere)
  }
}
