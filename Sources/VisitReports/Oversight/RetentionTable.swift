public import VisitModel

/// When families' records are due to be erased, as a list.
public enum RetentionTable {
  /// The rows, the earliest first.
  public static func table(_ dues: [RetentionDue], on day: Day) -> Table {
    var table = Table(
      name: "retention",
      columns: [
        Column("family", .text, isKey: true), Column("name", .text, required: true),
        Column("rule", .text, required: true), Column("months", .integer, required: true),
        Column("from", .day, required: true), Column("due", .day, required: true),
        Column("status", .text, required: true, allowed: ["due", "held", "later"]),
        Column("heldSince", .day), Column("holdReason", .text), Column("source", .text, required: true),
      ])
    for due in dues {
      let status = due.hold != nil ? "held" : due.due <= day ? "due" : "later"
      table.append([
        .text(due.number.description), .text(due.name), .text(due.rule.id), .integer(due.rule.months),
        .day(due.from), .day(due.due), .text(status), Cell(due.hold?.day), Cell(due.hold?.reason.text),
        .text(due.rule.source),
      ])
    }
    return table
  }
}
