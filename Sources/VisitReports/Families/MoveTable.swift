public import VisitModel

/// A family's moves along the pathway as rows, each with who made it and when it was entered.
public struct MoveTable: Sendable {
  /// The rows, first move to last; moves that were set aside come after all others.
  public let table: Table

  private static let columns = [
    Column("moveId", .text, isKey: true), Column("episode", .text, required: true),
    Column("date", .day, required: true),
    Column("stage", .text, required: true, allowed: EpisodeStage.allCases.map(\.rawValue)),
    Column("volunteer", .text), Column("volunteerName", .text), Column("endingOn", .day),
    Column("ending", .text), Column("reason", .text), Column("by", .text, required: true),
    Column("enteredAt", .moment, required: true), Column("corrected", .boolean, required: true),
    Column("retracted", .boolean, required: true), Column("setAside", .boolean, required: true),
  ]

  /// The moves of a family.
  public init(
    _ file: FamilyFile, in caseload: Caseload, lists: SchemeLists, includingRetracted: Bool = false
  ) {
    var table = Table(name: "moves", columns: MoveTable.columns)
    func add(
      _ move: EpisodeMove, _ id: RecordID, by author: MemberNumber, at stamp: Stamp, corrected: Bool = false,
      retracted: Bool = false, setAside: Bool = false
    ) {
      let state = move.state
      table.append([
        .text(id.description), .text(move.episode.description), .day(move.day), .text(state.stage.rawValue),
        Cell(state.volunteer?.description), Cell(state.volunteer.map { caseload.name(of: $0) }),
        Cell(state.endingOn), Cell(state.ending?.listed?.rawValue), Cell(state.why(lists)),
        .text(caseload.name(of: author)), .moment(stamp), .boolean(corrected), .boolean(retracted),
        .boolean(setAside),
      ])
    }
    for record in file.episodeLogs.flatMap(\.moves) where includingRetracted || !record.isRetracted {
      guard let move = record.lastSaid else { continue }
      add(
        move, record.id, by: record.latest.author, at: record.latest.stamp, corrected: record.isCorrected,
        retracted: record.isRetracted)
    }
    if includingRetracted {
      for aside in file.setAsideMoves {
        guard let move = aside.move else { continue }
        add(move, aside.entry, by: aside.author, at: aside.stamp, setAside: true)
      }
    }
    self.table = table
  }
}
