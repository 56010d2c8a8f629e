import Testing
import VisitModel

@Suite("a move says when, who and why, where its stage asks for it")
struct MoveTests {
  @Test("a stage that names a volunteer is refused without one", arguments: EpisodeStage.allCases)
  func needsVolunteer(stage: EpisodeStage) throws {
    var desk = Desk()
    let family = TypedFamily([.name: "Abbott"], people: [TypedPerson(name: "Rosie", role: "mother")])
    let move = TypedMove(stage: stage.rawValue, endingOn: "2027-01-01", reason: "why")
    let found = problems { try desk.add(family, move) }
    let wanted = [.matched, .introduced, .supported, .paused, .endingPlanned].contains(stage)
    #expect(found.contains(Problem(field: .volunteer, fault: .needsVolunteer(stage))) == wanted)
    #expect(stage.namesVolunteer == wanted)
    #expect(found.isEmpty == !(wanted || stage.isClosed))
  }

  @Test("the volunteer stays through the stages that follow, and another may be named")
  func volunteerStays() throws {
    var desk = try Desk.open(at: "matched")
    try desk.move(TypedMove(stage: "introduced"))
    try desk.move(TypedMove(stage: "supported"))
    #expect(desk.file?.volunteer == VolunteerNumber(1))
    try desk.move(TypedMove(stage: "paused", volunteer: " tom BEST "))
    #expect(desk.file?.volunteer == VolunteerNumber(2))
    try desk.move(TypedMove(stage: "waiting"))
    #expect(desk.file?.volunteer == nil)
    #expect(throws: Refusal(.volunteer, .needsVolunteer(.matched))) {
      try desk.move(TypedMove(stage: "matched"))
    }
  }

  @Test("somebody who is no volunteer is refused, with those there are")
  func unknownVolunteer() throws {
    var desk = try Desk.open(at: "waiting")
    let known = ["V-01 Lena Hughes", "V-02 Tom Best"]
    for text in ["V-09", "Lena", "9", "-1"] {
      #expect(throws: Refusal(.volunteer, .noSuchVolunteer(text, known: known))) {
        try desk.move(TypedMove(stage: "matched", volunteer: text))
      }
    }
  }

  @Test("refusing and ending need a reason; it is kept with the state")
  func reason() throws {
    var desk = try Desk.open(at: "supported")
    #expect(throws: Refusal(.reason, .missing)) {
      try desk.move(TypedMove(stage: "ended", reason: " \u{200D}"))
    }
    try desk.move(TypedMove(stage: "ended", reason: "moved\naway"))
    #expect(desk.file?.episode?.state == .ended(try #require(Reason("moved away"))))
    try desk.move(TypedMove(stage: "referred"))
    #expect(throws: Refusal(.reason, .missing)) { try desk.move(TypedMove(stage: "refused")) }
  }

  @Test("a planned ending has its day, and not one before it is planned")
  func endingDay() throws {
    var desk = try Desk.open(at: "supported")
    #expect(throws: Refusal(.endingOn, .missing)) { try desk.move(TypedMove(stage: "ending planned")) }
    #expect(throws: Refusal(.endingOn, .notADay("later"))) {
      try desk.move(TypedMove(stage: "ending planned", endingOn: "later"))
    }
    let before = try #require(Day(iso: "2026-11-22"))
    #expect(throws: Refusal(.endingOn, .inThePast(before))) {
      try desk.move(TypedMove(stage: "ending planned", endingOn: "2026-11-22"))
    }
    try desk.move(TypedMove(stage: "ending planned", day: "20/11", endingOn: "22 Nov 2026"))
    #expect(desk.file?.episode?.state == .endingPlanned(VolunteerNumber(1), on: before))
  }

  @Test("a move is made on a day that has come, today unless another is named")
  func day() throws {
    var desk = try Desk.open(at: "accepted")
    #expect(throws: Refusal(.date, .inTheFuture(Desk.today.advanced(by: 1)))) {
      try desk.move(TypedMove(stage: "assessed", day: "tomorrow"))
    }
    #expect(throws: Refusal(.date, .notADay("whenever"))) {
      try desk.move(TypedMove(stage: "assessed", day: "whenever"))
    }
    try desk.move(TypedMove(stage: "assessed", day: "-3"))
    try desk.move(TypedMove(stage: "waiting"))
    #expect(desk.file?.episode?.moves.map(\.day.description) == ["2026-01-01", "2026-11-20", "2026-11-23"])
  }

  @Test("waiting counts from acceptance, or from the beginning of what was taken over later on")
  func waitingSince() throws {
    var desk = try Desk.open(at: "referred", since: "2026-09-01")
    try desk.move(TypedMove(stage: "accepted", day: "2026-09-10"))
    try desk.move(TypedMove(stage: "assessed", day: "2026-09-20"))
    try desk.move(TypedMove(stage: "waiting", day: "2026-09-25"))
    #expect(desk.file?.episode?.waitingSince.description == "2026-09-10")
    #expect(desk.file?.episode?.since.description == "2026-09-25")
    #expect(desk.file?.episode?.reached(.assessed)?.description == "2026-09-20")
    #expect(desk.file?.episode?.reached(.matched) == nil)
    #expect(try Desk.open(at: "waiting").file?.episode?.waitingSince.description == "2026-01-01")
  }

  @Test("all that is wrong with a move is told at once")
  func allAtOnce() throws {
    var desk = try Desk.open(at: "waiting")
    #expect(
      refusedFields { try desk.move(TypedMove(stage: "", day: "x", volunteer: "x")) } == [
        .stage, .date, .volunteer,
      ])
    let allowed = ["matched", "ended"]
    #expect(throws: Refusal(.stage, .notOneOf("holiday", allowed: allowed))) {
      try desk.move(TypedMove(stage: "holiday"))
    }
    #expect(throws: Refusal(.family, .missing)) {
      try desk.move(TypedMove(stage: "matched"), of: FamilyID(rawValue: 99))
    }
    let nothing = refusedFields { try desk.add(TypedFamily(), TypedMove(), id: FamilyID(rawValue: 8)) }
    #expect(nothing == [.name, .personName, .stage])
  }
}
