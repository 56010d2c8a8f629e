import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// The family at a glance: who they are, how they cope, what comes next, and the last visit in its own words.
struct FamilyOverview: FamilyPage {
  let file: FamilyFile
  let desk: Desk

  var count: Int? { nil }

  func draw(in area: Rect, _ place: inout FamilyPlace, on grid: inout Grid) {
    var lines = concerns + people + [PageLine("")]
    lines += merged
    lines += contact
    lines += coping
    lines += support
    lines += next
    lines += review
    lines += lastVisit(columns: area.columns - 2)
    draw(lines, in: area, &place, on: &grid)
  }

  /// The concerns that are open, for those who may read where they stand.
  private var concerns: [PageLine] {
    ConcernReport(desk.caseload, now: desk.now, family: file.id).rows.filter(\.file.isOpen).map { row in
      PageLine(
        desk.words(
          "family.concern",
          [
            "length": ConcernLine.length(row.minutesOpen, at: desk),
            "stage": ConcernLine.stage(row, at: desk),
            "what": row.file.concern.gist.oneLine,
          ]), row.late.isEmpty ? .strong : .caution)
    }
  }

  /// The families that were merged into this one: their numbers lead here.
  private var merged: [PageLine] {
    file.merged.map { PageLine(desk.words.sentence(for: $0.merge, in: desk.caseload).oneLine, .dim) }
  }

  private var people: [PageLine] {
    file.family.people.map { person in
      var words = [person.name]
      if person.birth.isUnborn(on: desk.today) {
        words.append(desk.age(person))
      } else {
        words.append(desk.words("person.\(person.role.rawValue)"))
        if person.birth != .unknown { words.append(desk.age(person)) }
        if person.isMainCarer { words.append(desk.words("family.maincarer")) }
      }
      if person.birth.isInFirst1001Days(on: desk.today) { words.append(desk.words("family.1001days")) }
      if let due = file.healthReviewDue(of: person, on: desk.today) { words.append(desk.healthReview(due)) }
      if !person.livesHere { words.append(desk.words("family.elsewhere")) }
      return PageLine(words.joined(separator: ", "), person.isMainCarer ? .strong : .normal)
    }
  }

  private var contact: [PageLine] {
    let family = file.family
    var lines: [PageLine] = []
    for phone in family.phones {
      let safe = SafeContact.allCases.filter { phone.safe.contains($0) }.map {
        desk.words("safe.\($0.rawValue)")
      }
      let note =
        safe.isEmpty
        ? desk.words("phone.notsafe")
        : desk.words("phone.safe", ["how": safe.joined(separator: ", ")])
      lines.append(PageLine("\(phone.number)  \(note)", safe.isEmpty ? .caution : .normal))
    }
    let place = [family.address, family.postcode, family.area].compactMap(\.self)
    if !place.isEmpty { lines.append(PageLine(place.joined(separator: ", "))) }
    if !family.languages.isEmpty { lines.append(PageLine(family.languages.joined(separator: ", "), .dim)) }
    if let language = family.interpreter {
      lines.append(PageLine(desk.words("family.interpreter", ["language": language]), .caution))
    }
    if let status = family.socialCare.last, status.level != .none {
      let since = status.since.map { desk.words("family.since", ["day": desk.long($0)]) } ?? ""
      let key = status.level.rawValue.filter { !$0.isWhitespace }
      lines.append(PageLine(desk.words("socialcare.\(key)") + since, .caution))
    }
    if let risks = family.risks { lines.append(PageLine("! " + risks.oneLine, .caution)) }
    if let access = family.access { lines.append(PageLine(access.oneLine, .dim)) }
    return lines.isEmpty ? [] : lines + [PageLine("")]
  }

  private var coping: [PageLine] {
    let trends = CopingTrends(file: file, desk: desk).needs
    guard !trends.isEmpty else { return [] }
    var lines = [PageLine(desk.words("family.coping.heading"), .heading)]
    for need in trends.prefix(4) {
      let values = need.values.map { $0.map { $0.text(decimals: 0) } ?? "-" }
      let first = values.first ?? "-"
      let last = values.count > 1 ? values[values.count - 1] : "-"
      lines.append(
        PageLine(
          CellText.padded(need.label, to: 24) + CellText.padded(first, to: 7) + CellText.padded(last, to: 7)
            + need.spark + "  " + need.word, need.style))
    }
    return lines + [PageLine("")]
  }

  private var next: [PageLine] {
    var lines: [PageLine] = []
    if let plan = file.plan {
      let when = desk.long(plan.day) + (plan.start.map { " \($0)" } ?? "")
      let isPast = plan.day < desk.today
      lines.append(
        PageLine(
          desk.words(isPast ? "family.next.unwritten" : "family.next", ["when": when]),
          isPast ? .caution : .normal))
    } else {
      lines.append(PageLine(desk.words("family.next.none"), .dim))
    }
    for (_, followUp) in file.openFollowUps {
      let due = followUp.by.map { desk.words("family.followup.by", ["day": desk.long($0)]) } ?? ""
      let isOverdue = followUp.by.map { $0 < desk.today } ?? false
      lines.append(
        PageLine(
          desk.words("family.followup", ["what": followUp.what.oneLine, "due": due]),
          isOverdue ? .caution : .normal))
    }
    return lines
  }

  /// When support is looked at again, and what is being tried since it was last.
  private var review: [PageLine] {
    var lines: [PageLine] = []
    if let due = file.reviewDue(by: desk.caseload.scheme.limits) {
      let isOverdue = due.isOverdue(on: desk.today)
      lines.append(
        PageLine(
          desk.words(isOverdue ? "family.review.overdue" : "family.review.due", ["day": desk.long(due.day)]),
          isOverdue ? .caution : .normal))
    }
    if let strategy = file.episode.flatMap({ file.reviews(in: $0.number).last?.overall.strategy }) {
      lines.append(
        PageLine(
          desk.words("family.review.next", ["strategy": desk.lists.label(of: strategy.strategy)])))
    }
    return lines
  }

  func commands(_ selection: Int?) -> [Command<Act>] {
    let holds = file.background.consents.contains { file.background.holds($0, on: desk.today) }
    let stage = file.episode?.state.stage
    let isToAnswer = stage == .referred || stage == .needsInformation
    return [
      Command(
        "answerreferral", .answerReferral, keys: [.character("y")], at: desk,
        unless: desk.coordinatorOnly ?? (isToAnswer ? nil : desk.words("referral.answered")),
        onKeyLine: isToAnswer
      ),
      Command(
        "consent", .giveConsent, keys: [.character("o")], at: desk, unless: desk.coordinatorOnly,
        onKeyLine: false),
      Command(
        "withdraw", .withdrawConsent, keys: [.character("w")], at: desk,
        unless: desk.coordinatorOnly ?? (holds ? nil : desk.words("consent.none")), onKeyLine: false),
      Command("lifeevent", .lifeEvent, keys: [.character("l")], at: desk, onKeyLine: false),
      Command(
        "amendbackground", .amendBackground, keys: [.character("e")], at: desk,
        unless: desk.coordinatorOnly
          ?? (file.background.standingRecords.isEmpty ? desk.words("amendbackground.none") : nil),
        onKeyLine: false),
    ]
  }

  func perform(_ act: Act, _ selection: Int?) -> [Effect]? {
    switch act {
    case .answerReferral: [.push(FormScreen.answerReferral(file, at: desk))]
    case .giveConsent: [.push(FormScreen.giveConsent(file, at: desk))]
    case .withdrawConsent: [.push(FormScreen.withdrawConsent(file, at: desk))]
    case .amendBackground: [.push(FormScreen.chooseBackground(file, at: desk))]
    case .lifeEvent: [.push(FormScreen.lifeEvent(file, at: desk))]
    default: nil
    }
  }

  private func lastVisit(columns: Int) -> [PageLine] {
    guard let visit = file.lastContact, let contact = visit.outcome.contact else {
      return [PageLine(desk.words("family.neverseen"), .dim)]
    }
    let head = desk.words(
      "family.lastvisit",
      [
        "day": desk.long(visit.day), "minutes": contact.minutes.text,
        "how": desk.words("channel.\(contact.channel.wordKey)"),
      ])
    let words = visit.familyWords.isEmpty ? visit.note : "\u{201C}\(visit.familyWords)\u{201D}"
    return [PageLine(head)]
      + CellText.wrapped(words, to: max(10, columns)).prefix(4).map { PageLine(String($0), .dim) }
  }
}

extension String {
  /// The text on one line, for lists.
  var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
