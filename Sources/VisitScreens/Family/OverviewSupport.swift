import Terminal
import VisitLibrary
import VisitModel

/// What the overview says of support: the level of need, the plan, consents, what happened lately.
extension FamilyOverview {
  var support: [PageLine] {
    var lines: [PageLine] = []
    if let referral = file.unansweredReferral?.current {
      let due = referral.replyDue(by: desk.caseload.scheme.limits)
      let source = desk.lists.label(of: referral.source)
      lines.append(
        PageLine(
          desk.words("overview.referral", ["source": source, "day": desk.long(due)]),
          due < desk.today ? .caution : .normal))
    }
    if let assessment = file.standingAssessment?.current {
      lines.append(
        PageLine(
          desk.words("overview.level", ["level": desk.words("level.\(assessment.level.level.rawValue)")])))
    }
    if let plan = file.supportPlan?.current {
      let all = plan.actions.count
      let values = [
        "done": "\(all - file.openActions.count)", "all": "\(all)", "day": desk.long(plan.endingOn),
      ]
      let isLate = file.openActions.contains { $0.by.map { $0 < desk.today } ?? false }
      lines.append(PageLine(desk.words("overview.plan", values), isLate ? .caution : .normal))
    }
    if let consents { lines.append(consents) }
    if let event = file.background.lifeEvents.compactMap(\.current).max(by: { $0.day < $1.day }) {
      let what = [desk.lists.label(of: event.kind), event.what.oneLine].filter { !$0.isEmpty }
      lines.append(
        PageLine(
          desk.words(
            "overview.event", ["day": desk.long(event.day), "what": what.joined(separator: ": ")]), .dim))
    }
    return lines
  }

  /// Every consent that was ever given, with whether it holds today.
  private var consents: PageLine? {
    var said: [String] = []
    var isExpired = false
    let expired = Set(file.background.expiredConsents(on: desk.today).map(\.id))
    var shown: Set<ConsentScope> = []
    for record in file.background.consents.reversed() {
      guard let consent = record.current, shown.insert(consent.scope).inserted else { continue }
      let key: String
      if file.background.permits(consent.scope, on: desk.today) {
        key = "overview.consent.yes"
      } else if expired.contains(record.id) {
        key = "overview.consent.expired"
        isExpired = true
      } else {
        key = "overview.consent.no"
      }
      said.append(desk.words(key, ["consent": desk.consent(consent)]))
    }
    guard !said.isEmpty else { return nil }
    return PageLine(
      desk.words("overview.consents", ["consents": said.reversed().joined(separator: "; ")]),
      isExpired ? .caution : .normal)
  }
}
