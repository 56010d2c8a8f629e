import Testing
import VisitModel

@Suite("support ends with final scores, a reason and what the parent says, in one go")
struct EndSupportTests {
  private let start = "isolation=1,confidence=2"

  /// A family that scored two needs at its assessment and has a plan of one goal.
  private func scored() throws -> Desk {
    var desk = try GoalTests.desk(["Get out"])
    let coping = try #require(Giver.shipped.scales.coping)
    let answers = coping.items.map { item in
      item.id.rawValue == "isolation" ? "1" : item.id.rawValue == "confidence" ? "2" : "-"
    }
    desk.record(
      try RecordCheckIn(
        family: Desk.family, instrument: coping,
        typed: TypedCheckIn(person: "Rosie", answers: answers, point: "start", day: "-60")
      ).facts(in: desk.caseload, as: .coordinator, today: desk.today))
    return desk
  }

  private func end(_ desk: inout Desk, _ texts: [Field: String]) throws {
    let ending = EndSupport(
      family: Desk.family,
      typed: TypedEnding(texts.merging([.ending: "goals_reached"]) { given, _ in given }),
      scales: Giver.shipped.scales)
    desk.record(
      try ending.facts(in: desk.caseload, lists: Desk.shippedLists, as: .coordinator, today: desk.today))
  }

  private let final = "-,-,-,4,-,-,5,-,-,-,-,-,-"

  @Test(
    "a family that scored before is asked for its final scores; nothing is recorded without a word on them")
  func asked() throws {
    var desk = try scored()
    #expect(desk.file?.awaitsFinalScores == true)
    #expect(problems { try end(&desk, [:]) }.contains(Problem(field: .finalScores, fault: .needsFinalScores)))
    #expect(problems { try end(&desk, [.finalScores: "given"]) }.map(\.fault) == [.needsFinalScores])
    #expect(desk.file?.episode?.state.stage == .supported)
  }

  @Test("scores, move and feedback are recorded together, the scores at the point of the ending")
  func together() throws {
    var desk = try scored()
    try end(&desk, [.answers: final, .goalAnswers: "9", .themes: "listened_to", .familyWords: "Thank you"])
    let file = try #require(desk.file)
    #expect(file.episode?.state.ending == .listed(EndingReasonID(rawValue: "goals_reached"), nil))
    #expect(file.standingCheckIns.compactMap(\.current).filter { $0.point == .ending }.count == 2)
    #expect(file.evaluation.standingFeedback.first?.current?.words == "Thank you")
    #expect(!file.awaitsFinalScores)
  }

  @Test("declined is recorded as declined, question by question, and never as nought")
  func declined() throws {
    var desk = try scored()
    try end(&desk, [.finalScores: "declined"])
    let checkIn = try #require(desk.file?.standingCheckIns.compactMap(\.current).last { $0.point == .ending })
    let coping = try #require(Giver.shipped.scales.coping)
    let declined = checkIn.answers.filter { $0.answer == .declined }.map(\.item.rawValue)
    #expect(declined == ["isolation", "confidence"])
    #expect(checkIn.answers.count { $0.answer == .notAsked } == coping.items.count - 2)
    #expect(coping.result(of: checkIn.answers).scores.allSatisfy { $0.value == nil })
  }

  @Test("a family nobody could ask leaves no check-in behind")
  func notAsked() throws {
    var desk = try scored()
    let before = desk.file?.checkIns.count
    try end(&desk, [.finalScores: "not asked"])
    #expect(desk.file?.checkIns.count == before)
    #expect(desk.file?.episode?.state.stage == .ended)
  }

  @Test("scores beside the word that there are none are refused, not thrown away")
  func both() throws {
    var desk = try scored()
    #expect(
      problems { try end(&desk, [.finalScores: "declined", .answers: final]) }.map(\.fault)
        == [.scoresStandThere])
  }

  @Test("a family that never scored is asked for none, and one that did so at its end not again")
  func neverScored() throws {
    var desk = try Desk.open()
    try end(&desk, [:])
    #expect(desk.file?.episode?.state.stage == .ended)
    var other = try scored()
    let coping = try #require(Giver.shipped.scales.coping)
    other.record(
      try RecordCheckIn(
        family: Desk.family, instrument: coping,
        typed: TypedCheckIn(
          person: "Rosie", answers: final.split(separator: ",").map(String.init), point: "ending")
      ).facts(in: other.caseload, as: .coordinator, today: other.today))
    try end(&other, [:])
    #expect(other.file?.episode?.state.stage == .ended)
  }

  @Test("what is wrong with the ending is all said at once: reason, day, scores")
  func allAtOnce() throws {
    var desk = try scored()
    let wrong = problems { try end(&desk, [.ending: "", .date: "+3", .answers: "9"]) }.map(\.field)
    #expect(Set(wrong) == [.ending, .date, .answers])
  }
}
