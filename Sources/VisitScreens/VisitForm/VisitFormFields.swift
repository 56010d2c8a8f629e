import Terminal
import VisitLibrary
import VisitModel

/// The fields of the visit form, laid out as `screens.md` has them, and how they stand for a ``TypedVisit``.
struct VisitFormFields {
  let family: FamilyID
  let purpose: VisitFormScreen.Purpose
  let desk: Desk

  /// The empty form.
  var form: Form {
    let people = desk.caseload.families[family]?.family.people ?? []
    var fields = [
      line(.date, row: 0, width: 15), line(.start, row: 0, width: 7), line(.minutes, row: 0, width: 7),
      line(.travelMinutes, row: 1, width: 8), line(.miles, row: 1, width: 6),
      line(.expenses, row: 1, width: 7),
      choice(.channel, Channel.allCases.map { ($0.rawValue, "channel.\($0.wordKey)") }),
      choice(.outcome, VisitOutcomeKind.allCases.map { ($0.rawValue, "outcome.\($0.wordKey)") }),
      FormField(
        id: VisitFieldID.people, label: label(.there),
        kind: .checks(
          ChecksField(
            people.filter { !$0.birth.isUnborn(on: desk.today) }
              .map { CheckOption(id: $0.number.description, label: $0.shortName) },
            marks: [" ", "x", "d", "a"])),
        hint: desk.words("field.there.hint")),
      checks(.activities, desk.lists.activities.map { ($0.id.rawValue, $0.label) }),
      checks(.needs, needs.map { ($0.id.rawValue, $0.label) }),
      FormField(
        id: Field.note.rawValue, label: label(.note), kind: .text(TextArea(), rows: 3)),
      FormField(
        id: Field.familyWords.rawValue, label: label(.familyWords), kind: .text(TextArea(), rows: 2)),
      choice(VisitFieldID.isWorry, label: label(.worry), [("no", "answer.no"), ("yes", "field.worry.yes")]),
      FormField(
        id: Field.worry.rawValue, label: desk.words("field.worry.what"), kind: .text(TextArea(), rows: 2),
        isEnabled: false),
    ]
    if asksForMoments {
      fields += [
        .boxes(.moments, of: MomentID.self, at: desk),
        FormField(
          id: Field.momentWords.rawValue, label: label(.momentWords), kind: .text(TextArea(), rows: 1)),
      ]
    }
    fields += services(.signposted, row: 4) + services(.attendedTogether, row: 5)
    fields += [
      line(.followUp, row: 6), line(.followUpBy, row: 6, width: 12),
      line(.next, row: 7, width: 12), line(.nextStart, row: 7, width: 7),
    ]
    if desk.member.role.isOffice {
      let named = desk.caseload.volunteersInOrder.map {
        ChoiceOption(id: $0.number.description, label: "\($0.number) \($0.name)")
      }
      fields.insert(
        FormField(
          id: Field.volunteers.rawValue, label: label(.volunteers),
          kind: .choice(
            ChoiceField(
              [ChoiceOption(id: "", label: desk.words("field.volunteers.office"))] + named, selected: "",
              appearance: .list)),
          width: 30), at: fields.count)
    }
    if case .amend = purpose {
      fields.append(
        FormField(
          id: Field.reason.rawValue, label: label(.reason), kind: .line("", maxLength: TextLimit.line),
          isRequired: true))
    }
    return Form(fields)
  }

  /// The needs to choose from: those the family chose to work on, so that the form stays one screen; every need
  /// where none was chosen yet. What an amended visit or an earlier one holds is always among them.
  private var needs: [ListEntry<NeedID>] {
    guard let file = desk.caseload.families[family] else { return desk.lists.needs }
    var chosen = Set(CopingTrends(file: file, desk: desk).scored)
    guard !chosen.isEmpty else { return desk.lists.needs }
    for record in file.visits { chosen.formUnion(record.lastSaid?.needs ?? []) }
    return desk.lists.needs.filter { chosen.contains($0.id) }
  }

  /// Whether there is a baby to look at, or a visit that is amended speaks of one.
  private var asksForMoments: Bool {
    if case .amend(let id) = purpose, let said = desk.caseload.visit(id)?.visit.lastSaid,
      !said.moments.isEmpty || !said.momentWords.isEmpty
    {
      return true
    }
    return desk.caseload.families[family]?.family.infants(on: desk.today).isEmpty == false
  }

  /// A service of the directory, and beside it a line for what is not in it and for further ones.
  private func services(_ field: Field, row: Int) -> [FormField] {
    let directory = desk.caseload.directory
    let known = directory.inOrder.filter(\.isActive)
    let hint = desk.words("field.service.hint")
    guard !known.isEmpty else { return [.line(field, at: desk, hint: hint)] }
    let options = known.map {
      ChoiceOption(id: $0.number.description, label: "\($0.number) \(directory.title(of: $0.number))")
    }
    let other = FormField.line(
      field, at: desk, row: row, hint: hint, label: desk.words("field.signposted.or"))
    return [
      FormField(
        id: VisitFieldID.listed(field), label: label(field),
        kind: .choice(
          ChoiceField([ChoiceOption(id: "", label: "-")] + options, selected: "", appearance: .list)),
        width: 32
      ).beside(row), other,
    ]
  }

  private func label(_ field: Field) -> String { desk.words("field.\(field.rawValue)") }

  private func line(_ field: Field, row: Int? = nil, width: Int? = nil) -> FormField {
    .line(field, at: desk, row: row, width: width)
  }

  private func choice(_ field: Field, _ options: [(String, String)]) -> FormField {
    choice(field.rawValue, label: label(field), options)
  }

  private func choice(_ id: String, label: String, _ options: [(String, String)]) -> FormField {
    FormField(
      id: id, label: label,
      kind: .choice(
        ChoiceField(
          options.map { ChoiceOption(id: $0.0, label: desk.words($0.1)) }, selected: options.first?.0,
          appearance: .row)))
  }

  private func checks(_ field: Field, _ options: [(String, String)]) -> FormField {
    FormField(
      id: field.rawValue, label: label(field),
      kind: .checks(ChecksField(options.map { CheckOption(id: $0.0, label: $0.1) })))
  }
}

/// Form fields that stand for more than one field of the record, or for none.
enum VisitFieldID {
  /// One box a person: there, declined, away.
  static let people = "people"
  /// Whether anything was worrying.
  static let isWorry = "isWorry"
  /// A service of the directory, beside the line where services are typed.
  static func listed(_ field: Field) -> String { field.rawValue + "Listed" }
}

extension Form {
  private static let presences: [Field] = [.there, .declined, .away]

  /// The visit as it stands in the form.
  var typedVisit: TypedVisit {
    var typed = TypedVisit()
    for field in TypedVisit.fields { typed[field] = typedText(of: field) }
    return typed
  }

  private func typedText(of field: Field) -> String {
    switch field {
    case .there, .declined, .away:
      let state = (Form.presences.firstIndex(of: field) ?? 0) + 1
      return states(of: VisitFieldID.people).filter { $0.value == state }.keys.sorted().joined(separator: ",")
    case .activities, .needs, .moments: return checked(of: field.rawValue).joined(separator: ",")
    case .channel, .outcome, .volunteers: return choice(of: field.rawValue) ?? ""
    case .signposted, .attendedTogether:
      return [choice(of: VisitFieldID.listed(field)) ?? "", text(of: field.rawValue)].filter { !$0.isEmpty }
        .joined(separator: "; ")
    case .worry: return choice(of: VisitFieldID.isWorry) == "yes" ? text(of: field.rawValue) : ""
    default: return text(of: field.rawValue)
    }
  }

  /// Everything entered in the visit form, by field name, as a draft keeps it.
  var visitTexts: [String: String] {
    var texts: [String: String] = [:]
    for field in TypedVisit.fields {
      let text = typedText(of: field)
      if !text.isEmpty { texts[field.rawValue] = text }
    }
    if choice(of: VisitFieldID.isWorry) == "yes" { texts[VisitFieldID.isWorry] = "yes" }
    if has(Field.reason.rawValue) { texts[Field.reason.rawValue] = text(of: Field.reason.rawValue) }
    return texts
  }

  /// Enters a visit in the form, its days written the way people say them.
  mutating func enter(_ typed: TypedVisit, at desk: Desk) {
    var texts: [String: String] = [:]
    for (field, text) in typed.texts { texts[field.rawValue] = text }
    if !typed[.worry].isEmpty { texts[VisitFieldID.isWorry] = "yes" }
    enter(texts)
    for field in [Field.date, .followUpBy, .next, .minutes, .travelMinutes] {
      showDays(in: field.rawValue, at: desk)
    }
  }

  /// Enters texts by field name, as a draft holds them; fields it does not name are emptied.
  mutating func enter(_ texts: [String: String]) {
    var states: [String: Int] = [:]
    for (index, field) in Form.presences.enumerated() {
      for person in (texts[field.rawValue] ?? "").split(separator: ",") { states[String(person)] = index + 1 }
    }
    setStates(states, of: VisitFieldID.people)
    setChoice(texts[VisitFieldID.isWorry] ?? "no", of: VisitFieldID.isWorry)
    for field in TypedVisit.fields where has(field.rawValue) {
      let text = texts[field.rawValue] ?? ""
      switch field {
      case .signposted, .attendedTogether: enterServices(text, in: field)
      case .activities, .needs, .moments:
        setChecked(text.split(separator: ",").map(String.init), of: field.rawValue)
      case .channel, .outcome, .volunteers:
        if field == .volunteers || !text.isEmpty { setChoice(text, of: field.rawValue) }
      default: setText(text, of: field.rawValue)
      }
    }
    if let reason = texts[Field.reason.rawValue], has(Field.reason.rawValue) {
      setText(reason, of: Field.reason.rawValue)
    }
    enableVisitFields()
  }

  /// Enters services: the first that the list has is chosen there, the others stand in the line.
  private mutating func enterServices(_ text: String, in field: Field) {
    let list = VisitFieldID.listed(field)
    var services = text.split(separator: ";").map { plainText(String($0)) }.filter { !$0.isEmpty }
    if case .choice(let choice)? = self[list]?.kind {
      let place = services.firstIndex { service in choice.options.contains { $0.id == service } }
      setChoice(place.map { services.remove(at: $0) } ?? "", of: list)
    }
    setText(services.joined(separator: "; "), of: field.rawValue)
  }

  /// Opens and closes fields that depend on others: no time with a family that was not seen, no worry on "no".
  mutating func enableVisitFields() {
    let outcome = choice(of: Field.outcome.rawValue).flatMap(VisitOutcomeKind.init(rawValue:)) ?? .done
    for field in [Field.start, .minutes, .channel] { setEnabled(outcome.isContact, of: field.rawValue) }
    if !outcome.isContact { setText("", of: Field.minutes.rawValue) }
    setEnabled(choice(of: VisitFieldID.isWorry) == "yes", of: Field.worry.rawValue)
  }

  /// Writes a day or a length the way people say it, once it is understood.
  mutating func showDays(in id: String, at desk: Desk) {
    let typed = text(of: id)
    switch Field(rawValue: id) {
    case .date:
      if let day = Day(typed: typed, today: desk.today, leaning: .behind) { setText(desk.long(day), of: id) }
    case .followUpBy, .next:
      if let day = Day(typed: typed, today: desk.today, leaning: .ahead) { setText(desk.long(day), of: id) }
    case .minutes, .travelMinutes:
      if let minutes = Minutes(typed: typed) { setText(minutes.text, of: id) }
    case .start, .nextStart:
      if let time = TimeOfDay(typed: typed) { setText(time.description, of: id) }
    default: break
    }
  }

  /// Puts every problem of a refusal at its field and the focus on the first.
  mutating func show(_ refusal: Refusal, at desk: Desk) {
    for field in fields {
      setError(refusal.problems.first { $0.formID == field.id }.map(desk.sentence), of: field.id)
    }
    if let first = firstError { focus(on: first) }
  }
}

extension Problem {
  /// The form field the problem is shown at.
  var formID: String {
    switch field {
    case .there, .declined, .away: VisitFieldID.people
    default: field.rawValue
    }
  }
}
