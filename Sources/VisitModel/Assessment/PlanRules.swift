// The commands on plans of support: making one, changing it, ticking off what was done.

/// Makes the plan of support of a family's open episode.
public struct MakePlan: Sendable {
  /// The family.
  public let family: FamilyID
  /// The plan as it was typed.
  public let typed: TypedPlan

  /// A plan to be made.
  public init(family: FamilyID, typed: TypedPlan) {
    self.family = family
    self.typed = typed
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode, !episode.state.stage.isClosed else {
      throw Refusal(.family, .noOpenEpisode)
    }
    if file.assessment.supportPlan(of: episode.number) != nil { throw Refusal(.family, .hasPlan) }
    let plan = try typed.checked(for: episode.number, lists: lists, today: today)
    return [.assessment(family, .planMade(plan))]
  }
}

/// Changes a plan: a new version, the ones before stay to be seen, and what was done stays done.
public struct AmendPlan: Sendable {
  /// The plan.
  public let record: RecordID
  /// The plan as it should be, as typed.
  public let typed: TypedPlan
  /// Why.
  public let reason: String

  /// A change of a plan for a reason.
  public init(record: RecordID, typed: TypedPlan, reason: String) {
    self.record = record
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.family(holding: record), let old = file.assessment.supportPlan(record),
      let said = old.lastSaid
    else { throw Refusal(.record, .noSuchRecord(record.description)) }
    var checking = Checking()
    var amended: SupportPlan?
    do throws(Refusal) {
      amended = try typed.checked(for: said.episode, lists: lists, today: today, replacing: old)
    } catch {
      checking.add(error)
    }
    let amendment = checking.amendment(of: old, because: reason)
    try checking.finish()
    guard let amended, let amendment else { throw Refusal(.reason, .missing) }
    if amended == old.current { throw Refusal(.record, .nothingChanged) }
    return [.assessment(file.id, .planAmended(amendment, amended))]
  }
}

/// Ticks off something of a family's plan, or says that it is not done after all.
public struct TickAction: Sendable {
  /// The family.
  public let family: FamilyID
  /// The number of the action, as typed.
  public let action: String
  /// The day it was done, as typed; today where it is empty.
  public let day: String
  /// Whether it is to be done still.
  public let isUndone: Bool

  /// An action that was done.
  public init(family: FamilyID, action: String, day: String = "", isUndone: Bool = false) {
    self.family = family
    self.action = action
    self.day = day
    self.isUndone = isUndone
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[family] else { throw Refusal(.family, .missing) }
    guard let record = file.supportPlan, let plan = record.current else { throw Refusal(.family, .noPlan) }
    var checking = Checking()
    let number = ActionNumber(typed: trimmedText(action))
    let known = plan.actions.map { "\($0.number) \($0.what)" }
    let wanted = plan.actions.first { $0.number == number }
    if wanted == nil { checking.fail(.planAction, .noSuchAction(action, known: known)) }
    let done = trimmedText(day).isEmpty ? today : checking.pastDay(.date, day, today: today)
    let before = wanted.flatMap { file.assessment.doneOn($0.number, of: record.id) }
    if wanted != nil, (before == nil) == isUndone { checking.fail(.planAction, .nothingChanged) }
    try checking.finish()
    guard let wanted else { throw Refusal(.planAction, .missing) }
    return [
      .assessment(
        family,
        .actionTicked(ActionTick(plan: record.id, action: wanted.number, done: isUndone ? nil : done)))
    ]
  }
}

extension FamilyFile {
  /// The plan of the episode now, where one stands.
  public var supportPlan: Record<SupportPlan>? { episode.flatMap { assessment.supportPlan(of: $0.number) } }

  /// What the plan of the episode now promises and nobody did yet, in the plan's order.
  public var openActions: [PlanAction] {
    guard let plan = supportPlan, let episode, !episode.state.stage.isClosed else { return [] }
    return (plan.current?.actions ?? []).filter { assessment.doneOn($0.number, of: plan.id) == nil }
  }
}
