import Terminal
import VisitLibrary
import VisitModel

/// A screen that is one form: its fields, and what is done with them when it is recorded.
///
/// Forms that are more than that (a visit, a check-in) are screens of their own.
struct FormScreen: Screen {
  /// What the form is for, in words.
  let heading: String
  /// A line above the form that says what recording will do.
  let explanation: String
  private(set) var form: Form
  /// Which draft keeps what is typed here, where anything is kept.
  let key: Draft.Key?
  /// What is done when it is recorded; throws what is wrong.
  let submit: @Sendable (Form, Desk) throws(Refusal) -> [Effect]
  private let offered: [String: String]
  /// What is to be seen while the form is filled in, made anew whenever something changes.
  private let notice: (@Sendable (Form, Desk) -> String?)?
  private var noticed: String?
  /// Lets the fields follow what was entered: which of them can be filled in at all.
  private let adapting: (@Sendable (inout Form) -> Void)?

  /// A form with what is done when it is recorded.
  init(
    heading: String, explanation: String = "", form: Form, key: Draft.Key? = nil, draft: Draft? = nil,
    notice: (@Sendable (Form, Desk) -> String?)? = nil, adapting: (@Sendable (inout Form) -> Void)? = nil,
    submit: @escaping @Sendable (Form, Desk) throws(Refusal) -> [Effect]
  ) {
    self.heading = heading
    self.explanation = explanation
    self.form = form
    self.key = key
    self.submit = submit
    self.notice = notice
    self.adapting = adapting
    offered = form.plainTexts
    if let draft { self.form.enterPlain(draft.fields) }
    adapting?(&self.form)
    self.form.focusPastFilledDays()
  }

  var isTyping: Bool { true }
  func familyOpened(at desk: Desk) -> FamilyID? { nil }
  func title(at desk: Desk) -> String { heading }

  func commands(at desk: Desk) -> [Command<Act>] {
    var commands = [Command("record", .record, keys: [.control("s")], at: desk)]
    if !form.hasOpenList {
      commands.append(
        Command(key == nil ? "cancel" : "keepdraft", .keepDraft, keys: [.escape], at: desk))
    }
    return commands
  }

  func draft(at desk: Desk) -> Draft? {
    guard let key else { return nil }
    let texts = form.plainTexts
    return texts == offered ? nil : Draft(key: key, fields: texts)
  }

  mutating func perform(_ act: Act, at desk: Desk) -> [Effect] {
    switch act {
    case .keepDraft:
      return [.pop] + (draft(at: desk) == nil ? [] : [.say(Message(.note, desk.words("draft.kept")))])
    case .record:
      do throws(Refusal) {
        return try submit(form, desk) + (key.map { [.removeDraft($0)] } ?? [])
      } catch {
        show(error, at: desk)
        return [.say(Message(.error, desk.words.count("form.problems", error.problems.count)))]
      }
    default: return []
    }
  }

  mutating func type(_ key: Key, at desk: Desk) -> [Effect] {
    let outcome = form.handle(key)
    if outcome.changed != nil {
      adapting?(&form)
      noticed = notice?(form, desk)
    }
    if let left = outcome.left ?? outcome.changed, form[left]?.error != nil || outcome.left != nil {
      check(left, at: desk)
    }
    return outcome.isFinished ? perform(.record, at: desk) : []
  }

  mutating func paste(_ text: String, at desk: Desk) -> [Effect] {
    _ = form.paste(text)
    noticed = notice?(form, desk)
    return []
  }

  mutating func mouse(_ event: MouseEvent, in area: Rect, at desk: Desk) -> [Effect] {
    if event.kind == .press, form.click(at: event.position, in: formArea(area)).changed != nil {
      adapting?(&form)
    }
    return []
  }

  mutating func draw(in area: Rect, on grid: inout Grid, at desk: Desk) {
    if !explanation.isEmpty {
      grid.writeWrapped(explanation, in: explanationArea(area), style: .dim)
    }
    var area = formArea(area)
    if let noticed {
      let lines = CellText.wrapped(noticed, to: max(1, area.columns - 4)).prefix(3)
      let (above, below) = area.splitBottom(min(lines.count, max(0, area.rows - 4)))
      for (row, line) in lines.enumerated() where row < below.rows {
        grid.write((row == 0 ? "! " : "  ") + line, at: below.position(1, row), style: .caution)
      }
      area = above
    }
    form.size = area.size
    form.draw(in: area, on: &grid)
  }

  private func explanationArea(_ area: Rect) -> Rect {
    let rows = explanation.isEmpty ? 0 : CellText.wrapped(explanation, to: max(1, area.columns - 2)).count
    return area.splitTop(rows).top.inset(columns: 1, rows: 0)
  }

  private func formArea(_ area: Rect) -> Rect {
    explanation.isEmpty ? area : area.splitTop(explanationArea(area).rows + 1).rest
  }

  /// Says what is wrong with the field just left; the fields not reached yet are left in peace.
  private mutating func check(_ id: String, at desk: Desk) {
    var problems: [Problem] = []
    do throws(Refusal) { _ = try submit(form, desk) } catch { problems = error.problems }
    let problem = problems.first { $0.field.rawValue == id }
    if form.text(of: id).isEmpty, form[id]?.error == nil { return }
    form.setError(problem.map(desk.sentence), of: id)
  }

  private mutating func show(_ refusal: Refusal, at desk: Desk) {
    for field in form.fields {
      // A field that stands several times in a form is numbered: personName0, personName1.
      let problem = refusal.problems.first { problem in
        let name = problem.field.rawValue
        // Of answers each is a field of its own, numbered as the problem numbers it.
        if case .badAnswer(let position, _, _) = problem.fault { return field.id == name + "\(position)" }
        return field.id.hasPrefix(name) && field.id.dropFirst(name.count).allSatisfy(\.isNumber)
      }
      form.setError(problem.map(desk.sentence), of: field.id)
    }
    if let first = form.firstError { form.focus(on: first) }
  }
}

extension Form {
  /// Puts the focus past the days and times at the top that are filled in and mostly right: on the first field that a
  /// person has something to say in.
  mutating func focusPastFilledDays() {
    // A form that was told where to begin begins there.
    guard focusedID == fields.first(where: \.isEnabled)?.id else { return }
    let first = fields.first { field in
      guard field.isEnabled, case .line(let line) = field.kind else { return field.isEnabled }
      return !line.isReplaceable || line.isEmpty
    }
    if let first { focus(on: first.id) }
  }

  /// What is entered, by the ids of the fields: lines, choices, boxes and toggles alike.
  var plainTexts: [String: String] {
    var texts: [String: String] = [:]
    for field in fields {
      let text: String
      switch field.kind {
      case .line, .text: text = self.text(of: field.id)
      case .secret: text = ""
      case .choice: text = choice(of: field.id) ?? ""
      case .checks: text = checked(of: field.id).joined(separator: ",")
      case .toggle: text = isOn(field.id) ? "yes" : ""
      }
      if !text.isEmpty { texts[field.id] = text }
    }
    return texts
  }

  /// Enters what a draft holds; fields it does not name are emptied, names it alone knows are left out.
  mutating func enterPlain(_ texts: [String: String]) {
    for field in fields {
      let text = texts[field.id] ?? ""
      switch field.kind {
      case .line, .text: setText(text, of: field.id)
      case .secret: break
      case .choice: setChoice(text.isEmpty ? nil : text, of: field.id)
      case .checks: setChecked(text.split(separator: ",").map(String.init), of: field.id)
      case .toggle: update(field.id) { $0.kind = .toggle(text == "yes") }
      }
    }
  }
}

extension FormField {
  /// A line for a field of a record, labelled from the language file.
  static func line(
    _ field: Field, _ text: String = "", at desk: Desk, row: Int? = nil, width: Int? = nil,
    isRequired: Bool = false, hint: String? = nil, label: String? = nil
  ) -> FormField {
    var line = LineField(text: text, maxLength: TextLimit.line)
    line.isReplaceable = field.isDayOrTime
    return FormField(
      id: field.rawValue, label: label ?? desk.words.name(of: field), kind: .line(line), hint: hint,
      isRequired: isRequired, row: row, width: width)
  }

  /// A choice for a field of a record.
  static func choice(
    _ field: Field, _ options: [ChoiceOption], selected: String?, at desk: Desk,
    appearance: ChoiceField.Appearance = .automatic, width: Int? = nil
  ) -> FormField {
    FormField(
      id: field.rawValue, label: desk.words.name(of: field),
      kind: .choice(ChoiceField(options, selected: selected, appearance: appearance)), width: width)
  }
}

extension VisitModel.Field {
  /// Whether a day, a time or a length stands in it, which a person types anew rather than edits.
  var isDayOrTime: Bool {
    switch self {
    case .date, .start, .minutes, .travelMinutes, .miles, .followUpBy, .next, .nextStart, .endingOn, .month,
      .left, .expectedHome, .homeAt,
      .paidOn:
      true
    default: false
    }
  }
}

extension Desk {
  /// A problem as a sentence.
  func sentence(_ problem: Problem) -> String { words.sentence(for: problem) }

  /// The volunteers to choose from.
  var volunteerOptions: [ChoiceOption] {
    caseload.volunteersInOrder.filter(\.isActive).map {
      ChoiceOption(id: $0.number.description, label: "\($0.number) \($0.name)")
    }
  }
}
