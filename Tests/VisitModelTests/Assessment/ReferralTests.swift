import Testing
import VisitLibrary
import VisitModel

@Suite("A referral")
struct ReferralTests {
  static let plain: [Field: String] = [
    .received: "2026-11-20", .source: "health visitor", .referrer: "Petra",
  ]

  /// A family added with a referral, and nothing else.
  static func referred(_ texts: [Field: String] = plain) throws -> Desk {
    var desk = Desk()
    let lists = try Library.load().lists
    let family = AddFamily(
      typed: TypedFamily([.name: "Abbott"], people: [TypedPerson(name: "Rosie", role: "mother")]),
      move: TypedMove(stage: "referred"), id: Desk.family)
    desk.record(
      try ReferFamily(family: family, referral: TypedReferral(texts))
        .facts(in: desk.caseload, lists: lists, today: desk.today))
    return desk
  }

  static func answer(
    _ answer: ReferralAnswer, _ desk: inout Desk, because refusal: String = ""
  ) throws {
    let facts = try AnswerReferral(family: Desk.family, answer: answer, refusal: refusal)
      .facts(in: desk.caseload, lists: try Library.load().lists, today: desk.today)
    desk.record(facts)
  }

  static func amend(_ texts: [Field: String], in desk: inout Desk) throws {
    let old = try #require(desk.file?.assessment.referrals.last)
    var typed = TypedReferral(try #require(old.current))
    for (field, text) in texts { typed[field] = text }
    desk.record(
      try AmendReferral(record: old.id, typed: typed, reason: "the form came back")
        .facts(in: desk.caseload, lists: try Library.load().lists, today: desk.today))
  }

  @Test("begins the episode on the day it was received")
  func begins() throws {
    let desk = try ReferralTests.referred()
    let file = try #require(desk.file)
    let referral = try #require(file.assessment.referral(of: EpisodeNumber(1))?.current)
    #expect(referral.source == ReferralSourceID(rawValue: "health_visitor"))
    #expect(file.episode?.began == Day(iso: "2026-11-20"))
    #expect(referral.replyDue(by: SchemeLimits()) == Day(iso: "2026-12-04"))
  }

  @Test("cannot be accepted until the parent signed, the referrer declared it, or the family came by itself")
  func agreement() throws {
    var desk = try ReferralTests.referred()
    let refused = problems { try ReferralTests.answer(.accept, &desk) }
    #expect(refused == [Problem(field: .agreement, fault: .needsAgreement)])
    let moved = problems { try desk.move(TypedMove(stage: "accepted")) }
    #expect(moved == [Problem(field: .agreement, fault: .needsAgreement)])
    #expect(desk.file?.episode?.state == .referred)
  }

  @Test(
    "is accepted with any one of the three agreements",
    arguments: [[Field.agreedOn: "2026-11-18"], [.declaredBy: "Petra Health"], [.agreement: "self-referral"]])
  func accepted(texts: [Field: String]) throws {
    var desk = try ReferralTests.referred()
    try ReferralTests.amend(texts, in: &desk)
    try ReferralTests.answer(.accept, &desk)
    #expect(desk.file?.episode?.state == .accepted)
    #expect(desk.file?.assessment.referrals.first?.versions.count == 2)
  }

  @Test("that was never recorded, or was taken back, accepts nobody")
  func missing() throws {
    var desk = try ReferralTests.referred([:])
    let never = problems { try ReferralTests.answer(.accept, &desk) }
    #expect(never == [Problem(field: .stage, fault: .needsReferral)])

    desk = try ReferralTests.referred(ReferralTests.plain.merging([.agreement: "self-referral"]) { $1 })
    let id = try #require(desk.file?.assessment.referrals.first?.id)
    desk.record(try RetractAssessment(record: id, reason: "another family").facts(in: desk.caseload))
    let takenBack = problems { try ReferralTests.answer(.accept, &desk) }
    #expect(takenBack == [Problem(field: .stage, fault: .needsReferral)])
  }

  @Test("is refused for a reason of the list, which is counted, and which speaks where nothing else was said")
  func refusing() throws {
    var desk = try ReferralTests.referred()
    #expect(refusedFields { try ReferralTests.answer(.refuse, &desk) } == [.refusal])
    #expect(refusedFields { try ReferralTests.answer(.refuse, &desk, because: "rain") } == [.refusal])
    try ReferralTests.answer(.refuse, &desk, because: "outside_area")
    let move = try #require(desk.file?.episode?.moves.last)
    #expect(move.refusal == RefusalID(rawValue: "outside_area"))
    #expect(move.state == .refused(try #require(Reason("lives outside our area"))))
  }

  @Test("waits for its answer until it has one, whichever it is", arguments: ReferralAnswer.allCases)
  func waiting(answer: ReferralAnswer) throws {
    var desk = try ReferralTests.referred(
      ReferralTests.plain.merging([.agreement: "self-referral"]) { $1 })
    #expect(desk.file?.unansweredReferral?.current?.received == Day(iso: "2026-11-20"))
    try ReferralTests.answer(answer, &desk, because: "no_capacity")
    #expect(desk.file?.unansweredReferral == nil)
  }

  @Test("says everything that is wrong with it at once")
  func problemsAtOnce() throws {
    let fields = refusedFields {
      _ = try ReferralTests.referred([
        .received: "tomorrow", .source: "the moon", .referrerPhone: "none", .agreement: "signed",
        .needs: "sailing",
      ])
    }
    #expect(fields == [.date, .received, .source, .referrerPhone, .needs, .agreedOn])
  }

  @Test("opens a new episode where support is over, and stands once in an episode")
  func again() throws {
    var desk = try Desk.open()
    try desk.move(TypedMove(stage: "ended", reason: "moved"))
    let lists = try Library.load().lists
    let again = RecordReferral(family: Desk.family, typed: TypedReferral(ReferralTests.plain))
    desk.record(try again.facts(in: desk.caseload, lists: lists, today: desk.today))
    #expect(desk.file?.episodes.map(\.state.stage) == [.ended, .referred])
    let twice = problems { _ = try again.facts(in: desk.caseload, lists: lists, today: desk.today) }
    #expect(twice == [Problem(field: .family, fault: .hasReferral)])
  }

  @Test("comes back from what was typed as it was typed")
  func typedAgain() throws {
    let desk = try ReferralTests.referred([
      .received: "2026-11-20", .source: "3B", .referrer: "Petra", .agency: "Ash clinic",
      .referrerPhone: "01632 960200", .referralReasons: "twins", .needs: "isolation,money",
      .noticed: "the midwife", .declaredBy: "Petra",
    ])
    let referral = try #require(desk.file?.assessment.referrals.first?.current)
    let again = try ReferralTests.referred(TypedReferral(referral).texts)
    #expect(again.file?.assessment.referrals.first?.current == referral)
  }
}
