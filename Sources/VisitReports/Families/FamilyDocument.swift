public import VisitModel

/// One family in full as JSON: who they are, their pathway, what is planned, and how their record changed.
///
/// Visits and check-ins are named by their identities; each has a document of its own.
public enum FamilyDocument {
  /// Everything that is recorded of a family; ages are those of a day.
  public static func json(_ file: FamilyFile, in caseload: Caseload, on day: Day) -> JSONValue {
    let family = file.family
    let background = file.background.json(of: family, on: day)
    return .object(
      [
        ("family", JSONValue(family.number)), ("name", .string(family.name)),
        ("stage", JSONValue(file.episode?.state.stage.rawValue)),
        ("volunteer", volunteer(file.volunteer, in: caseload)),
        ("address", JSONValue(family.address)), ("postcode", JSONValue(family.postcode)),
        ("area", JSONValue(family.area)), ("phones", .array(family.phones.map(json))),
        ("languages", JSONValue(listing: family.languages)), ("risks", JSONValue(family.risks)),
        ("access", JSONValue(family.access)), ("circumstances", JSONValue(listing: family.circumstances)),
        ("people", .array(family.people.map { json($0, on: day) })),
        ("episodes", .array(file.episodes.map { json($0, of: file, in: caseload) })),
        ("lastSeen", JSONValue(file.lastContact?.day)),
        (
          "next",
          file.plan.map { .object([("date", JSONValue($0.day)), ("start", JSONValue($0.start))]) } ?? .null
        ),
        (
          "openFollowUps",
          .array(
            file.openFollowUps.map { open in
              .object([
                ("visitId", JSONValue(open.visit)), ("what", .string(open.followUp.what)),
                ("by", JSONValue(open.followUp.by)),
              ])
            })
        ),
        ("visits", JSONValue(listing: file.standingVisits.map(\.id))),
        ("checkIns", JSONValue(listing: file.standingCheckIns.map(\.id))),
        ("levelOfNeed", JSONValue(file.standingAssessment?.current?.level.level.rawValue)),
        ("plan", file.supportPlan.map { PlanDocument.json($0, of: file, in: caseload) } ?? .null),
        ("history", .array(history(of: file.details, in: caseload))),
      ] + FamilyDetailDocument.fields(of: family) + background)
  }

  private static func volunteer(_ number: VolunteerNumber?, in caseload: Caseload) -> JSONValue {
    guard let number else { return .null }
    return .object([("number", JSONValue(number)), ("name", .string(caseload.name(of: number)))])
  }

  private static func json(_ phone: Phone) -> JSONValue {
    .object([
      ("number", .string(phone.number)),
      ("safeTo", JSONValue(listing: SafeContact.allCases.filter(phone.safe.contains).map(\.rawValue))),
    ])
  }

  private static func json(_ person: Person, on day: Day) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("person", JSONValue(person.number)), ("role", .string(person.role.rawValue)),
      ("name", .string(person.name)), ("mainCarer", .boolean(person.isMainCarer)),
      ("livesHere", .boolean(person.livesHere)),
    ]
    switch person.birth {
    case .born(let born): fields += [("born", JSONValue(born)), ("due", .null)]
    case .due(let due): fields += [("born", .null), ("due", JSONValue(due))]
    case .unknown: fields += [("born", .null), ("due", .null)]
    }
    fields += FamilyDetailDocument.fields(of: person)
    fields.append(("inFirst1001Days", .boolean(person.birth.isInFirst1001Days(on: day))))
    return .object(fields)
  }

  private static func json(_ episode: Episode, of file: FamilyFile, in caseload: Caseload) -> JSONValue {
    .object([
      ("episode", JSONValue(episode.number)), ("began", JSONValue(episode.began)),
      (
        "moves",
        .array(
          (file.log(of: episode.number)?.moves ?? []).compactMap { record in
            record.current.map { move in
              .object([
                ("moveId", JSONValue(record.id)), ("date", JSONValue(move.day)),
                ("stage", .string(move.state.stage.rawValue)),
                ("volunteer", volunteer(move.state.volunteer, in: caseload)),
                ("endingOn", JSONValue(move.state.endingOn)),
                ("ending", JSONValue(move.state.ending?.listed?.rawValue)),
                ("reason", JSONValue(move.state.reason?.text)),
                ("by", .string(caseload.name(of: record.latest.author))),
                ("corrected", .boolean(record.isCorrected)),
              ])
            }
          })
      ),
    ])
  }

  private static func history(of details: Record<Family>, in caseload: Caseload) -> [JSONValue] {
    var last: Family?
    return details.versions.map { version in
      var changes: [JSONValue] = []
      if let old = last, let new = version.value {
        changes = TypedFamily.changes(from: old, to: new).map { change in
          .object([
            ("field", .string(change.field.rawValue)), ("old", .string(change.old)),
            ("new", .string(change.new)),
          ])
        }
      }
      last = version.value ?? last
      return .object([
        ("entryId", JSONValue(version.entry)), ("entry", .integer(version.number.count)),
        ("at", .string(version.stamp.isoText)), ("by", .string(caseload.name(of: version.author))),
        ("reason", JSONValue(version.reason?.text)), ("changes", .array(changes)),
      ])
    }
  }
}
