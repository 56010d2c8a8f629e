import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// How the family came, what it needs and what was agreed: level of need, goals and actions, assessment, referral.
struct FamilyPlan: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let stage = file.episode?.state.stage
    let isToAnswer = stage == .referred || stage == .needsInformation
    let closed = stage?.isClosed ?? true
    let over = closed ? desk.words("fault.noOpenEpisode") : nil
    return [
      Command("referral", .referral, keys: [.character("e")], at: desk, unless: desk.coordinatorOnly),
      Command(
        "answerreferral", .answerReferral, keys: [.character("y")], at: desk,
        unless: desk.coordinatorOnly ?? (isToAnswer ? nil : desk.words("referral.answered")),
        onKeyLine: isToAnswer
      ),
      Command("assess", .assess, keys: [.character("s")], at: desk, unless: desk.coordinatorOnly ?? over),
      Command(
        "supportplan", .supportPlan, keys: [.character("l")], at: desk, unless: desk.coordinatorOnly ?? over),
      Command(
        "tickaction", .tickAction, keys: [.character("d")], at: desk,
        unless: file.openActions.isEmpty ? desk.words("supportplan.nothingopen") : nil,
        onKeyLine: !file.openActions.isEmpty),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    switch act {
    case .referral: [draft(.referral, orElse: FormScreen.referral(file, at: desk))]
    case .answerReferral: [.push(FormScreen.answerReferral(file, at: desk))]
    case .assess: [draft(.assessment, orElse: FormScreen.assessment(file, at: desk))]
    case .supportPlan: [draft(.supportPlan, orElse: FormScreen.supportPlan(file, at: desk))]
    case .tickAction: [.push(FormScreen.tickAction(file, at: desk))]
    default: nil
    }
  }

  private func draft(_ form: Draft.Form, orElse screen: FormScreen) -> Effect {
    .openDraft(Draft.Key(form: form, family: file.id), orElse: screen)
  }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    let columns = area.columns - 2
    var lines = supportPlan(columns: columns) + assessment(columns: columns) + referral(columns: columns)
    if lines.isEmpty { lines = [PageLine(desk.words("family.noplan"), .dim)] }
    draw(lines, in: area, &place, on: &grid)
  }

  /// A text in lines as wide as the page.
  func wrapped(_ text: String, _ columns: Int, _ style: Style = .normal) -> [PageLine] {
    text.isEmpty ? [] : CellText.wrapped(text, to: max(10, columns)).map { PageLine(String($0), style) }
  }
}

extension FamilyPlan {
  /// The goals, what was done of what was agreed, and the day support is to end.
  private func supportPlan(columns: Int) -> [PageLine] {
    guard let record = file.supportPlan, let plan = record.current else { return [] }
    var lines = [
      PageLine(
        desk.words(
          "plan.goals.heading",
          [
            "done": "\(plan.actions.count - file.openActions.count)", "all": "\(plan.actions.count)",
            "day": desk.long(plan.endingOn),
          ]), .heading)
    ]
    let courses = Dictionary(
      ScoreCourse.goals(of: file, in: plan.episode, by: desk.instruments[.goals])
        .map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
    for goal in plan.goals {
      lines += wrapped("\u{201C}\(goal.words)\u{201D}", columns, .strong)
      if let course = courses[.goal(goal.number, words: goal.words)] { lines += scores(course) }
      if !goal.needs.isEmpty {
        lines.append(
          PageLine("  " + goal.needs.map { desk.lists.label(of: $0) }.joined(separator: ", "), .dim))
      }
      for action in goal.actions {
        let done = file.assessment.doneOn(action.number, of: record.id)
        let isLate = done == nil && action.by.map { $0 < desk.today } ?? false
        var parts = [action.what]
        if !action.who.isEmpty { parts.append(action.who) }
        if let done {
          parts.append(desk.words("plan.action.done", ["day": desk.long(done)]))
        } else if let by = action.by {
          parts.append(desk.words("plan.action.by", ["day": desk.long(by)]))
        }
        lines.append(
          PageLine(
            "  \(done == nil ? "[ ]" : "[x]") \(action.number) " + parts.joined(separator: ", "),
            isLate ? .caution : done == nil ? .normal : .dim))
      }
    }
    return lines + [PageLine("")]
  }

  /// How near the family was to a goal at the start, and how near it is now.
  private func scores(_ course: ScoreCourse) -> [PageLine] {
    func said(_ key: String, _ mark: ScoreMark?) -> String? {
      mark.map { desk.words(key) + " " + ($0.value?.text(decimals: 0) ?? desk.words("scores.declined")) }
    }
    let parts = [
      said("scores.start", course.start), said("scores.now", course.now),
      course.change.map { desk.words("change.\($0.rawValue)") },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return [] }
    let style: Style = course.change == .worse ? .caution : .normal
    return [PageLine("  0-10  " + parts.joined(separator: "   "), style)]
  }

  /// What was found on the initial visit, and the level of need that somebody decided on.
  private func assessment(columns: Int) -> [PageLine] {
    guard let record = file.standingAssessment, let assessment = record.current else { return [] }
    let level = assessment.level
    let name = level.decidedBy ?? desk.caseload.name(of: record.original.author)
    var lines = [
      PageLine(
        desk.words(
          "plan.level.heading",
          ["level": desk.words("level.\(level.level.rawValue)"), "day": desk.long(assessment.day)]),
        .heading)
    ]
    lines += wrapped(desk.words("plan.level.why", ["name": name, "reason": level.reason]), columns)
    if !level.indicators.isEmpty {
      let seen = level.indicators.map { desk.lists.label(of: $0) }.joined(separator: ", ")
      lines += wrapped(desk.words("plan.level.seen", ["seen": seen]), columns, .dim)
    }
    let found: [(String, String)] = [
      ("plan.worrying", assessment.worrying), ("plan.workingwell", assessment.workingWell),
      ("plan.tohappen", assessment.needsToHappen),
    ]
    for (key, text) in found where !text.isEmpty {
      lines += wrapped(desk.words(key, ["text": text.oneLine]), columns)
    }
    if case .found(let risks, let note) = assessment.riskCheck {
      let all = risks.map { desk.lists.label(of: $0) } + (note.isEmpty ? [] : [note])
      lines += wrapped("! " + all.joined(separator: ", "), columns, .caution)
    }
    return lines + [PageLine("")]
  }
}
