internal import VisitModel

/// A plan of support: its day and episode outside, all else in the box.
extension WireOuter {
  mutating func set(_ plan: SupportPlan) throws(RecordError) {
    episode = try wireCount(plan.episode.count, "outer.episode")
    day = try wireDay(plan.made, "outer.day")
  }

  func supportPlan(_ box: WireSupportPlanBox) throws(RecordError) -> SupportPlan {
    guard box.hasEndingOn else { throw RecordError(.missing, "support_plan.ending_on") }
    var goals: [PlanGoal] = []
    for goal in box.goals { goals.append(try goal.planGoal(at: goals.count + 1)) }
    return SupportPlan(
      episode: try readEpisode(), made: try readDay(), goals: goals,
      endingOn: try VisitJournal.readDay(box.endingOn, "support_plan.ending_on"))
  }
}

extension WireSupportPlanBox {
  init(_ plan: SupportPlan, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    for goal in plan.goals { goals.append(try WirePlanGoal(goal, at: goals.count + 1)) }
    endingOn = try wireDay(plan.endingOn, "support_plan.ending_on")
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }
}

extension WirePlanGoal {
  /// A goal; its number is said where it is not that of its place.
  init(_ goal: PlanGoal, at place: Int) throws(RecordError) {
    self.init()
    if goal.number.count != place { number = try wireCount(goal.number.count, "plan_goal.number") }
    words = goal.words
    needs = goal.needs.map(\.rawValue)
    for action in goal.actions {
      var wire = WirePlanAction()
      wire.number = try wireCount(action.number.count, "plan_action.number")
      wire.what = action.what
      wire.who = action.who
      if let by = action.by { wire.by = try wireDay(by, "plan_action.by") }
      actions.append(wire)
    }
  }

  /// The goal; one without a number has that of its place.
  func planGoal(at place: Int) throws(RecordError) -> PlanGoal {
    var read: [PlanAction] = []
    for action in actions {
      read.append(
        PlanAction(
          number: ActionNumber(try readNumber(action.number, "plan_action.number")), what: action.what,
          who: action.who, by: action.hasBy ? try readDay(action.by, "plan_action.by") : nil))
    }
    return PlanGoal(
      number: GoalNumber(number == 0 ? place : try readNumber(number, "plan_goal.number")), words: words,
      needs: needs.map(NeedID.init(rawValue:)), actions: read)
  }
}
