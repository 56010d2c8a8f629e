import Terminal
import VisitLibrary
import VisitModel

// A family's plan of support: making it, changing it, ticking off what was done.

extension FormScreen {
  /// Rows for actions that each goal has beyond those that are there.
  private static let freeActions = 2
  /// Goals the form has room for beyond those that are there.
  private static let freeGoals = 2

  /// Makes a family's plan, or changes the one that stands.
  static func supportPlan(_ file: FamilyFile, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    let id = file.id
    let old = file.supportPlan
    let before = old?.current.map { TypedPlan($0) } ?? TypedPlan(goals: [])
    var fields: [FormField] = [
      .line(.date, before.made.isEmpty ? desk.long(desk.today) : before.made, at: desk, width: 16),
      .line(.endingOn, before.endingOn, at: desk, width: 16, isRequired: true),
    ]
    let free = max(1, freeGoals - before.goals.count)
    for (index, goal) in (before.goals + Array(repeating: TypedGoal(), count: free)).enumerated() {
      fields += goalFields(index, goal, at: desk)
    }
    if old != nil { fields.append(.line(.reason, at: desk, isRequired: true)) }
    return FormScreen(
      heading: desk.words("supportplan.title", ["family": desk.title(of: file)]),
      explanation: desk.words(old == nil ? "supportplan.text" : "amendfamily.text"), form: Form(fields),
      key: Draft.Key(form: .supportPlan, family: id), draft: draft
    ) { form, desk throws(Refusal) in
      let typed = form.typedPlan(over: before)
      guard let old else {
        return [
          .recordAndReturn(
            try MakePlan(family: id, typed: typed)
              .facts(in: desk.caseload, lists: desk.lists, today: desk.today))
        ]
      }
      return [
        .recordAndReturn(
          try AmendPlan(record: old.id, typed: typed, reason: form.text(of: Field.reason.rawValue))
            .facts(in: desk.caseload, lists: desk.lists, today: desk.today))
      ]
    }
  }

  private static func goalFields(_ index: Int, _ goal: TypedGoal, at desk: Desk) -> [FormField] {
    var fields = [
      FormField(
        id: Field.goal.rawValue + "\(index)",
        label: desk.words("supportplan.goal", ["number": "\(index + 1)"]),
        kind: .line(goal.words, maxLength: TextLimit.line),
        hint: index == 0 ? desk.words("supportplan.goal.hint") : nil),
      FormField(
        id: Field.goalNeeds.rawValue + "\(index)", label: desk.words.name(of: .goalNeeds),
        kind: .line(goal.needs, maxLength: TextLimit.line),
        hint: index == 0 ? desk.words("supportplan.needs.hint") : nil),
    ]
    let rows = goal.actions + Array(repeating: TypedAction(), count: freeActions)
    for (place, action) in rows.enumerated() {
      let number = Form.place(goal: index, action: place)
      fields += [
        FormField(
          id: Field.planAction.rawValue + number, label: desk.words.name(of: .planAction),
          kind: .line(action.what, maxLength: TextLimit.line), row: 1_000 + index * 100 + place, width: 26),
        FormField(
          id: Field.planActionWho.rawValue + number, label: desk.words.name(of: .planActionWho),
          kind: .line(action.who, maxLength: TextLimit.line), row: 1_000 + index * 100 + place, width: 10),
        FormField(
          id: Field.planActionBy.rawValue + number, label: desk.words.name(of: .planActionBy),
          kind: .line(action.by, maxLength: 20), row: 1_000 + index * 100 + place, width: 12),
      ]
    }
    return fields
  }

  /// Ticks off something that the plan promises.
  static func tickAction(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let open = file.openActions.map { action in
      let due = action.by.map { desk.words("family.followup.by", ["day": desk.long($0)]) } ?? ""
      return ChoiceOption(id: action.number.description, label: action.what.oneLine + due)
    }
    let id = file.id
    return FormScreen(
      heading: desk.words("tickaction.title", ["family": desk.title(of: file)]),
      form: Form([
        .choice(.planAction, open, selected: open.first?.id, at: desk, appearance: .list),
        .line(.date, desk.long(desk.today), at: desk, width: 16),
      ])
    ) { form, desk throws(Refusal) in
      let facts = try TickAction(
        family: id, action: form.choice(of: Field.planAction.rawValue) ?? "",
        day: form.text(of: Field.date.rawValue)
      ).facts(in: desk.caseload, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }
}

extension Form {
  /// What the fields of an action are numbered with: its goal, then its row.
  fileprivate static func place(goal: Int, action: Int) -> String {
    "\(goal)" + (action < 10 ? "0\(action)" : "\(action)")
  }

  /// The plan as it stands in the form; the first rows are the actions known already, who keep their numbers.
  fileprivate func typedPlan(over known: TypedPlan) -> TypedPlan {
    var plan = TypedPlan(
      made: text(of: Field.date.rawValue), endingOn: text(of: Field.endingOn.rawValue))
    var goal = 0
    while has(Field.goal.rawValue + "\(goal)") {
      var typed = TypedGoal(
        number: goal < known.goals.count ? known.goals[goal].number : nil,
        words: text(of: Field.goal.rawValue + "\(goal)"),
        needs: text(of: Field.goalNeeds.rawValue + "\(goal)"))
      let before = goal < known.goals.count ? known.goals[goal].actions : []
      var row = 0
      while has(Field.planAction.rawValue + Form.place(goal: goal, action: row)) {
        let number = Form.place(goal: goal, action: row)
        typed.actions.append(
          TypedAction(
            number: row < before.count ? before[row].number : nil,
            what: text(of: Field.planAction.rawValue + number),
            who: text(of: Field.planActionWho.rawValue + number),
            by: text(of: Field.planActionBy.rawValue + number)))
        row += 1
      }
      plan.goals.append(typed)
      goal += 1
    }
    return plan
  }
}
