// The commands on a match: making it, the introduction, ending it. Each is a move along the pathway.

/// Matches a family with a volunteer.
public struct MakeMatch: Sendable {
  /// The family.
  public let family: FamilyID
  /// The volunteer, as typed.
  public let volunteer: String
  /// The day, as typed; today where nothing is.
  public let day: String
  /// Why this volunteer.
  public let why: String

  /// A match of a family with a volunteer.
  public init(family: FamilyID, volunteer: String, day: String = "", why: String = "") {
    self.family = family
    self.volunteer = volunteer
    self.day = day
    self.why = why
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal that names what the volunteer is missing where they are not ready.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    let move = TypedMove(stage: EpisodeStage.matched.rawValue, day: day, volunteer: volunteer, note: why)
    return try MoveEpisode(id: family, typed: move).facts(in: caseload, lists: lists, today: today)
  }
}

/// Introduces the volunteer to the family; somebody of the office always goes along.
public struct IntroduceMatch: Sendable {
  /// The family.
  public let family: FamilyID
  /// Who of the office went along.
  public let accompaniedBy: String
  /// The day, as typed; today where nothing is.
  public let day: String

  /// An introduction on a day.
  public init(family: FamilyID, accompaniedBy: String, day: String = "") {
    self.family = family
    self.accompaniedBy = accompaniedBy
    self.day = day
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    var checking = Checking()
    let who = checking.line(.accompaniedBy, accompaniedBy)
    var facts: [Fact] = []
    do throws(Refusal) {
      let move = TypedMove(stage: EpisodeStage.introduced.rawValue, day: day, note: who ?? "")
      facts = try MoveEpisode(id: family, typed: move).facts(in: caseload, lists: lists, today: today)
    } catch {
      checking.add(error)
    }
    try checking.finish()
    return facts
  }
}

/// Ends a match; the family waits for another volunteer.
public struct EndMatch: Sendable {
  /// The family.
  public let family: FamilyID
  /// Why.
  public let reason: String
  /// The day, as typed; today where nothing is.
  public let day: String

  /// The end of a match for a reason.
  public init(family: FamilyID, reason: String, day: String = "") {
    self.family = family
    self.reason = reason
    self.day = day
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    var checking = Checking()
    let why = checking.reason(reason)
    var facts: [Fact] = []
    do throws(Refusal) {
      let move = TypedMove(stage: EpisodeStage.waiting.rawValue, day: day, note: why?.text ?? "")
      facts = try MoveEpisode(id: family, typed: move).facts(in: caseload, lists: lists, today: today)
    } catch {
      checking.add(error)
    }
    try checking.finish()
    return facts
  }
}

/// A volunteer who was named with a family and is so no more.
public struct EndedMatch: Hashable, Sendable {
  /// The family.
  public let family: FamilyID
  /// The volunteer of before.
  public let volunteer: VolunteerNumber
}

extension Caseload {
  /// The matches that facts will end, once they are recorded.
  public func matchesEnded(by facts: [Fact]) -> [EndedMatch] {
    facts.flatMap { fact -> [EndedMatch] in
      guard case .episodeMoved(let family, let move) = fact,
        let former = families.standing(of: family)?.volunteer, former != move.state.volunteer
      else { return [] }
      return parts(of: family).map { EndedMatch(family: $0, volunteer: former) }
    }
  }
}

extension Checking {
  /// Refuses a match with a volunteer who is not ready on its day, naming everything that is missing; nothing overrules it
  /// (`product.md`, rule 13).
  mutating func requireReady(_ volunteer: VolunteerNumber, in caseload: Caseload, on day: Day) {
    let readiness = VolunteerRoll(caseload, on: day).readiness(of: volunteer)
    if !readiness.isReady { fail(.volunteer, .notReady(volunteer, readiness.gaps)) }
  }
}
