public import VisitModel

/// One visit in full as JSON, with every version of it.
public enum VisitDocument {
  /// Everything that is recorded of a visit; of one that was taken back, what it said last.
  public static func json(_ record: Record<Visit>, of file: FamilyFile, in caseload: Caseload) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("visitId", JSONValue(record.id)), ("entry", .integer(record.original.number.count)),
      ("family", JSONValue(file.number)), ("familyName", .string(file.family.name)),
    ]
    if let visit = record.lastSaid { fields += self.fields(visit, of: file, in: caseload) }
    let limits = caseload.scheme.limits
    let isLate = record.lastSaid?.isLate(enteredAt: record.original.stamp, limits: limits) ?? false
    fields += [
      ("followUpDone", .boolean(file.followUpsDone.contains(record.id))),
      ("enteredAt", .string(record.original.stamp.isoText)),
      ("enteredBy", .string(caseload.name(of: record.original.author))),
      ("late", .boolean(isLate)), ("corrected", .boolean(record.isCorrected)),
      ("retracted", .boolean(record.isRetracted)),
      ("history", .array(record.history.map { json($0, in: caseload) })),
    ]
    return .object(fields)
  }

  private static func fields(
    _ visit: Visit, of file: FamilyFile, in caseload: Caseload
  ) -> [(String, JSONValue)] {
    let contact = visit.outcome.contact
    return [
      ("episode", JSONValue(visit.episode)), ("date", JSONValue(visit.day)),
      ("start", JSONValue(contact?.start)), ("minutes", .integer(visit.outcome.minutes.count)),
      ("travelMinutes", .integer(visit.travel.count)),
      ("miles", .decimal(visit.miles.hundredths, places: 1)),
      ("expensesPence", .integer(visit.expenses.count)), ("channel", JSONValue(contact?.channel.rawValue)),
      ("outcome", .string(visit.outcome.kind.rawValue)),
      (
        "volunteers",
        .array(
          visit.volunteers.map { number in
            .object([("number", JSONValue(number)), ("name", .string(caseload.name(of: number)))])
          })
      ),
      (
        "attendance",
        .array(
          visit.attendance.map { one in
            .object([
              ("person", JSONValue(one.person)), ("name", JSONValue(file.family.person(one.person)?.name)),
              ("presence", .string(one.presence.rawValue)),
            ])
          })
      ),
      ("needs", JSONValue(listing: visit.needs)), ("activities", JSONValue(listing: visit.activities)),
      ("signposted", services(visit.signposted, in: caseload)),
      ("attendedTogether", services(visit.attendedTogether, in: caseload)),
      ("moments", JSONValue(listing: visit.moments)), ("momentWords", .string(visit.momentWords)),
      ("note", .string(visit.note)), ("familyWords", .string(visit.familyWords)),
      ("worry", JSONValue(visit.worry)),
      (
        "followUp",
        visit.followUp.map { .object([("what", .string($0.what)), ("by", JSONValue($0.by))]) } ?? .null
      ),
      (
        "next",
        visit.next.map { .object([("date", JSONValue($0.day)), ("start", JSONValue($0.start))]) } ?? .null
      ),
    ]
  }

  private static func services(_ services: [ServiceOnVisit], in caseload: Caseload) -> JSONValue {
    .array(
      services.map { service in
        let number: ServiceNumber? = if case .listed(let number) = service { number } else { nil }
        return .object([
          ("number", JSONValue(number)), ("name", .string(caseload.directory.title(of: service))),
        ])
      })
  }

  private static func json(_ version: VisitVersion, in caseload: Caseload) -> JSONValue {
    let kept = version.version
    let changes = version.changes.map { change in
      JSONValue.object([
        ("field", .string(change.field.rawValue)), ("old", .string(change.old)), ("new", .string(change.new)),
      ])
    }
    return .object([
      ("entryId", JSONValue(kept.entry)), ("entry", .integer(kept.number.count)),
      ("at", .string(kept.stamp.isoText)), ("by", .string(caseload.name(of: kept.author))),
      ("reason", JSONValue(kept.reason?.text)), ("retraction", .boolean(version.isRetraction)),
      ("changes", .array(changes)),
    ])
  }
}
