import Testing
import VisitModel
import VisitReports

/// Figures of `domain.md`, "Summaries", that count something else than visits, waiting, reach, reviews and scores.
@Suite("a summary counts")
struct FigureRuleTests {
  private let lists = SchemeLists(
    version: 1,
    lists: [
      .themes: ["listened", "practical"].map { ListEntry(id: AnyListID(rawValue: $0), label: $0) },
      .referralSources: ["midwife", "self"].map { ListEntry(id: AnyListID(rawValue: $0), label: $0) },
      .serviceKinds: ["group"].map { ListEntry(id: AnyListID(rawValue: $0), label: $0) },
    ])

  private func told(_ small: SmallCaseload, _ section: FigureSection, scope: SummaryScope = .scheme)
    -> [String]
  {
    FigureSheet(
      small.caseload, period: period("2026-Q3"), lists: lists, shelf: InstrumentShelf(), scope: scope,
      today: today
    ).lines.filter { $0.section == section }.map { line in
      "\(line.key) \(line.amount.text(decimals: 0))/\(line.total.map { "\($0)" } ?? "-") \(line.families.map(\.rawValue))"
    }
  }

  private func moment(_ date: String, _ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(day(date), TimeOfDay(minutesAfterMidnight: hour * 60 + minute) ?? .midnight)
  }

  @Test("concerns by where they stand, and how soon somebody had them in hand")
  func concerns() {
    var small = SmallCaseload()
    let (a, b) = (small.family("A"), small.family("B"))
    for (place, family) in [a, b].enumerated() {
      let raised = moment("2026-07-01", 10)
      let concern = Concern(
        id: RecordID(bits: UInt64(900 + place)), subject: .family(family, people: [], others: ""), seen: "x",
        day: raised.day, danger: .no, raised: raised)
      small.apply(.concern(.raised(concern)))
      let seen = place == 0 ? moment("2026-07-01", 10, 30) : moment("2026-07-02", 10)
      small.apply(.concern(.acknowledged(concern.id, ConcernMark(at: seen))))
    }
    #expect(
      told(small, .concerns) == [
        "raised 0/2 []", "acknowledged 2/2 [1, 2]", "acting 0/2 []", "closed 0/2 []",
        "acknowledgedInTime 1/2 [1]", "minutesToAcknowledge 735/2 [1, 2]",
      ])
    #expect(told(small, .concerns, scope: .volunteer(SmallCaseload.jo)).isEmpty)
  }

  @Test("volunteers by where they stand on the day of the count")
  func volunteers() {
    var small = SmallCaseload()
    small.apply(
      .volunteerAmended(Volunteer(number: SmallCaseload.mo, name: "Mo", isActive: false), reason("moved")))
    #expect(told(small, .volunteers) == ["preparing 2/3 []", "inactive 1/3 []"])
  }

  @Test("parents' words by theme, a family once for each")
  func themes() {
    var small = SmallCaseload()
    let (a, b) = (small.family("A"), small.family("B"))
    for (family, themes, on) in [
      (a, ["listened"], "2026-07-01"), (a, ["listened", "practical"], "2026-08-01"),
      (b, ["listened"], "2026-08-01"),
      (b, ["practical"], "2026-10-01"),
    ] {
      let said = Feedback(
        episode: EpisodeNumber(1), day: day(on), themes: themes.map(ThemeID.init(rawValue:)), words: "…")
      small.apply(.evaluation(family, .feedbackGiven(said)))
    }
    #expect(told(small, .themes) == ["listened 2/2 [1, 2]", "practical 1/2 [1]"])
  }

  @Test("services by their kind and what became of them, and the families with whom one came up on a visit")
  func services() {
    var small = SmallCaseload()
    let (a, b) = (small.family("A"), small.family("B"))
    small.apply(
      .directory(
        .added(
          ServiceEntry(
            number: ServiceNumber(1), organisation: "Hub", name: "Play",
            kind: ServiceKindID(rawValue: "group")))))
    small.apply(
      .service(a, .began(ServiceUse(service: ServiceNumber(1), begun: .signposted, day: day("2026-07-05")))))
    small.visit(a, "2026-07-01") { $0.signposted = [.listed(ServiceNumber(1))] }
    small.visit(a, "2026-07-08") { $0.signposted = [.named("the library")] }
    small.visit(b, "2026-07-08", by: [SmallCaseload.mo]) { $0.attendedTogether = [.named("the library")] }
    small.visit(b, "2026-10-08") { $0.signposted = [.named("the library")] }
    #expect(
      told(small, .services) == [
        "group 1/1 [1]", "signpostedOnVisits 1/- [1]", "attendedTogether 1/- [2]",
      ])
    #expect(
      told(small, .services, scope: .volunteer(SmallCaseload.mo)).contains("attendedTogether 1/- [2]"))
  }

  @Test("referrals by where they came from and what became of them, by the day they were received")
  func referrals() {
    var small = SmallCaseload()
    for (place, state) in [EpisodeState.accepted, .refused(reason("outside")), .referred].enumerated() {
      let id = small.family("F\(place)", .referred, since: "2026-07-0\(place + 1)")
      let referral = Referral(
        episode: EpisodeNumber(1), received: day("2026-07-0\(place + 1)"),
        source: ReferralSourceID(rawValue: place == 0 ? "self" : "midwife"), agreement: .selfReferral)
      small.apply(.assessment(id, .referralRecorded(referral)))
      if place < 2 { small.move(id, state, "2026-07-09") }
    }
    #expect(told(small, .referralSources) == ["midwife 2/3 [2, 3]", "self 1/3 [1]"])
    #expect(
      told(small, .referralOutcomes) == [
        "accepted 1/3 [1]", "refused 1/3 [2]", "needsInformation 0/3 []", "withdrawn 0/3 []",
        "unanswered 1/3 [3]",
      ])
  }
}
