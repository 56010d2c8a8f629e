import Testing
import VisitModel

@Suite("A consent, a life event or a health review that was wrong")
struct AmendBackgroundTests {
  private var desk: Desk
  private let consent: RecordID
  private let event: RecordID
  private let review: RecordID

  init() throws {
    var desk = try Desk.open()
    let typed = TypedConsent([.consent: "share", .agency: "The Hub", .date: "-10", .expires: "+20"])
    consent =
      desk.record(
        try GiveConsent(family: Desk.family, typed: typed).facts(in: desk.caseload, today: Desk.today))[0]
    event =
      desk.record(
        try RecordLifeEvent(
          family: Desk.family, texts: [.event: "moved", .date: "-30", .what: "to Ash"]
        )
        .facts(in: desk.caseload, lists: Desk.shippedLists, today: Desk.today))[0]
    review =
      desk.record(
        try RecordHealthReview(
          family: Desk.family, texts: [.person: "Noah", .healthReview: "one year", .date: "-5"]
        ).facts(in: desk.caseload, today: Desk.today))[0]
    self.desk = desk
  }

  private func amending(
    _ id: RecordID, _ texts: [Field: String], reason: String = "misheard"
  ) throws -> [Fact] {
    try AmendBackground(record: id, texts: texts, reason: reason)
      .facts(in: desk.caseload, lists: Desk.shippedLists, today: Desk.today)
  }

  @Test("is put right by a new entry with a reason, and what it said before stays")
  func amended() throws {
    var desk = desk
    desk.record(try amending(consent, [.agency: "Ash Hub"]))
    desk.record(try amending(event, [.date: "-31"]))
    desk.record(try amending(review, [.note: "crawling"]))
    let background = try #require(desk.file?.background)
    let versions = try #require(background.consent(consent)).versions
    #expect(versions.map(\.value?.scope) == [.share(with: "The Hub"), .share(with: "Ash Hub")])
    #expect(versions.last?.reason?.text == "misheard")
    // What was not named stays as it was.
    #expect(versions.last?.value?.expires == Desk.today.advanced(by: 20))
    #expect(background.permits(sharingWith: "Ash Hub", on: Desk.today))
    #expect(!background.permits(sharingWith: "The Hub", on: Desk.today))
    #expect(
      background.lifeEvent(event)?.versions.map(\.value?.day)
        == [Desk.today.advanced(by: -30), Desk.today.advanced(by: -31)])
    #expect(background.lifeEvent(event)?.current?.what == "to Ash")
    #expect(background.healthReview(review)?.current?.note == "crawling")
    #expect(background.healthReview(review)?.current?.child == PersonNumber(2))
  }

  @Test("loses what is emptied, and nothing else")
  func emptied() throws {
    var desk = desk
    desk.record(try amending(consent, [.expires: ""]))
    desk.record(try amending(event, [.what: ""]))
    let background = try #require(desk.file?.background)
    #expect(background.consent(consent)?.current?.expires == nil)
    #expect(background.consent(consent)?.current?.scope == .share(with: "The Hub"))
    #expect(background.lifeEvent(event)?.current?.what.isEmpty == true)
  }

  @Test("is held to the rules of a new one, wants a reason, and is not amended into itself")
  func refused() throws {
    #expect(refusedFields { _ = try amending(consent, [.agency: ""]) } == [.agency])
    #expect(refusedFields { _ = try amending(consent, [.date: "+1"]) } == [.date])
    #expect(refusedFields { _ = try amending(event, [.event: "a picnic"], reason: "") } == [.event, .reason])
    #expect(refusedFields { _ = try amending(review, [.person: "Rosie"]) } == [.person])
    #expect(throws: Refusal(.record, .nothingChanged)) { try amending(event, [.what: "to Ash"]) }
    #expect(throws: Refusal(.record, .noSuchRecord(RecordID(bits: 5).description))) {
      try amending(RecordID(bits: 5), [.what: "x"])
    }
    var desk = desk
    desk.record(try RetractBackground(record: event, reason: "never was").facts(in: desk.caseload))
    #expect(throws: Refusal(.record, .alreadyRetracted)) {
      try AmendBackground(record: event, texts: [.what: "x"], reason: "y")
        .facts(in: desk.caseload, lists: Desk.shippedLists, today: Desk.today)
    }
  }

  @Test("cannot have been given after it was withdrawn")
  func withdrawn() throws {
    var desk = desk
    desk.record(
      try WithdrawConsent(record: consent, day: "-6").facts(in: desk.caseload, today: Desk.today))
    let late = AmendBackground(record: consent, texts: [.date: "-2"], reason: "misread")
    #expect(throws: Refusal(.date, .afterWithdrawal(Desk.today.advanced(by: -6)))) {
      try late.facts(in: desk.caseload, lists: Desk.shippedLists, today: Desk.today)
    }
  }
}
