import Testing
import VisitModel

@Suite("A consent")
struct ConsentTests {
  static func given(_ texts: [[Field: String]]) throws -> (desk: Desk, ids: [RecordID]) {
    var desk = try Desk.open()
    var ids: [RecordID] = []
    for texts in texts {
      let give = GiveConsent(family: Desk.family, typed: TypedConsent(texts))
      ids += desk.record(try give.facts(in: desk.caseload, today: desk.today))
    }
    return (desk, ids)
  }

  static let today = Desk.today

  @Test("lets what it names be done and nothing else")
  func scopes() throws {
    let (desk, _) = try ConsentTests.given([[.consent: "tell referrer"]])
    let background = try #require(desk.file?.background)
    #expect(background.permits(.tellReferrer, on: ConsentTests.today))
    for other in [ConsentScope.holdRecord, .share(with: "The Hub"), .statistics, .story] {
      #expect(!background.permits(other, on: ConsentTests.today))
    }
  }

  @Test("to share names one agency, whatever its capitals and spaces")
  func agency() throws {
    let (desk, _) = try ConsentTests.given([[.consent: "share", .agency: "Hart Family-Hub"]])
    let background = try #require(desk.file?.background)
    #expect(background.permits(sharingWith: "hart family hub", on: ConsentTests.today))
    #expect(!background.permits(sharingWith: "Ash Family Hub", on: ConsentTests.today))
    #expect(refusedFields { _ = try ConsentTests.given([[.consent: "share"]]) } == [.agency])
  }

  @Test("holds from its day to its last day, and not from the day it is withdrawn")
  func days() throws {
    var (desk, ids) = try ConsentTests.given([
      [.consent: "story", .date: "-10", .expires: "+5"], [.consent: "statistics", .date: "-10"],
    ])
    let file = try #require(desk.file)
    let last = ConsentTests.today.advanced(by: 5)
    #expect(!file.background.permits(.story, on: ConsentTests.today.advanced(by: -11)))
    #expect(file.background.permits(.story, on: last))
    #expect(!file.background.permits(.story, on: last.advanced(by: 1)))

    let withdraw = WithdrawConsent(record: ids[1], day: "-2", words: "changed her mind")
    desk.record(try withdraw.facts(in: desk.caseload, today: desk.today))
    let background = try #require(desk.file?.background)
    #expect(background.permits(.statistics, on: ConsentTests.today.advanced(by: -3)))
    #expect(!background.permits(.statistics, on: ConsentTests.today.advanced(by: -2)))
    let twice = problems { _ = try withdraw.facts(in: desk.caseload, today: desk.today) }
    #expect(twice == [Problem(field: .record, fault: .alreadyRetracted)])
  }

  @Test("that has expired is asked for again until it is given anew")
  func expired() throws {
    var (desk, ids) = try ConsentTests.given([[.consent: "story", .date: "-30", .expires: "-1"]])
    let background = try #require(desk.file?.background)
    #expect(background.expiredConsents(on: ConsentTests.today).map(\.id) == ids)
    #expect(background.expiredConsents(on: ConsentTests.today.advanced(by: -1)).isEmpty)
    let again = GiveConsent(family: Desk.family, typed: TypedConsent([.consent: "story"]))
    desk.record(try again.facts(in: desk.caseload, today: desk.today))
    #expect(desk.file?.background.expiredConsents(on: ConsentTests.today).isEmpty == true)
  }

  @Test("entered in error counts no more and stays to be seen")
  func retracted() throws {
    var (desk, ids) = try ConsentTests.given([[.consent: "hold record"]])
    desk.record(try RetractBackground(record: ids[0], reason: "wrong family").facts(in: desk.caseload))
    let background = try #require(desk.file?.background)
    #expect(!background.permits(.holdRecord, on: ConsentTests.today))
    #expect(background.consents.map(\.isRetracted) == [true])
  }
}
