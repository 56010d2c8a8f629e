import Testing
import VisitModel

@Suite("A concern")
struct ConcernTests {
  static let id = RecordID(bits: 0xC0C0)
  static let noon = Moment(Desk.today, TimeOfDay(minutesAfterMidnight: 720) ?? .midnight)
  static let ann = Member(number: MemberNumber(1), name: "Ann Lee", role: .coordinator)
  static let sue = Member(number: MemberNumber(2), name: "Sue Hart", role: .supervisor)
  static let lena = Member(
    number: MemberNumber(3), name: "Lena Hughes", role: .volunteer, volunteer: VolunteerNumber(1))
  static let typed = TypedConcern([
    .family: "F-0001", .about: "Noah", .seen: "Two bruises on the arm", .said: "he fell", .saidBy: "Rosie",
    .danger: "no",
  ])

  private var desk: Desk
  init() throws {
    desk = try Desk.open()
    desk.record([.memberJoined(ConcernTests.ann), .memberJoined(ConcernTests.lena)])
  }

  private func raising(_ typed: TypedConcern = typed, as member: Member = ann) throws -> [Fact] {
    try RaiseConcern(id: ConcernTests.id, typed: typed)
      .facts(in: desk.caseload, as: member, now: ConcernTests.noon)
  }

  private func raised() throws -> Desk {
    var desk = desk
    desk.record(try raising())
    return desk
  }

  private func hours(_ hours: Int) -> Moment {
    let minutes = ConcernTests.noon.time.minutesAfterMidnight + hours * 60
    return Moment(
      ConcernTests.noon.day.advanced(by: minutes / 1_440),
      TimeOfDay(minutesAfterMidnight: minutes % 1_440) ?? .midnight)
  }

  @Test("says about whom, what, and whether anyone is in danger now; anything else may stay open")
  func wanted() throws {
    #expect(refusedFields { _ = try raising(TypedConcern()) } == [.somebody, .seen, .danger])
    let bare = TypedConcern([.somebody: "a child at the bus stop", .done: "rang 999", .danger: "yes"])
    #expect(throws: Never.self) { try raising(bare) }
    var nobody = ConcernTests.typed
    nobody[.about] = "Bob"
    #expect(refusedFields { _ = try raising(nobody) } == [.about])
    var told = ConcernTests.typed
    told[.toldWhen] = "11:30"
    #expect(refusedFields { _ = try raising(told) } == [.told])
  }

  @Test("of somebody outside the families, or of a family as a whole, keeps what was typed")
  func subjects() throws {
    let desk = try raised()
    let concern = try #require(desk.caseload.concerns[ConcernTests.id]?.concern)
    #expect(concern.subject == .family(Desk.family, people: [PersonNumber(2)], others: ""))
    #expect(TypedConcern(concern, in: desk.caseload)[.about] == "P2")
    #expect(concern.raised == ConcernTests.noon)
  }

  @Test("of a volunteer is closed for the office, and a copy of it for the volunteer alone")
  func copies() throws {
    let facts = try raising(as: ConcernTests.lena)
    #expect(facts.map(\.readers) == [.office, .author])
    #expect(try raising().map(\.readers) == [.office])
    #expect(facts.map(\.family) == [nil, nil])
  }

  @Test("that its raiser reads from the own copy says nothing of where it stands")
  func ownCopy() throws {
    var desk = desk
    desk.record([try raising(as: ConcernTests.lena)[1]])
    let file = try #require(desk.caseload.concerns[ConcernTests.id])
    #expect(file.isCopy && file.stage == nil && !file.isOpen)
    #expect(file.lateness(at: hours(99), limits: SchemeLimits()).isEmpty)
    let caseload = desk.caseload
    #expect(
      problems {
        _ = try AcknowledgeConcern(id: ConcernTests.id)
          .facts(in: caseload, as: ConcernTests.lena, now: ConcernTests.noon)
      }.map(\.fault) == [.notForRole(.volunteer)])
  }

  @Test("goes from raised to acknowledged to acting to closed, and no other way")
  func table() {
    #expect(ConcernStage.raised.next == [.acknowledged])
    #expect(ConcernStage.acknowledged.next == [.acting])
    #expect(ConcernStage.acting.next == [.closed])
    #expect(ConcernStage.closed.next.isEmpty)
  }

  @Test("is closed only after something was done; what is not allowed names what is")
  func closing() throws {
    var desk = try raised()
    let close = CloseConcern(id: ConcernTests.id, reason: "resolved")
    let early = desk.caseload
    #expect(
      problems { _ = try close.facts(in: early, as: ConcernTests.ann, now: hours(1)) }.map(\.fault) == [
        .concernNotAllowed(from: .raised, to: .closed, allowed: [.acknowledged])
      ])
    let decided = TypedConcernAction(notReferring: "the health visitor knows and agrees")
    desk.record(
      try ActOnConcern(id: ConcernTests.id, typed: decided)
        .facts(in: desk.caseload, as: ConcernTests.ann, now: hours(2)))
    #expect(desk.caseload.concerns[ConcernTests.id]?.stage == .acting)
    #expect(desk.caseload.concerns[ConcernTests.id]?.minutesToAcknowledge == 120)
    desk.record(try close.facts(in: desk.caseload, as: ConcernTests.ann, now: hours(3)))
    let file = try #require(desk.caseload.concerns[ConcernTests.id])
    #expect(file.stage == .closed && file.closed?.words == "resolved")
    #expect(file.minutesOpen(at: hours(50)) == 180)
    let closed = desk.caseload
    let more = ActOnConcern(id: ConcernTests.id, typed: decided)
    #expect(
      refusedFields { _ = try more.facts(in: closed, as: ConcernTests.ann, now: hours(4)) } == [.concern])
  }

  @Test(
    "is signed off by the safeguarding lead: whom the settings name, else a supervisor where there is one")
  func lead() throws {
    var desk = try raised()
    #expect(desk.caseload.isSafeguardingLead(ConcernTests.ann))
    desk.record([.memberJoined(ConcernTests.sue)])
    #expect(!desk.caseload.isSafeguardingLead(ConcernTests.ann))
    #expect(desk.caseload.isSafeguardingLead(ConcernTests.sue))
    var scheme = desk.caseload.scheme
    scheme.contacts.safeguardingLead = "ann lee"
    desk.record([.schemeSet(scheme)])
    #expect(desk.caseload.isSafeguardingLead(ConcernTests.ann))
    #expect(!desk.caseload.isSafeguardingLead(ConcernTests.sue))
  }

  @Test(
    "is late for acknowledgement from the next day, and for a written follow-up after 24 hours",
    arguments: [
      (0, []), (11, []), (12, [ConcernLateness.acknowledgement]), (24, [.acknowledgement]),
      (25, [.acknowledgement, .followUp]),
    ])
  func clocks(hours: Int, late: [ConcernLateness]) throws {
    let file = try #require(try raised().caseload.concerns[ConcernTests.id])
    #expect(file.lateness(at: self.hours(hours), limits: SchemeLimits()) == late)
  }

  @Test(
    "is corrected only by a new entry with a reason; what it said before stays, and nothing takes it back")
  func amending() throws {
    var desk = try raised()
    var typed = ConcernTests.typed
    typed[.done] = "told the coordinator"
    let nameless = AmendConcern(id: ConcernTests.id, typed: typed, reason: " ")
    let caseload = desk.caseload
    #expect(
      refusedFields { _ = try nameless.facts(in: caseload, as: ConcernTests.ann, now: hours(1)) } == [.reason]
    )
    desk.record(
      try AmendConcern(id: ConcernTests.id, typed: typed, reason: "left out")
        .facts(in: desk.caseload, as: ConcernTests.ann, now: hours(1)))
    let file = try #require(desk.caseload.concerns[ConcernTests.id])
    #expect(file.details.versions.map { $0.value?.done } == ["", "told the coordinator"])
    #expect(file.concern.raised == ConcernTests.noon)
    #expect(file.concern.seen == "Two bruises on the arm")
  }

  @Test("comes from the worry on a visit by itself, once, with what is known")
  func worry() throws {
    var desk = desk
    let typed = TypedVisit([.date: "today", .minutes: "60", .worry: "Mum very low"])
    let facts = try RecordVisit(typed: typed, family: Desk.family)
      .facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    let worries = desk.caseload.raisingWorries(in: facts, as: ConcernTests.lena, now: ConcernTests.noon) {
      ConcernTests.id
    }
    #expect(worries.map(\.kind) == [.concernRaised, .concernCopied])
    let visit = try #require(desk.record(facts + worries).first)
    let concern = try #require(desk.caseload.concerns[ConcernTests.id]?.concern)
    #expect(concern.seen == "Mum very low" && concern.danger == .notKnown)
    #expect(concern.origin == .visit(Desk.today))
    var amended = typed
    amended[.note] = "more"
    let again = try AmendVisit(record: visit, typed: amended, reason: "more")
      .facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    #expect(
      desk.caseload.raisingWorries(in: again, as: ConcernTests.ann, now: ConcernTests.noon) {
        ConcernTests.id
      }
      .isEmpty)
  }

  @Test("from an answer that signals danger waits until it is written down what was done")
  func whatIDid() throws {
    var desk = desk
    let origin = ConcernOrigin.answer(InstrumentID(rawValue: "phq9"), trigger: "item9", Desk.today)
    let concern = Concern(
      id: ConcernTests.id, subject: .family(Desk.family, people: [PersonNumber(1)], others: ""),
      seen: "an answer", day: Desk.today, danger: .notKnown, raised: ConcernTests.noon, origin: origin)
    desk.record(concern.raising(by: ConcernTests.ann))
    #expect(desk.caseload.concerns.awaitingWhatWasDone(by: MemberNumber(1)).map(\.id) == [ConcernTests.id])
    let reason = try #require(Reason("what I did"))
    let silent = WriteWhatIDid(id: ConcernTests.id, text: " \n", reason: reason)
    let caseload = desk.caseload
    #expect(refusedFields { _ = try silent.facts(in: caseload, as: ConcernTests.ann) } == [.done])
    desk.record(
      try WriteWhatIDid(id: ConcernTests.id, text: "stayed and rang Ann", reason: reason)
        .facts(in: desk.caseload, as: ConcernTests.ann))
    #expect(desk.caseload.concerns.awaitingWhatWasDone(by: MemberNumber(1)).isEmpty)
  }

  @Test(
    "was told of at a moment as people type it",
    arguments: [
      ("14:30", "2026-11-23 14:30"), ("yesterday 2 pm", "2026-11-22 14:00"),
      ("21/11 9.15", "2026-11-21 09:15"),
      ("2026-11-20 08:00", "2026-11-20 08:00"), ("yesterday", "2026-11-22 00:00"),
    ])
  func moments(typed: String, wanted: String) {
    #expect(Moment(typed: typed, today: Desk.today)?.description == wanted)
    #expect(Moment(typed: "whenever", today: Desk.today) == nil)
  }
}
