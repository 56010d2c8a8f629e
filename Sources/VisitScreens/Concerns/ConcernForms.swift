import Terminal
import VisitLibrary
import VisitModel

// The forms of a concern: raising one from anywhere, correcting it, saying what was done, signing it off.

extension FormScreen {
  /// Raises a concern; from a family's file or form the family is filled in.
  static func raiseConcern(_ family: FamilyID?, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    let form = ConcernForm(family: family, desk: desk)
    return FormScreen(
      heading: desk.words("concern.raise.title"),
      explanation: desk.words("concern.raise.text", ["coordinator": CrisisWords(desk: desk).coordinator]),
      form: form.form(TypedConcern(), isAmending: false), key: Draft.Key(form: .concern, family: family),
      draft: draft
    ) { form, desk throws(Refusal) in
      let id = RecordID(bits: desk.bits())
      let facts = try RaiseConcern(id: id, typed: form.typedConcern(of: family, at: desk))
        .facts(in: desk.caseload, as: desk.member, now: desk.now)
      return [
        .record(facts) { _, desk in
          [.pop, .say(Message(.done, desk.words("concern.raised.done", ["id": "\(id)"])))]
            + ConcernLine.afterRaising(desk.caseload.concerns[id], at: desk)
        }
      ]
    }
  }

  /// Corrects a concern or adds to it, with a reason.
  static func amendConcern(
    _ id: RecordID, explanation: String = "", reason: String = "", draft: Draft? = nil, at desk: Desk
  ) -> FormScreen {
    let file = desk.caseload.concerns[id]
    let family = file?.concern.subject.family
    let typed = file.map { TypedConcern($0.concern, in: desk.caseload) } ?? TypedConcern()
    var form = ConcernForm(family: family, desk: desk).form(typed, isAmending: true)
    form.setText(reason, of: Field.reason.rawValue)
    return FormScreen(
      heading: desk.words("concern.amend.title", ["id": "\(id)"]),
      explanation: explanation.isEmpty ? desk.words("concern.amend.text") : explanation, form: form,
      key: Draft.Key(form: .amendConcern(id), family: family), draft: draft
    ) { form, desk throws(Refusal) in
      let facts = try AmendConcern(
        id: id, typed: form.typedConcern(of: family, at: desk), reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, as: desk.member, now: desk.now)
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes a concern in hand.
  static func acknowledgeConcern(_ id: RecordID, at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("concern.acknowledge.title"), explanation: desk.words("concern.acknowledge.text"),
      form: Form([
        .line(
          .words, at: desk, hint: desk.words("concern.acknowledge.hint"),
          label: desk.words("concern.acknowledge.words"))
      ])
    ) { form, desk throws(Refusal) in
      [
        .recordAndReturn(
          try AcknowledgeConcern(id: id, words: form.text(of: Field.words.rawValue))
            .facts(in: desk.caseload, as: desk.member, now: desk.now))
      ]
    }
  }

  /// Writes down what was done about a concern, or, of an action that stands there, what came of it.
  static func actOnConcern(
    _ id: RecordID, amending action: RecordID? = nil, draft: Draft? = nil, at desk: Desk
  )
    -> FormScreen
  {
    let old = action.flatMap { action in
      desk.caseload.concerns[id]?.actions.first { $0.id == action }?.lastSaid
    }
    let typed =
      old.map(TypedConcernAction.init) ?? TypedConcernAction(who: desk.member.name, at: desk.now.description)
    var fields: [FormField] = [
      .area(.action, typed.what, rows: 3, at: desk), .line(.actionBy, typed.who, at: desk, row: 0, width: 28),
      .line(.actionOn, typed.at, at: desk, row: 0, width: 17),
      .area(.actionOutcome, typed.outcome, rows: 3, at: desk),
      .line(
        .notReferring, typed.notReferring, at: desk, hint: desk.words("field.notReferring.hint")),
    ]
    if action != nil {
      fields.append(.line(.reason, desk.words("concern.outcome.reason"), at: desk, isRequired: true))
    }
    var form = Form(fields)
    if action != nil { form.focus(on: Field.actionOutcome.rawValue) }
    return FormScreen(
      heading: desk.words(action == nil ? "concern.act.title" : "concern.outcome.title"),
      explanation: desk.words("concern.act.text"), form: form,
      key: action == nil ? Draft.Key(form: .actOnConcern(id), family: nil) : nil, draft: draft
    ) { form, desk throws(Refusal) in
      let typed = TypedConcernAction(
        what: form.text(of: Field.action.rawValue), who: form.text(of: Field.actionBy.rawValue),
        at: form.text(of: Field.actionOn.rawValue), outcome: form.text(of: Field.actionOutcome.rawValue),
        notReferring: form.text(of: Field.notReferring.rawValue))
      let facts =
        if let action {
          try AmendConcernAction(
            id: id, action: action, typed: typed, reason: form.text(of: Field.reason.rawValue)
          ).facts(in: desk.caseload, as: desk.member, now: desk.now)
        } else {
          try ActOnConcern(id: id, typed: typed).facts(in: desk.caseload, as: desk.member, now: desk.now)
        }
      return [.recordAndReturn(facts)]
    }
  }

  /// Signs a concern off.
  static func closeConcern(_ id: RecordID, at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("concern.close.title"), explanation: desk.words("concern.close.text"),
      form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      [
        .recordAndReturn(
          try CloseConcern(id: id, reason: form.text(of: Field.reason.rawValue))
            .facts(in: desk.caseload, as: desk.member, now: desk.now))
      ]
    }
  }
}

/// The fields of a concern's form.
struct ConcernForm {
  let family: FamilyID?
  let desk: Desk

  private var file: FamilyFile? { family.flatMap { desk.caseload.families[$0] } }

  func form(_ typed: TypedConcern, isAmending: Bool) -> Form {
    var fields: [FormField] = []
    if let file {
      fields.append(
        FormField(
          id: Field.about.rawValue, label: desk.words.name(of: .about),
          kind: .checks(
            ChecksField(
              file.family.people.map { CheckOption(id: $0.number.description, label: $0.shortName) })),
          hint: desk.title(of: file)))
    } else {
      let own = desk.ownFamilies.map {
        ChoiceOption(id: $0.number.description, label: desk.title(of: $0))
      }
      fields.append(
        .choice(
          .family, [ChoiceOption(id: "", label: desk.words("concern.nofamily"))] + own,
          selected: typed[.family], at: desk, appearance: .list, width: 34))
      fields.append(.line(.about, typed[.about], at: desk, hint: desk.words("concern.about.hint")))
    }
    fields += [
      .line(.somebody, typed[.somebody], at: desk),
      .area(.seen, typed[.seen], rows: 3, at: desk), .area(.said, typed[.said], rows: 2, at: desk),
      .line(.saidBy, typed[.saidBy], at: desk, width: 30),
      .choice(
        .danger,
        ConcernDanger.allCases.map {
          ChoiceOption(id: $0.rawValue, label: desk.words("field.danger.\($0.rawValue.filter(\.isLetter))"))
        }, selected: typed[.danger].isEmpty ? nil : typed[.danger], at: desk, appearance: .row),
      .area(.done, typed[.done], rows: 2, at: desk),
      .line(.date, shown(typed[.date]), at: desk, row: 1, width: 14),
      .line(.start, typed[.start], at: desk, row: 1, width: 7, label: desk.words("field.concernAt")),
      .line(.present, typed[.present].oneLine, at: desk),
      .line(.told, typed[.told], at: desk, row: 2, width: 28),
      .line(.toldWhen, typed[.toldWhen], at: desk, row: 2, width: 17),
    ]
    if desk.member.role.isOffice {
      fields.append(
        .line(.raisedBy, typed[.raisedBy], at: desk, hint: desk.words("field.raisedBy.hint")))
    }
    if isAmending { fields.append(.line(.reason, at: desk, isRequired: true)) }
    var form = Form(fields)
    if file != nil {
      form.setChecked(typed[.about].split(separator: ",").map(String.init), of: Field.about.rawValue)
      form.focus(on: Field.seen.rawValue)
    }
    return form
  }

  private func shown(_ day: String) -> String { Day(iso: day).map(desk.long) ?? desk.long(desk.today) }
}

extension Form {
  /// The concern as it stands in the form, of the family that the form was opened for.
  func typedConcern(of family: FamilyID?, at desk: Desk) -> TypedConcern {
    var typed = TypedConcern()
    let known = family.flatMap { desk.caseload.families[$0] }
    for field in TypedConcern.fields where has(field.rawValue) {
      switch field {
      case .about where known != nil: typed[.about] = checked(of: field.rawValue).joined(separator: ",")
      case .family, .danger: typed[field] = choice(of: field.rawValue) ?? ""
      default: typed[field] = text(of: field.rawValue)
      }
    }
    if let known { typed[.family] = known.number.description }
    return typed
  }
}

extension FormField {
  /// A long text of a record, labelled from the language file.
  static func area(_ field: Field, _ text: String, rows: Int, at desk: Desk) -> FormField {
    FormField(
      id: field.rawValue, label: desk.words.name(of: field), kind: .text(TextArea(text: text), rows: rows))
  }

  /// A line for a field of a record under a label of its own.
  fileprivate static func line(
    _ field: Field, _ text: String, at desk: Desk, row: Int, width: Int, label: String
  ) -> FormField {
    FormField(
      id: field.rawValue, label: label, kind: .line(text, maxLength: TextLimit.line), row: row, width: width)
  }
}
