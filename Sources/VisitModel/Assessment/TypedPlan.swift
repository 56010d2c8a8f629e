/// A plan of support as it was typed, goal by goal: the shape of a draft.
public struct TypedPlan: Hashable, Sendable {
  /// The day it was agreed; today where it is empty.
  public var made: String
  /// The day on which support is to end.
  public var endingOn: String
  /// The goals, in order.
  public var goals: [TypedGoal]

  /// A plan as typed.
  public init(made: String = "", endingOn: String = "", goals: [TypedGoal] = []) {
    self.made = made
    self.endingOn = endingOn
    self.goals = goals
  }

  /// A recorded plan as it would have been typed, to be amended.
  public init(_ plan: SupportPlan) {
    self.init(
      made: plan.made.description, endingOn: plan.endingOn.description,
      goals: plan.goals.map { goal in
        TypedGoal(
          number: goal.number, words: goal.words, needs: goal.needs.map(\.rawValue).joined(separator: ","),
          actions: goal.actions.map { action in
            TypedAction(
              number: action.number, what: action.what, who: action.who, by: action.by?.description ?? "")
          })
      })
  }
}

/// A goal as typed.
public struct TypedGoal: Hashable, Sendable {
  /// Its number, where it has one already.
  public var number: GoalNumber?
  /// The family's words.
  public var words: String
  /// The needs it serves, with commas.
  public var needs: String
  /// What will be done.
  public var actions: [TypedAction]

  /// A goal as typed.
  public init(
    number: GoalNumber? = nil, words: String = "", needs: String = "", actions: [TypedAction] = []
  ) {
    self.number = number
    self.words = words
    self.needs = needs
    self.actions = actions
  }

  /// Whether nothing was typed of it.
  var isEmpty: Bool {
    trimmedText(words).isEmpty && trimmedText(needs).isEmpty && actions.allSatisfy(\.isEmpty)
  }
}

/// Something to be done, as typed.
public struct TypedAction: Hashable, Sendable {
  /// Its number, where it has one already.
  public var number: ActionNumber?
  /// What is to be done.
  public var what: String
  /// Who will do it.
  public var who: String
  /// The day by which it is to be done.
  public var by: String

  /// Something to be done, as typed.
  public init(number: ActionNumber? = nil, what: String = "", who: String = "", by: String = "") {
    self.number = number
    self.what = what
    self.who = who
    self.by = by
  }

  /// Whether nothing was typed of it.
  var isEmpty: Bool { trimmedText(what).isEmpty && trimmedText(who).isEmpty && trimmedText(by).isEmpty }
}

extension TypedPlan {
  /// The plan that was typed, once every rule holds. Numbers of goals and actions that were ever given are not given
  /// to others.
  func checked(
    for episode: EpisodeNumber, lists: SchemeLists, today: Day, replacing old: Record<SupportPlan>? = nil
  ) throws(Refusal) -> SupportPlan {
    var checking = Checking()
    let made = trimmedText(self.made).isEmpty ? today : checking.pastDay(.date, self.made, today: today)
    let ending = checking.plannedDay(.endingOn, endingOn, today: today, since: made)
    if trimmedText(endingOn).isEmpty { checking.fail(.endingOn, .missing) }
    let given = old?.versions.flatMap { $0.value?.actions.map(\.number.count) ?? [] } ?? []
    var last = given.max() ?? 0
    var lastGoal = old?.versions.flatMap { $0.value?.goals.map(\.number.count) ?? [] }.max() ?? 0
    var goals: [PlanGoal] = []
    for typed in self.goals where !typed.isEmpty {
      let words = checking.text(.goal, typed.words, max: TextLimit.note)
      if words == nil { checking.fail(.goal, .missing) }
      let kept = old?.lastSaid?.goals.flatMap(\.needs)
      let needs: [NeedID] = checking.entries(.goalNeeds, typed.needs, of: lists, keeping: kept)
      var actions: [PlanAction] = []
      for action in typed.actions where !action.isEmpty {
        let what = checking.text(.planAction, action.what, max: TextLimit.line)
        if what == nil { checking.fail(.planAction, .missing) }
        let who = checking.text(.planActionWho, action.who, max: TextLimit.line)
        let by = checking.plannedDay(.planActionBy, action.by, today: today, since: made)
        if action.number == nil { last += 1 }
        actions.append(
          PlanAction(
            number: action.number ?? ActionNumber(last), what: what ?? "", who: who ?? "", by: by))
      }
      if typed.number == nil { lastGoal += 1 }
      goals.append(
        PlanGoal(
          number: typed.number ?? GoalNumber(lastGoal), words: words ?? "", needs: needs, actions: actions))
    }
    if goals.isEmpty { checking.fail(.goal, .missing) }
    try checking.finish()
    guard let made, let ending else { throw Refusal(.endingOn, .missing) }
    return SupportPlan(episode: episode, made: made, goals: goals, endingOn: ending)
  }
}
