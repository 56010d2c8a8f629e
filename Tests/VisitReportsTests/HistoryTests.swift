import Testing
import VisitModel
import VisitReports

@Suite("everything that was recorded of a family")
struct HistoryTests {
  private static func full() throws -> (small: SmallCaseload, id: FamilyID) {
    var small = SmallCaseload()
    let id = small.family("Abbott", since: "2026-09-01")
    let consent = Consent(
      scope: .share(with: "The Hub"), given: day("2026-09-02"), how: .signed, by: PersonNumber(1))
    let given = small.apply(.background(id, .consentGiven(consent)))
    var right = consent
    right.scope = .share(with: "Ash Hub")
    small.apply(
      .background(
        id,
        .consentAmended(Amendment(record: given, basedOn: given, reason: reason("misheard")), right)))
    small.apply(
      .background(id, .consentWithdrawn(ConsentWithdrawal(consent: given, day: day("2026-09-20")))))
    small.apply(
      .background(
        id,
        .lifeEventRecorded(
          LifeEvent(day: day("2026-09-10"), kind: LifeEventID(rawValue: "bereavement"), what: "her mother"))))
    small.apply(
      .assessment(
        id,
        .referralRecorded(
          Referral(
            episode: EpisodeNumber(1), received: day("2026-09-01"),
            source: ReferralSourceID(rawValue: "health")))))
    let use = small.apply(
      .service(
        id, .began(ServiceUse(service: ServiceNumber(1), begun: .signposted, day: day("2026-09-11")))))
    small.apply(.service(id, .moved(use, ServiceStep(state: .attending, day: day("2026-09-15")))))
    small.apply(.service(id, .session(use, ServiceSession(day: day("2026-09-16"), wasAttended: true))))
    small.visit(id, "2026-09-07")
    return (small, id)
  }

  @Test("is in its history, whatever kind of record it is, with what it said before")
  func entries() throws {
    let (small, id) = try HistoryTests.full()
    let file = try #require(small.caseload.families[id])
    let report = FamilyHistoryReport(file, in: small.caseload)
    #expect(
      Set(report.entries.map(\.kind)) == [
        .familyAdded, .episodeOpened, .consentGiven, .consentAmended, .consentWithdrawn, .lifeEventRecorded,
        .referralRecorded, .serviceUseBegan, .serviceUseMoved, .serviceSessionNoted, .visitRecorded,
      ])
    #expect(report.entries.map(\.stamp) == report.entries.map(\.stamp).sorted(by: >))
    let reader = FactFields(small.caseload, lists: .empty, family: file.family)
    let amended = try #require(report.entries.first { $0.kind == .consentAmended })
    #expect(amended.reason == "misheard")
    #expect(
      amended.changes(reader).map { [$0.name, $0.old, $0.new] }
        == [["scope", "share with The Hub", "share with Ash Hub"]])
    let first = try #require(report.entries.first { $0.kind == .consentGiven })
    #expect(first.changes(reader).isEmpty)
    #expect(first.said(reader).contains { $0.name == "given" && $0.text == "2026-09-02" })
    let table = FamilyHistoryTable.table(report, in: small.caseload, reader: reader) { _ in nil }
    #expect(table.rows.count == report.entries.count)
  }

  @Test("names every entry that the journal holds about it, and no entry twice")
  func complete() throws {
    let (small, id) = try HistoryTests.full()
    let file = try #require(small.caseload.families[id])
    let numbers = FamilyHistoryReport(file, in: small.caseload).entries.compactMap(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(numbers.count == small.caseload.entryCount - 5, "five entries make the scheme and its people")
  }

  @Test("shows the services it used on the timeline, each step by its day")
  func timeline() throws {
    let (small, id) = try HistoryTests.full()
    let file = try #require(small.caseload.families[id])
    let timeline = FamilyTimeline(file, in: small.caseload, lists: .empty, shelf: InstrumentShelf())
    let services = timeline.events.filter { $0.kind == .service }
    #expect(services.map(\.day) == ["2026-09-16", "2026-09-15", "2026-09-11"].map(day))
    #expect(services.last?.values["what"] == "S-001, signposted")
    #expect(timeline.events.contains { $0.kind == .lifeEvent })
  }

  @Test("of its life stands in the chronology of worries beside concerns and visits")
  func chronology() throws {
    let (small, id) = try HistoryTests.full()
    let file = try #require(small.caseload.families[id])
    let chronology = Chronology(
      of: file, in: small.caseload, lists: .empty, instruments: InstrumentShelf())
    let event = try #require(chronology.lines.first { $0.kind == .lifeEvent })
    #expect(event.day == day("2026-09-10") && event.text == "bereavement, her mother")
    #expect(chronology.lines.map(\.day) == chronology.lines.map(\.day).sorted())
  }
}
