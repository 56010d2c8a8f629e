import Testing
import VisitModel
import VisitReports

@Suite("The families screen")
struct CaseloadReportTests {
  private func report(_ small: SmallCaseload, viewer: Member? = nil) throws -> CaseloadReport {
    CaseloadReport(
      small.caseload, instruments: InstrumentShelf([try .coping()]), today: today, viewer: viewer)
  }

  @Test("only families with an open episode are on it")
  func openOnly() throws {
    var small = SmallCaseload()
    small.family("Abbott")
    let ended = small.family("Bevan")
    small.move(ended, .ended(reason("moved away")), "2026-06-01")
    small.family("Cole", .refused(reason("out of area")))
    small.family("Dunn", nil)
    let back = small.family("Evans")
    small.move(back, .ended(reason("better")), "2026-06-01")
    small.move(back, .referred, "2026-11-01", opening: true)
    #expect(try report(small).rows.map(\.name).sorted() == ["Abbott", "Evans"])
  }

  @Test(
    "a supported family stands out on the first day past the limit, not before",
    arguments: [("2026-11-09", nil), ("2026-11-08", CaseloadReason.notSeen(days: 15))])
  func notSeen(lastVisit: String, expected: CaseloadReason?) throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.visit(family, lastVisit)
    let row = try #require(try report(small).rows.first)
    #expect(row.reasons.first == expected)
    #expect(row.isPastSeenLimit == (expected != nil))
    #expect(row.daysSinceSeen == day(lastVisit).distance(to: today))
  }

  @Test("a cancelled visit, an unanswered door and a visit taken back do not count as seen")
  func unseen() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.visit(family, "2026-11-01")
    small.visit(family, "2026-11-20", .cancelled(by: .family))
    small.visit(family, "2026-11-21", .noAnswer)
    let mistaken = small.visit(family, "2026-11-22")
    small.retract(mistaken, why: "wrong family", on: "2026-11-22")
    let row = try #require(try report(small).rows.first)
    #expect(row.lastSeen == day("2026-11-01"))
    #expect(row.reasons == [.notSeen(days: 22)])
  }

  @Test("a review is overdue from the day after it is due, until it is held; volunteers are not told")
  func reviewOverdue() throws {
    var small = SmallCaseload()
    small.apply(.schemeSet(Scheme(name: "Rushmoor")))
    let id = small.family("Abbott", since: "2026-10-12")
    small.visit(id, "2026-11-20")
    #expect(try report(small).row(of: id)?.reasons == [])
    let other = small.family("Bevan", since: "2026-10-11")
    small.visit(other, "2026-11-20")
    #expect(try report(small).row(of: other)?.reasons == [.reviewOverdue(days: 1)])
    let review = Review(episode: EpisodeNumber(1), day: day("2026-11-22"), overall: .better)
    small.apply(.evaluation(other, .reviewHeld(review)))
    #expect(try report(small).row(of: other)?.reasons == [])
  }

  @Test("a family never seen is counted from the day its volunteer began to visit")
  func neverSeen() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott", .matched(SmallCaseload.jo), since: "2026-09-01")
    small.move(family, .introduced(SmallCaseload.jo), "2026-11-01")
    small.move(family, .supported(SmallCaseload.jo), "2026-11-10")
    let row = try #require(try report(small).rows.first)
    #expect(row.reasons == [.notSeen(days: 22)])
    #expect(row.daysSinceSeen == nil)
  }

  @Test("a pause does not count against anybody: days start again when visits do")
  func paused() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.visit(family, "2026-08-01")
    small.move(family, .paused(SmallCaseload.jo), "2026-08-02")
    #expect(try report(small).rows[0].reasons.isEmpty)
    small.move(family, .supported(SmallCaseload.jo), "2026-11-20")
    #expect(try report(small).rows[0].reasons.isEmpty)
    #expect(try report(small).rows[0].daysSinceSeen == 114)
  }

  @Test("waiting counts from acceptance, and again from the day a volunteer was lost")
  func waiting() throws {
    var small = SmallCaseload()
    let first = small.family("Abbott", .referred, since: "2026-09-01")
    small.move(first, .accepted, "2026-10-21")
    small.move(first, .assessed, "2026-10-28")
    small.move(first, .waiting, "2026-11-20")
    let second = small.family("Bevan", .accepted, since: "2026-01-05")
    small.move(second, .assessed, "2026-01-06")
    small.move(second, .matched(SmallCaseload.jo), "2026-01-07")
    small.move(second, .introduced(SmallCaseload.jo), "2026-01-08")
    small.move(second, .waiting, "2026-11-13")
    let rows = CaseloadSort.number.sorted(try report(small).rows)
    #expect(rows.map(\.waitingDays) == [33, 10])
    #expect(rows.map(\.reasons) == [[.waiting(days: 33)], []])
  }

  @Test(
    "a family waits in peace up to the limit, and stands out the day after it",
    arguments: [("2026-10-26", []), ("2026-10-25", [CaseloadReason.waiting(days: 29)])])
  func waitingLimit(accepted: String, reasons: [CaseloadReason]) throws {
    var small = SmallCaseload()
    small.family("Abbott", .accepted, since: accepted)
    #expect(try report(small).rows[0].reasons == reasons)
  }

  @Test("a planned visit is asked after once the day to write it up is over")
  func unwritten() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.visit(family, "2026-11-14") { $0.next = VisitPlan(day: day("2026-11-22"), start: nil) }
    #expect(try report(small).rows[0].reasons.isEmpty)
    small.apply(.visitPlanned(family, VisitPlan(day: day("2026-11-21"), start: nil)))
    #expect(try report(small).rows[0].reasons == [.unwritten(planned: day("2026-11-21"), days: 2)])
    small.visit(family, "2026-11-21", .noAnswer)
    #expect(try report(small).rows[0].reasons.isEmpty)
  }

  @Test("a follow-up is overdue the day after its day, and gone when it is done")
  func followUps() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott")
    let first = small.visit(family, "2026-11-14") {
      $0.followUp = FollowUp(what: "leaflet", by: day("2026-11-20"))
    }
    small.visit(family, "2026-11-15") { $0.followUp = FollowUp(what: "call", by: today) }
    #expect(try report(small).rows[0].reasons == [.followUpOverdue(days: 3)])
    #expect(try report(small).openFollowUps == 2)
    small.apply(.followUpDone(family, visit: first))
    #expect(try report(small).rows[0].reasons.isEmpty)
  }

  @Test(
    "what may mean harm comes first, then worse, then what was let lie; then whoever was not seen longest")
  func order() throws {
    let coping = try Instrument.coping()
    var small = SmallCaseload()
    let late = small.family("Late")
    small.visit(late, "2026-11-20") { $0.followUp = FollowUp(what: "call", by: day("2026-11-21")) }
    let fine = small.family("Fine")
    small.visit(fine, "2026-11-21")
    let longer = small.family("Longer")
    small.visit(longer, "2026-11-10")
    small.family("Waiting", .accepted, since: "2026-10-01")
    let unseen = small.family("Unseen")
    small.visit(unseen, "2026-11-01")
    let worse = small.family("Worse")
    small.visit(worse, "2026-11-22")
    small.checkIn(worse, coping, "2026-10-01", [.rated(4), .rated(4)])
    small.checkIn(worse, coping, "2026-11-01", [.rated(3), .rated(4)])
    let danger = small.family("Danger")
    small.visit(danger, "2026-11-22")
    small.checkIn(danger, coping, "2026-11-22", [.rated(0), .rated(5)])
    let report = try report(small)
    #expect(report.rows.map(\.name) == ["Danger", "Worse", "Unseen", "Waiting", "Late", "Longer", "Fine"])
    #expect(report.rows.map(\.urgency) == [.now, .soon, .soon, .soon, .watch, .none, .none])
    #expect(report.needYouNow == 4)
    for kind in CaseloadReason.Kind.allCases {
      #expect(report.count(of: kind) == report.rows.count { row in row.reasons.contains { $0.kind == kind } })
    }
    #expect(report.count(of: CaseloadReason.Kind.waiting) == 1)
    #expect(report.count(of: Urgency.now) == 1)
  }

  @Test("a danger answer leads until a later check-in is without one; one of an earlier episode does not")
  func danger() throws {
    let coping = try Instrument.coping()
    var small = SmallCaseload()
    let family = small.family("Abbott")
    small.visit(family, "2026-11-22")
    small.checkIn(family, coping, "2026-11-01", [.rated(0), .rated(1)])
    let kinds = try report(small).rows[0].reasons.map(\.kind)
    #expect(kinds == [.dangerAnswer])
    small.checkIn(family, coping, "2026-11-08", [.rated(3), .rated(3)])
    #expect(try report(small).rows[0].reasons.isEmpty)

    let back = small.family("Bevan", since: "2026-01-05")
    small.checkIn(back, coping, "2026-02-01", [.rated(0), .rated(0)])
    small.move(back, .ended(reason("moved")), "2026-03-01")
    small.move(back, .referred, "2026-11-01", opening: true)
    #expect(try report(small).row(of: back)?.reasons == [])
  }

  @Test("a volunteer sees the families matched with them, and no word of how bad a score is")
  func volunteerView() throws {
    let coping = try Instrument.coping()
    var small = SmallCaseload()
    let own = small.family("Own")
    small.visit(own, "2026-11-22")
    small.checkIn(own, coping, "2026-11-01", [.declined, .rated(4)])
    small.checkIn(own, coping, "2026-11-22", [.declined, .rated(0)])
    small.family("Other", .supported(SmallCaseload.mo))
    small.family("Nobody's", .waiting)
    let jo = Member(number: MemberNumber(2), name: "Jo", role: .volunteer, volunteer: SmallCaseload.jo)
    let stranger = Member(number: MemberNumber(3), name: "New", role: .volunteer)
    let seen = try report(small, viewer: jo).rows
    #expect(seen.map(\.name) == ["Own"])
    #expect(seen[0].reasons.isEmpty)
    #expect(try report(small).row(of: own)?.reasons.map(\.kind) == [.lowWellbeing, .reliablyWorse])
    #expect(try report(small, viewer: stranger).rows.isEmpty)
    let supervisor = Member(number: MemberNumber(4), name: "Sue", role: .supervisor)
    #expect(try report(small, viewer: supervisor).rows.count == 3)
  }

  @Test(
    "the other orders of the screen",
    arguments: [
      (CaseloadSort.number, ["Évans", "Abbott", "Cole"]), (.name, ["Abbott", "Cole", "Évans"]),
      (.seen, ["Cole", "Évans", "Abbott"]), (.next, ["Abbott", "Évans", "Cole"]),
      (.volunteer, ["Abbott", "Évans", "Cole"]), (.stage, ["Cole", "Évans", "Abbott"]),
    ])
  func sorts(sort: CaseloadSort, names: [String]) throws {
    var small = SmallCaseload()
    let evans = small.family("Évans", .introduced(SmallCaseload.mo))
    small.visit(evans, "2026-11-12") { $0.next = VisitPlan(day: day("2026-11-26"), start: nil) }
    let abbott = small.family("Abbott", .supported(SmallCaseload.bea))
    small.visit(abbott, "2026-11-20") { $0.next = VisitPlan(day: day("2026-11-24"), start: nil) }
    small.family("Cole", .waiting, since: "2026-11-20")
    #expect(sort.sorted(try report(small).rows).map(\.name) == names)
  }

  @Test("the table has a row for each family, with the columns files name")
  func table() throws {
    var small = SmallCaseload()
    let family = small.family("Abbott", area: "Cove")
    small.visit(family, "2026-11-07") { $0.next = VisitPlan(day: day("2026-11-24"), start: nil) }
    small.checkIn(family, try .coping(), "2026-11-01", [.rated(3), .rated(4)])
    let csv = CSV.text(try report(small).table())
    #expect(
      csv.split(separator: "\r\n").last
        == "F-0001,Abbott,soon,supported,2026-01-05,,V-01,Jo Simms,Cove,2026-11-07,16,true,2026-11-24,,3.5,,0,not seen"
    )
  }
}

@Suite("The coping column")
struct CopingTrendTests {
  private func trend(_ build: (inout SmallCaseload, FamilyID) throws -> Void) throws -> CopingTrend {
    var small = SmallCaseload()
    let mother = Person(number: PersonNumber(1), role: .mother, name: "Rosie", isMainCarer: true)
    let father = Person(number: PersonNumber(2), role: .father, name: "Ben")
    let family = small.family("Abbott", people: [mother, father])
    try build(&small, family)
    let report = CaseloadReport(
      small.caseload, instruments: InstrumentShelf([try .coping(), try .coping(version: "2.0.0")]),
      today: today)
    return report.rows[0].coping
  }

  @Test("no check-in is no trend, never a nought")
  func none() throws {
    let trend = try trend { _, _ in }
    #expect(trend == .none)
    #expect(trend.latest == nil)
  }

  @Test(
    "the last two scores say better, worse or neither, by the file's threshold",
    arguments: [
      (3, 4, Change.better), (4, 3, .worse), (3, 3, .noReliableChange),
    ])
  func change(before: Int, after: Int, change: Change) throws {
    let trend = try trend { small, family in
      small.checkIn(family, try .coping(), "2026-10-01", [.rated(before), .rated(3)])
      small.checkIn(family, try .coping(), "2026-11-01", [.rated(after), .rated(3)])
    }
    #expect(trend.change == change)
    #expect(trend.points == [Hundredths(count: before * 50 + 150), Hundredths(count: after * 50 + 150)])
  }

  @Test("at most eight scores, oldest first, whatever order they were entered in")
  func eight() throws {
    let trend = try trend { small, family in
      for month in (1...9).reversed() {
        small.checkIn(family, try .coping(), "2026-0\(month)-01", [.rated(month % 6), .rated(month % 6)])
      }
    }
    #expect(trend.points == [2, 3, 4, 5, 0, 1, 2, 3].map { Hundredths(whole: $0) })
  }

  @Test("the main carer's scores are not mixed with another person's")
  func onePerson() throws {
    let trend = try trend { small, family in
      small.checkIn(family, try .coping(), "2026-10-01", person: 1, [.rated(4), .rated(4)])
      small.checkIn(family, try .coping(), "2026-11-01", person: 2, [.rated(1), .rated(1)])
    }
    #expect(trend.points == [Hundredths(whole: 4)])
  }

  @Test("a change is only ever one person's")
  func changeOfOne() throws {
    var small = SmallCaseload()
    let coping = try Instrument.coping()
    let family = small.family("Abbott")
    let records = [(1, 4), (2, 1), (1, 2)].map { person, rating in
      small.checkIn(family, coping, "2026-11-0\(person)", person: person, [.rated(rating), .rated(rating)])
    }
    let checkIns = try records.map { try #require(small.caseload.checkIn($0)?.checkIn.current) }
    let shelf = InstrumentShelf([coping])
    #expect(shelf.change(from: checkIns[0], to: checkIns[1]) == nil)
    #expect(shelf.change(from: checkIns[0], to: checkIns[2])?.change == .worse)
  }

  @Test("scores of two versions of the instrument are shown side by side but never compared")
  func versions() throws {
    let trend = try trend { small, family in
      small.checkIn(family, try .coping(), "2026-10-01", [.rated(4), .rated(4)])
      small.checkIn(family, try .coping(version: "2.0.0"), "2026-11-01", [.rated(1), .rated(1)])
    }
    #expect(trend.points.count == 2)
    #expect(trend.change == nil)
  }

  @Test("a check-in with every answer declined adds no point")
  func declined() throws {
    let trend = try trend { small, family in
      small.checkIn(family, try .coping(), "2026-10-01", [.rated(4), .rated(4)])
      small.checkIn(family, try .coping(), "2026-11-01", [.declined, .declined])
    }
    #expect(trend.points == [Hundredths(whole: 4)])
  }
}
