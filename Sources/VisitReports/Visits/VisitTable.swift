internal import VisitModel

/// The columns of visits in lists and files, and the cells of one visit under them.
///
/// Names and words are only there when asked for: without them a table names nobody.
public struct VisitTable: Sendable {
  /// Whether the family's name, the notes and the words are there too.
  public let isIdentifiable: Bool
  private let family: @Sendable (VisitRow) -> String

  /// A way of writing visits down.
  ///
  /// - Parameters:
  ///   - identifiable: Whether the family's name, the notes and the words are there too.
  ///   - family: What stands for the family: its number unless something else is given.
  public init(identifiable: Bool, family: @escaping @Sendable (VisitRow) -> String = { "\($0.familyNumber)" })
  {
    isIdentifiable = identifiable
    self.family = family
  }

  /// The columns.
  public var columns: [Column] {
    VisitTable.plainColumns + (isIdentifiable ? VisitTable.identifiableColumns : [])
  }

  /// The visits as a table, in their order.
  public func table(_ rows: [VisitRow]) -> Table {
    Table(name: "visits", columns: columns, rows: rows.map(cells))
  }

  /// The cells of one visit.
  public func cells(_ row: VisitRow) -> [Cell] {
    let visit = row.visit
    let contact = visit.outcome.contact
    var cells: [Cell] = [
      .text(row.id.description), .integer(row.entry.count), .text(family(row)),
      .text(visit.episode.description), .day(visit.day), Cell(contact?.start),
      .integer(visit.outcome.minutes.count), .integer(visit.travel.count), Cell(visit.miles),
      .integer(visit.expenses.count), Cell(contact?.channel.rawValue), .text(visit.outcome.kind.rawValue),
      Cell(listing: visit.volunteers), people(visit, .there), people(visit, .declined), people(visit, .away),
      Cell(listing: visit.needs), Cell(listing: visit.activities), services(visit.signposted),
      services(visit.attendedTogether), Cell(listing: visit.moments), .moment(row.enteredAt),
      .boolean(row.isLate), .boolean(row.isCorrected), .boolean(row.isRetracted),
    ]
    if isIdentifiable {
      cells += [
        Cell(row.familyName),
        Cell(row.volunteerNames.isEmpty ? nil : row.volunteerNames.joined(separator: ", ")),
        Cell(visit.note), Cell(visit.familyWords), Cell(visit.worry), Cell(visit.momentWords),
        Cell(visit.followUp?.what), Cell(visit.followUp?.by), Cell(visit.next?.day), Cell(visit.next?.start),
      ]
    }
    return cells
  }

  /// Services by their numbers; what somebody typed freely could name anybody, and is told only where names are.
  private func services(_ services: [ServiceOnVisit]) -> Cell {
    Cell(
      listing: services.map { service in
        if case .named = service, !isIdentifiable { return "other" }
        return service.typed
      })
  }

  private func people(_ visit: Visit, _ presence: Presence) -> Cell {
    Cell(listing: visit.attendance.filter { $0.presence == presence }.map(\.person))
  }

  private static let plainColumns: [Column] = [
    Column("visitId", .text, isKey: true), Column("entry", .integer, required: true),
    Column("family", .text, required: true), Column("episode", .text, required: true),
    Column("date", .day, required: true), Column("start", .time), Column("minutes", .integer, required: true),
    Column("travelMinutes", .integer, required: true), Column("miles", .decimal(places: 1), required: true),
    Column("expensesPence", .integer, required: true), Column("channel", .text, allowed: Channel.words),
    Column("outcome", .text, required: true, allowed: VisitOutcomeKind.words), Column("volunteers", .list),
    Column("there", .list), Column("declined", .list), Column("away", .list), Column("needs", .list),
    Column("activities", .list), Column("signposted", .list), Column("attendedTogether", .list),
    Column("moments", .list), Column("enteredAt", .moment, required: true),
    Column("late", .boolean, required: true), Column("corrected", .boolean, required: true),
    Column("retracted", .boolean, required: true),
  ]

  private static let identifiableColumns: [Column] = [
    Column("familyName", .text), Column("volunteerNames", .text), Column("note", .text),
    Column("familyWords", .text), Column("worry", .text),
    Column("momentWords", .text), Column("followUp", .text),
    Column("followUpBy", .day), Column("next", .day), Column("nextStart", .time),
  ]
}
