/// The table of the pathway: which stage may follow which, and what a move needs. It is data
/// (`Resources/lists/pathway.txt`); rules, screens and documentation are all made from it.
public struct Pathway: Hashable, Sendable {
  /// The version of the table's file.
  public let version: Int
  /// Every move there is, in the order of the file.
  public let steps: [PathwayStep]

  /// A pathway of given moves.
  ///
  /// - Throws: What is wrong with the table, where families could get stuck on it or moves would lack what their
  ///   stage is made of.
  public init(version: Int, steps: [PathwayStep]) throws(PathwayFault) {
    self.init(unchecked: version, steps)
    if let fault { throw fault }
  }

  private init(unchecked version: Int, _ steps: [PathwayStep]) {
    self.version = version
    self.steps = steps
  }

  /// A table that allows nothing, for what never moves a family.
  public static let empty = Pathway(unchecked: 0, [])

  /// The stages that may follow a stage, in the order of the table; those an episode may open at where none is given.
  public func stages(after stage: EpisodeStage?) -> [EpisodeStage] {
    steps.filter { $0.from == stage }.map(\.to)
  }

  /// The move from one stage to another, or of an opening; nil where the table has none.
  public func step(from: EpisodeStage?, to: EpisodeStage) -> PathwayStep? {
    steps.first { $0.from == from && $0.to == to }
  }

  /// What is wrong with a row of moves from an opening on: the first that the table does not allow or that is dated
  /// before the one it follows; nil where every one is right.
  ///
  /// - Returns: The place of the move, and what is wrong with it.
  public func fault(in moves: [EpisodeMove]) -> (place: Int, problem: Problem)? {
    var last: EpisodeMove?
    for (place, move) in moves.enumerated() {
      let (from, to) = (last?.state.stage, move.state.stage)
      if step(from: from, to: to) == nil {
        return (
          place,
          Problem(
            field: .stage, fault: .moveNotAllowed(from: from ?? to, to: to, allowed: stages(after: from)))
        )
      }
      if let last, move.day < last.day {
        return (place, Problem(field: .date, fault: .beforeLastMove(last.day)))
      }
      last = move
    }
    return nil
  }

  private var fault: PathwayFault? {
    var seen: Set<PathwayStep.Ends> = []
    for step in steps {
      if !seen.insert(step.ends).inserted { return .twice(step.ends) }
      if step.from?.isClosed ?? false { return .goesOnAfterTheEnd(step.ends) }
      if step.from == nil, step.to.isClosed { return .opensClosed(step.to) }
      if step.from == step.to { return .goesNowhere(step.to) }
      for need in step.to.needs where !step.needs.contains(need) { return .lacks(step.ends, need) }
    }
    for stage in EpisodeStage.allCases where !seen.contains(where: { $0.to == stage }) {
      return .cannotBeReached(stage)
    }
    for stage in EpisodeStage.allCases where !stage.isClosed && !endsFrom(stage) { return .cannotEnd(stage) }
    return nil
  }

  /// Whether an episode at a stage can be brought to its end.
  private func endsFrom(_ stage: EpisodeStage) -> Bool {
    var reached: Set<EpisodeStage> = [stage]
    for _ in EpisodeStage.allCases { reached.formUnion(reached.flatMap { stages(after: $0) }) }
    return reached.contains(where: \.isClosed)
  }
}

/// One move that the pathway allows.
public struct PathwayStep: Hashable, Sendable {
  /// The stage the family is at; nil for the opening of an episode.
  public let from: EpisodeStage?
  /// The stage it moves to.
  public let to: EpisodeStage
  /// What the move needs.
  public let needs: [MoveNeed]

  /// A move from a stage, or of an opening, with what it needs.
  public init(from: EpisodeStage?, to: EpisodeStage, needs: [MoveNeed] = []) {
    self.from = from
    self.to = to
    self.needs = needs
  }

  /// From where to where.
  public var ends: Ends { Ends(from: from, to: to) }

  /// From where to where a move goes.
  public struct Ends: Hashable, Sendable {
    /// The stage the family is at; nil for an opening.
    public let from: EpisodeStage?
    /// The stage it moves to.
    public let to: EpisodeStage
  }
}

/// What a move of the pathway needs besides its day.
public enum MoveNeed: String, CaseIterable, Hashable, Sendable {
  /// A volunteer, named with the move or before it.
  case volunteer
  /// The day the ending is planned for.
  case endingDay = "ending day"
  /// A reason: an entry of the list of reasons, or words.
  case reason
}

/// Why a table is no pathway.
public enum PathwayFault: Error, Hashable, Sendable {
  /// The same move stands twice.
  case twice(PathwayStep.Ends)
  /// Something follows a stage that is the end.
  case goesOnAfterTheEnd(PathwayStep.Ends)
  /// An episode would open at its end.
  case opensClosed(EpisodeStage)
  /// A stage follows itself.
  case goesNowhere(EpisodeStage)
  /// The move does not ask for what its stage is made of.
  case lacks(PathwayStep.Ends, MoveNeed)
  /// No move leads to the stage.
  case cannotBeReached(EpisodeStage)
  /// From the stage no way leads to an end.
  case cannotEnd(EpisodeStage)
}

extension EpisodeStage {
  /// What the stage is made of, so that no table may leave it out.
  public var needs: [MoveNeed] {
    var needs: [MoveNeed] = namesVolunteer ? [.volunteer] : []
    if self == .endingPlanned { needs.append(.endingDay) }
    if isClosed { needs.append(.reason) }
    return needs
  }
}
