import Testing
import VisitModel

@Suite("Retention")
struct RetentionTests {
  private func rule(_ id: String, months: Int, _ condition: RetentionCondition) -> RetentionRule {
    RetentionRule(id: id, months: months, start: .ending, condition: condition, source: "ours")
  }

  private var rules: RetentionRules {
    RetentionRules(
      version: 1,
      rules: [
        rule("usual", months: 12, .always), rule("concern", months: 72, .concern),
        rule("refused", months: 6, .refused),
      ])
  }

  @Test("counts from the end of support; a family with an open episode is never listed")
  func open() throws {
    var desk = try Desk.open()
    #expect(desk.caseload.retention(by: rules).isEmpty)
    try desk.move(TypedMove(stage: "ended", day: "2026-11-01", reason: "moved away"))
    let due = try #require(desk.caseload.retention(by: rules).first)
    #expect(due.rule.id == "usual" && due.from == Day(iso: "2026-11-01") && due.due == Day(iso: "2027-11-01"))
    #expect(!due.isDue(on: Desk.today) && due.isDue(on: due.due))
  }

  @Test("is the longest of the rules that fit, and a hold comes before all of them")
  func longest() throws {
    var desk = try Desk.open()
    try desk.move(TypedMove(stage: "ended", day: "2026-11-01", reason: "moved away"))
    let sue = Member(number: MemberNumber(1), name: "Sue Hart", role: .supervisor)
    desk.record(
      try SetHold(family: Desk.family, reason: "claim").facts(in: desk.caseload, by: sue, today: Desk.today))
    let always = RetentionRules(
      version: 1, rules: [rule("short", months: 3, .always), rule("long", months: 36, .always)])
    let due = try #require(desk.caseload.retention(by: always).first)
    #expect(due.rule.id == "long" && due.hold?.reason.text == "claim")
    #expect(!due.isDue(on: Day.latest))
  }

  @Test(
    "is the long one where social care was ever involved, also where it is not any more; early help is not that"
  )
  func socialCare() throws {
    var desk = try Desk.open()
    let both = RetentionRules(
      version: 1, rules: [rule("usual", months: 12, .always), rule("care", months: 72, .socialCare)])
    let why = try #require(Reason("as the school said"))
    for (level, expected) in [
      (SocialCareLevel.earlyHelp, "usual"), (.childProtection, "care"), (.none, "care"),
    ] {
      var family = try #require(desk.file?.family)
      family.socialCare = [SocialCareStatus(level: level, since: nil)]
      desk.record([.familyAmended(Desk.family, family, why)])
      var ended = desk
      try ended.move(TypedMove(stage: "ended", day: "2026-11-01", reason: "moved away"))
      #expect(ended.caseload.retention(by: both).first?.rule.id == expected, "\(level)")
    }
  }

  @Test(
    "counts months as people do: the last day of a shorter month",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2027-01-31", 13, "2028-02-29"), ("2026-11-30", 72, "2032-11-30"),
      ("2026-12-15", 1, "2027-01-15"),
    ])
  func months(from: String, months: Int, to: String) {
    #expect(Day(iso: from)?.advanced(byMonths: months) == Day(iso: to))
  }
}
