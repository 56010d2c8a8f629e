/// Referrals, assessments and plans of a family, each in the order they were entered; those taken back too.
public struct AssessmentFile: Hashable, Sendable {
  /// The referrals.
  public internal(set) var referrals: [Record<Referral>] = []
  /// The assessments.
  public internal(set) var assessments: [Record<Assessment>] = []
  /// The plans of support.
  public internal(set) var plans: [Record<SupportPlan>] = []
  /// What was done of the plans, by plan and action.
  var done: [RecordID: [ActionNumber: Day]] = [:]

  /// Nothing yet.
  init() {}

  /// Takes in one more entry.
  mutating func take(_ fact: AssessmentFact, _ kept: KeptEntry) -> Taken {
    switch fact {
    case .referralRecorded(let referral):
      referrals.append(Record(first: Version(kept, value: referral)))
      return .begins
    case .assessmentRecorded(let assessment):
      assessments.append(Record(first: Version(kept, value: assessment)))
      return .begins
    case .planMade(let plan):
      plans.append(Record(first: Version(kept, value: plan)))
      return .begins
    case .referralAmended(let amendment, let referral):
      return referrals.correct(
        amendment.record, Version(kept, value: referral, reason: amendment.reason))
    case .assessmentAmended(let amendment, let assessment):
      return assessments.correct(
        amendment.record, Version(kept, value: assessment, reason: amendment.reason))
    case .planAmended(let amendment, let plan):
      return plans.correct(amendment.record, Version(kept, value: plan, reason: amendment.reason))
    case .actionTicked(let tick):
      guard supportPlan(tick.plan) != nil else { return .unknown }
      done[tick.plan, default: [:]][tick.action] = tick.done
      return .known
    case .retracted(let amendment): return takeBack(amendment, kept)
    }
  }

  private mutating func takeBack(_ amendment: Amendment, _ kept: KeptEntry) -> Taken {
    let (id, why) = (amendment.record, amendment.reason)
    if referral(id) != nil { return referrals.correct(id, Version(kept, value: nil, reason: why)) }
    if assessment(id) != nil { return assessments.correct(id, Version(kept, value: nil, reason: why)) }
    return plans.correct(id, Version(kept, value: nil, reason: why))
  }

  /// The referral of that identity.
  public func referral(_ id: RecordID) -> Record<Referral>? { referrals.first { $0.id == id } }
  /// The assessment of that identity.
  public func assessment(_ id: RecordID) -> Record<Assessment>? { assessments.first { $0.id == id } }
  /// The plan of that identity.
  public func supportPlan(_ id: RecordID) -> Record<SupportPlan>? { plans.first { $0.id == id } }

  /// The referral that opened an episode, where one stands.
  public func referral(of episode: EpisodeNumber) -> Record<Referral>? {
    referrals.last { $0.current?.episode == episode }
  }
  /// The assessment of an episode, where one stands.
  public func assessment(of episode: EpisodeNumber) -> Record<Assessment>? {
    assessments.last { $0.current?.episode == episode }
  }
  /// The plan of an episode, where one stands.
  public func supportPlan(of episode: EpisodeNumber) -> Record<SupportPlan>? {
    plans.last { $0.current?.episode == episode }
  }

  /// The day something of a plan was done; nil where it is to be done still.
  public func doneOn(_ action: ActionNumber, of plan: RecordID) -> Day? { done[plan]?[action] }

  /// What takes a record of this file back; nil where it has none of that identity.
  func retraction(of record: RecordID, because reason: String) throws(Refusal) -> Amendment? {
    if let referral = referral(record) { return try referral.retraction(because: reason) }
    if let assessment = assessment(record) { return try assessment.retraction(because: reason) }
    return try supportPlan(record)?.retraction(because: reason)
  }
}

extension Array {
  /// Adds a version to the record of that identity.
  mutating func correct<Value>(_ id: RecordID, _ version: Version<Value>) -> Taken
  where Element == Record<Value> {
    guard let index = firstIndex(where: { $0.id == id }) else { return .unknown }
    self[index].add(version)
    return .known
  }
}
