public import VisitModel

/// Consents in lists and files.
public enum ConsentTable {
  /// The consents of families, as they hold on a day; those taken back are left out.
  public static func table(_ files: [FamilyFile], on day: Day, onlyExpired: Bool = false) -> Table {
    var table = Table(name: "consents", columns: columns)
    for file in files {
      let expired = Set(file.background.expiredConsents(on: day).map(\.id))
      for record in file.background.consents where !onlyExpired || expired.contains(record.id) {
        guard let consent = record.current else { continue }
        let withdrawn = file.background.withdrawal(of: record.id)
        table.append([
          .text(record.id.description), .text(file.number.description), .text(file.family.name),
          .text(consent.scope.kind.rawValue), Cell(consent.scope.agency), .day(consent.given),
          .text(consent.how.rawValue), Cell(file.family.person(consent.by)?.name), Cell(consent.takenBy),
          Cell(consent.expires), Cell(withdrawn?.day), .boolean(file.background.holds(record, on: day)),
        ])
      }
    }
    return table
  }

  private static let columns: [Column] = [
    Column("consentId", .text, isKey: true), Column("family", .text, required: true),
    Column("familyName", .text), Column("consent", .text, required: true, allowed: ConsentKind.words),
    Column("agency", .text), Column("given", .day, required: true),
    Column("how", .text, required: true, allowed: ConsentWay.words), Column("personName", .text),
    Column("takenBy", .text), Column("expires", .day), Column("withdrawn", .day),
    Column("holds", .boolean, required: true),
  ]
}

extension Background {
  /// What a family's document says of its consents, life events and health reviews.
  func json(of family: Family, on day: Day) -> [(String, JSONValue)] {
    [
      (
        "consents",
        .array(
          consents.compactMap { record in
            guard let consent = record.current else { return nil }
            return .object([
              ("consentId", JSONValue(record.id)), ("consent", .string(consent.scope.kind.rawValue)),
              ("agency", JSONValue(consent.scope.agency)), ("given", JSONValue(consent.given)),
              ("how", .string(consent.how.rawValue)), ("person", JSONValue(consent.by)),
              ("takenBy", JSONValue(consent.takenBy)), ("expires", JSONValue(consent.expires)),
              ("withdrawn", JSONValue(withdrawal(of: record.id)?.day)),
              ("holds", .boolean(holds(record, on: day))),
            ])
          })
      ),
      (
        "lifeEvents",
        .array(
          lifeEvents.compactMap { record in
            guard let event = record.current else { return nil }
            return .object([
              ("eventId", JSONValue(record.id)), ("date", JSONValue(event.day)),
              ("event", .string(event.kind.rawValue)), ("what", JSONValue(event.what.orNil)),
              ("person", JSONValue(event.person)),
            ])
          })
      ),
      (
        "healthReviews",
        .array(
          healthReviews.compactMap { record in
            guard let review = record.current else { return nil }
            return .object([
              ("reviewId", JSONValue(record.id)), ("person", JSONValue(review.child)),
              ("healthReview", .string(review.review.rawValue)), ("date", JSONValue(review.day)),
              ("note", JSONValue(review.note.orNil)),
            ])
          })
      ),
    ]
  }
}
