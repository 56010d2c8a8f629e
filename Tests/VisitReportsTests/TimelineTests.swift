import Testing
import VisitModel
import VisitReports

@Suite("one timeline of everything that happened to a family")
struct TimelineTests {
  @Test("it holds moves, visits, check-ins, reviews and words, latest first, without what was taken back")
  func events() throws {
    let coping = try Instrument.coping()
    var small = SmallCaseload()
    let id = small.family("Abbott", since: "2026-09-01")
    small.visit(id, "2026-09-07")
    let wrong = small.visit(id, "2026-09-08")
    small.retract(wrong, why: "twice", on: "2026-09-09")
    small.visit(id, "2026-09-14", .noAnswer)
    small.checkIn(id, coping, "2026-09-20", [.rated(2), .rated(3)])
    let next = NextStrategy(strategy: StrategyID(rawValue: "step_up"), reason: reason("more is needed"))
    small.apply(
      .evaluation(
        id, .reviewHeld(Review(episode: EpisodeNumber(1), day: day("2026-10-01"), overall: .worse(next)))))
    small.apply(
      .evaluation(
        id,
        .feedbackGiven(
          Feedback(episode: EpisodeNumber(1), day: day("2026-10-02"), themes: [], words: "thank you"))))
    let file = try #require(small.caseload.families[id])
    let timeline = FamilyTimeline(file, lists: .empty, shelf: InstrumentShelf([coping]))
    #expect(timeline.events.map(\.kind) == [.feedback, .review, .checkIn, .missedVisit, .visit, .move])
    #expect(timeline.events.map(\.day) == timeline.events.map(\.day).sorted(by: >))
    #expect(timeline.scores.map(\.value) == [Hundredths(count: 250)])
    let table = TimelineTable.table(timeline, in: small.caseload) { $0.kind.rawValue }
    #expect(table.rows.count == 6)
  }

  @Test(
    "the strip keeps the most telling thing of a column, and every day has one", arguments: [1, 7, 40, 200])
  func strip(columns: Int) throws {
    var small = SmallCaseload()
    let id = small.family("Abbott", since: "2026-09-01")
    for place in 0..<10 { small.visit(id, day("2026-09-01").advanced(by: place * 8).description) }
    let file = try #require(small.caseload.families[id])
    let strip = FamilyTimeline(file, lists: .empty, shelf: InstrumentShelf()).strip(
      columns: columns, today: today)
    #expect(strip.marks.count <= columns)
    #expect(strip.marks.count == strip.scores.count)
    #expect(strip.day(of: strip.marks.count - 1) <= today)
    #expect(strip.day(of: strip.marks.count) > today)
    #expect(strip.marks[0] == .move)
  }
}
