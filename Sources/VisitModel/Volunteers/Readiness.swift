/// Whether a volunteer is ready to be matched with a family, and what is missing where they are not (`product.md`,
/// rule 13).
public struct Readiness: Hashable, Sendable {
  /// What is missing; nothing where the volunteer is ready.
  public let gaps: [ReadinessGap]
  /// The families the volunteer is matched with now.
  public let families: Int
  /// The most families the volunteer takes at once.
  public let capacity: Int

  /// Whether nothing is missing.
  public var isReady: Bool { gaps.isEmpty }

  /// Where the volunteer stands, in one word.
  public var standing: VolunteerStanding {
    if gaps.contains(.inactive) { return .inactive }
    if gaps.contains(where: \.isPreparation) { return .preparing }
    if gaps.contains(where: \.isLapse) { return .lapsed }
    return gaps.isEmpty ? .ready : .full
  }
}

/// Where a volunteer stands, in the order of lists and summaries.
public enum VolunteerStanding: String, CaseIterable, Hashable, Sendable {
  /// May be matched.
  case ready
  /// Visits as many families as they take.
  case full
  /// Was ready, and something has run out since.
  case lapsed
  /// On the way to being ready.
  case preparing
  /// Does not visit at present.
  case inactive
}

/// One thing that stands between a volunteer and a match.
public enum ReadinessGap: Hashable, Sendable {
  /// The volunteer does not visit at present.
  case inactive
  /// No check was seen.
  case noCheck
  /// The check wanted doing again by that day.
  case checkExpired(Day)
  /// The preparation course is not finished.
  case unprepared
  /// Too few references speak for the volunteer.
  case references(given: Int, wanted: Int)
  /// Supervision was due on that day.
  case supervisionDue(Day)
  /// The volunteer has as many families as they take.
  case full(families: Int, capacity: Int)

  /// What a front end looks its words up by.
  public var key: String {
    switch self {
    case .inactive: "inactive"
    case .noCheck: "noCheck"
    case .checkExpired: "checkExpired"
    case .unprepared: "unprepared"
    case .references: "references"
    case .supervisionDue: "supervisionDue"
    case .full: "full"
    }
  }

  fileprivate var isPreparation: Bool {
    switch self {
    case .noCheck, .unprepared, .references: true
    case .inactive, .checkExpired, .supervisionDue, .full: false
    }
  }

  fileprivate var isLapse: Bool {
    switch self {
    case .checkExpired, .supervisionDue: true
    case .inactive, .noCheck, .unprepared, .references, .full: false
    }
  }
}

/// The readiness of every volunteer on a day: the families are gone through once for all of them.
public struct VolunteerRoll: Sendable {
  private let caseload: Caseload
  private let today: Day
  private var matches: [VolunteerNumber: [(family: FamilyStanding, since: Day)]] = [:]

  /// The volunteers of a caseload on a day.
  public init(_ caseload: Caseload, on today: Day) {
    self.caseload = caseload
    self.today = today
    for family in caseload.families.activeStandings {
      guard let volunteer = family.volunteer, let episode = family.episode else { continue }
      matches[volunteer, default: []].append((family, episode.matchedSince))
    }
  }

  /// The families a volunteer is matched with, by number.
  public func families(of volunteer: VolunteerNumber) -> [FamilyStanding] {
    (matches[volunteer] ?? []).map(\.family)
  }

  /// Whether a volunteer is ready for one more family.
  public func readiness(of number: VolunteerNumber) -> Readiness {
    let limits = caseload.scheme.limits
    let file = caseload.volunteerFile(number)
    let volunteer = caseload.volunteers[number]
    let own = matches[number] ?? []
    var gaps: [ReadinessGap] = []
    if volunteer?.isActive != true { gaps.append(.inactive) }
    if let check = file.check {
      let due = check.day.advanced(byYears: limits.vettingYears)
      if due <= today { gaps.append(.checkExpired(due)) }
    } else {
      gaps.append(.noCheck)
    }
    if file.preparedOn == nil { gaps.append(.unprepared) }
    let references = file.goodReferences.count
    if references < limits.referencesWanted {
      gaps.append(.references(given: references, wanted: limits.referencesWanted))
    }
    if let due = supervisionDue(of: number), due < today { gaps.append(.supervisionDue(due)) }
    let capacity = volunteer?.capacity ?? limits.familiesMax
    if own.count >= capacity { gaps.append(.full(families: own.count, capacity: capacity)) }
    return Readiness(gaps: gaps, families: own.count, capacity: capacity)
  }

  /// The day a volunteer's next supervision is due: so many weeks after the last one, or after they were first matched.
  /// Somebody who was never supervised and visits nobody has nothing to be supervised for yet.
  public func supervisionDue(of number: VolunteerNumber) -> Day? {
    let last = caseload.volunteerFile(number).supervision?.day
    let since = last ?? matches[number]?.map(\.since).min()
    return since.map { $0.advanced(by: caseload.scheme.limits.supervisionWeeks * 7) }
  }
}

extension Episode {
  /// The day the volunteer of now was named, in the unbroken run of moves that name them.
  public var matchedSince: Day {
    moves.reversed().prefix { $0.state.volunteer == state.volunteer }.last?.day ?? since
  }
}
