import Terminal
import VisitLibrary
import VisitModel
import VisitReports

/// One concern, whole: what it says, what was done about it, who signed it off, and every version it ever had.
struct ConcernScreen: Screen {
  let concern: RecordID
  private var scroll = PageScroll()

  init(_ concern: RecordID, at desk: Desk) { self.concern = concern }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { desk.words("concern.title", ["id": "\(concern)"]) }

  func commands(at desk: Desk) -> [Command<Act>] {
    guard let file = desk.caseload.concerns[concern] else { return [] }
    return ConcernScreen.commands(on: file, at: desk)
      + [Command("back", .back, keys: [.escape, .character("q")], at: desk)]
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard act != .back, let file = desk.caseload.concerns[concern] else { return [.pop] }
    return ConcernScreen.perform(act, on: file, at: desk)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    scroll.handle(key)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let lines = ConcernPage(concern: concern, columns: area.columns - 2, desk: desk).lines
    let first = scroll.first(of: lines.count, rows: area.rows)
    for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      grid.write(line.text, at: area.position(1, row), style: line.style, maxColumns: area.columns - 1)
    }
    grid.cursor = area.position(0, 0)
  }
}

extension ConcernScreen {
  /// What can be done about a concern: the same wherever one is selected.
  static func commands(on file: ConcernFile, at desk: Desk) -> [Command<Act>] {
    let office = desk.officeOnly ?? (file.isCopy ? desk.words("concern.iscopy") : nil)
    let closed = file.stage == .closed ? desk.words("fault.concernClosed") : nil
    let acknowledged = file.acknowledged == nil ? nil : desk.words("concern.inhand")
    let noAction = file.actions.isEmpty ? desk.words("concern.noaction") : nil
    let notLead =
      desk.caseload.isSafeguardingLead(desk.member) ? nil : desk.words("fault.notTheSafeguardingLead")
    return [
      Command(
        "concernack", .acknowledgeConcern, keys: [.character("k")], at: desk,
        unless: office ?? closed ?? acknowledged),
      Command(
        "concernact", .actOnConcern, keys: [.character("d")], at: desk, unless: office ?? closed),
      Command(
        "concernoutcome", .concernOutcome, keys: [.character("o")], at: desk,
        unless: office ?? noAction),
      Command(
        "concernclose", .closeConcern, keys: [.character("x")], at: desk,
        unless: office ?? closed ?? noAction ?? notLead),
      Command("amend", .amendConcern, keys: [.character("a")], at: desk),
    ]
  }

  /// Carries one of those commands out.
  static func perform(_ act: Act, on file: ConcernFile, at desk: Desk) -> [Effect] {
    let id = file.id
    switch act {
    case .acknowledgeConcern: return [.push(FormScreen.acknowledgeConcern(id, at: desk))]
    case .actOnConcern:
      return [
        .openDraft(
          Draft.Key(form: .actOnConcern(id), family: nil), orElse: FormScreen.actOnConcern(id, at: desk))
      ]
    case .concernOutcome:
      let open = file.actions.last { $0.lastSaid?.outcome.isEmpty ?? false } ?? file.actions.last
      return open.map { [.push(FormScreen.actOnConcern(id, amending: $0.id, at: desk))] } ?? []
    case .closeConcern: return [.push(FormScreen.closeConcern(id, at: desk))]
    case .amendConcern:
      return [
        .openDraft(
          Draft.Key(form: .amendConcern(id), family: file.concern.subject.family),
          orElse: FormScreen.amendConcern(id, at: desk))
      ]
    default: return []
    }
  }
}

/// The lines of a concern's page.
struct ConcernPage {
  let concern: RecordID
  let columns: Int
  let desk: Desk

  var lines: [PageLine] {
    guard let row = ConcernReport(desk.caseload, now: desk.now).rows.first(where: { $0.id == concern }) else {
      return []
    }
    let file = row.file
    var lines: [PageLine] = []
    let standing = desk.words(
      "concern.standing",
      [
        "stage": ConcernLine.stage(row, at: desk), "raised": moment(file.concern.raised),
        "who": row.raisedBy,
        "length": ConcernLine.length(row.minutesOpen, at: desk),
      ])
    lines.append(PageLine(standing, .accent))
    for late in row.late {
      lines.append(PageLine("! " + desk.words("concern.late.\(late.rawValue)"), .caution))
    }
    if file.concern.awaitsWhatWasDone {
      lines.append(PageLine("! " + desk.words("concern.awaits"), .caution))
    }
    lines.append(PageLine(""))
    for (label, text) in facts(row) where !text.isEmpty { lines += labelled(label, text) }
    if !file.isCopy { lines += handling(file) }
    lines += [
      PageLine(""), PageLine(desk.words.count("visit.versions", file.details.versions.count), .heading),
    ]
    for (index, version) in file.details.versions.enumerated() {
      let head = desk.words(
        index == 0 ? "version.recorded" : "version.amended",
        [
          "entry": version.number.description, "when": desk.entered(version.stamp),
          "who": desk.caseload.name(of: version.author), "reason": version.reason?.text ?? "",
        ])
      lines += CellText.wrapped(head, to: max(10, columns)).map { PageLine(String($0)) }
      guard index > 0, let before = file.details.versions[index - 1].value, let after = version.value else {
        continue
      }
      lines += changes(from: before, to: after)
    }
    return lines
  }

  private func labelled(_ label: String, _ text: String) -> [PageLine] {
    CellText.wrapped(text, to: max(10, columns - 17)).enumerated().map { index, part in
      PageLine(CellText.padded(index == 0 ? label : "", to: 17) + String(part))
    }
  }

  private func moment(_ moment: Moment) -> String { "\(desk.long(moment.day)) \(moment.time)" }

  private func facts(_ row: ConcernRow) -> [(String, String)] {
    let concern = row.file.concern
    func name(_ field: Field) -> String { desk.words.name(of: field) }
    return [
      (name(.about), ConcernLine.about(row)),
      (desk.words("concern.from"), origin(concern.origin)),
      (name(.seen), concern.seen),
      (name(.said), concern.said.isEmpty ? "" : "\u{201C}\(concern.said)\u{201D}"),
      (name(.saidBy), concern.saidBy), (name(.done), concern.done),
      (name(.danger), desk.words("field.danger.\(concern.danger.rawValue.filter(\.isLetter))")),
      (
        name(.date),
        [desk.long(concern.day), concern.time?.description].compactMap(\.self).joined(separator: " ")
      ),
      (name(.present), concern.present),
      (name(.told), concern.told.map { "\($0.whom), \(moment($0.at))" } ?? desk.words("concern.toldnobody")),
    ]
  }

  private func origin(_ origin: ConcernOrigin) -> String {
    switch origin {
    case .raised: ""
    case .visit(let day): desk.words("concern.from.visit", ["day": desk.long(day)])
    case .answer(let instrument, _, let day):
      desk.words(
        "concern.from.answer",
        ["name": desk.instruments[instrument]?.title ?? instrument.rawValue, "day": desk.long(day)])
    }
  }

  private func handling(_ file: ConcernFile) -> [PageLine] {
    var lines = [PageLine(""), PageLine(desk.words("concern.handling"), .heading)]
    if let mark = file.acknowledged {
      lines += labelled(
        moment(mark.at),
        desk.words("concern.handling.ack", ["who": mark.author.map(desk.caseload.name(of:)) ?? ""])
          + (mark.words.isEmpty ? "" : ": " + mark.words))
    }
    for record in file.actions {
      guard let action = record.lastSaid else { continue }
      var parts = ["\(action.who): \(action.what)"]
      if let reason = action.notReferring {
        parts.append(desk.words("concern.handling.notreferring", ["reason": reason.text]))
      }
      if !action.outcome.isEmpty { parts.append("→ " + action.outcome) }
      lines += labelled(moment(action.at), parts.joined(separator: "\n"))
    }
    if let mark = file.closed {
      lines += labelled(
        moment(mark.at),
        desk.words(
          "concern.handling.closed",
          ["who": mark.author.map(desk.caseload.name(of:)) ?? "", "reason": mark.words]))
    }
    if file.acknowledged == nil { lines.append(PageLine(desk.words("concern.handling.none"), .dim)) }
    return lines
  }

  private func changes(from before: Concern, to after: Concern) -> [PageLine] {
    let (old, new) = (TypedConcern(before, in: desk.caseload), TypedConcern(after, in: desk.caseload))
    return TypedConcern.fields.filter { old[$0] != new[$0] }.flatMap { field -> [PageLine] in
      let change = desk.words(
        "version.change",
        [
          "field": desk.words.name(of: field), "old": old[field].isEmpty ? "-" : old[field],
          "new": new[field].isEmpty ? "-" : new[field],
        ])
      return CellText.wrapped(change, to: max(10, columns - 4)).map { PageLine("    " + $0, .dim) }
    }
  }
}
