public import VisitModel

/// One volunteer in full as JSON: contact, readiness, notes, and work month by month.
public enum VolunteerDocument {
  /// Everything that is recorded of a volunteer and open to the reader.
  ///
  /// - Parameter gap: The words for what is missing before a match; nil leaves readiness and notes out.
  public static func json(
    _ volunteer: Volunteer, in caseload: Caseload, lists: SchemeLists, today: Day,
    gap: ((ReadinessGap) -> String)?
  ) -> JSONValue {
    let roll = VolunteerRoll(caseload, on: today)
    let number = volunteer.number
    let file = caseload.volunteerFile(number)
    var fields: [(String, JSONValue)] = [
      ("volunteer", JSONValue(number)), ("name", .string(volunteer.name)),
      ("phone", JSONValue(volunteer.phone)), ("email", JSONValue(volunteer.email)),
      ("active", .boolean(volunteer.isActive)), ("areas", JSONValue(listing: volunteer.areas)),
      ("languages", JSONValue(listing: volunteer.languages)),
      ("interests", JSONValue(listing: volunteer.interests)),
      ("availability", JSONValue(listing: volunteer.availability.map(lists.label(of:)))),
      ("transport", JSONValue(listing: volunteer.transport.map(lists.label(of:)))),
      ("families", JSONValue(listing: roll.families(of: number).map(\.number))),
    ]
    if let gap {
      let readiness = roll.readiness(of: number)
      fields += [
        ("capacity", .integer(readiness.capacity)), ("standing", .string(readiness.standing.rawValue)),
        ("ready", .boolean(readiness.isReady)), ("gaps", JSONValue(listing: readiness.gaps.map(gap))),
        ("supervisionBy", JSONValue(roll.supervisionDue(of: number))),
        ("notes", .array(file.standingNotes.map { json($0, in: caseload, lists: lists) })),
      ]
    } else {
      let claims = file.standingNotes.filter { $0.current?.kind == .claim }
      fields.append(("claims", .array(claims.map { json($0, in: caseload, lists: lists) })))
    }
    let work = VolunteerWork(of: number, in: caseload)
    fields += [
      ("work", .array(work.months.map { json(work.month($0), in: $0) })),
      ("history", .array(history(of: file, in: caseload))),
    ]
    return .object(fields)
  }

  /// One note, with who entered it and when.
  public static func json(
    _ record: Record<VolunteerNote>, in caseload: Caseload, lists: SchemeLists
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [("record", JSONValue(record.id))]
    if let note = record.lastSaid { fields += self.fields(of: note, lists: lists) }
    fields += [
      ("by", .string(caseload.name(of: record.latest.author))), ("retracted", .boolean(record.isRetracted)),
    ]
    return .object(fields)
  }

  private static func fields(of note: VolunteerNote, lists: SchemeLists) -> [(String, JSONValue)] {
    let kind: [(String, JSONValue)] = [("kind", .string(note.kind.rawValue))]
    switch note {
    case .reference(let reference):
      return kind + [
        ("date", JSONValue(reference.day)), ("referee", .string(reference.referee)),
        ("isGood", .boolean(reference.isGood)), ("note", .string(reference.note)),
      ]
    case .check(let check):
      return kind + [
        ("date", JSONValue(check.day)), ("checkLevel", .string(lists.label(of: check.level))),
        ("certificate", .string(check.number)), ("seenBy", .string(check.seenBy)),
      ]
    case .preparation(let preparation):
      return kind + [
        ("date", JSONValue(preparation.day)), ("session", .string(preparation.session)),
        ("finished", .boolean(preparation.finishesCourse)),
      ]
    case .supervision(let supervision):
      return kind + [
        ("date", JSONValue(supervision.day)), ("supervisor", .string(supervision.supervisor)),
        ("note", .string(supervision.note)),
      ]
    case .training(let training):
      return kind + [("date", JSONValue(training.day)), ("title", .string(training.title))]
    case .claim(let claim):
      return kind + [
        ("month", JSONValue(claim.month)), ("miles", .decimal(claim.miles.hundredths, places: 1)),
        ("mileagePence", .integer(claim.mileage.count)), ("expensesPence", .integer(claim.expenses.count)),
        ("totalPence", .integer(claim.total.count)), ("paidOn", JSONValue(claim.paidOn)),
      ]
    }
  }

  private static func json(_ done: VolunteerWork.Done, in month: Month) -> JSONValue {
    .object([
      ("month", JSONValue(month)), ("visits", .integer(done.visits)),
      ("contactMinutes", .integer(done.contact.count)), ("travelMinutes", .integer(done.travel.count)),
      ("miles", .decimal(done.miles.hundredths, places: 1)),
      ("mileagePence", .integer(done.mileage.count)), ("expensesPence", .integer(done.expenses.count)),
    ])
  }

  private static func history(of file: VolunteerFile, in caseload: Caseload) -> [JSONValue] {
    file.details.map { version in
      .object([
        ("entry", .integer(version.number.count)), ("at", .string(version.stamp.isoText)),
        ("by", .string(caseload.name(of: version.author))), ("name", JSONValue(version.value?.name)),
        ("active", .boolean(version.value?.isActive ?? false)), ("reason", JSONValue(version.reason?.text)),
      ])
    }
  }
}
