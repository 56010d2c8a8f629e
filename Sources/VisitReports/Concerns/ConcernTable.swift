internal import VisitModel

extension ConcernReport {
  /// The columns of concerns in lists and files. They name people: nothing of this leaves the scheme without a reason.
  public static let columns: [Column] = [
    Column("concernId", .text, isKey: true), Column("raised", .text, required: true),
    Column("raisedBy", .text, required: true), Column("family", .text), Column("familyName", .text),
    Column("about", .list), Column("date", .day, required: true), Column("time", .time),
    Column("danger", .text, required: true, allowed: ConcernDanger.words),
    Column("state", .text, allowed: ConcernStage.words), Column("overdue", .list),
    Column("minutesOpen", .integer, required: true), Column("acknowledgedAt", .text),
    Column("minutesToAcknowledge", .integer), Column("actions", .integer, required: true),
    Column("closedAt", .text), Column("gist", .text),
  ]

  /// The concerns as a table, in the order of the list.
  public var table: Table {
    Table(
      name: "concerns", columns: ConcernReport.columns,
      rows: rows.map { row in
        let file = row.file
        let concern = file.concern
        return [
          .text(row.id.description), .text(concern.raised.description), .text(row.raisedBy),
          Cell(row.familyNumber?.description), Cell(row.familyName), Cell(listing: row.about),
          .day(concern.day), Cell(concern.time), .text(concern.danger.rawValue), Cell(file.stage?.rawValue),
          Cell(listing: row.late.map(\.rawValue)), .integer(row.minutesOpen),
          Cell(file.acknowledged?.at.description), Cell(file.minutesToAcknowledge),
          .integer(file.actions.count), Cell(file.closed?.at.description), Cell(concern.gist),
        ]
      })
  }
}
