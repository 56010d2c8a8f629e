public import VisitModel

/// A family's history as rows, latest first.
public enum FamilyHistoryTable {
  /// The rows; what an entry says, and what it changed, is worded field by field.
  ///
  /// - Parameter words: The words for a key such as `pack.field.by`, where there are any.
  public static func table(
    _ report: FamilyHistoryReport, in caseload: Caseload, reader: FactFields, words: (String) -> String?
  ) -> Table {
    func name(_ field: String) -> String { words("pack.field.\(field)") ?? FactFields.words(field) }
    return Table(
      name: "history",
      columns: [
        Column("entry", .integer), Column("enteredAt", .moment, required: true),
        Column("by", .text, required: true), Column("kind", .text, required: true),
        Column("recordId", .text), Column("says", .text), Column("changes", .text), Column("reason", .text),
      ],
      rows: report.entries.map { entry in
        let says = entry.said(reader).map { "\(name($0.name)): \($0.text)" }
        let changes = entry.changes(reader).map { change in
          "\(name(change.name)): \(change.old.isEmpty ? "-" : change.old) -> \(change.new.isEmpty ? "-" : change.new)"
        }
        return [
          Cell(entry.number?.count), .moment(entry.stamp),
          .text(caseload.name(of: entry.author)), .text("\(entry.kind)"), Cell(entry.record?.description),
          Cell(says.joined(separator: "; ")), Cell(changes.joined(separator: "; ")), Cell(entry.reason),
        ]
      })
  }
}
