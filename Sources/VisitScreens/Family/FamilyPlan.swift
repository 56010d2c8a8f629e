import Terminal
import VisitLibrary
import VisitModel

/// How the family came, what it needs and what was agreed: referral, assessment, plan, reviews.
struct FamilyPlan: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let stage = file.episode?.state.stage
    let isToAnswer = stage == .referred || stage == .needsInformation
    return [
      Command("referral", .referral, keys: [.character("e")], at: desk, unless: desk.officeOnly),
      Command(
        "answerreferral", .answerReferral, keys: [.character("y")], at: desk,
        unless: desk.officeOnly ?? (isToAnswer ? nil : desk.words("referral.answered")), onKeyLine: isToAnswer
      ),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    switch act {
    case .referral:
      return [
        .openDraft(
          Draft.Key(form: .referral, family: file.id), orElse: FormScreen.referral(file, at: desk))
      ]
    case .answerReferral: return [.push(FormScreen.answerReferral(file, at: desk))]
    default: return nil
    }
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    var lines = referral(columns: area.columns - 2)
    if lines.isEmpty { lines = [PageLine(desk.words("family.noplan"), .dim)] }
    draw(lines, in: area, &place, on: &grid)
  }
}

extension FamilyPlan {
  /// The referral of the episode now: from whom, why, and whether the parent agreed.
  fileprivate func referral(columns: Int) -> [PageLine] {
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

  /// A text in lines as wide as the page.
  func wrapped(_ text: String, _ columns: Int, _ style: Style = .normal) -> [PageLine] {
    text.isEmpty ? [] : CellText.wrapped(text, to: max(10, columns)).map { PageLine(String($0), style) }
  }
}
