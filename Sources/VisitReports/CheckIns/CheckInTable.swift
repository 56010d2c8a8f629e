internal import VisitModel

/// The columns of check-ins in lists and files. Bands are words of severity: they are left out for volunteers.
public struct CheckInTable: Sendable {
  private let isIdentifiable: Bool
  private let showsBands: Bool
  private let family: @Sendable (CheckInRow) -> String

  /// A way of writing check-ins down.
  ///
  /// - Parameters:
  ///   - identifiable: Whether names and the person's words are there too.
  ///   - bands: Whether the band of the score is there.
  ///   - family: What stands for the family: its number unless something else is given.
  public init(
    identifiable: Bool, bands: Bool = true,
    family: @escaping @Sendable (CheckInRow) -> String = { "\($0.familyNumber)" }
  ) {
    isIdentifiable = identifiable
    showsBands = bands
    self.family = family
  }

  /// The columns.
  public var columns: [Column] {
    CheckInTable.plainColumns + (showsBands ? [Column("band", .text)] : [])
      + (isIdentifiable
        ? [
          Column("familyName", .text), Column("personName", .text), Column("words", .text),
          Column("doneBy", .text), Column("result", .text),
        ] : [])
  }

  /// The check-ins as a table, in their order.
  public func table(_ rows: [CheckInRow]) -> Table {
    Table(name: "checkins", columns: columns, rows: rows.map(cells))
  }

  private func cells(_ row: CheckInRow) -> [Cell] {
    let checkIn = row.checkIn
    return [
      .text(row.id.description), .integer(row.entry.count), .text(family(row)),
      .text(checkIn.person.description), .text(checkIn.instrument.rawValue),
      .text(checkIn.version.description), .day(checkIn.day), .text(checkIn.point.rawValue),
      .text(checkIn.mode.rawValue), Cell(row.score?.id.rawValue), Cell(row.result?.value),
      Cell(row.result?.answered), Cell(row.result?.missing), .boolean(checkIn.elsewhere != nil),
      .moment(row.enteredAt), .boolean(row.isRetracted),
    ] + (showsBands ? [Cell(row.result?.band?.id)] : [])
      + (isIdentifiable
        ? [Cell(row.familyName), Cell(row.personName), Cell(checkIn.words)] + [
          Cell(checkIn.elsewhere?.by), Cell(checkIn.elsewhere?.result),
        ] : [])
  }

  private static let plainColumns: [Column] = [
    Column("checkInId", .text, isKey: true), Column("entry", .integer, required: true),
    Column("family", .text, required: true), Column("person", .text, required: true),
    Column("instrument", .text, required: true), Column("version", .text, required: true),
    Column("date", .day, required: true), Column("point", .text, required: true, allowed: CheckInPoint.words),
    Column("mode", .text, required: true, allowed: CheckInMode.words), Column("score", .text),
    Column("value", .decimal(places: 2)), Column("answered", .integer), Column("missing", .integer),
    Column("elsewhere", .boolean, required: true),
    Column("enteredAt", .moment, required: true), Column("retracted", .boolean, required: true),
  ]
}
