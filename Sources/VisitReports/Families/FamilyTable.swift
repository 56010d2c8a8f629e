public import VisitModel

/// The columns of families in lists and files.
///
/// Names, addresses and telephone numbers are only there when asked for: without them a table names nobody.
public struct FamilyTable: Sendable {
  /// Whether names and places to reach people are there too.
  public let isIdentifiable: Bool
  private let family: @Sendable (FamilyFile) -> String

  /// A way of writing families down.
  ///
  /// - Parameters:
  ///   - identifiable: Whether names and places to reach people are there too.
  ///   - family: What stands for the family: its number unless something else is given.
  public init(identifiable: Bool, family: @escaping @Sendable (FamilyFile) -> String = { "\($0.number)" }) {
    isIdentifiable = identifiable
    self.family = family
  }

  /// The columns.
  public var columns: [Column] {
    FamilyTable.plainColumns + (isIdentifiable ? FamilyTable.identifiableColumns : [])
  }

  /// The families as a table, in the order given; ages and places in the first 1001 days are those of a day.
  public func table(_ files: [FamilyFile], in caseload: Caseload, on day: Day) -> Table {
    Table(name: "families", columns: columns, rows: files.map { cells($0, in: caseload, on: day) })
  }

  private func cells(_ file: FamilyFile, in caseload: Caseload, on day: Day) -> [Cell] {
    let family = file.family
    let children = ChildCounts(of: family, on: day)
    let volunteer = file.volunteer
    var cells: [Cell] = [
      .text(self.family(file)), Cell(file.episode?.number.description),
      Cell(file.episode?.state.stage.rawValue),
      Cell(file.episode?.since), Cell(file.episode?.began), Cell(volunteer?.description), Cell(family.area),
      .integer(family.people.count - children.total), .integer(children.total), .integer(children.underFive),
      .integer(children.inFirst1001Days), .integer(children.unborn), Cell(listing: family.languages),
      Cell(listing: family.circumstances), .integer(file.standingVisits.count), Cell(file.lastContact?.day),
    ]
    if isIdentifiable {
      cells += [
        Cell(family.name), Cell(family.mainCarer?.name),
        Cell(family.people.isEmpty ? nil : family.people.map(\.name).joined(separator: ", ")),
        Cell(volunteer.map(caseload.name(of:))), Cell(family.address), Cell(family.postcode),
        Cell(family.phones.first?.number),
        Cell(
          listing: SafeContact.allCases.filter { family.phones.first?.safe.contains($0) ?? false }.map(
            \.rawValue)),
        Cell(family.risks), Cell(family.access), Cell(file.plan?.day), Cell(file.plan?.start),
      ]
    }
    return cells
  }

  private static let plainColumns: [Column] = [
    Column("family", .text, isKey: true), Column("episode", .text),
    Column("stage", .text, allowed: EpisodeStage.words),
    Column("stageSince", .day), Column("episodeBegan", .day), Column("volunteer", .text),
    Column("area", .text),
    Column("adults", .integer, required: true), Column("children", .integer, required: true),
    Column("childrenUnderFive", .integer, required: true),
    Column("childrenInFirst1001Days", .integer, required: true),
    Column("childrenUnborn", .integer, required: true), Column("languages", .list),
    Column("circumstances", .list), Column("visits", .integer, required: true), Column("lastSeen", .day),
  ]

  private static let identifiableColumns: [Column] = [
    Column("name", .text), Column("mainCarer", .text), Column("people", .text),
    Column("volunteerName", .text),
    Column("address", .text), Column("postcode", .text), Column("phone", .text), Column("safeTo", .list),
    Column("risks", .text), Column("access", .text), Column("next", .day), Column("nextStart", .time),
  ]
}
