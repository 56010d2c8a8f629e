import Testing
import VisitModel
import VisitReports

@Suite("Summaries")
struct SummaryTests {
  /// Two families, five visits in the third quarter, one outside it, one taken back.
  private static var quarter: (small: SmallCaseload, visits: [RecordID]) {
    var small = SmallCaseload()
    let (abbott, bevan) = (small.family("Abbott"), small.family("Bevan", .supported(SmallCaseload.mo)))
    let visits = [
      small.visit(abbott, "2026-07-01", .minutes(120)) {
        $0.travel = Minutes(25)
        $0.miles = Miles(tenths: 64)
        $0.expenses = Pence(340)
      },
      small.visit(abbott, "2026-07-08", .cancelled(by: .family)),
      small.visit(
        bevan, "2026-08-31", .minutes(60), by: [SmallCaseload.mo, SmallCaseload.jo], entered: "2026-09-05"),
      small.visit(
        bevan, "2026-09-30", .cutShort(Contact(start: nil, minutes: Minutes(15), channel: .phone)), by: []),
      small.visit(bevan, "2026-09-29", .noAnswer, by: [SmallCaseload.mo]),
    ]
    small.visit(abbott, "2026-10-01")
    small.retract(small.visit(abbott, "2026-09-02"), why: "twice", on: "2026-09-02")
    return (small, visits)
  }

  private func summary(
    _ small: SmallCaseload, _ text: String = "2026-Q3", by grouping: SummaryGrouping = .month,
    scope: SummaryScope = .scheme
  ) -> VisitSummary {
    VisitSummary(small.caseload, period: period(text), by: grouping, scope: scope, today: today)
  }

  @Test(
    "the totals are those counted by hand",
    arguments: [
      (SummaryFigure.visitsPlanned, 5), (.visitsMade, 3), (.visitsCutShort, 1), (.visitsCancelledByFamily, 1),
      (.visitsCancelledByVolunteer, 0), (.visitsNoAnswer, 1), (.visitsWrittenUpLate, 1),
      (.contactMinutes, 195),
      (.travelMinutes, 25), (.miles, 64), (.expensesPence, 340), (.familiesVisited, 2), (.familiesOpen, 2),
    ])
  func totals(figure: SummaryFigure, amount: Int) {
    #expect(summary(SummaryTests.quarter.small).totals[figure] == amount)
  }

  @Test("every month of the period and every outcome is a group, also where nothing happened")
  func emptyGroups() {
    let small = SmallCaseload()
    #expect(summary(small).groups.map(\.key) == period("2026-Q3").months.map(SummaryKey.month))
    #expect(summary(small, by: .outcome).groups.count == VisitOutcomeKind.allCases.count)
    #expect(summary(small, by: .family).groups.isEmpty)
  }

  @Test("a visit by two volunteers is one visit, in the group of the two; the office comes last")
  func together() {
    let summary = summary(SummaryTests.quarter.small, by: .volunteer)
    #expect(summary.groups.map { $0.key.text() } == ["V-01", "V-01; V-02", "V-02", "office"])
    #expect(summary.groups.map(\.amounts[.visitsPlanned]) == [2, 1, 1, 1])
  }

  @Test("a number opens the visits that make it")
  func records() {
    let (small, visits) = SummaryTests.quarter
    let byMonth = summary(small)
    let september = SummaryKey.month(Month(year: 2026, month: 9))
    #expect(byMonth.records(for: .visitsMade) == [visits[0], visits[2], visits[3]])
    #expect(byMonth.records(for: .visitsPlanned, in: september) == [visits[3], visits[4]])
    #expect(byMonth.records(for: .miles) == [visits[0]])
    #expect(byMonth.records(for: .visitsWrittenUpLate) == [visits[2]])
    #expect(byMonth.records(for: .familiesVisited, in: september) == [visits[3]])
    #expect(byMonth.records(for: .children).isEmpty)
    #expect(byMonth.records(for: .visitsMade, in: .sealedFamilies).isEmpty)
    #expect(byMonth.families(for: .visitsNoAnswer).map(\.rawValue) == [2])
  }

  @Test("one volunteer's summary has their visits and their families alone")
  func oneVolunteer() {
    let summary = summary(SummaryTests.quarter.small, scope: .volunteer(SmallCaseload.mo))
    #expect(summary.totals[.visitsPlanned] == 2)
    #expect(summary.totals[.familiesOpen] == 1)
    #expect(summary.families(for: .familiesOpen).map(\.rawValue) == [2])
  }

  @Test("visits of families the reader may not open are counted, and said to be")
  func sealed() {
    var (small, _) = SummaryTests.quarter
    let first = small.sealedVisit(900, "2026-08-01", .done, minutes: 40)
    small.sealedVisit(901, "2026-08-02", .noAnswer, minutes: 0)
    small.sealedVisit(901, "2026-12-02", .done, minutes: 40)
    let byFamily = summary(small, by: .family)
    #expect(byFamily.sealedVisits == 2)
    #expect(byFamily.totals[.visitsPlanned] == 7)
    #expect(byFamily.totals[.contactMinutes] == 235)
    #expect(byFamily.totals[.familiesVisited] == 3)
    #expect(byFamily.groups.map { $0.key.text() } == ["F-0001", "F-0002", "sealed"])
    #expect(byFamily.records(for: .visitsMade, in: .sealedFamilies) == [first])
    #expect(byFamily.families(for: .visitsMade, in: .sealedFamilies).isEmpty)
  }

  @Test("families open at the start, and started, are as many as ended and open at the end")
  func families() {
    var small = SmallCaseload()
    let throughout = small.family("A", since: "2026-01-05")
    let ending = small.family("B", since: "2026-01-05")
    small.move(ending, .ended(reason("done")), "2026-07-01")
    let starting = small.family("C", .referred, since: "2026-09-30")
    let both = small.family("D", .referred, since: "2026-08-01")
    small.move(both, .refused(reason("out of area")), "2026-08-08")
    let again = small.family("E", since: "2026-01-05")
    small.move(again, .ended(reason("done")), "2026-08-01")
    small.move(again, .referred, "2026-09-01", opening: true)
    let before = small.family("F", since: "2026-01-05")
    small.move(before, .ended(reason("done")), "2026-06-30")
    small.family("G", .referred, since: "2026-10-01")
    let firstToLast = small.family("H", .referred, since: "2026-07-01")
    small.move(firstToLast, .refused(reason("moved")), "2026-09-30")
    let summary = summary(small)
    #expect(summary.families(for: .familiesOpenAtStart) == [throughout, ending, again])
    #expect(summary.families(for: .familiesStarted) == [starting, both, again, firstToLast])
    #expect(summary.families(for: .familiesEnded) == [ending, both, again, firstToLast])
    #expect(summary.families(for: .familiesOpenAtEnd) == [throughout, starting, again])
    #expect(summary.totals[.familiesOpen] == 6)
  }

  @Test("children are as old as on the last day of the period, or today where that is still to come")
  func children() {
    let child = Person(number: PersonNumber(2), role: .child, name: "Noah", birth: .born(day("2021-12-31")))
    var small = SmallCaseload()
    small.family("Abbott", people: [child])
    #expect(summary(small, "2026").totals[.childrenUnderFive] == 1)
    #expect(summary(small, "2026").countedOn == today)
    #expect(summary(small, "2026-Q3").countedOn == day("2026-09-30"))
    let later = VisitSummary(small.caseload, period: period("2026"), by: .month, today: day("2027-05-01"))
    #expect(later.totals[.childrenFiveAndOver] == 1)
  }

  @Test(
    "whatever happened, groups add up to the whole, and every number is as long as its list",
    arguments: 0..<12)
  func addingUp(seed: Int) {
    let caseload = invented(seed: UInt64(seed))
    for grouping in SummaryGrouping.allCases {
      let summary = VisitSummary(caseload, period: period("2026"), by: grouping, today: today)
      for figure in SummaryFigure.ofVisits {
        let sum = summary.groups.reduce(0) { $0 + $1.amounts[figure] }
        #expect(sum == summary.totals[figure], "\(figure) by \(grouping)")
        guard figure.unit == .visits else { continue }
        #expect(summary.records(for: figure).count == summary.totals[figure])
        for group in summary.groups {
          #expect(summary.records(for: figure, in: group.key).count == group.amounts[figure])
        }
      }
      let totals = summary.totals
      #expect(
        totals[.visitsPlanned] == totals[.visitsMade] + totals[.visitsCancelledByFamily]
          + totals[.visitsCancelledByVolunteer] + totals[.visitsCancelledByOffice] + totals[.visitsNoAnswer])
      #expect(
        totals[.familiesOpenAtStart] + totals[.familiesStarted]
          == totals[.familiesEnded] + totals[.familiesOpenAtEnd])
    }
  }

  private func invented(seed: UInt64) -> Caseload {
    var random = SteadyRandom(seed: seed)
    var small = SmallCaseload()
    let outcomes: [VisitOutcome] = [
      .hour, .minutes(35), .noAnswer, .cancelled(by: .family), .cancelled(by: .volunteer),
      .cancelled(by: .office),
      .cutShort(Contact(start: nil, minutes: Minutes(10), channel: .out)),
    ]
    let crews: [[VolunteerNumber]] = [
      [], [VolunteerNumber(1)], [VolunteerNumber(2), VolunteerNumber(1)], [VolunteerNumber(3)],
    ]
    let first = day("2025-11-01")
    for number in 1...8 {
      var on = first.advanced(by: Int.random(in: 0...200, using: &random))
      let id = small.family("Family \(number)", .referred, since: on.description)
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        on = on.advanced(by: Int.random(in: 0...90, using: &random))
        guard let stage = small.caseload.families[id]?.episode?.state.stage else { continue }
        if stage.isClosed {
          small.move(id, .referred, on.description, opening: true)
        } else {
          small.move(id, Bool.random(using: &random) ? .ended(reason("done")) : .waiting, on.description)
        }
      }
      for _ in 0..<12 {
        let day = first.advanced(by: Int.random(in: 0...450, using: &random))
        let visit = small.visit(
          id, day.description, outcomes.randomElement(using: &random) ?? .hour,
          by: crews.randomElement(using: &random) ?? [],
          entered: day.advanced(by: Int.random(in: 0...3, using: &random)).description
        ) {
          $0.miles = Miles(tenths: Int.random(in: 0...99, using: &random))
          $0.expenses = Pence(Int.random(in: 0...500, using: &random))
        }
        if Int.random(in: 0...9, using: &random) == 0 { small.retract(visit, why: "slip", on: "2026-11-20") }
      }
      small.sealedVisit(UInt64(900 + number), day("2026-03-04").description, .done, minutes: 50)
    }
    return small.caseload
  }
}
