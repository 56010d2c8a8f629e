public import VisitModel

/// The visits of a period as files for another program: `visits.csv`, and `datapackage.json` that says what is in it.
///
/// Every standing visit of the period that the reader may open is one row. Unless it is identifiable, the export names
/// no family and no visit in a way that another export repeats: both get labels drawn for this export, and when and
/// as which entry a visit was recorded is left out.
public struct VisitExport: Sendable {
  /// The days covered, by the day of the visit.
  public let period: Period
  /// Whether names, notes and words are in it.
  public let isIdentifiable: Bool
  /// The columns of `visits.csv`.
  public let columns: [Column]
  /// The number of visits in it.
  public let rowCount: Int
  /// How many visits of the period are not in it because the reader may not open their families.
  public let sealedVisits: Int
  /// The files.
  public let files: [ExportFile]

  /// Columns by which a visit could be followed from export to export.
  private static let traceable: Set<String> = ["entry", "enteredAt"]

  /// An export of a period.
  ///
  /// - Parameters:
  ///   - identifiable: Whether names, notes and words are in it; only for who may, with a reason that is recorded.
  ///   - random: Gives 64 random bits each time, for the labels.
  public init(_ caseload: Caseload, period: Period, identifiable: Bool, random: () -> UInt64) {
    let rows = VisitReport(caseload, period: period).rows
    let writer = VisitTable(identifiable: identifiable)
    let kept = writer.columns.indices.filter {
      identifiable || !VisitExport.traceable.contains(writer.columns[$0].key)
    }
    let columns = kept.map { writer.columns[$0] }
    var families = PassingLabels<FamilyID>()
    var visits = PassingLabels<RecordID>()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 200)
    CSV.appendHeader(columns, to: &bytes)
    let places = (
      visit: columns.firstIndex { $0.key == "visitId" }, family: columns.firstIndex { $0.key == "family" }
    )
    for row in rows {
      let cells = writer.cells(row)
      var line = kept.map { cells[$0] }
      if !identifiable {
        if let place = places.visit { line[place] = .text(visits.label(of: row.id, random: random)) }
        if let place = places.family {
          line[place] = .text(families.label(of: row.visit.family, random: random))
        }
      }
      CSV.append(line, under: columns, to: &bytes)
    }
    self.period = period
    isIdentifiable = identifiable
    self.columns = columns
    rowCount = rows.count
    let sealedVisits = caseload.sealedVisits.values.count { period.contains($0.numbers.day) }
    self.sealedVisits = sealedVisits
    let package = DataPackage(
      name: "visits-\(period.label)", title: "Visits \(period.label)",
      resources: [
        DataPackage.Resource(path: "visits.csv", name: "visits", columns: columns, byteCount: bytes.count)
      ],
      notes: [
        ("from", JSONValue(period.first)), ("to", JSONValue(period.last)),
        ("dateBasis", .string("visit date")),
        ("identifiable", .boolean(identifiable)), ("rows", .integer(rows.count)),
        ("sealedVisits", .integer(sealedVisits)),
      ])
    files = [
      ExportFile(name: "visits.csv", bytes: bytes),
      ExportFile(name: "datapackage.json", bytes: JSONWriter.bytes(package.json)),
    ]
  }
}
