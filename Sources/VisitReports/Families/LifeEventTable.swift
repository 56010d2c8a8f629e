public import VisitModel

/// A family's life events and health reviews in lists and files.
public enum LifeEventTable {
  /// Those that stand, by their day.
  public static func table(_ file: FamilyFile) -> Table {
    var rows: [(day: Day, cells: [Cell])] = []
    func add<Value>(
      _ record: Record<Value>, _ day: Day, _ kind: String, _ what: String, _ person: PersonNumber?
    ) {
      rows.append(
        (
          day,
          [
            .text(record.id.description), .day(day), .text(kind), Cell(what), Cell(person?.description),
            Cell(person.flatMap { file.family.person($0)?.name }), .boolean(record.isCorrected),
          ]
        ))
    }
    for record in file.background.lifeEvents {
      guard let event = record.current else { continue }
      add(record, event.day, event.kind.rawValue, event.what, event.person)
    }
    for record in file.background.healthReviews {
      guard let review = record.current else { continue }
      add(record, review.day, "health review: \(review.review.rawValue)", review.note, review.child)
    }
    return Table(
      name: "events",
      columns: [
        Column("eventId", .text, isKey: true), Column("date", .day, required: true),
        Column("kind", .text, required: true), Column("what", .text), Column("person", .text),
        Column("personName", .text), Column("corrected", .boolean, required: true),
      ], rows: rows.sorted { $0.day < $1.day }.map(\.cells))
  }
}
