// The commands on families: adding one, amending it, moving its episode along the pathway.

/// Adds a family and opens its first episode.
public struct AddFamily: Sendable {
  /// The family as it was typed.
  public let typed: TypedFamily
  /// Where the family stands when it is added, as typed.
  public let move: TypedMove
  /// The random identity the family gets.
  public let id: FamilyID

  /// A family to be added at a place on the pathway.
  public init(typed: TypedFamily, move: TypedMove, id: FamilyID) {
    self.typed = typed
    self.move = move
    self.id = id
  }

  /// The facts to record: the family, and the opening of its first episode.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    var problems: [Problem] = []
    var family: Family?
    var opening: EpisodeMove?
    do throws(Refusal) {
      family = try typed.checked(number: caseload.nextFamilyNumber, lists: lists, today: today)
    } catch {
      problems += error.problems
    }
    do throws(Refusal) {
      opening = try move.checked(episode: EpisodeNumber(1), from: nil, in: caseload, today: today)
    } catch {
      problems += error.problems
    }
    guard problems.isEmpty, let family, let opening else { throw Refusal(problems) }
    return [.familyAdded(id, family), .episodeOpened(id, opening)]
  }
}

/// Amends what is known of a family.
public struct AmendFamily: Sendable {
  /// The family.
  public let id: FamilyID
  /// The family as it should be, as typed.
  public let typed: TypedFamily
  /// Why.
  public let reason: String

  /// An amendment of a family for a reason.
  public init(id: FamilyID, typed: TypedFamily, reason: String) {
    self.id = id
    self.typed = typed
    self.reason = reason
  }

  /// The fact to record.
  public func facts(in caseload: Caseload, lists: SchemeLists, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[id] else { throw Refusal(.family, .missing) }
    var checking = Checking()
    var family: Family?
    do throws(Refusal) {
      family = try typed.checked(number: file.number, lists: lists, today: today, replacing: file.details)
    } catch {
      checking.add(error)
    }
    let why = checking.reason(reason)
    try checking.finish()
    guard let family, let why else { throw Refusal(.reason, .missing) }
    if family == file.family { throw Refusal(.family, .nothingChanged) }
    return [.familyAmended(id, family, why)]
  }
}

/// Moves a family's episode to another stage, or opens a new one after the last has ended.
public struct MoveEpisode: Sendable {
  /// The family.
  public let id: FamilyID
  /// The move as it was typed.
  public let typed: TypedMove

  /// A move of a family's episode.
  public init(id: FamilyID, typed: TypedMove) {
    self.id = id
    self.typed = typed
  }

  /// The fact to record.
  ///
  /// - Throws: A refusal that names the moves the table allows where this one is not among them.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    guard let file = caseload.families[id] else { throw Refusal(.family, .missing) }
    guard let episode = file.episode, !episode.state.stage.isClosed else {
      let number = EpisodeNumber((file.episode?.number.count ?? 0) + 1)
      return [.episodeOpened(id, try typed.checked(episode: number, from: nil, in: caseload, today: today))]
    }
    let move = try typed.checked(
      episode: episode.number, from: episode.state, in: caseload, today: today)
    if case .accepted = move.state { try file.requireAgreement(to: episode.number) }
    return [.episodeMoved(id, move)]
  }
}

/// A move of an episode as it was typed.
public struct TypedMove: Hashable, Sendable {
  /// The stage to move to.
  public var stage: String
  /// The day of the move; today where it is empty.
  public var day: String
  /// The volunteer, where the stage names one.
  public var volunteer: String
  /// The day the ending is planned for, where it is.
  public var endingOn: String
  /// Why, where the stage asks for a reason.
  public var reason: String

  /// A move to a stage.
  public init(
    stage: String = "", day: String = "", volunteer: String = "", endingOn: String = "", reason: String = ""
  ) {
    self.stage = stage
    self.day = day
    self.volunteer = volunteer
    self.endingOn = endingOn
    self.reason = reason
  }

  /// The move that was typed, once the table of the pathway allows it.
  ///
  /// - Parameter state: The state now, or nil for the opening of an episode, which may be at any open stage.
  func checked(
    episode: EpisodeNumber, from state: EpisodeState?, in caseload: Caseload, today: Day
  ) throws(Refusal) -> EpisodeMove {
    var checking = Checking()
    let allowed = state?.stage.next ?? EpisodeStage.allCases.filter { !$0.isClosed }
    let wanted: EpisodeStage? = checking.value(
      .stage, of: stage, or: { .notOneOf($0, allowed: allowed.map(\.rawValue)) },
      read: EpisodeStage.init(typed:))
    if trimmedText(stage).isEmpty { checking.fail(.stage, .missing) }
    if let wanted, !allowed.contains(wanted) {
      checking.fail(.stage, .moveNotAllowed(from: state?.stage ?? wanted, to: wanted, allowed: allowed))
    }
    var day: Day? = today
    if !trimmedText(self.day).isEmpty {
      day = checking.value(.date, of: self.day, or: Fault.notADay) {
        Day(typed: $0, today: today, leaning: .behind)
      }
    }
    if let day, day > today { checking.fail(.date, .inTheFuture(day)) }
    var volunteer = state?.volunteer
    if !trimmedText(self.volunteer).isEmpty {
      volunteer = caseload.volunteer(typed: self.volunteer)
      if volunteer == nil {
        checking.fail(
          .volunteer,
          .noSuchVolunteer(
            self.volunteer, known: caseload.volunteersInOrder.map { "\($0.number) \($0.name)" }))
      }
    } else if let wanted, wanted.namesVolunteer, volunteer == nil {
      checking.fail(.volunteer, .needsVolunteer(wanted))
    }
    let next = wanted.flatMap {
      self.state($0, volunteer: volunteer, since: day ?? today, today: today, &checking)
    }
    try checking.finish()
    guard let next, let day else { throw Refusal(.stage, .missing) }
    return EpisodeMove(episode: episode, state: next, day: day)
  }

  private func state(
    _ stage: EpisodeStage, volunteer: VolunteerNumber?, since day: Day, today: Day,
    _ checking: inout Checking
  ) -> EpisodeState? {
    switch stage {
    case .referred: return .referred
    case .needsInformation: return .needsInformation
    case .accepted: return .accepted
    case .assessed: return .assessed
    case .waiting: return .waiting
    case .matched: return volunteer.map(EpisodeState.matched)
    case .introduced: return volunteer.map(EpisodeState.introduced)
    case .supported: return volunteer.map(EpisodeState.supported)
    case .paused: return volunteer.map(EpisodeState.paused)
    case .endingPlanned:
      let ending = checking.value(.endingOn, of: endingOn, or: Fault.notADay) {
        Day(typed: $0, today: today, leaning: .ahead)
      }
      if trimmedText(endingOn).isEmpty { checking.fail(.endingOn, .missing) }
      if let ending, ending < day { checking.fail(.endingOn, .inThePast(ending)) }
      guard let volunteer, let ending else { return nil }
      return .endingPlanned(volunteer, on: ending)
    case .refused, .ended:
      guard let why = checking.reason(reason) else { return nil }
      return stage == .refused ? .refused(why) : .ended(why)
    }
  }
}
