internal import VisitModel

extension CaseloadReport {
  /// The columns of the caseload in lists and files.
  public static let columns: [Column] = [
    Column("family", .text, isKey: true), Column("name", .text),
    Column("urgency", .text, required: true, allowed: Urgency.allCases.map(\.rawValue)),
    Column("stage", .text, required: true, allowed: EpisodeStage.words),
    Column("stageSince", .day, required: true), Column("waitingDays", .integer), Column("volunteer", .text),
    Column("volunteerName", .text), Column("area", .text), Column("lastSeen", .day),
    Column("daysSinceSeen", .integer), Column("pastSeenLimit", .boolean, required: true),
    Column("next", .day), Column("nextStart", .time), Column("coping", .decimal(places: 1)),
    Column("copingChange", .text, allowed: Change.allCases.map(\.rawValue)),
    Column("openFollowUps", .integer, required: true), Column("reasons", .list),
  ]

  /// The caseload as a table, in the order of the rows given (all of them, most pressing first, unless given).
  public func table(_ rows: [CaseloadRow]? = nil) -> Table {
    Table(
      name: "caseload", columns: CaseloadReport.columns,
      rows: (rows ?? self.rows).map { row in
        [
          .text(row.number.description), Cell(row.name), .text(row.urgency.rawValue),
          .text(row.stage.rawValue),
          .day(row.stageSince), Cell(row.waitingDays), Cell(row.volunteer?.description),
          Cell(row.volunteerName), Cell(row.area), Cell(row.lastSeen),
          Cell(row.daysSinceSeen), .boolean(row.isPastSeenLimit),
          Cell(row.next?.day), Cell(row.next?.start), Cell(row.coping.latest),
          Cell(row.coping.change?.rawValue),
          .integer(row.openFollowUps), Cell(listing: row.reasons.map(\.key)),
        ]
      })
  }
}
