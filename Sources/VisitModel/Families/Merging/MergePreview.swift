/// What merging two families will do, before it is done: who goes where, how much, and what does not fit together.
public struct MergePreview: Hashable, Sendable {
  /// The family whose number is not used any more, as it is now.
  public let family: FamilyFile
  /// The family whose number goes on, as it is now.
  public let into: FamilyFile
  /// What becomes of each person of ``family``.
  public let people: [PersonInMerge]
  /// How much of each kind comes with ``family``; kinds of which there is nothing are not named.
  public let amounts: [MergeAmount]
  /// What does not fit together, what stops the merge first.
  public let clashes: [MergeClash]

  /// Whether something has to be settled before the two can be one.
  public var isStopped: Bool { clashes.contains(where: \.stops) }
}

/// A person of a family that is merged, and who they are in the family that goes on.
public struct PersonInMerge: Hashable, Sendable {
  /// The person.
  public let person: Person
  /// Their number from then on.
  public let number: PersonNumber
  /// The person of the other family who is the same; nil for somebody who was not in it.
  public let same: Person?
}

/// How much of a kind comes with a family.
public struct MergeAmount: Hashable, Sendable {
  /// What.
  public let kind: MergedKind
  /// How much.
  public let count: Int

  /// How much of each kind there is in a file that is put together of some families.
  static func all(of file: FamilyFile, _ parts: [FamilyID], in caseload: Caseload) -> [MergeAmount] {
    MergedKind.allCases.map { kind in
      let concerns = kind == .concerns ? caseload.concerns.count(raisedAbout: parts) : 0
      return MergeAmount(kind: kind, count: kind.count(of: file) + concerns)
    }.filter { $0.count > 0 }
  }
}

/// What a family's file is made of, as it is counted before a merge.
public enum MergedKind: String, CaseIterable, Hashable, Sendable {
  case episodes, referrals, assessments, supportPlans, visits, followUps, checkIns, reviews, consents,
    lifeEvents
  case healthReviews, services, feedback, letters, outings, concerns

  /// How much of it stands in a family's file; concerns stand in a book of their own.
  fileprivate func count(of file: FamilyFile) -> Int {
    switch self {
    case .episodes: file.episodes.count
    case .referrals: file.assessment.referrals.count { !$0.isRetracted }
    case .assessments: file.assessment.assessments.count { !$0.isRetracted }
    case .supportPlans: file.assessment.plans.count { !$0.isRetracted }
    case .visits: file.visits.count { !$0.isRetracted }
    case .followUps: file.openFollowUps.count
    case .checkIns: file.checkIns.count { !$0.isRetracted }
    case .reviews: file.evaluation.standingReviews.count
    case .consents: file.background.consents.count { !$0.isRetracted }
    case .lifeEvents: file.background.lifeEvents.count { !$0.isRetracted }
    case .healthReviews: file.background.healthReviews.count { !$0.isRetracted }
    case .services: file.services.standing.count
    case .feedback: file.evaluation.standingFeedback.count
    case .letters: file.evaluation.letters.count
    case .outings: file.outings.open.count
    case .concerns: 0
    }
  }
}

/// What does not fit together in two families that are to be one.
public enum MergeClash: Hashable, Sendable {
  /// Both have an open episode, each with the volunteer matched in it. One has to end first.
  case episodes(EpisodeState, EpisodeState)
  /// They live at different addresses; the one of the family that goes on stands.
  case address(String, String)
  /// Social care says different things of them; the later one stands.
  case socialCare(SocialCareStatus, SocialCareStatus)
  /// One person was born on two days; the one of the family that goes on stands.
  case birth(Person, Person)
  /// Both have a visit planned; the plan made last stands.
  case plans(VisitPlan, VisitPlan)
  /// One agreed to something that the other withdrew; the agreement would hold.
  case consent(ConsentScope, withdrawn: FamilyNumber)
  /// One of them may not be erased: from then on neither may.
  case hold(FamilyNumber)

  /// Whether the merge waits for it.
  public var stops: Bool { if case .episodes = self { true } else { false } }
}

extension MergePreview {
  /// What merging a family into another will do.
  init(
    _ family: FamilyFile, into: FamilyFile, same: [PersonNumber: PersonNumber], in caseload: Caseload,
    on day: Day
  ) {
    self.family = family
    self.into = into
    var next = into.highestPerson
    people = family.family.people.map { person in
      let there = same[person.number].flatMap { into.family.person($0) }
      if there == nil { next += 1 }
      return PersonInMerge(person: person, number: there?.number ?? PersonNumber(next), same: there)
    }
    amounts = MergeAmount.all(of: family, caseload.parts(of: family.id), in: caseload)
    clashes = MergeClash.all(family, into, people, in: caseload, on: day)
  }
}

extension FamilyFile {
  /// The highest number that a person of the family ever had.
  fileprivate var highestPerson: Int {
    details.versions.flatMap { $0.value?.people ?? [] }.map(\.number.count).max() ?? 0
  }
}

extension MergeClash {
  fileprivate static func all(
    _ family: FamilyFile, _ into: FamilyFile, _ people: [PersonInMerge], in caseload: Caseload, on day: Day
  ) -> [MergeClash] {
    var clashes: [MergeClash] = []
    if let one = family.openState, let other = into.openState { clashes.append(.episodes(one, other)) }
    if let home = family.family.address, let there = into.family.address, home != there {
      clashes.append(.address(home, there))
    }
    if let one = family.family.socialCare.last, let other = into.family.socialCare.last,
      one.level != other.level
    {
      clashes.append(.socialCare(one, other))
    }
    for person in people {
      guard let same = person.same, same.birth != .unknown, person.person.birth != .unknown,
        same.birth != person.person.birth
      else { continue }
      clashes.append(.birth(person.person, same))
    }
    if let one = family.plan, let other = into.plan { clashes.append(.plans(one, other)) }
    clashes += withdrawn(by: into, given: family, on: day) + withdrawn(by: family, given: into, on: day)
    if (caseload.hold(on: family.id) == nil) != (caseload.hold(on: into.id) == nil) {
      clashes.append(.hold(caseload.hold(on: family.id) == nil ? into.number : family.number))
    }
    return clashes
  }

  private static func withdrawn(by family: FamilyFile, given other: FamilyFile, on day: Day) -> [MergeClash] {
    family.background.withdrawals.compactMap { withdrawal -> MergeClash? in
      guard let scope = family.background.consent(withdrawal.consent)?.current?.scope,
        !family.background.permits(scope, on: day), other.background.permits(scope, on: day)
      else { return nil }
      return .consent(scope, withdrawn: family.number)
    }
  }
}

extension FamilyFile {
  /// The state of the open episode; nil where none is open.
  var openState: EpisodeState? {
    guard let state = episode?.state, !state.stage.isClosed else { return nil }
    return state
  }
}
