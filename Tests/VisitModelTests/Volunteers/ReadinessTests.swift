import Testing
import VisitModel

@Suite("no volunteer is matched before they are ready, and every gap is named")
struct ReadinessTests {
  static let first = VolunteerNumber(1)

  /// A scheme with one volunteer of whom nothing is known but the name, and a family that waits.
  static func waiting() throws -> Desk {
    var desk = Desk()
    desk.record(try AddVolunteer(name: "Lena Hughes").facts(in: desk.caseload))
    let family = TypedFamily([.name: "Abbott"], people: [TypedPerson(name: "Rosie", role: "mother")])
    try desk.add(family, TypedMove(stage: "waiting", day: "2026-11-01"))
    return desk
  }

  @Test("somebody who was only just added lacks a check, the course and two references")
  func new() throws {
    let desk = try ReadinessTests.waiting()
    let readiness = desk.readiness(of: ReadinessTests.first)
    #expect(readiness.gaps == [.noCheck, .unprepared, .references(given: 0, wanted: 2)])
    #expect(readiness.standing == .preparing)
    var other = desk
    #expect(throws: Refusal(.volunteer, .notReady(ReadinessTests.first, readiness.gaps))) {
      try other.move(TypedMove(stage: "matched", volunteer: "V-01"))
    }
  }

  @Test("once a check was seen, two references speak for them and the course is finished, they are matched")
  func ready() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    #expect(desk.readiness(of: ReadinessTests.first).standing == .ready)
    try desk.move(TypedMove(stage: "matched", volunteer: "V-01", note: "lives near by"))
    #expect(desk.file?.volunteer == ReadinessTests.first)
    #expect(desk.file?.episode?.moves.last?.note == "lives near by")
  }

  @Test("checks, references and the course are for the office alone to read")
  func confidential() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    let noted = desk.entries.map(\.entry.fact).filter {
      if case .volunteering = $0 { true } else { false }
    }
    #expect(noted.count >= 4)
    #expect(noted.allSatisfy { $0.readers == .office })
  }

  @Test("a reference that speaks against them is not one of the two")
  func badReference() throws {
    var desk = try ReadinessTests.waiting()
    try desk.note(.reference, [.referee: "Mr A", .isGood: "no"])
    try desk.note(.reference, [.referee: "Ms B"])
    #expect(desk.readiness(of: ReadinessTests.first).gaps.contains(.references(given: 1, wanted: 2)))
  }

  @Test(
    "a check is done again after three years, to the day",
    arguments: [("2023-11-24", true), ("2023-11-23", false), ("2020-02-29", false)])
  func recheck(day: String, isGood: Bool) throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01", checked: day)
    #expect(desk.readiness(of: ReadinessTests.first).isReady == isGood)
    if !isGood { #expect(desk.readiness(of: ReadinessTests.first).standing == .lapsed) }
  }

  @Test("a check taken back counts no more; one put right counts as it says now")
  func corrected() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    let check = try #require(
      desk.caseload.volunteerFile(ReadinessTests.first).notes.first { $0.current?.kind == .check })
    var typed = TypedVolunteerNote(try #require(check.current))
    typed[.date] = "2019-01-01"
    desk.record(
      try AmendVolunteerNote(record: check.id, typed: typed, reason: "read wrongly").facts(
        in: desk.caseload, lists: Desk.shippedLists, today: desk.today))
    #expect(
      desk.readiness(of: ReadinessTests.first).gaps == [.checkExpired(try #require(Day(iso: "2022-01-01")))])
    desk.record(try RetractVolunteerNote(record: check.id, reason: "another's").facts(in: desk.caseload))
    #expect(desk.readiness(of: ReadinessTests.first).gaps == [.noCheck])
  }

  @Test(
    "supervision is due six weeks after the last, or after the first family; until there is one it is not due"
  )
  func supervision() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    #expect(VolunteerRoll(desk.caseload, on: desk.today).supervisionDue(of: ReadinessTests.first) == nil)
    try desk.move(TypedMove(stage: "matched", day: "2026-11-02", volunteer: "V-01"))
    let due = try #require(Day(iso: "2026-12-14"))
    #expect(VolunteerRoll(desk.caseload, on: desk.today).supervisionDue(of: ReadinessTests.first) == due)
    func gaps(on day: Day) -> [ReadinessGap] {
      VolunteerRoll(desk.caseload, on: day).readiness(of: ReadinessTests.first).gaps
    }
    #expect(gaps(on: due) == [])
    #expect(gaps(on: due.advanced(by: 1)) == [.supervisionDue(due)])
    try desk.note(.supervision, [.supervisor: "Ann", .date: "2026-11-20"])
    #expect(gaps(on: due.advanced(by: 1)) == [])
  }

  @Test("nobody gets more families than they take; the scheme's number holds where they said nothing")
  func capacity() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    var typed = TypedVolunteer(try #require(desk.caseload.volunteers[ReadinessTests.first]))
    #expect(desk.readiness(of: ReadinessTests.first).capacity == 2)
    typed[.capacity] = "1"
    desk.record(
      try AmendVolunteer(number: ReadinessTests.first, typed: typed, reason: "asked for it").facts(
        in: desk.caseload, lists: Desk.shippedLists))
    try desk.move(TypedMove(stage: "matched", volunteer: "V-01"))
    #expect(desk.readiness(of: ReadinessTests.first).gaps == [.full(families: 1, capacity: 1)])
    #expect(desk.readiness(of: ReadinessTests.first).standing == .full)
  }

  @Test("somebody who does not visit at present is not matched, however ready otherwise")
  func inactive() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    var typed = TypedVolunteer(try #require(desk.caseload.volunteers[ReadinessTests.first]))
    typed[.active] = "no"
    desk.record(
      try AmendVolunteer(number: ReadinessTests.first, typed: typed, reason: "a new job").facts(
        in: desk.caseload, lists: Desk.shippedLists))
    #expect(desk.readiness(of: ReadinessTests.first).standing == .inactive)
  }

  @Test(
    "the gate stands on every way to a volunteer but one: a paper file taken over begins with its own",
    arguments: ["introduced", "supported", "paused", "ending planned", "matched"])
  func paperFile(stage: String) throws {
    var desk = Desk()
    desk.record(try AddVolunteer(name: "Lena Hughes").facts(in: desk.caseload))
    let family = TypedFamily([.name: "Abbott"], people: [TypedPerson(name: "Rosie", role: "mother")])
    let move = TypedMove(stage: stage, volunteer: "V-01", endingOn: "2027-03-01")
    let refused = refusedFields { try desk.add(family, move) }
    #expect(refused == (stage == "matched" ? [.volunteer] : []))
  }

  @Test("naming another volunteer at any stage is a match, and an amended move is no way around it")
  func everyPath() throws {
    var desk = try Desk.open(at: "supported")
    desk.record(try AddVolunteer(name: "New One").facts(in: desk.caseload))
    #expect(refusedFields { try desk.move(TypedMove(stage: "paused", volunteer: "V-03")) } == [.volunteer])
    let move = try #require(desk.file?.episodeLogs.last?.moves.last)
    var typed = TypedMove(try #require(move.current))
    typed.volunteer = "V-03"
    #expect(
      refusedFields {
        _ = try AmendMove(record: move.id, typed: typed, reason: "wrong name").facts(
          in: desk.caseload, lists: Desk.lists, today: desk.today)
      } == [.volunteer])
    try desk.move(TypedMove(stage: "paused"))
    #expect(desk.file?.volunteer == VolunteerNumber(1))
  }

  @Test("an introduction says who went along; the end of a match says why and lets the family wait again")
  func introductionAndEnd() throws {
    var desk = try ReadinessTests.waiting()
    try desk.makeReady("V-01")
    desk.record(
      try MakeMatch(family: Desk.family, volunteer: "V-01", why: "speaks Polish").facts(
        in: desk.caseload, lists: Desk.lists, today: desk.today))
    #expect(throws: Refusal(.accompaniedBy, .missing)) {
      try IntroduceMatch(family: Desk.family, accompaniedBy: " ").facts(
        in: desk.caseload, lists: Desk.lists, today: desk.today)
    }
    desk.record(
      try IntroduceMatch(family: Desk.family, accompaniedBy: "Ann Lee").facts(
        in: desk.caseload, lists: Desk.lists, today: desk.today))
    #expect(desk.file?.episode?.moves.map(\.note) == ["", "speaks Polish", "Ann Lee"])
    let facts = try EndMatch(family: Desk.family, reason: "moved away").facts(
      in: desk.caseload, lists: Desk.lists, today: desk.today)
    #expect(desk.caseload.matchesEnded(by: facts).map(\.volunteer) == [ReadinessTests.first])
    desk.record(facts)
    #expect(desk.file?.episode?.state == .waiting)
    #expect(desk.readiness(of: ReadinessTests.first).families == 0)
  }
}

extension Desk {
  /// What a volunteer is missing today.
  func readiness(of volunteer: VolunteerNumber) -> Readiness {
    VolunteerRoll(caseload, on: today).readiness(of: volunteer)
  }

  /// Notes something about a volunteer, on 1 December 2025 unless a day is given.
  mutating func note(
    _ kind: VolunteerNoteKind, _ texts: [Field: String], of volunteer: String = "V-01"
  ) throws {
    guard let number = VolunteerNumber(typed: volunteer) else { return }
    let typed = TypedVolunteerNote(
      kind, texts.merging(kind == .claim ? [:] : [.date: "2025-12-01"]) { given, _ in given })
    record(
      try NoteVolunteer(volunteer: number, typed: typed).facts(
        in: caseload, lists: Desk.shippedLists, today: today))
  }

  /// Makes a volunteer ready to be matched.
  mutating func makeReady(_ volunteer: String, checked: String = "2025-12-01") throws {
    try note(
      .check, [.date: checked, .checkLevel: "dbs_enhanced", .certificate: "001234", .seenBy: "Ann"],
      of: volunteer)
    for referee in ["Mr A", "Ms B"] { try note(.reference, [.referee: referee], of: volunteer) }
    try note(.preparation, [.session: "Session 6", .finished: "yes"], of: volunteer)
  }
}
