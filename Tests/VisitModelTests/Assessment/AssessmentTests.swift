import Testing
import VisitLibrary
import VisitModel

@Suite("An assessment")
struct AssessmentTests {
  static let plain: [Field: String] = [
    .worrying: "the baby cries", .riskCheck: "clear", .level: "targeted", .levelReason: "on her own",
    .scores: "isolation=1,money=3",
  ]

  static func facts(_ texts: [Field: String], in desk: Desk) throws -> [Fact] {
    let library = try Library.load()
    return try RecordAssessment(
      family: Desk.family, typed: TypedAssessment(texts),
      coping: try library.instrument(InstrumentID(rawValue: "coping"))
    ).facts(in: desk.caseload, lists: library.lists, as: .coordinator, today: desk.today)
  }

  @Test("records what was found, the first scores and the move in one go")
  func oneGo() throws {
    var desk = try Desk.open(at: "accepted")
    desk.record(try AssessmentTests.facts(AssessmentTests.plain, in: desk))
    let file = try #require(desk.file)
    let assessment = try #require(file.standingAssessment?.current)
    #expect(assessment.needs.map(\.rawValue) == ["isolation", "money"])
    #expect(file.episode?.state == .assessed)
    let checkIn = try #require(file.standingCheckIns.first?.current)
    #expect(checkIn.point == .start)
    #expect(checkIn.answers.count { !$0.answer.isBlank } == 2)
  }

  @Test("comes after acceptance, and once")
  func order() throws {
    let referred = try Desk.open(at: "referred")
    #expect(refusedFields { _ = try AssessmentTests.facts(AssessmentTests.plain, in: referred) } == [.stage])
    var desk = try Desk.open(at: "accepted")
    desk.record(try AssessmentTests.facts(AssessmentTests.plain, in: desk))
    let twice = problems { _ = try AssessmentTests.facts(AssessmentTests.plain, in: desk) }
    #expect(twice == [Problem(field: .family, fault: .hasAssessment)])
  }

  @Test("of a family that is visited already leaves it where it stands")
  func takenOver() throws {
    var desk = try Desk.open(at: "supported")
    desk.record(try AssessmentTests.facts(AssessmentTests.plain, in: desk))
    #expect(desk.file?.episode?.state.stage == .supported)
    #expect(desk.file?.standingAssessment != nil)
  }

  @Test("names a level with its reason, and says whether a visit is safe")
  func wanted() throws {
    let desk = try Desk.open(at: "accepted")
    let fields = refusedFields { _ = try AssessmentTests.facts([:], in: desk) }
    #expect(fields == [.worrying, .riskCheck, .level, .levelReason])
    let odd = AssessmentTests.plain.merging([.visitingRisks: "dog", .scores: "sailing=1"]) { $1 }
    #expect(refusedFields { _ = try AssessmentTests.facts(odd, in: desk) } == [.riskCheck, .scores])
    let high = AssessmentTests.plain.merging([.scores: "isolation=9"]) { $1 }
    #expect(refusedFields { _ = try AssessmentTests.facts(high, in: desk) } == [.scores])
  }

  @Test(
    "is suggested the highest level that anything seen speaks for",
    arguments: [
      ([], LevelOfNeed.universal), (["settled"], .universal), (["settled", "few_people"], .targeted),
      (["violence", "few_people"], .specialist), (["unknown"], .universal),
    ])
  func suggestion(indicators: [String], level: LevelOfNeed) throws {
    let ids = indicators.map(IndicatorID.init(rawValue:))
    #expect(LevelOfNeed.suggested(by: ids, in: try Library.load().lists) == level)
  }

  @Test("stands every indicator of the list under a level")
  func chart() throws {
    let entries = try Library.load().lists.entries(IndicatorID.self)
    #expect(!entries.isEmpty)
    for entry in entries { #expect(LevelOfNeed(rawValue: entry.group ?? "") != nil, "\(entry.id)") }
  }
}

@Suite("A plan of support")
struct SupportPlanTests {
  static let typed = TypedPlan(
    endingOn: "2027-06-01",
    goals: [
      TypedGoal(
        words: "Get out more", needs: "isolation",
        actions: [TypedAction(what: "Toy library", who: "Jo", by: "2026-12-01"), TypedAction(what: "Ring")])
    ])

  static func made(_ typed: TypedPlan = typed) throws -> Desk {
    var desk = try Desk.open()
    let lists = try Library.load().lists
    desk.record(
      try MakePlan(family: Desk.family, typed: typed)
        .facts(in: desk.caseload, lists: lists, today: desk.today))
    return desk
  }

  @Test("names its ending from the start, a goal, and no day that is past")
  func wanted() throws {
    #expect(refusedFields { _ = try SupportPlanTests.made(TypedPlan()) } == [.endingOn, .goal])
    var late = SupportPlanTests.typed
    late.goals[0].actions[0].by = "2026-01-01"
    #expect(refusedFields { _ = try SupportPlanTests.made(late) } == [.planActionBy])
  }

  @Test("keeps the numbers of its actions, and what was done, through every version")
  func versions() throws {
    var desk = try SupportPlanTests.made()
    let lists = try Library.load().lists
    desk.record(
      try TickAction(family: Desk.family, action: "2").facts(in: desk.caseload, today: desk.today))
    let record = try #require(desk.file?.supportPlan)
    var typed = TypedPlan(try #require(record.current))
    typed.goals[0].actions.removeFirst()
    typed.goals[0].actions.append(TypedAction(what: "Nursery form"))
    desk.record(
      try AmendPlan(record: record.id, typed: typed, reason: "nursery first")
        .facts(in: desk.caseload, lists: lists, today: desk.today))
    let file = try #require(desk.file)
    #expect(file.supportPlan?.current?.actions.map(\.number.count) == [2, 3])
    #expect(file.openActions.map(\.number.count) == [3])
    #expect(file.supportPlan?.versions.count == 2)
  }

  @Test("has its actions ticked once, unticked where that was wrong, and none that it does not have")
  func ticking() throws {
    var desk = try SupportPlanTests.made()
    let tick = TickAction(family: Desk.family, action: "1")
    desk.record(try tick.facts(in: desk.caseload, today: desk.today))
    #expect(desk.file?.openActions.map(\.number.count) == [2])
    #expect(refusedFields { _ = try tick.facts(in: desk.caseload, today: desk.today) } == [.planAction])
    let undo = TickAction(family: Desk.family, action: "1", isUndone: true)
    desk.record(try undo.facts(in: desk.caseload, today: desk.today))
    #expect(desk.file?.openActions.count == 2)
    let none = TickAction(family: Desk.family, action: "7")
    #expect(refusedFields { _ = try none.facts(in: desk.caseload, today: desk.today) } == [.planAction])
  }
}
