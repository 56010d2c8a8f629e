// The commands on families: adding one, amending it.

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
      opening = try move.checked(
        episode: EpisodeNumber(1), after: nil, in: caseload, lists: lists, today: today, isPaperFile: true)
    } catch {
      problems += error.problems
    }
    guard problems.isEmpty, let family, let opening else { throw Refusal(problems) }
    return [.familyAdded(id, family), .episodeOpened(id, opening)]
      + caseload.access(to: id, from: nil, to: opening.state.volunteer)
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
