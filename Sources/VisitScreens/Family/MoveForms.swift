import Terminal
import VisitLibrary
import VisitModel

// The small forms that put a move along the pathway right.

extension FormScreen {
  /// Amends a move with a reason.
  static func amendMove(_ id: RecordID, at desk: Desk) -> FormScreen {
    let found = desk.caseload.move(id)
    let typed = found?.move.lastSaid.map { TypedMove($0) } ?? TypedMove()
    let stages = EpisodeStage.allCases.map {
      ChoiceOption(id: $0.rawValue, label: desk.words("stage.\($0.wordKey)"))
    }
    let form = Form([
      .choice(.stage, stages, selected: typed.stage, at: desk, appearance: .list, width: 30),
      .line(.date, typed.day, at: desk, width: 16),
      .choice(
        .volunteer, desk.volunteerOptions, selected: typed.volunteer.isEmpty ? nil : typed.volunteer,
        at: desk,
        appearance: .list, width: 30),
      .line(.endingOn, typed.endingOn, at: desk, width: 16, hint: desk.words("move.ending.hint")),
      .choice(
        .ending, desk.endingOptions, selected: typed.ending.isEmpty ? nil : typed.ending, at: desk,
        appearance: .list, width: 30),
      .line(.words, typed.reason, at: desk, hint: desk.words("move.reason.hint")),
      .line(.reason, at: desk, isRequired: true, hint: desk.words("move.amend.hint")),
    ])
    return FormScreen(
      heading: desk.words("move.amend.title", ["family": found.map { desk.title(of: $0.family) } ?? ""]),
      explanation: desk.words("move.amend.text"), form: form
    ) { form, desk throws(Refusal) in
      let typed = TypedMove(
        stage: form.choice(of: Field.stage.rawValue) ?? "", day: form.text(of: Field.date.rawValue),
        volunteer: form.choice(of: Field.volunteer.rawValue) ?? "",
        endingOn: form.text(of: Field.endingOn.rawValue), reason: form.text(of: Field.words.rawValue),
        ending: form.choice(of: Field.ending.rawValue) ?? "")
      let facts = try AmendMove(record: id, typed: typed, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes a move back with a reason.
  static func retractMove(_ id: RecordID, at desk: Desk) -> FormScreen {
    let found = desk.caseload.move(id)
    let stage = found?.move.lastSaid.map { desk.words("stage.\($0.state.stage.wordKey)") } ?? ""
    return FormScreen(
      heading: desk.words(
        "retract.move.title", ["family": found.map { desk.title(of: $0.family) } ?? "", "stage": stage]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractMove(record: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload, lists: desk.lists)
      return [.recordAndReturn(facts)]
    }
  }
}

extension Desk {
  /// The reasons for ending to choose from.
  var endingOptions: [ChoiceOption] {
    lists.entries(EndingReasonID.self).map { ChoiceOption(id: $0.id.rawValue, label: $0.label) }
  }
}
