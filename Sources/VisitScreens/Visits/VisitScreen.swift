import Terminal
import VisitLibrary
import VisitModel

/// One visit, whole: what it says now, and under it every version it ever had, with who, when and why.
struct VisitScreen: Screen {
  let record: RecordID
  private var scroll = PageScroll()

  init(_ record: RecordID, at desk: Desk) { self.record = record }

  func familyOpened(at desk: Desk) -> FamilyID? { desk.caseload.visit(record)?.family.id }
  func familyInFront(at desk: Desk) -> FamilyID? { desk.caseload.visit(record)?.family.id }

  func title(at desk: Desk) -> String {
    guard let (file, visit) = desk.caseload.visit(record) else { return "" }
    return desk.words(
      "visit.title",
      ["family": desk.title(of: file), "day": visit.lastSaid.map { desk.long($0.day) } ?? ""])
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    let isGone = desk.caseload.visit(record)?.visit.isRetracted ?? true
    let gone = isGone ? desk.words("fault.alreadyRetracted") : nil
    return [
      Command("amend", .amendVisit, keys: [.character("a")], at: desk, unless: gone),
      Command("retract", .retractVisit, keys: [.character("x")], at: desk, unless: gone),
      Command("open", .open, keys: [.enter], at: desk, onKeyLine: false),
      Command("back", .back, keys: [.escape, .character("q")], at: desk),
    ]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard let (file, _) = desk.caseload.visit(record) else { return [.pop] }
    switch act {
    case .amendVisit:
      return [
        .openDraft(
          Draft.Key(form: .amendVisit(record), family: file.id),
          orElse: VisitFormScreen(file.id, purpose: .amend(record), at: desk))
      ]
    case .retractVisit: return [.push(FormScreen.retract(record, at: desk))]
    case .open: return [.push(FamilyScreen(file.id, at: desk))]
    case .back: return [.pop]
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    scroll.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let lines = VisitPage(record: record, columns: area.columns - 2, desk: desk).lines
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, row), style: line.style, maxColumns: area.columns - 1)
    }
    grid.cursor = area.position(0, 0)
  }
}

/// The lines of a visit's page.
struct VisitPage {
  let record: RecordID
  let columns: Int
  let desk: Desk

  var lines: [(text: String, style: Style)] {
    guard let (file, visit) = desk.caseload.visit(record), let said = visit.lastSaid else { return [] }
    var lines: [(text: String, style: Style)] = []
    if visit.isRetracted { lines.append((desk.words("visit.retracted.line"), .caution)) }
    for (label, text) in facts(said, file) where !text.isEmpty {
      let wrapped = CellText.wrapped(text, to: max(10, columns - 14))
      for (index, part) in wrapped.enumerated() {
        lines.append((CellText.padded(index == 0 ? label : "", to: 14) + String(part), .normal))
      }
    }
    lines += [("", .normal), (desk.words.count("visit.versions", visit.versions.count), .heading)]
    var before: Visit?
    for version in visit.versions {
      lines += self.lines(of: version, since: before)
      before = version.value ?? before
    }
    return lines
  }

  private func facts(_ visit: Visit, _ file: FamilyFile) -> [(String, String)] {
    let contact = visit.outcome.contact
    func name(_ field: Field) -> String { desk.words.name(of: field) }
    let there = visit.attendance.map { one in
      let person = file.family.person(one.person)?.shortName ?? one.person.description
      return one.presence == .there
        ? person : "\(person) (\(desk.words("presence.\(one.presence.rawValue)")))"
    }
    return [
      (desk.words("column.record"), record.description),
      (
        name(.date),
        [desk.long(visit.day), contact?.start?.description, contact?.minutes.text].compactMap(\.self)
          .joined(separator: "  ")
      ),
      (name(.outcome), desk.words("outcome.\(visit.outcome.kind.wordKey)")),
      (name(.channel), contact.map { desk.words("channel.\($0.channel.wordKey)") } ?? ""),
      (name(.volunteers), visit.volunteers.map(desk.caseload.name).joined(separator: ", ")),
      (name(.travelMinutes), visit.travel == .zero ? "" : visit.travel.text),
      (name(.miles), visit.miles == .zero ? "" : visit.miles.text),
      (name(.expenses), visit.expenses == .zero ? "" : visit.expenses.text),
      (name(.there), there.joined(separator: ", ")),
      (name(.activities), visit.activities.map(label).joined(separator: ", ")),
      (name(.needs), visit.needs.map(label).joined(separator: ", ")),
      (
        name(.moments),
        (visit.moments.map(desk.lists.label) + [visit.momentWords].filter { !$0.isEmpty }).joined(
          separator: ", ")
      ),
      (name(.signposted), visit.signposted.map(desk.caseload.directory.title).joined(separator: ", ")),
      (
        name(.attendedTogether),
        visit.attendedTogether.map(desk.caseload.directory.title).joined(separator: ", ")
      ),
      (name(.note), visit.note), (name(.familyWords), visit.familyWords),
      (name(.worry), visit.worry ?? ""),
      (
        name(.followUp),
        visit.followUp.map {
          $0.what + ($0.by.map { "  " + desk.words("field.followUpBy") + " " + desk.long($0) } ?? "")
        }
          ?? ""
      ),
      (name(.next), visit.next.map { desk.long($0.day) + ($0.start.map { " \($0)" } ?? "") } ?? ""),
    ]
  }

  private func label(_ id: ActivityID) -> String {
    desk.lists.activities.first { $0.id == id }?.label ?? id.rawValue
  }

  private func label(_ id: NeedID) -> String { desk.lists.needs.first { $0.id == id }?.label ?? id.rawValue }

  private func lines(of version: Version<Visit>, since before: Visit?) -> [(text: String, style: Style)] {
    let head = desk.words(
      version.value == nil ? "version.retracted" : before == nil ? "version.recorded" : "version.amended",
      [
        "entry": version.number.description, "when": desk.entered(version.stamp),
        "who": desk.caseload.name(of: version.author), "reason": version.reason?.text ?? "",
      ])
    var lines: [(text: String, style: Style)] = CellText.wrapped(head, to: max(10, columns))
      .map { (String($0), .normal) }
    guard let before, let after = version.value else { return lines }
    let (old, new) = (TypedVisit(before), TypedVisit(after))
    for field in TypedVisit.fields where old[field] != new[field] {
      let change = desk.words(
        "version.change",
        [
          "field": desk.words.name(of: field), "old": old[field].isEmpty ? "-" : old[field],
          "new": new[field].isEmpty ? "-" : new[field],
        ])
      lines += CellText.wrapped(change, to: max(10, columns - 4)).map { ("    " + $0, .dim) }
    }
    return lines
  }
}
