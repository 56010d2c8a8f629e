import Terminal
import VisitLibrary
import VisitModel

/// How the family came to the scheme, as its plan shows it.
extension FamilyPlan {
  /// The referral of the episode now: from whom, why, and whether the parent agreed.
  func referral(columns: Int) -> [PageLine] {
    guard let episode = file.episode, let referral = file.assessment.referral(of: episode.number)?.current
    else { return [] }
    var lines = [PageLine(desk.words("plan.referral.heading"), .heading)]
    let from = [
      desk.lists.label(of: referral.source), referral.referrer.name, referral.referrer.agency,
      referral.referrer.phone,
    ].compactMap(\.self).joined(separator: ", ")
    lines.append(
      PageLine(desk.words("plan.referral.from", ["day": desk.long(referral.received), "from": from])))
    if file.unansweredReferral != nil {
      let due = referral.replyDue(by: desk.caseload.scheme.limits)
      lines.append(
        PageLine(
          desk.words("plan.referral.due", ["day": desk.long(due)]), due < desk.today ? .caution : .normal))
    }
    lines.append(agreement(referral.agreement))
    if !referral.needs.isEmpty {
      let needs = referral.needs.map { desk.lists.label(of: $0) }.joined(separator: ", ")
      lines += wrapped(desk.words("plan.needs", ["needs": needs]), columns)
    }
    lines += wrapped(referral.reasons, columns)
    if !referral.noticed.isEmpty {
      lines += wrapped(desk.words("plan.noticed", ["what": referral.noticed]), columns)
    }
    return lines + [PageLine("")]
  }

  private func agreement(_ agreement: ReferralAgreement?) -> PageLine {
    switch agreement {
    case .signed(let day): PageLine(desk.words("plan.signed", ["day": desk.long(day)]))
    case .declared(let name): PageLine(desk.words("plan.declared", ["name": name]))
    case .selfReferral: PageLine(desk.words("plan.selfreferral"))
    case nil: PageLine(desk.words("plan.notagreed"), .caution)
    }
  }
}
