public import VisitModel

/// One referral in full as JSON, with the names that its form uses.
public enum ReferralDocument {
  /// Everything that a referral says, and the corrections it had.
  public static func json(
    _ record: Record<Referral>, of file: FamilyFile, in caseload: Caseload, lists: SchemeLists
  ) -> JSONValue {
    guard let referral = record.lastSaid else { return .null }
    let typed = TypedReferral(referral)
    var fields: [(String, JSONValue)] = [
      ("referralId", JSONValue(record.id)), ("family", JSONValue(file.number)),
      ("familyName", .string(file.family.name)), ("episode", JSONValue(referral.episode)),
    ]
    for field in TypedReferral.fields {
      switch field {
      case .needs: fields.append((field.rawValue, JSONValue(listing: referral.needs)))
      case .source:
        let code = lists.entries(ReferralSourceID.self).first { $0.id == referral.source }?.code
        fields += [("source", .string(referral.source.rawValue)), ("sourceCode", JSONValue(code))]
      default:
        let text = typed[field]
        fields.append((field.rawValue, text.isEmpty ? .null : .string(text)))
      }
    }
    fields += [
      ("replyDue", JSONValue(referral.replyDue(by: caseload.scheme.limits))),
      ("retracted", .boolean(record.isRetracted)),
      ("history", .array(RecordHistory.json(record, in: caseload))),
    ]
    return .object(fields)
  }
}

/// Who entered each version of a record, when and why.
public enum RecordHistory {
  /// The versions of a record, first to last.
  public static func json<Value>(_ record: Record<Value>, in caseload: Caseload) -> [JSONValue] {
    record.versions.map { version in
      .object([
        ("entryId", JSONValue(version.entry)), ("entry", .integer(version.number.count)),
        ("at", .string(version.stamp.isoText)), ("by", .string(caseload.name(of: version.author))),
        ("reason", JSONValue(version.reason?.text)),
      ])
    }
  }
}
