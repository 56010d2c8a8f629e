import Testing
import VisitModel

@Suite("a wrong move is put right only by a new entry with a reason")
struct MoveCorrectionTests {
  /// A family referred on 1 September, accepted on the 10th and assessed on the 20th.
  private func assessed() throws -> Desk {
    var desk = try Desk.open(at: "referred", since: "2026-09-01")
    try desk.move(TypedMove(stage: "accepted", day: "2026-09-10"))
    try desk.move(TypedMove(stage: "assessed", day: "2026-09-20"))
    return desk
  }

  private func moves(_ desk: Desk) -> [String] {
    desk.file?.episode?.moves.map { "\($0.day) \($0.state.stage.rawValue)" } ?? []
  }

  private func amend(
    _ desk: inout Desk, _ place: Int, reason: String = "slip", _ change: (inout TypedMove) -> Void
  )
    throws
  {
    let record = try #require(desk.file?.episodeLogs.last?.moves[place])
    var typed = try TypedMove(#require(record.current))
    change(&typed)
    let command = AmendMove(record: record.id, typed: typed, reason: reason)
    desk.record(try command.facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
  }

  private func retract(_ desk: inout Desk, _ place: Int, reason: String = "slip") throws {
    let record = try #require(desk.file?.episodeLogs.last?.moves[place])
    desk.record(
      try RetractMove(record: record.id, reason: reason).facts(in: desk.caseload, lists: Desk.lists))
  }

  @Test("a move dated before the one it follows is refused")
  func before() throws {
    var desk = try assessed()
    let last = try #require(Day(iso: "2026-09-20"))
    #expect(throws: Refusal(.date, .beforeLastMove(last))) {
      try desk.move(TypedMove(stage: "waiting", day: "2026-09-19"))
    }
    try desk.move(TypedMove(stage: "waiting", day: "2026-09-20"))
    try desk.move(TypedMove(stage: "ended", day: "2026-10-01", reason: "moved"))
    #expect(throws: Refusal(.date, .beforeLastMove(try #require(Day(iso: "2026-10-01"))))) {
      try desk.move(TypedMove(stage: "referred", day: "2026-09-30"))
    }
  }

  @Test("an amended move stands in place of the old one, which stays to be seen")
  func amended() throws {
    var desk = try assessed()
    try amend(&desk, 1) { $0.day = "2026-09-05" }
    #expect(moves(desk) == ["2026-09-01 referred", "2026-09-05 accepted", "2026-09-20 assessed"])
    let record = try #require(desk.file?.episodeLogs.last?.moves[1])
    #expect(record.versions.map { $0.value?.day.description } == ["2026-09-10", "2026-09-05"])
    #expect(record.latest.reason == Reason("slip"))
    #expect(desk.file?.episode?.waitingSince.description == "2026-09-05")
  }

  @Test("an amendment needs a reason, a change, and moves around it that still fit")
  func refused() throws {
    var desk = try assessed()
    let (first, last) = (try #require(Day(iso: "2026-09-01")), try #require(Day(iso: "2026-09-20")))
    #expect(throws: Refusal(.record, .nothingChanged)) { try amend(&desk, 1) { _ in } }
    #expect(throws: Refusal(.reason, .missing)) { try amend(&desk, 1, reason: " ") { $0.day = "2026-09-05" } }
    #expect(throws: Refusal(.date, .beforeLastMove(first))) { try amend(&desk, 1) { $0.day = "2026-08-31" } }
    #expect(throws: Refusal(.date, .afterNextMove(last))) { try amend(&desk, 1) { $0.day = "2026-09-21" } }
    #expect(refusedFields { try amend(&desk, 1) { $0.stage = "needs information" } } == [.stage])
    #expect(moves(desk).count == 3)
  }

  @Test("a move taken back counts no more; the opening is never taken back")
  func retracted() throws {
    var desk = try assessed()
    try retract(&desk, 2)
    #expect(moves(desk) == ["2026-09-01 referred", "2026-09-10 accepted"])
    #expect(desk.file?.episodeLogs.last?.moves.count == 3)
    #expect(throws: Refusal(.record, .alreadyRetracted)) { try retract(&desk, 2) }
    #expect(throws: Refusal(.record, .opensEpisode)) { try retract(&desk, 0) }
    try desk.move(TypedMove(stage: "assessed", day: "2026-09-21"))
    #expect(refusedFields { try retract(&desk, 1) } == [.stage])
  }

  @Test("an ending that another episode followed stays an ending")
  func endingStays() throws {
    var desk = try assessed()
    try desk.move(TypedMove(stage: "ended", day: "2026-10-01", reason: "moved"))
    let ending = try #require(desk.file?.episodeLogs.last?.moves[3].id)
    try desk.move(TypedMove(stage: "referred", day: "2026-11-01"))
    #expect(throws: Refusal(.stage, .hasOpenEpisode)) {
      try RetractMove(record: ending, reason: "slip").facts(in: desk.caseload, lists: Desk.lists)
    }
    var typed = TypedMove(stage: "ended", day: "2026-11-02", reason: "moved")
    #expect(throws: Refusal(.date, .afterNextMove(try #require(Day(iso: "2026-11-01"))))) {
      try AmendMove(record: ending, typed: typed, reason: "slip")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    }
    typed.day = "2026-10-20"
    desk.record(
      try AmendMove(record: ending, typed: typed, reason: "slip")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
    #expect(desk.file?.episodes.first?.since.description == "2026-10-20")
  }

  @Test("an ending is one of the list, with words or without, or words alone")
  func endings() throws {
    for (typed, wanted) in [
      (
        TypedMove(stage: "ended", ending: "goals_reached"),
        Ending.listed(EndingReasonID(rawValue: "goals_reached"), nil)
      ),
      (
        TypedMove(stage: "ended", reason: "to Leeds", ending: "Moved away"),
        .listed(EndingReasonID(rawValue: "moved_away"), Reason("to Leeds"))
      ),
      (TypedMove(stage: "ended", reason: "moved away"), .listed(EndingReasonID(rawValue: "moved_away"), nil)),
      (TypedMove(stage: "ended", reason: "a new job"), .inWords(try #require(Reason("a new job")))),
    ] {
      var desk = try Desk.open()
      let command = MoveEpisode(id: Desk.family, typed: typed)
      let facts = try command.facts(in: desk.caseload, lists: Desk.shippedLists, today: desk.today)
      desk.record(facts)
      #expect(desk.file?.episode?.state == .ended(wanted))
    }
    let desk = try Desk.open()
    #expect(
      refusedFields {
        _ = try MoveEpisode(id: Desk.family, typed: TypedMove(stage: "ended", ending: "bored"))
          .facts(in: desk.caseload, lists: Desk.shippedLists, today: desk.today)
      } == [.ending])
  }
}
