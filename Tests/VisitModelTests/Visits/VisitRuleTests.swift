import Testing
import VisitModel

@Suite("the rules of a visit")
struct VisitRuleTests {
  static let seen = ["done", "cut short"]
  static let called = ["cancelled by family", "cancelled by volunteer", "cancelled by office"]
  static let notSeen = called + ["no answer"]

  @Test("a visit that took place is 0 to 720 minutes long", arguments: seen)
  func length(outcome: String) throws {
    let desk = try Desk.open()
    for minutes in ["0", "1", "720", "12h"] {
      let visit = try desk.checked([.date: "today", .minutes: minutes, .outcome: outcome])
      #expect(visit?.outcome.minutes == Minutes(typed: minutes))
    }
    for minutes in ["721", "12h01", "99999999"] {
      #expect(throws: Refusal(.minutes, .tooMuch(max: "12h00"))) {
        try desk.checked([.date: "today", .minutes: minutes, .outcome: outcome])
      }
    }
    #expect(throws: Refusal(.minutes, .notALength("-5"))) {
      try desk.checked([.date: "today", .minutes: "-5", .outcome: outcome])
    }
    #expect(throws: Refusal(.minutes, .noTimeGiven)) {
      try desk.checked([.date: "today", .outcome: outcome])
    }
  }

  @Test("where nobody was seen there are no minutes", arguments: notSeen)
  func noMinutes(outcome: String) throws {
    let desk = try Desk.open()
    for minutes in ["", "0"] {
      let visit = try desk.checked([.date: "today", .minutes: minutes, .outcome: outcome])
      #expect(visit?.outcome.minutes == .zero)
      #expect(visit?.outcome.contact == nil)
      #expect(visit?.outcome.kind.rawValue == outcome)
    }
    #expect(throws: Refusal(.minutes, .onlyWhenSeen)) {
      try desk.checked([.date: "today", .minutes: "1", .outcome: outcome])
    }
  }

  @Test("a visit is done and at home unless another outcome or channel is said")
  func usual() throws {
    let visit = try Desk.open().checked([.date: "today", .minutes: "60"])
    #expect(visit?.outcome == .done(Contact(start: nil, minutes: Minutes(60), channel: .home)))
    #expect(visit?.volunteers == [])
    #expect(visit?.worry == nil)
    #expect(visit?.followUp == nil)
    #expect(visit?.next == nil)
    #expect(visit?.episode == EpisodeNumber(1))
  }

  @Test("no family was seen or missed on a day that has not come", arguments: seen + ["no answer"])
  func future(outcome: String) throws {
    let minutes = outcome == "no answer" ? "" : "30"
    #expect(throws: Refusal(.date, .inTheFuture(Desk.today.advanced(by: 1)))) {
      try Desk.open().checked([.date: "tomorrow", .minutes: minutes, .outcome: outcome])
    }
  }

  @Test("a visit may be called off before its day", arguments: called)
  func calledOffAhead(outcome: String) throws {
    let visit = try Desk.open().checked([.date: "+7", .outcome: outcome])
    #expect(visit?.day == Desk.today.advanced(by: 7))
  }

  @Test("a visit has a day that exists")
  func day() throws {
    let desk = try Desk.open()
    #expect(throws: Refusal(.date, .missing)) { try desk.checked([.minutes: "60"]) }
    #expect(throws: Refusal(.date, .notADay("31/2"))) { try desk.checked([.date: "31/2", .minutes: "60"]) }
  }

  @Test("a visit written up long after its day is not refused")
  func writtenUpLate() throws {
    let visit = try Desk.open().checked([.date: "2026-02-01", .minutes: "60"])
    #expect((visit?.day.distance(to: Desk.today) ?? 0) > SchemeLimits().writeUpDaysMax)
  }

  @Test("what is far too much to be true is asked about, and the most that is believed is taken")
  func limits() throws {
    let desk = try Desk.open()
    let most: [Field: String] = [
      .date: "today", .minutes: "60", .travelMinutes: "12h", .miles: "300", .expenses: "£500",
    ]
    let visit = try desk.checked(most)
    #expect(visit?.travel == .visitMax && visit?.miles == .visitMax && visit?.expenses == .visitMax)
    let more: [Field: String] = [
      .date: "today", .minutes: "60", .travelMinutes: "721", .miles: "300.1", .expenses: "500.01",
    ]
    #expect(
      problems { _ = try desk.checked(more) } == [
        Problem(field: .travelMinutes, fault: .tooMuch(max: "12h00")),
        Problem(field: .miles, fault: .tooMuch(max: "300.0")),
        Problem(field: .expenses, fault: .tooMuch(max: "£500.00")),
      ])
  }

  @Test("all problems are told at once, in the order of the form")
  func allAtOnce() throws {
    let desk = try Desk.open()
    let texts: [Field: String] = [
      .date: "soon", .outcome: "fine", .start: "25:00", .minutes: "long", .channel: "pigeon",
      .travelMinutes: "x", .miles: "far", .expenses: "lots", .volunteers: "V-09", .there: "P9",
      .declined: "Zoe", .away: "P8", .activities: "chess", .needs: "love",
      .note: String(repeating: "x", count: 20_001), .familyWords: String(repeating: "x", count: 20_001),
      .worry: String(repeating: "x", count: 20_001), .moments: "magic",
      .momentWords: String(repeating: "x", count: 20_001), .signposted: "S-099", .attendedTogether: "S-98",
      .followUpBy: "then", .next: "later", .nextStart: "dawn",
    ]
    #expect(
      refusedFields { _ = try desk.checked(texts) } == [
        .date, .outcome, .start, .minutes, .channel, .travelMinutes, .miles, .expenses, .volunteers, .there,
        .declined, .away, .activities, .needs, .note, .familyWords, .worry, .moments, .momentWords,
        .signposted,
        .attendedTogether, .followUpBy, .next, .nextStart,
      ])
    let people = ["P1 Rosie", "P2 Noah", "P3 Ivy"]
    let found = Set(problems { _ = try desk.checked(texts) })
    #expect(found.contains(Problem(field: .there, fault: .noSuchPerson("P9", known: people))))
    #expect(
      found.contains(Problem(field: .needs, fault: .notOneOf("love", allowed: ["play", "money", "home"]))))
    #expect(
      found.contains(Problem(field: .outcome, fault: .notOneOf("fine", allowed: VisitOutcomeKind.words))))
  }

  @Test("volunteers, needs and activities are lists; one named twice counts once")
  func lists() throws {
    let visit = try Desk.open().checked([
      .date: "today", .minutes: "60", .volunteers: "v2, lena hughes; V-02",
      .activities: "OUTING,listening,outing",
      .needs: "home; play,,",
    ])
    #expect(visit?.volunteers == [VolunteerNumber(2), VolunteerNumber(1)])
    #expect(visit?.activities.map(\.rawValue) == ["outing", "listening"])
    #expect(visit?.needs.map(\.rawValue) == ["home", "play"])
  }

  @Test("who was there, who declined and who was away are told apart, by number or name")
  func people() throws {
    let visit = try Desk.open().checked([
      .date: "today", .minutes: "60", .away: "p3", .there: "Rosie Abbott", .declined: "noah",
    ])
    #expect(
      visit?.attendance == [
        Attendance(person: PersonNumber(1), presence: .there),
        Attendance(person: PersonNumber(2), presence: .declined),
        Attendance(person: PersonNumber(3), presence: .away),
      ])
  }

  @Test("nobody is there and away at once")
  func thereAndAway() throws {
    #expect(throws: Refusal(.away, .alreadyUsed("Noah"))) {
      try Desk.open().checked([.date: "today", .minutes: "60", .there: "P1,P2", .away: "Noah"])
    }
  }

  @Test("a full name is one person's, even where it is another's first name")
  func fullNameFirst() throws {
    var desk = Desk()
    try desk.add(
      TypedFamily(
        [.name: "Jones"],
        people: [
          TypedPerson(name: "Sam Jones", role: "mother"), TypedPerson(name: "Sam", role: "child"),
          TypedPerson(name: "Kim A", role: "child"), TypedPerson(name: "Kim B", role: "child"),
        ]))
    let visit = try desk.checked([.date: "today", .minutes: "60", .there: "sam, sam jones"])
    #expect(visit?.attendance.map(\.person.count) == [1, 2])
    #expect(
      refusedFields { _ = try desk.checked([.date: "today", .minutes: "60", .there: "Kim"]) } == [.there])
  }

  @Test("a follow-up says what is to be done; by when may be open")
  func followUp() throws {
    let desk = try Desk.open()
    let day = try #require(Day(iso: "2026-12-01"))
    let base: [Field: String] = [.date: "today", .minutes: "60"]
    func checked(_ more: [Field: String]) throws -> FollowUp? {
      try desk.checked(base.merging(more) { $1 })?.followUp
    }
    #expect(try checked([.followUp: "call the nursery"]) == FollowUp(what: "call the nursery", by: nil))
    #expect(try checked([.followUp: "call", .followUpBy: "1 dec"]) == FollowUp(what: "call", by: day))
    #expect(throws: Refusal(.followUp, .missing)) { try checked([.followUpBy: "1 dec"]) }
    #expect(throws: Refusal(.followUp, .tooLong(max: 200))) {
      try checked([.followUp: String(repeating: "x", count: 201), .followUpBy: "1 dec"])
    }
  }

  @Test("the next visit has a day, not before this one; its time may be open")
  func next() throws {
    let desk = try Desk.open()
    func checked(_ date: String, _ next: String, _ start: String = "") throws -> VisitPlan? {
      try desk.checked([.date: date, .minutes: "60", .next: next, .nextStart: start])?.next
    }
    let tuesday = Desk.today.advanced(by: 1)
    #expect(try checked("today", "tue", "2pm") == VisitPlan(day: tuesday, start: TimeOfDay(typed: "14:00")))
    #expect(try checked("today", "tue") == VisitPlan(day: tuesday, start: nil))
    #expect(try checked("-14", "2026-11-16")?.day.description == "2026-11-16")
    #expect(throws: Refusal(.next, .missing)) { try checked("today", "", "14:00") }
    let before = Desk.today.advanced(by: -1)
    #expect(throws: Refusal(.next, .inThePast(before))) { try checked("today", before.description) }
  }

  @Test("hostile text is made harmless before it is kept")
  func hostile() throws {
    let visit = try Desk.open().checked([
      .date: "today", .minutes: "60", .note: "\u{1B}[2Jshe said\r\n\u{202E}no\u{0}",
      .followUp: "call\nP9 away",
    ])
    #expect(visit?.note == "[2Jshe said\nno")
    #expect(visit?.followUp?.what == "call P9 away")
  }

  @Test("a visit belongs to the episode that had begun on its day, the first where none had")
  func episode() throws {
    var desk = try Desk.open(since: "2026-01-01")
    try desk.move(TypedMove(stage: "ended", day: "2026-05-01", reason: "goals reached"))
    try desk.move(TypedMove(stage: "supported", day: "2026-09-01", volunteer: "V-01"))
    for (date, episode) in [
      ("2025-12-01", 1), ("2026-03-01", 1), ("2026-08-31", 1), ("2026-09-01", 2), ("today", 2),
    ] {
      #expect(try desk.checked([.date: date, .minutes: "60"])?.episode == EpisodeNumber(episode))
    }
  }

  @Test("a visit to a family that is not there is refused")
  func unknownFamily() throws {
    var desk = try Desk.open()
    #expect(throws: Refusal(.family, .missing)) { try desk.visit(of: FamilyID(rawValue: 99)) }
  }
}
