import Terminal
import VisitLibrary
import VisitModel

// The forms of a volunteer's page: adding and amending the volunteer, and notes about them.

extension FormScreen {
  /// Adds a volunteer.
  static func newVolunteer(at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("newvolunteer.title"),
      form: Form(volunteerFields(TypedVolunteer(), at: desk))
    ) { form, desk throws(Refusal) in
      let facts = try AddVolunteer(typed: form.typedVolunteer).facts(in: desk.caseload, lists: desk.lists)
      return [.recordAndReturn(facts)]
    }
  }

  /// Amends a volunteer with a reason.
  static func amendVolunteer(_ number: VolunteerNumber, at desk: Desk) -> FormScreen {
    let typed = desk.caseload.volunteers[number].map(TypedVolunteer.init) ?? TypedVolunteer()
    var fields = volunteerFields(typed, at: desk)
    fields.append(.yesOrNo(.active, typed[.active] != YesOrNo.no.rawValue, at: desk))
    fields.append(.line(.reason, at: desk, isRequired: true))
    return FormScreen(
      heading: desk.words("amendvolunteer.title", ["volunteer": desk.volunteerTitle(number)]),
      explanation: desk.words("amendvolunteer.text"), form: Form(fields)
    ) { form, desk throws(Refusal) in
      let facts = try AmendVolunteer(
        number: number, typed: form.typedVolunteer, reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists)
      return [.recordAndReturn(facts)]
    }
  }

  private static func volunteerFields(_ typed: TypedVolunteer, at desk: Desk) -> [FormField] {
    [
      .line(.name, typed[.name], at: desk, width: 30, isRequired: true),
      .line(.phone, typed[.phone], at: desk, row: 1, width: 16),
      .line(.email, typed[.email], at: desk, row: 1, width: 26),
      .line(.areas, typed[.areas], at: desk), .line(.languages, typed[.languages], at: desk),
      .line(.interests, typed[.interests], at: desk),
      .checks(.availability, desk.lists.entries(AvailabilityID.self), on: typed[.availability], at: desk),
      .checks(.transport, desk.lists.entries(TransportID.self), on: typed[.transport], at: desk),
      .line(.capacity, typed[.capacity], at: desk, width: 4, hint: desk.words("field.capacity.hint")),
    ]
  }

  /// Asks what is to be noted about a volunteer, then shows the form for it.
  static func whichNote(about number: VolunteerNumber, at desk: Desk) -> FormScreen {
    let kinds = VolunteerNoteKind.allCases.map {
      ChoiceOption(id: $0.rawValue, label: desk.words("note.\($0.rawValue)"))
    }
    return FormScreen(
      heading: desk.words("notes.which.title", ["volunteer": desk.volunteerTitle(number)]),
      explanation: desk.words("notes.which.text"),
      form: Form([
        FormField(
          id: noteKind, label: "",
          kind: .choice(ChoiceField(kinds, selected: kinds.first?.id, appearance: .row)))
      ])
    ) { form, desk throws(Refusal) in
      let kind = form.choice(of: noteKind).flatMap(VolunteerNoteKind.init(rawValue:)) ?? .check
      return [.replace(FormScreen.note(kind, about: number, at: desk))]
    }
  }

  private static let noteKind = "noteKind"

  /// Notes something about a volunteer.
  static func note(
    _ kind: VolunteerNoteKind, about number: VolunteerNumber, draft: Draft? = nil, at desk: Desk
  ) -> FormScreen {
    var typed = TypedVolunteerNote(kind)
    switch kind {
    case .check: typed[.seenBy] = desk.member.name
    case .supervision: typed[.supervisor] = desk.member.name
    case .claim: typed[.month] = desk.today.month.advanced(by: -1).description
    case .reference, .preparation, .training: break
    }
    if kind != .claim { typed[.date] = desk.long(desk.today) }
    return FormScreen(
      heading: desk.words(
        "notes.title",
        ["kind": desk.words("note.\(kind.rawValue)"), "volunteer": desk.volunteerTitle(number)]),
      explanation: kind == .claim ? desk.words("notes.claim.text") : "",
      form: Form(noteFields(typed, at: desk)),
      key: Draft.Key(form: .volunteerNote(number, kind), family: nil), draft: draft
    ) { form, desk throws(Refusal) in
      let facts = try NoteVolunteer(volunteer: number, typed: form.typedNote(kind))
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Amends a note about a volunteer with a reason.
  static func amendNote(
    _ record: Record<VolunteerNote>, about number: VolunteerNumber, at desk: Desk
  ) -> FormScreen {
    let typed = record.lastSaid.map(TypedVolunteerNote.init) ?? TypedVolunteerNote(.check)
    let id = record.id
    let kind = typed.kind
    return FormScreen(
      heading: desk.words(
        "notes.amend.title",
        ["kind": desk.words("note.\(kind.rawValue)"), "volunteer": desk.volunteerTitle(number)]),
      form: Form(noteFields(typed, at: desk) + [.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try AmendVolunteerNote(
        record: id, typed: form.typedNote(kind), reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes a note about a volunteer back with a reason.
  static func retractNote(
    _ record: Record<VolunteerNote>, about number: VolunteerNumber, at desk: Desk
  ) -> FormScreen {
    let id = record.id
    let note = record.lastSaid
    return FormScreen(
      heading: desk.words(
        "retract.note.title",
        [
          "kind": note.map { desk.words("note.\($0.kind.rawValue)") } ?? "",
          "day": note.map(desk.day(of:)) ?? "", "volunteer": desk.volunteerTitle(number),
        ]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractVolunteerNote(record: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }

  private static func noteFields(_ typed: TypedVolunteerNote, at desk: Desk) -> [FormField] {
    TypedVolunteerNote.fields(of: typed.kind).map { field in
      switch field {
      case .date, .paidOn, .month: .line(field, typed[field], at: desk, width: 16)
      case .isGood: .yesOrNo(field, typed[field] != YesOrNo.no.rawValue, at: desk)
      case .finished: .yesOrNo(field, typed[field] == YesOrNo.yes.rawValue, at: desk)
      case .checkLevel:
        .choice(
          field,
          desk.lists.vettingLevels(in: desk.caseload.scheme.nation).map {
            ChoiceOption(id: $0.id.rawValue, label: $0.label)
          },
          selected: typed[field].isEmpty
            ? desk.lists.vettingLevels(in: desk.caseload.scheme.nation).first?.id.rawValue : typed[field],
          at: desk)
      case .note:
        FormField(
          id: field.rawValue, label: desk.words.name(of: field),
          kind: .text(TextArea(text: typed[field]), rows: 5))
      default: .line(field, typed[field], at: desk, isRequired: true)
      }
    }
  }
}

extension FormField {
  /// Yes or no, side by side.
  static func yesOrNo(_ field: VisitModel.Field, _ isYes: Bool, at desk: Desk) -> FormField {
    .choice(
      field,
      YesOrNo.allCases.map { ChoiceOption(id: $0.rawValue, label: desk.words("answer.\($0.rawValue)")) },
      selected: (isYes ? YesOrNo.yes : .no).rawValue, at: desk)
  }

  /// Boxes for the entries of a list; those are on whose ids stand in a text, by commas.
  static func checks<ID: SchemeListID>(
    _ field: VisitModel.Field, _ entries: [ListEntry<ID>], on text: String, at desk: Desk
  ) -> FormField {
    let chosen = Set(text.split(separator: ",").map(String.init))
    return FormField(
      id: field.rawValue, label: desk.words.name(of: field),
      kind: .checks(
        ChecksField(
          entries.map {
            CheckOption(id: $0.id.rawValue, label: $0.label, isOn: chosen.contains($0.id.rawValue))
          })))
  }
}

extension Form {
  /// What is entered in a field of any kind, as it would be typed.
  func typed(_ field: VisitModel.Field) -> String {
    switch self[field.rawValue]?.kind {
    case .choice: choice(of: field.rawValue) ?? ""
    case .checks: checked(of: field.rawValue).joined(separator: ",")
    default: text(of: field.rawValue)
    }
  }

  /// The volunteer as they stand in the form.
  var typedVolunteer: TypedVolunteer {
    TypedVolunteer(
      Dictionary(
        uniqueKeysWithValues: TypedVolunteer.fields.filter { has($0.rawValue) }.map { ($0, typed($0)) }))
  }

  /// The note as it stands in the form.
  func typedNote(_ kind: VolunteerNoteKind) -> TypedVolunteerNote {
    TypedVolunteerNote(
      kind,
      Dictionary(uniqueKeysWithValues: TypedVolunteerNote.fields(of: kind).map { ($0, typed($0)) }))
  }
}
