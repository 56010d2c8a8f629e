public import VisitModel

/// The directory of services as rows.
public enum ServiceTable {
  /// The columns.
  public static let columns: [Column] = [
    Column("service", .text, isKey: true), Column("organisation", .text, required: true),
    Column("serviceName", .text, required: true), Column("serviceKind", .text),
    Column("tier", .text, allowed: ServiceTier.words), Column("levels", .list), Column("ages", .text),
    Column("areas", .list), Column("phone", .text), Column("email", .text), Column("website", .text),
    Column("address", .text), Column("howToRefer", .text), Column("about", .text),
    Column("active", .boolean, required: true), Column("familiesNow", .integer, required: true),
    Column("familiesEver", .integer, required: true),
  ]

  /// Services as a table, with how many families use each now and ever did.
  public static func table(_ services: [ServiceEntry], in caseload: Caseload, lists: SchemeLists) -> Table {
    let users = ServiceUsers(caseload)
    return Table(
      name: "services", columns: columns,
      rows: services.map { service in
        let own = users[service.number]
        return [
          .text(service.number.description), .text(service.organisation), .text(service.name),
          Cell(service.kind.map(lists.label(of:))), Cell(service.tier?.rawValue),
          Cell(listing: service.levels.map(\.rawValue)), Cell(service.ages), Cell(listing: service.areas),
          Cell(service.phone), Cell(service.email), Cell(service.website), Cell(service.address),
          Cell(service.howToRefer), Cell(service.about), .boolean(service.isActive),
          .integer(own.count { $0.isOpen }), .integer(own.count),
        ]
      })
  }
}

/// Which families use which service.
public struct ServiceUsers: Sendable {
  /// A family that uses or used a service.
  public struct User: Hashable, Sendable {
    /// The family.
    public let family: FamilyID
    /// Whether it goes on.
    public let isOpen: Bool
  }

  private var users: [ServiceNumber: [User]] = [:]

  /// The users of every service, each family once.
  public init(_ caseload: Caseload) {
    for file in caseload.familiesInOrder {
      var seen: [ServiceNumber: Bool] = [:]
      for used in file.services.standing {
        seen[used.said.service] = (seen[used.said.service] ?? false) || !used.state.isClosed
      }
      for (service, isOpen) in seen {
        users[service, default: []].append(User(family: file.id, isOpen: isOpen))
      }
    }
  }

  /// The families of a service.
  public subscript(service: ServiceNumber) -> [User] { users[service] ?? [] }
}

/// Families' uses of services as rows.
public enum ServiceUseTable {
  /// The columns.
  public static let columns: [Column] = [
    Column("useId", .text, isKey: true), Column("family", .text, required: true), Column("familyName", .text),
    Column("service", .text, required: true), Column("serviceTitle", .text), Column("begun", .text),
    Column("date", .day), Column("state", .text, required: true, allowed: ServiceState.words),
    Column("since", .day), Column("purpose", .text), Column("programmeLevel", .text),
    Column("infantWork", .text),
    Column("sessionsOffered", .integer, required: true), Column("sessionsAttended", .integer, required: true),
    Column("words", .text), Column("safeguardingReason", .text),
    Column("retracted", .boolean, required: true),
  ]

  /// Uses as a table, each with its family.
  public static func table(_ uses: [(file: FamilyFile, used: UsedService)], in caseload: Caseload) -> Table {
    Table(
      name: "serviceUses", columns: columns,
      rows: uses.map { file, used in
        let said = used.said
        return [
          .text(used.id.description), .text(file.number.description), Cell(file.family.name),
          .text(said.service.description), .text(caseload.directory.title(of: said.service)),
          .text(said.begun.rawValue), .day(said.day), .text(used.state.rawValue), .day(used.since),
          Cell(said.purpose), Cell(said.level?.rawValue), Cell(said.infantWork?.rawValue),
          .integer(used.sessions.count), .integer(used.attended), Cell(used.words),
          Cell(said.safeguardingReason?.text), .boolean(used.use.isRetracted),
        ]
      })
  }
}
