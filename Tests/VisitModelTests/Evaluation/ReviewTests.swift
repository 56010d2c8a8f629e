import Testing
import VisitModel

@Suite("support that has not worked cannot go on as it was")
struct ReviewTests {
  private func hold(_ desk: inout Desk, _ texts: [Field: String]) throws {
    let command = RecordReview(
      family: Desk.family, typed: TypedReview(texts), scales: FamilyScales(coping: nil, goals: nil))
    desk.record(
      try command.facts(in: desk.caseload, lists: Desk.shippedLists, as: .coordinator, today: desk.today))
  }

  private let next: [Field: String] = [.strategy: "other_volunteer", .strategyReason: "a driver is needed"]

  @Test(
    "no change or worse is refused without the next strategy and its reason",
    arguments: ["no change", "worse"])
  func strategy(overall: String) throws {
    var desk = try Desk.open()
    #expect(
      problems { try hold(&desk, [.overall: overall]) } == [
        Problem(field: .strategy, fault: .needsStrategy), Problem(field: .strategyReason, fault: .missing),
      ])
    #expect(
      problems { try hold(&desk, [.overall: overall, .strategy: "other_volunteer"]) } == [
        Problem(field: .strategyReason, fault: .missing)
      ])
    try hold(&desk, next.merging([.overall: overall]) { $1 })
    let review = try #require(desk.file?.evaluation.standingReviews.last?.current)
    #expect(review.overall.strategy?.strategy == StrategyID(rawValue: "other_volunteer"))
    #expect(review.overall.word.rawValue == overall)
  }

  @Test("better needs no strategy, mixed may have one")
  func others() throws {
    var desk = try Desk.open()
    try hold(&desk, [.overall: "better", .date: "2026-11-01"])
    try hold(&desk, [.overall: "mixed", .date: "2026-11-02"])
    try hold(&desk, next.merging([.overall: "mixed", .date: "2026-11-03"]) { $1 })
    #expect(
      desk.file?.evaluation.standingReviews.map { $0.current?.overall.strategy == nil } == [
        true, true, false,
      ])
  }

  @Test("the next review is asked whether the strategy has worked, and cannot leave it open")
  func verdict() throws {
    var desk = try Desk.open()
    try hold(&desk, next.merging([.overall: "worse", .date: "2026-11-01"]) { $1 })
    #expect(throws: Refusal(.worked, .missing)) { try hold(&desk, [.overall: "better"]) }
    try hold(&desk, [.overall: "better", .worked: "partly"])
    #expect(desk.file?.evaluation.standingReviews.last?.current?.verdict == StrategyVerdict(.partly))
    try hold(&desk, [.overall: "better"])
    // Held in between later on, it is asked as well.
    #expect(refusedFields { try hold(&desk, [.overall: "better", .date: "2026-11-02"]) } == [.worked])
  }

  @Test("the first review is due six weeks after support began, then every twelve")
  func due() throws {
    var desk = try Desk.open(at: "introduced", since: "2026-09-01")
    let limits = desk.caseload.scheme.limits
    #expect(desk.file?.reviewDue(by: limits) == nil)
    try desk.move(TypedMove(stage: "supported", day: "2026-09-07"))
    #expect(desk.file?.reviewDue(by: limits)?.day.description == "2026-10-19")
    #expect(desk.file?.reviewDue(by: limits)?.isOverdue(on: desk.today) == true)
    try hold(&desk, [.overall: "better", .date: "2026-10-26"])
    #expect(desk.file?.reviewDue(by: limits)?.day.description == "2027-01-18")
    #expect(desk.file?.reviewDue(by: limits)?.isFirst == false)
    try desk.move(TypedMove(stage: "paused", day: "2026-11-01"))
    #expect(desk.file?.reviewDue(by: limits) != nil)
    try desk.move(TypedMove(stage: "ended", day: "2026-11-02", reason: "done"))
    #expect(desk.file?.reviewDue(by: limits) == nil)
  }

  @Test("what of the plan is done is ticked off with the review; what is not in it is refused")
  func ticked() throws {
    var desk = try Desk.open()
    let plan = SupportPlan(
      episode: EpisodeNumber(1), made: Desk.today,
      goals: [
        PlanGoal(
          number: GoalNumber(1), words: "play more", needs: [NeedID(rawValue: "play")],
          actions: [
            PlanAction(number: ActionNumber(1), what: "toy library", who: "us"),
            PlanAction(number: ActionNumber(2), what: "the group", who: "Rosie"),
          ])
      ], endingOn: Desk.today.advanced(by: 90))
    desk.record([.assessment(Desk.family, .planMade(plan))])
    #expect(refusedFields { try hold(&desk, [.overall: "better", .actionsDone: "1,7"]) } == [.actionsDone])
    try hold(&desk, [.overall: "better", .actionsDone: "1"])
    #expect(desk.file?.openActions.map(\.number) == [ActionNumber(2)])
  }

  @Test("a review is amended and taken back with a reason, and then another stands in its place")
  func corrected() throws {
    var desk = try Desk.open()
    try hold(
      &desk, [.overall: "better", .date: "2026-11-01", .present: "Rosie", .needOutcomes: "play: better"])
    let record = try #require(desk.file?.evaluation.reviews.first)
    var typed = try TypedReview(#require(record.current))
    #expect(typed[.present] == "P1")
    #expect(throws: Refusal(.record, .nothingChanged)) {
      try AmendReview(record: record.id, typed: typed, reason: "slip")
        .facts(in: desk.caseload, lists: Desk.shippedLists, today: desk.today)
    }
    typed[.note] = "more"
    desk.record(
      try AmendReview(record: record.id, typed: typed, reason: "slip")
        .facts(in: desk.caseload, lists: Desk.shippedLists, today: desk.today))
    desk.record(try RetractReview(record: record.id, reason: "wrong family").facts(in: desk.caseload))
    let amended = try #require(desk.file?.evaluation.reviews.first)
    #expect(amended.versions.count == 3)
    #expect(amended.isRetracted)
    #expect(desk.file?.evaluation.standingReviews.isEmpty == true)
  }
}
