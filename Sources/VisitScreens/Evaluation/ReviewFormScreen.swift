import Terminal
import VisitLibrary
import VisitModel

/// The form a review is recorded with, or amended with. Where nothing has changed, or things are worse, the list of what
/// to try next opens by itself, and nothing is recorded until something is chosen.
struct ReviewFormScreen: Screen {
  /// Whether a review is held or one that was recorded is amended.
  enum Purpose: Hashable, Sendable {
    case hold
    case amend(RecordID)
  }

  let family: FamilyID
  let purpose: Purpose
  private(set) var form: Form
  private let offered: [String: String]
  /// The findings that were worked out from scores and that nobody chose otherwise.
  private var guessed: [String: String] = [:]

  init(_ family: FamilyID, purpose: Purpose = .hold, draft: Draft? = nil, at desk: Desk) {
    self.family = family
    self.purpose = purpose
    guard let file = desk.caseload.families[family] else {
      (form, offered) = (Form([]), [:])
      return
    }
    let fields = ReviewFormFields(file: file, purpose: purpose, desk: desk)
    form = fields.form
    if let said = fields.record?.lastSaid { form.enter(TypedReview(said)) }
    offered = form.plainTexts
    if let draft { form.enterPlain(draft.fields) }
    form.enableStrategy()
  }

  var isTyping: Bool { true }

  func familyOpened(at desk: Desk) -> FamilyID? { family }
  func title(at desk: Desk) -> String {
    let name = desk.caseload.families[family].map(desk.title) ?? ""
    return desk.words(purpose == .hold ? "review.title" : "review.amend.title") + "  " + name
  }

  func commands(at desk: Desk) -> [Command<Act>] {
    var commands = [
      Command(
        "record", .record, keys: [.control("s")], at: desk,
        unless: form.lacksStrategy ? desk.words("fault.needsStrategy") : nil)
    ]
    if !form.hasOpenList {
      commands.append(Command("keepdraft", .keepDraft, keys: [.escape], at: desk))
    }
    return commands
  }

  private var key: Draft.Key {
    switch purpose {
    case .hold: Draft.Key(form: .review, family: family)
    case .amend(let id): Draft.Key(form: .amendReview(id), family: family)
    }
  }

  func draft(at desk: Desk) -> Draft? {
    let texts = form.plainTexts
    return texts == offered ? nil : Draft(key: key, fields: texts)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .keepDraft:
      return [.pop] + (draft(at: desk) == nil ? [] : [.say(Message(.note, desk.words("draft.kept")))])
    case .record:
      do throws(Refusal) {
        let (key, facts) = (key, try facts(at: desk))
        return [
          .record(facts) { kept, desk in [.removeDraft(key), .pop, .say(.recorded(kept, at: desk))] }
        ]
      } catch {
        form.showReview(error, at: desk)
        return [.say(Message(.error, desk.words.count("form.problems", error.problems.count)))]
      }
    default: return []
    }
  }

  private func facts(at desk: Desk) throws(Refusal) -> [Fact] {
    let typed = form.typedReview(
      items: desk.instruments[.coping]?.items.map(\.id) ?? [], needs: desk.lists.needs.map(\.id))
    switch purpose {
    case .hold:
      return try RecordReview(family: family, typed: typed, scales: desk.scales)
        .facts(in: desk.caseload, lists: desk.lists, as: desk.member.role, today: desk.today)
    case .amend(let id):
      return try AmendReview(record: id, typed: typed, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    note(form.handle(key), at: desk)
    return []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] {
    note(form.paste(text), at: desk)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    if event.kind == .press { note(form.click(at: event.position, in: formArea(area, at: desk)), at: desk) }
    return []
  }

  private mutating func note(_ outcome: FormOutcome, at desk: Desk) {
    if let changed = outcome.changed {
      guess(from: changed, at: desk)
      if changed == Field.overall.rawValue { form.enableStrategy() }
    }
    if outcome.left == Field.overall.rawValue, form.lacksStrategy { form.openStrategies() }
    guard outcome.left != nil || (outcome.changed.map { form[$0]?.error != nil } ?? false) else { return }
    var problems: [Problem] = []
    do throws(Refusal) { _ = try facts(at: desk) } catch { problems = error.problems }
    for field in form.fields where field.id == outcome.left || field.error != nil {
      let isTyped = !form.text(of: field.id).isEmpty || field.error != nil
      let problem = problems.first { $0.field.rawValue == field.id }
      form.setError(isTyped ? problem.map(desk.sentence) : nil, of: field.id)
    }
  }

  /// Works out what has become of a need from its score, unless somebody says otherwise.
  private mutating func guess(from id: String, at desk: Desk) {
    guard id.hasPrefix("now."), let file = desk.caseload.families[family] else { return }
    let need = NeedID(rawValue: String(id.dropFirst(4)))
    let became = ReviewFieldID.became(need)
    let before = ReviewFormFields(file: file, purpose: purpose, desk: desk).scores(of: need).first
    guard form.choice(of: became) == guessed[became] else { return }
    guard let now = Int(form.text(of: id)), let before else {
      form.setChoice(nil, of: became)
      guessed[became] = nil
      return
    }
    let (then, today) = (before.count, now * 100)
    let word: OutcomeWord = today > then ? .better : today < then ? .worse : .noChange
    form.setChoice(word.rawValue, of: became)
    guessed[became] = word.rawValue
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    if let lines = explanation(columns: area.columns, at: desk) {
      for (row, line) in lines.enumerated() {
        grid.write(line, at: area.position(1, row), style: .strong, maxColumns: area.columns - 1)
      }
    }
    let area = formArea(area, at: desk)
    form.size = area.size
    form.draw(in: area, on: &grid)
  }

  /// What was decided last time, to be asked about first.
  private func explanation(columns: Int, at desk: Desk) -> [String]? {
    guard let file = desk.caseload.families[family],
      let asked = ReviewFormFields(file: file, purpose: purpose, desk: desk).asked
    else { return nil }
    let text = desk.words(
      "review.asked",
      [
        "day": desk.long(asked.decided), "strategy": desk.lists.label(of: asked.strategy.strategy),
        "reason": asked.strategy.reason.text.oneLine,
      ])
    return Array(CellText.wrapped(text, to: max(10, columns - 2)).prefix(3)).map { String($0) }
  }

  private func formArea(_ area: Rect, at desk: Desk) -> Rect {
    area.splitTop(explanation(columns: area.columns, at: desk)?.count ?? 0).rest
  }
}
