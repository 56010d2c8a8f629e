import Terminal
import VisitLibrary
import VisitModel

/// The family at a glance: who they are, how they cope, what comes next, and the last visit in its own words.
struct FamilyOverview {
  let file: FamilyFile
  let desk: Desk

  func draw(in area: Rect, _ scroll: inout PageScroll, on grid: inout Grid) {
    var lines = people + [Line("")]
    lines += contact
    lines += coping
    lines += next
    lines += lastVisit(columns: area.columns - 2)
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (index, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, index), style: line.style, maxColumns: area.columns - 1)
    }
  }

  private struct Line {
    let text: String
    let style: Style
    init(_ text: String, _ style: Style = .normal) {
      self.text = text
      self.style = style
    }
  }

  private var people: [Line] {
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
      if !person.livesHere { words.append(desk.words("family.elsewhere")) }
      return Line(words.joined(separator: ", "), person.isMainCarer ? .strong : .normal)
    }
  }

  private var contact: [Line] {
    let family = file.family
    var lines: [Line] = []
    for phone in family.phones {
      let safe = SafeContact.allCases.filter { phone.safe.contains($0) }.map {
        desk.words("safe.\($0.rawValue)")
      }
      let note =
        safe.isEmpty
        ? desk.words("phone.notsafe")
        : desk.words("phone.safe", ["how": safe.joined(separator: ", ")])
      lines.append(Line("\(phone.number)  \(note)", safe.isEmpty ? .caution : .normal))
    }
    let place = [family.address, family.postcode, family.area].compactMap(\.self)
    if !place.isEmpty { lines.append(Line(place.joined(separator: ", "))) }
    if !family.languages.isEmpty { lines.append(Line(family.languages.joined(separator: ", "), .dim)) }
    if let risks = family.risks { lines.append(Line("! " + risks.oneLine, .caution)) }
    if let access = family.access { lines.append(Line(access.oneLine, .dim)) }
    return lines.isEmpty ? [] : lines + [Line("")]
  }

  private var coping: [Line] {
    let trends = CopingTrends(file: file, desk: desk).needs
    guard !trends.isEmpty else { return [] }
    var lines = [Line(desk.words("family.coping.heading"), .heading)]
    for need in trends.prefix(4) {
      let values = need.values.map { $0.map { $0.text(decimals: 0) } ?? "-" }
      let first = values.first ?? "-"
      let last = values.count > 1 ? values[values.count - 1] : "-"
      lines.append(
        Line(
          CellText.padded(need.label, to: 24) + CellText.padded(first, to: 7) + CellText.padded(last, to: 7)
            + need.spark + "  " + need.word, need.style))
    }
    return lines + [Line("")]
  }

  private var next: [Line] {
    var lines: [Line] = []
    if let plan = file.plan {
      let when = desk.long(plan.day) + (plan.start.map { " \($0)" } ?? "")
      let isPast = plan.day < desk.today
      lines.append(
        Line(
          desk.words(isPast ? "family.next.unwritten" : "family.next", ["when": when]),
          isPast ? .caution : .normal))
    } else {
      lines.append(Line(desk.words("family.next.none"), .dim))
    }
    for (_, followUp) in file.openFollowUps {
      let due = followUp.by.map { desk.words("family.followup.by", ["day": desk.long($0)]) } ?? ""
      let isOverdue = followUp.by.map { $0 < desk.today } ?? false
      lines.append(
        Line(
          desk.words("family.followup", ["what": followUp.what.oneLine, "due": due]),
          isOverdue ? .caution : .normal))
    }
    return lines
  }

  private func lastVisit(columns: Int) -> [Line] {
    guard let visit = file.lastContact, let contact = visit.outcome.contact else {
      return [Line(desk.words("family.neverseen"), .dim)]
    }
    let head = desk.words(
      "family.lastvisit",
      [
        "day": desk.long(visit.day), "minutes": contact.minutes.text,
        "how": desk.words("channel.\(contact.channel.wordKey)"),
      ])
    let words = visit.familyWords.isEmpty ? visit.note : "\u{201C}\(visit.familyWords)\u{201D}"
    return [Line(head)]
      + CellText.wrapped(words, to: max(10, columns)).prefix(4).map { Line(String($0), .dim) }
  }
}

extension String {
  /// The text on one line, for lists.
  var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
