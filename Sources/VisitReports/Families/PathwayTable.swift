public import VisitModel

/// The table of the pathway as rows: a stage, one that may follow it, and what the move needs.
public struct PathwayTable: Sendable {
  /// The rows, in the order of the pathway's file; an opening has no stage before it.
  public let table: Table

  /// The rows of a pathway.
  public init(_ pathway: Pathway) {
    let stages = EpisodeStage.allCases.map(\.rawValue)
    table = Table(
      name: "pathway",
      columns: [
        Column("stage", .text, allowed: stages), Column("followedBy", .text, required: true, allowed: stages),
        Column("moveNeeds", .list, allowed: MoveNeed.allCases.map(\.rawValue)),
      ],
      rows: pathway.steps.map {
        [Cell($0.from?.rawValue), .text($0.to.rawValue), Cell(listing: $0.needs.map(\.rawValue))]
      })
  }
}
