/// Everything that is known of one family: who they are, their episodes, visits, check-ins and plans.
public struct FamilyFile: Hashable, Sendable, Identifiable {
  /// The family's random identity.
  public let id: FamilyID
  /// The family's details, with their history.
  public internal(set) var details: Record<Family>
  /// The family's episodes, first to last.
  public internal(set) var episodes: [Episode] = []
  /// For each episode its moves with their history.
  public internal(set) var episodeLogs: [EpisodeLog] = []
  /// Moves that were decided elsewhere without knowing of the latest: kept, and not followed.
  public internal(set) var setAsideMoves: [SetAsideMove] = []
  /// The family's visits, in the order they were entered.
  public internal(set) var visits: [Record<Visit>] = []
  /// The family's check-ins, in the order they were entered.
  public internal(set) var checkIns: [Record<CheckIn>] = []
  /// Plans made outside a visit, with when each was made.
  public internal(set) var plans: [(made: Stamp, plan: VisitPlan)] = []
  /// Visits whose follow-up was done.
  public internal(set) var followUpsDone: Set<RecordID> = []
  /// Consents, life events and health reviews.
  public internal(set) var background = Background()
  /// Referrals, assessments and plans of support.
  public internal(set) var assessment = AssessmentFile()
  /// Who went out to visit the family, and came home.
  public internal(set) var outings = Outings()
  /// The services the family was pointed to and used.
  public internal(set) var services = ServiceUses()
  /// Reviews and feedback.
  public internal(set) var evaluation = Evaluations()
  /// What was done about records that is no version of them, in the order it was entered.
  public internal(set) var steps: [Version<FamilyStep>] = []
  /// The families whose records are in this file because they were merged into this one.
  public internal(set) var merged: [MergedFamily] = []
  /// Where each visit and check-in stands in its list.
  var indexes: [RecordID: Int] = [:]

  init(id: FamilyID, details: Record<Family>) {
    self.id = id
    self.details = details
  }

  /// The family as it is now.
  public var family: Family {
    guard let family = details.lastSaid else { preconditionFailure("a family is never taken back") }
    return family
  }
  /// The family's number.
  public var number: FamilyNumber { family.number }
  /// The episode now, or the last one.
  public var episode: Episode? { episodes.last }
  /// The number the next episode gets.
  var nextEpisode: EpisodeNumber { EpisodeNumber((episodes.map(\.number.count).max() ?? 0) + 1) }
  /// The volunteer matched with the family now.
  public var volunteer: VolunteerNumber? { episode?.state.volunteer }
  /// Every visit, those taken back too, latest day first.
  public var visitsNewestFirst: [Record<Visit>] {
    visits.sorted { left, right in
      let (leftDay, rightDay) = (left.lastSaid?.day ?? .earliest, right.lastSaid?.day ?? .earliest)
      return leftDay != rightDay ? leftDay > rightDay : left.original.stamp > right.original.stamp
    }
  }
  /// Visits that stand, latest day first.
  public var standingVisits: [Record<Visit>] { visitsNewestFirst.filter { !$0.isRetracted } }
  /// Check-ins that stand, oldest day first.
  public var standingCheckIns: [Record<CheckIn>] {
    checkIns.filter { !$0.isRetracted }.sorted { left, right in
      let (leftDay, rightDay) = (left.current?.day ?? .earliest, right.current?.day ?? .earliest)
      return leftDay != rightDay ? leftDay < rightDay : left.original.stamp < right.original.stamp
    }
  }
  /// The latest visit on which anybody was with the family.
  public var lastContact: Visit? {
    var latest: Visit?
    for record in visits {
      guard let visit = record.current, visit.outcome.contact != nil else { continue }
      if latest.map({ visit.day >= $0.day }) ?? true { latest = visit }
    }
    return latest
  }

  /// The visit planned next: the plan made last, unless a visit on its day or later has been written up
  /// (a cancelled one answers for its own day alone).
  public var plan: VisitPlan? {
    var latest: (made: Stamp, plan: VisitPlan)? = plans.last
    for record in visits {
      guard let next = record.current?.next else { continue }
      let made = FamilyFile.planned(next, in: record)
      if latest.map({ made > $0.made }) ?? true { latest = (made, next) }
    }
    guard let plan = latest?.plan else { return nil }
    let isMet = visits.contains { record in
      guard let visit = record.current else { return false }
      // A visit that is called off weeks ahead says nothing about the ones before it.
      if case .cancelled = visit.outcome { return visit.day == plan.day }
      return visit.day >= plan.day
    }
    return isMet ? nil : plan
  }

  /// When the plan of a visit was made: a later correction of something else makes no new plan.
  private static func planned(_ next: VisitPlan, in record: Record<Visit>) -> Stamp {
    guard record.isCorrected else { return record.original.stamp }
    let unchanged = record.versions.reversed().prefix { $0.value?.next == next }
    return unchanged.last?.stamp ?? record.latest.stamp
  }

  /// Follow-ups still to be done, each with the visit it came from.
  public var openFollowUps: [(visit: RecordID, followUp: FollowUp)] {
    visits.compactMap { record in
      guard let followUp = record.current?.followUp, !followUpsDone.contains(record.id) else { return nil }
      return (record.id, followUp)
    }
  }

  /// Two files are the same when everything in them is.
  public static func == (left: FamilyFile, right: FamilyFile) -> Bool {
    left.id == right.id && left.details == right.details && left.episodes == right.episodes
      && left.episodeLogs == right.episodeLogs && left.setAsideMoves == right.setAsideMoves
      && left.visits == right.visits && left.checkIns == right.checkIns
      && left.followUpsDone == right.followUpsDone && left.background == right.background
      && left.assessment == right.assessment && left.outings == right.outings
      && left.services == right.services && left.evaluation == right.evaluation
      && left.merged == right.merged
      && left.plans.elementsEqual(right.plans) { $0.made == $1.made && $0.plan == $1.plan }
  }

  /// Feeds the identity alone: equal files have equal ones.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
