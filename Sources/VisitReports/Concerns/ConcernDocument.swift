public import VisitModel

/// One concern in full as JSON, with what was done and every version of it.
public enum ConcernDocument {
  /// Everything the reader may see of a concern.
  public static func json(_ file: ConcernFile, in caseload: Caseload, now: Moment) -> JSONValue {
    let row = ConcernRow(file, in: caseload, now: now)
    let concern = file.concern
    var fields: [(String, JSONValue)] = [
      ("concernId", JSONValue(file.id)), ("raised", JSONValue(concern.raised)),
      ("enteredBy", .string(caseload.name(of: file.author))),
      ("raisedBy", JSONValue(concern.raisedBy.isEmpty ? nil : concern.raisedBy)),
      ("origin", origin(concern.origin)),
      ("family", JSONValue(row.familyNumber)), ("familyName", JSONValue(row.familyName)),
      ("about", JSONValue(listing: row.about)), ("date", JSONValue(concern.day)),
      ("time", JSONValue(concern.time)), ("seen", .string(concern.seen)), ("said", .string(concern.said)),
      ("saidBy", .string(concern.saidBy)), ("done", .string(concern.done)),
      ("present", .string(concern.present)), ("danger", .string(concern.danger.rawValue)),
      (
        "told",
        concern.told.map { .object([("whom", .string($0.whom)), ("at", JSONValue($0.at))]) } ?? .null
      ),
    ]
    if !file.isCopy {
      fields += [
        ("state", JSONValue(file.stage?.rawValue)), ("overdue", JSONValue(listing: row.late.map(\.rawValue))),
        ("minutesOpen", .integer(row.minutesOpen)),
        ("acknowledged", mark(file.acknowledged, in: caseload)),
        ("actions", .array(file.actions.map(action))), ("closed", mark(file.closed, in: caseload)),
      ]
    }
    fields.append(("history", .array(file.details.versions.map { json($0, in: caseload) })))
    return .object(fields)
  }

  private static func origin(_ origin: ConcernOrigin) -> JSONValue {
    switch origin {
    case .raised: .null
    case .visit(let day): .object([("visitOn", JSONValue(day))])
    case .answer(let instrument, let trigger, let day):
      .object([
        ("instrument", JSONValue(instrument)), ("trigger", .string(trigger)), ("date", JSONValue(day)),
      ])
    }
  }

  private static func mark(_ mark: ConcernMark?, in caseload: Caseload) -> JSONValue {
    guard let mark else { return .null }
    return .object([
      ("at", JSONValue(mark.at)), ("by", JSONValue(mark.author.map(caseload.name(of:)))),
      ("words", .string(mark.words)),
    ])
  }

  private static func action(_ record: Record<ConcernAction>) -> JSONValue {
    guard let action = record.lastSaid else { return .null }
    return .object([
      ("action", JSONValue(record.id)), ("at", JSONValue(action.at)), ("by", .string(action.who)),
      ("what", .string(action.what)), ("outcome", .string(action.outcome)),
      ("notReferring", JSONValue(action.notReferring?.text)), ("corrected", .boolean(record.isCorrected)),
    ])
  }

  private static func json(_ version: Version<Concern>, in caseload: Caseload) -> JSONValue {
    .object([
      ("entry", .integer(version.number.count)), ("at", .string(version.stamp.isoText)),
      ("by", .string(caseload.name(of: version.author))), ("reason", JSONValue(version.reason?.text)),
    ])
  }
}
