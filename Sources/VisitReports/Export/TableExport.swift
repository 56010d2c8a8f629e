internal import VisitModel

/// A table as files for another program: the table as CSV, and `datapackage.json` that says what is in it.
///
/// Unless it is identifiable, columns by which something could be followed from export to export are left out, and
/// families and records get labels drawn for this export alone.
public struct TableExport: Sendable {
  /// The days covered.
  public let period: Period
  /// Whether names and words are in it.
  public let isIdentifiable: Bool
  /// The number of rows.
  public let rowCount: Int
  /// The columns.
  public let columns: [Column]
  /// The files.
  public let files: [ExportFile]

  private static let traceable: Set<String> = ["entry", "enteredAt"]
  private static let labelled: Set<String> = ["family", "checkInId"]

  /// An export of a table.
  ///
  /// - Parameters:
  ///   - dateBasis: Which date puts a row into the period.
  ///   - identifiable: Whether names and words are in it; only for who may, with a reason that is recorded.
  ///   - random: Gives 64 random bits each time, for the labels.
  public init(
    _ table: Table, period: Period, dateBasis: String, identifiable: Bool, random: () -> UInt64
  ) {
    let kept = table.columns.indices.filter {
      identifiable || !TableExport.traceable.contains(table.columns[$0].key)
    }
    let columns = kept.map { table.columns[$0] }
    let hidden = columns.indices.filter { !identifiable && TableExport.labelled.contains(columns[$0].key) }
    var labels: [String: PassingLabels<Cell>] = [:]
    var bytes: [UInt8] = []
    CSV.appendHeader(columns, to: &bytes)
    for row in table.rows {
      var line = kept.map { row[$0] }
      for place in hidden {
        line[place] = .text(
          labels[columns[place].key, default: PassingLabels()].label(of: line[place], random: random))
      }
      CSV.append(line, under: columns, to: &bytes)
    }
    self.period = period
    isIdentifiable = identifiable
    rowCount = table.rows.count
    self.columns = columns
    let path = table.name + ".csv"
    let package = DataPackage(
      name: "\(table.name)-\(period.label)", title: "\(table.name) \(period.label)",
      resources: [
        DataPackage.Resource(path: path, name: table.name, columns: columns, byteCount: bytes.count)
      ],
      notes: [
        ("from", JSONValue(period.first)), ("to", JSONValue(period.last)), ("dateBasis", .string(dateBasis)),
        ("identifiable", .boolean(identifiable)), ("rows", .integer(table.rows.count)),
      ])
    files = [
      ExportFile(name: path, bytes: bytes),
      ExportFile(name: "datapackage.json", bytes: JSONWriter.bytes(package.json)),
    ]
  }
}
