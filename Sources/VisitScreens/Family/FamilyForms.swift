import Terminal
import VisitLibrary
import VisitModel

// The small forms of a family's file: moving it along the pathway, planning a visit, taking a visit back.

extension FormScreen {
  /// Moves a family's episode: only the stages the table allows can be chosen.
  static func move(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let open = file.episode.flatMap { $0.state.stage.isClosed ? nil : $0 }
    let stages = desk.lists.pathway.stages(after: open?.state.stage)
    let form = Form([
      .choice(
        .stage,
        stages.map { ChoiceOption(id: $0.rawValue, label: desk.words("stage.\($0.wordKey)")) },
        selected: stages.first?.rawValue, at: desk, width: 30),
      .line(.date, desk.long(desk.today), at: desk, width: 16),
      .choice(
        .volunteer, desk.volunteerOptions, selected: file.volunteer?.description, at: desk, appearance: .list,
        width: 30),
      .line(.endingOn, at: desk, width: 16, hint: desk.words("move.ending.hint")),
      .choice(.ending, desk.endingOptions, selected: nil, at: desk, appearance: .list, width: 30),
      .line(.reason, at: desk, hint: desk.words("move.reason.hint")),
      .line(.note, at: desk, hint: desk.words("match.why.hint"), label: desk.words("match.why.label")),
      .line(.accompaniedBy, at: desk, hint: desk.words("move.accompanied.hint")),
    ])
    let state = open.map { desk.words("stage.\($0.state.stage.wordKey)") } ?? desk.words("move.new")
    let id = file.id
    return FormScreen(
      heading: desk.words("move.title", ["family": desk.title(of: file)]),
      explanation: desk.words("move.text", ["stage": state]), form: form,
      adapting: { $0.enableForStage() }
    ) { form, desk throws(Refusal) in
      if form.choice(of: Field.stage.rawValue) == EpisodeStage.ended.rawValue,
        let file = desk.caseload.families[id]
      {
        let begun = TypedEnding([
          .date: form.text(of: Field.date.rawValue), .ending: form.choice(of: Field.ending.rawValue) ?? "",
          .reason: form.text(of: Field.reason.rawValue),
        ])
        return [
          .pop,
          .openDraft(
            Draft.Key(form: .ending, family: id), orElse: FormScreen.end(file, begun: begun, at: desk)),
        ]
      }
      return [.recordAndReturn(try form.moveFacts(of: id, at: desk))]
    }
  }

  /// Plans a family's next visit.
  static func plan(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let usual = desk.today.advanced(by: desk.caseload.scheme.limits.visitIntervalDays)
    let plan = file.plan ?? VisitPlan(day: usual, start: file.lastContact?.outcome.contact?.start)
    let form = Form([
      .line(.next, desk.long(plan.day), at: desk, width: 16, isRequired: true),
      .line(.nextStart, plan.start?.description ?? "", at: desk, width: 7),
    ])
    let id = file.id
    return FormScreen(
      heading: desk.words("plan.title", ["family": desk.title(of: file)]), form: form
    ) { form, desk throws(Refusal) in
      let facts = try PlanVisit(
        family: id, day: form.text(of: Field.next.rawValue), start: form.text(of: Field.nextStart.rawValue)
      ).facts(in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  /// Ticks off what was to be done after a visit.
  static func followUp(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let open = file.openFollowUps.map { visit, followUp in
      let due = followUp.by.map { desk.words("family.followup.by", ["day": desk.long($0)]) } ?? ""
      return ChoiceOption(id: visit.description, label: followUp.what.oneLine + due)
    }
    let id = file.id
    return FormScreen(
      heading: desk.words("followup.title", ["family": desk.title(of: file)]),
      explanation: desk.words("followup.text"),
      form: Form([.choice(.followUp, open, selected: open.first?.id, at: desk)])
    ) { form, desk throws(Refusal) in
      let facts = try FinishFollowUp(family: id, visit: form.choice(of: Field.followUp.rawValue) ?? "")
        .facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }

  /// Takes a visit back with a reason.
  static func retract(_ id: RecordID, at desk: Desk) -> FormScreen {
    let found = desk.caseload.visit(id)
    let visit = found?.visit.current
    let day = visit.map { desk.long($0.day) } ?? ""
    let family = found.map { desk.title(of: $0.family) } ?? ""
    return FormScreen(
      heading: desk.words("retract.title", ["family": family, "day": day]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractVisit(record: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }
}

extension Form {
  /// The facts of the move as it stands in the form: an introduction says who of the office went along, the end of a
  /// match why.
  fileprivate func moveFacts(of family: FamilyID, at desk: Desk) throws(Refusal) -> [Fact] {
    let stage = choice(of: Field.stage.rawValue) ?? ""
    let day = text(of: Field.date.rawValue)
    if stage == EpisodeStage.introduced.rawValue {
      return try IntroduceMatch(
        family: family, accompaniedBy: text(of: Field.accompaniedBy.rawValue), day: day
      )
      .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
    }
    let isBackInLine = stage == EpisodeStage.waiting.rawValue
    let typed = TypedMove(
      stage: stage, day: day, volunteer: choice(of: Field.volunteer.rawValue) ?? "",
      endingOn: text(of: Field.endingOn.rawValue), reason: text(of: Field.reason.rawValue),
      ending: choice(of: Field.ending.rawValue) ?? "",
      note: text(of: isBackInLine ? Field.reason.rawValue : Field.note.rawValue))
    return try MoveEpisode(id: family, typed: typed)
      .facts(in: desk.caseload, lists: desk.lists, today: desk.today)
  }

  /// Lets only those fields of a move be filled in that its stage is made of.
  fileprivate mutating func enableForStage() {
    let stage = choice(of: Field.stage.rawValue).flatMap { EpisodeStage(rawValue: $0) }
    let wanted: [(Field, Bool)] = [
      (.volunteer, stage?.namesVolunteer ?? false), (.endingOn, stage == .endingPlanned),
      (.ending, stage == .ended), (.reason, stage?.isClosed ?? false || stage == .waiting),
      (.note, stage == .matched), (.accompaniedBy, stage == .introduced),
    ]
    for (field, isWanted) in wanted { update(field.rawValue) { $0.isEnabled = isWanted } }
  }
}

extension Effect {
  /// Records facts, goes back to the screen before and says which entry they became.
  static func recordAndReturn(_ facts: [Fact]) -> Effect {
    .record(facts) { kept, desk in [.pop, .say(.recorded(kept, at: desk))] }
  }
}

extension Message {
  /// "Recorded as entry 1042."
  static func recorded(_ kept: [KeptEntry], at desk: Desk) -> Message {
    Message(
      .done, desk.words("entry.recorded", ["entry": kept.last.map { $0.number.description } ?? ""]))
  }
}

extension FormScreen {
  /// Takes a check-in back with a reason.
  static func retractCheckIn(_ id: RecordID, at desk: Desk) -> FormScreen {
    let found = desk.caseload.checkIn(id)
    let day = found?.checkIn.current.map { desk.long($0.day) } ?? ""
    let family = found.map { desk.title(of: $0.family) } ?? ""
    return FormScreen(
      heading: desk.words("retract.checkin.title", ["family": family, "day": day]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractCheckIn(record: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }
}
