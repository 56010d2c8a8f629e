import Terminal
import VisitLibrary
import VisitModel

/// What takes the whole screen when an answer signals danger: what to do now, whom to ring, and a field for what was done,
/// without which nobody leaves. The concern is raised before this is shown; where that failed it is raised from here.
struct DangerScreen: Screen {
  let concern: Concern
  private var form: Form

  init(_ concern: Concern, draft: Draft? = nil, at desk: Desk) {
    self.concern = concern
    form = Form([.area(.done, "", rows: 4, at: desk)])
    if let draft { form.enterPlain(draft.fields) }
  }

  var isTyping: Bool { true }
  var holds: Bool { true }

  func title(at desk: Desk) -> String { desk.words("danger.title") }

  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func familyInFront(at desk: Desk) -> FamilyID? { concern.subject.family }

  func commands(at desk: Desk) -> [Command<Act>] {
    [Command("wrotedanger", .record, keys: [.control("s")], at: desk)]
  }

  private var key: Draft.Key { Draft.Key(form: .danger(concern.id), family: concern.subject.family) }

  func draft(at desk: Desk) -> Draft? {
    let texts = form.plainTexts
    return texts.isEmpty ? nil : Draft(key: key, fields: texts)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    guard act == .record else { return [] }
    let key = key
    do throws(Refusal) {
      return [
        .record(try facts(at: desk)) { _, desk in
          [.pop, .removeDraft(key), .say(Message(.done, desk.words("danger.written")))]
        }
      ]
    } catch {
      form.setError(error.problems.first.map(desk.sentence), of: Field.done.rawValue)
      return [.say(Message(.caution, desk.words("danger.writeFirst")))]
    }
  }

  private func facts(at desk: Desk) throws(Refusal) -> [Fact] {
    let text = form.text(of: Field.done.rawValue)
    guard desk.caseload.concerns[concern.id] == nil else {
      guard let reason = Reason(desk.words("danger.reason")) else { throw Refusal(.reason, .missing) }
      return try WriteWhatIDid(id: concern.id, text: text, reason: reason)
        .facts(in: desk.caseload, as: desk.member)
    }
    var concern = concern
    concern.done = plainText(text)
    if concern.done.isEmpty { throw Refusal(.done, .missing) }
    return concern.raising(by: desk.member)
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    // Nothing is below the one field, and nothing leaves it.
    if key != .escape, key != .tab, key != .backTab { _ = form.handle(key) }
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] {
    _ = form.paste(text)
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    let rows = min(6, max(4, area.rows / 3))
    let (top, bottom) = area.splitBottom(rows)
    var row = 0
    for line in lines(columns: top.columns - 2, at: desk).prefix(top.rows) {
      grid.write(line.text, at: top.position(1, row), style: line.style, maxColumns: top.columns - 1)
      row += 1
    }
    form.size = bottom.size
    form.draw(in: bottom, on: &grid)
  }

  private func lines(columns: Int, at desk: Desk) -> [PageLine] {
    guard let text = try? DangerText(for: desk.caseload.scheme, words: desk.words) else {
      return [PageLine(desk.words("danger.emergency"), .caution)]
    }
    var lines = CellText.wrapped(concern.seen, to: max(10, columns)).map { PageLine(String($0), .dim) }
    for (index, step) in text.steps.enumerated() {
      for (part, words) in CellText.wrapped(step, to: max(10, columns - 3)).enumerated() {
        lines.append(PageLine((part == 0 ? "\(index + 1)  " : "   ") + String(words), .strong))
      }
    }
    for number in text.numbers {
      lines.append(PageLine("   " + CellText.padded(number.number, to: 15) + number.purpose))
    }
    let isApproved = desk.caseload.scheme.dangerTextsApproval != nil
    lines.append(PageLine(text.approval, isApproved ? .dim : .caution))
    return lines
  }
}
