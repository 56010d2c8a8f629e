import Terminal
import VisitLibrary
import VisitModel

// The initial visit: what was found, the family's first scores, and the level of need.

extension FormScreen {
  /// Records the initial visit to a family, or amends what stands recorded of it.
  static func assessment(_ file: FamilyFile, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    let id = file.id
    let old = file.standingAssessment
    let typed =
      old?.current.map { TypedAssessment($0) } ?? TypedAssessment([.date: desk.long(desk.today)])
    var fields = found(typed, file.family, at: desk)
    if old == nil { fields += scores(file.family, at: desk) }
    fields += decision(typed, at: desk)
    if old != nil { fields.append(.line(.reason, at: desk, isRequired: true)) }
    let coping = desk.instruments[InstrumentID(rawValue: "coping")]
    return FormScreen(
      heading: desk.words("assessment.title", ["family": desk.title(of: file)]),
      explanation: desk.words(old == nil ? "assessment.text" : "amendfamily.text"), form: Form(fields),
      key: Draft.Key(form: .assessment, family: id), draft: draft
    ) { form, desk throws(Refusal) in
      var typed = TypedAssessment(form.texts(of: TypedAssessment.fields))
      if let old {
        return [
          .recordAndReturn(
            try AmendAssessment(
              record: old.id, typed: typed, reason: form.text(of: Field.reason.rawValue)
            ).facts(in: desk.caseload, lists: desk.lists, today: desk.today))
        ]
      }
      guard let coping else { throw Refusal(.scores, .missing) }
      typed[.scores] = form.scores(of: coping)
      return [
        .recordAndReturn(
          try RecordAssessment(family: id, typed: typed, coping: coping)
            .facts(in: desk.caseload, lists: desk.lists, as: desk.member.role, today: desk.today))
      ]
    }
  }

  /// Who was there, and the three questions of an early help assessment.
  private static func found(_ typed: TypedAssessment, _ family: Family, at desk: Desk) -> [FormField] {
    let there = Set(typed[.present].split(separator: ",").map(String.init))
    return [
      .line(.date, typed[.date], at: desk, width: 16),
      FormField(
        id: Field.present.rawValue, label: desk.words.name(of: .present),
        kind: .checks(
          ChecksField(
            family.people.filter { !$0.birth.isUnborn(on: desk.today) }.map {
              CheckOption(
                id: $0.number.description, label: $0.shortName,
                isOn: there.contains($0.number.description))
            }))),
      .line(.alsoPresent, typed[.alsoPresent], at: desk),
      .area(.worrying, typed[.worrying], at: desk), .area(.workingWell, typed[.workingWell], at: desk),
      .area(.needsToHappen, typed[.needsToHappen], at: desk),
    ]
  }

  /// One small field for each need, three to a row: 0 not coping at all, 5 coping very well.
  private static func scores(_ family: Family, at desk: Desk) -> [FormField] {
    guard let coping = desk.instruments[InstrumentID(rawValue: "coping")] else { return [] }
    let people = family.people.filter { $0.role != .child }.map {
      ChoiceOption(id: $0.number.description, label: $0.shortName)
    }
    var fields: [FormField] = [
      .choice(
        .person, people, selected: family.mainCarer?.number.description, at: desk, appearance: .list,
        width: 20)
    ]
    for (index, item) in coping.items.enumerated() {
      fields.append(
        FormField(
          id: Field.scores.rawValue + "\(index)",
          label: desk.lists.label(of: NeedID(rawValue: item.id.rawValue)),
          kind: .line("", maxLength: 2),
          hint: index == 0 ? desk.words("assessment.scores.hint") : nil, row: 80 + index / 2, width: 3))
    }
    return fields
  }

  /// Whether a visit is safe, and how much help the family needs.
  private static func decision(_ typed: TypedAssessment, at desk: Desk) -> [FormField] {
    [
      .words(
        .riskCheck, RiskCheckKind.allCases, key: "riskcheck", selected: typed[.riskCheck], at: desk),
      .boxes(.visitingRisks, of: VisitingRiskID.self, checked: typed[.visitingRisks], at: desk),
      .line(.riskNote, typed[.riskNote], at: desk),
      .boxes(.indicators, of: IndicatorID.self, checked: typed[.indicators], at: desk),
      .words(.level, LevelOfNeed.allCases, key: "level", selected: typed[.level], at: desk),
      .area(.levelReason, typed[.levelReason], at: desk),
      .line(.decidedBy, typed[.decidedBy], at: desk, hint: desk.words("assessment.decided.hint")),
    ]
  }
}

extension Form {
  /// The scores that were typed, as a command line would name them.
  fileprivate func scores(of coping: Instrument) -> String {
    coping.items.enumerated().compactMap { index, item in
      let text = text(of: Field.scores.rawValue + "\(index)")
      return text.isEmpty ? nil : "\(item.id.rawValue)=\(text)"
    }.joined(separator: ",")
  }
}
