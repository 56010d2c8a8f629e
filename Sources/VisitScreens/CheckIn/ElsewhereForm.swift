import Terminal
import VisitLibrary
import VisitModel

// What somebody outside the scheme did: the health visitor's ASQ-3 is written down, and never scored here.

extension FormScreen {
  /// Writes down that somebody outside the scheme gave one of the forms that only others give.
  static func checkInElsewhere(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let id = file.id
    let instruments = desk.instruments.values.filter(\.isOnlyDoneElsewhere).sorted { $0.title < $1.title }
    let people = file.family.people.map { ChoiceOption(id: $0.number.description, label: $0.shortName) }
    // Most of these forms are about a child.
    let child = file.family.people.last { $0.role == .child && !$0.birth.isUnborn(on: desk.today) }
    return FormScreen(
      heading: desk.words("elsewhere.title", ["family": desk.title(of: file)]),
      explanation: desk.words("elsewhere.text"),
      form: Form([
        .choice(
          .instrument, instruments.map { ChoiceOption(id: $0.id.rawValue, label: $0.title) },
          selected: instruments.first?.id.rawValue, at: desk, appearance: .row),
        FormField(
          id: Field.person.rawValue, label: desk.words("elsewhere.person"),
          kind: .choice(
            ChoiceField(
              people, selected: (child ?? file.family.mainCarer)?.number.description, appearance: .list)),
          width: 24),
        .line(.date, at: desk, width: 16, isRequired: true),
        .line(.doneBy, at: desk, isRequired: true, hint: desk.words("elsewhere.doneby.hint")),
        .text(.result, "", rows: 3, at: desk),
      ])
    ) { form, desk throws(Refusal) in
      guard let chosen = form.choice(of: Field.instrument.rawValue),
        let instrument = desk.instruments[InstrumentID(rawValue: chosen)]
      else { throw Refusal(.instrument, .missing) }
      let typed = TypedCheckIn(
        person: form.choice(of: Field.person.rawValue) ?? "", day: form.text(of: Field.date.rawValue),
        doneBy: form.text(of: Field.doneBy.rawValue), result: form.text(of: Field.result.rawValue))
      return [
        .recordAndReturn(
          try RecordCheckIn(family: id, instrument: instrument, typed: typed, allowingEarly: true)
            .facts(in: desk.caseload, as: desk.member.role, today: desk.today))
      ]
    }
  }
}
