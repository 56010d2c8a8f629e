import Terminal
import VisitLibrary
import VisitModel

extension FormScreen {
  /// Puts down what a parent said of the support, or amends it with a reason.
  static func feedback(
    _ file: FamilyFile, amending record: RecordID? = nil, draft: Draft? = nil, at desk: Desk
  ) -> FormScreen {
    let said = record.flatMap { file.evaluation.feedback($0)?.lastSaid }
    var typed = said.map { TypedFeedback($0) } ?? TypedFeedback()
    if said == nil { typed[.date] = desk.long(desk.today) }
    let chosen = Set(typed[.themes].split(separator: ",").map(String.init))
    var fields: [FormField] = [
      .line(.date, typed[.date], at: desk, width: 16),
      .choice(
        .person,
        file.family.people.filter { $0.role != .child }.map {
          ChoiceOption(id: $0.number.description, label: $0.shortName)
        }, selected: typed[.person].isEmpty ? file.family.mainCarer?.number.description : typed[.person],
        at: desk),
      FormField(
        id: Field.themes.rawValue, label: desk.words.name(of: .themes),
        kind: .checks(
          ChecksField(
            desk.lists.entries(ThemeID.self).map {
              CheckOption(id: $0.id.rawValue, label: $0.label, isOn: chosen.contains($0.id.rawValue))
            }))),
      FormField(
        id: Field.familyWords.rawValue, label: desk.words.name(of: .familyWords),
        kind: .text(TextArea(text: typed[.familyWords]), rows: 4)),
      FormField(
        id: Field.mayQuote.rawValue, label: desk.words.name(of: .mayQuote),
        kind: .toggle(!typed[.mayQuote].isEmpty)),
    ]
    if record != nil { fields.append(.line(.reason, at: desk, isRequired: true)) }
    let id = file.id
    return FormScreen(
      heading: desk.words("feedback.title", ["family": desk.title(of: file)]), form: Form(fields),
      key: record == nil ? Draft.Key(form: .feedback, family: id) : nil, draft: draft
    ) { form, desk throws(Refusal) in
      let typed = TypedFeedback([
        .date: form.text(of: Field.date.rawValue), .person: form.choice(of: Field.person.rawValue) ?? "",
        .themes: form.checked(of: Field.themes.rawValue).joined(separator: ","),
        .familyWords: form.text(of: Field.familyWords.rawValue),
        .mayQuote: form.isOn(Field.mayQuote.rawValue) ? "yes" : "",
      ])
      let facts: [Fact]
      if let record {
        facts = try CorrectFeedback(
          record: record, typed: typed, reason: form.text(of: Field.reason.rawValue)
        )
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      } else {
        facts = try RecordFeedback(family: id, typed: typed)
          .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      }
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes feedback back with a reason.
  static func retractFeedback(_ id: RecordID, of file: FamilyFile, at desk: Desk) -> FormScreen {
    FormScreen(
      heading: desk.words("retract.feedback.title", ["family": desk.title(of: file)]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try CorrectFeedback(record: id, typed: nil, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }
}
