import Testing
import VisitLibrary
import VisitModel

@Suite("the goals of a plan are what the goals check-in asks about")
struct GoalTests {
  static let scales: FamilyScales = Giver.shipped.scales

  /// A family with a plan of these goals.
  static func desk(_ goals: [String]) throws -> Desk {
    var desk = try Desk.open()
    let plan = TypedPlan(endingOn: "+200", goals: goals.map { TypedGoal(words: $0) })
    desk.record(
      try MakePlan(family: Desk.family, typed: plan)
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
    return desk
  }

  private func asked(_ desk: Desk) throws -> Instrument {
    try #require(GoalTests.scales.goals).asked(of: try #require(desk.file), on: desk.today)
  }

  private func score(_ answers: String, _ desk: inout Desk, on day: String) throws {
    let typed = TypedCheckIn(
      person: "Rosie", answers: answers.split(separator: ",").map(String.init), day: day)
    desk.record(
      try RecordCheckIn(family: Desk.family, instrument: try asked(desk), typed: typed, allowingEarly: true)
        .facts(in: desk.caseload, as: .coordinator, today: desk.today))
  }

  @Test("each goal is asked about in the family's own words, and no more than the plan has")
  func words() throws {
    let desk = try GoalTests.desk(["Sleep at night", "Get out"])
    let asked = try asked(desk)
    #expect(asked.items.map { $0.prompt() } == ["Sleep at night", "Get out"])
    #expect(asked.scores.map { $0.title.text() } == ["Sleep at night", "Get out"])
    #expect(throws: Refusal(.answers, .wrongCount(given: 3, wanted: 2))) {
      try asked.answers(typed: ["1", "2", "3"])
    }
    #expect(throws: Refusal.self) { try asked.answers(typed: ["11", "0"]) }
  }

  @Test("a family without a plan is asked about goals of its own, in the words of the form")
  func without() throws {
    let desk = try Desk.open()
    #expect(try asked(desk) == #require(GoalTests.scales.goals))
  }

  @Test("a goal keeps its number when its words are put right, when another goes, and no other ever gets it")
  func numbers() throws {
    var desk = try GoalTests.desk(["Sleep at night", "Get out"])
    try score("3,4", &desk, on: "-10")
    let record = try #require(desk.file?.supportPlan)
    var typed = TypedPlan(try #require(record.current))
    typed.goals.removeFirst()
    typed.goals[0].words = "Get out twice a week"
    typed.goals.append(TypedGoal(words: "Open my post"))
    desk.record(
      try AmendPlan(record: record.id, typed: typed, reason: "talked again")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
    let goals = try #require(desk.file?.supportPlan?.current?.goals)
    #expect(goals.map(\.number) == [GoalNumber(2), GoalNumber(3)])
    #expect(try asked(desk).items.map(\.id) == [GoalNumber(2).item, GoalNumber(3).item])
    try score("8,1", &desk, on: "-1")
    let results = try #require(desk.file).standingCheckIns.compactMap(\.current).map {
      try asked(desk).result(of: $0.answers).score(GoalNumber(2).score)?.value
    }
    #expect(results == [Hundredths(whole: 4), Hundredths(whole: 8)])
  }

  @Test(
    "a check-in is most likely the first of its kind at the start, then a review, and the ending once that is planned"
  )
  func point() throws {
    var desk = try GoalTests.desk(["Sleep"])
    #expect(desk.file?.usualPoint(of: .goals) == .start)
    try score("3", &desk, on: "-10")
    #expect(desk.file?.usualPoint(of: .goals) == .review)
    #expect(desk.file?.usualPoint(of: .coping) == .start)
    try desk.move(TypedMove(stage: "ending planned", endingOn: "+10"))
    #expect(desk.file?.usualPoint(of: .coping) == .ending)
  }
}
