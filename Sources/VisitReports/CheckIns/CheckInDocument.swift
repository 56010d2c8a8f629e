public import VisitModel

/// One check-in in full as JSON: every answer, every score, and what it calls for.
public enum CheckInDocument {
  /// Everything that is recorded of a check-in, with the scores its instrument gives where that is known.
  ///
  /// - Parameter bands: Whether the bands, which are words of severity, are there.
  public static func json(
    _ record: Record<CheckIn>, of file: FamilyFile, in caseload: Caseload, instruments: InstrumentShelf,
    bands: Bool = true
  ) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("checkInId", JSONValue(record.id)), ("entry", .integer(record.original.number.count)),
      ("family", JSONValue(file.number)), ("familyName", .string(file.family.name)),
    ]
    if let checkIn = record.lastSaid {
      let goals = file.goals(on: checkIn.day)
      fields += [
        ("person", JSONValue(checkIn.person)),
        ("personName", JSONValue(file.family.person(checkIn.person)?.name)),
        ("instrument", JSONValue(checkIn.instrument)), ("version", JSONValue(checkIn.version)),
        ("date", JSONValue(checkIn.day)), ("point", .string(checkIn.point.rawValue)),
        ("mode", .string(checkIn.mode.rawValue)), ("words", .string(checkIn.words)),
        ("cover", .string(checkIn.cover)), ("doneBy", JSONValue(checkIn.elsewhere?.by)),
        ("result", JSONValue(checkIn.elsewhere?.result)),
        (
          "answers",
          .array(checkIn.answers.map { json($0, goals: checkIn.instrument == .goals ? goals : []) })
        ),
      ]
      let result = instruments.result(of: checkIn)
      let scores = result?.scores.map { score in
        json(score, of: instruments.instrument(of: checkIn), bands: bands)
      }
      fields += [
        ("scores", scores.map(JSONValue.array) ?? .null),
        ("triggers", result.map { JSONValue(listing: $0.triggers) } ?? .null),
      ]
    }
    let versions = record.versions.map { version in
      JSONValue.object([
        ("entryId", JSONValue(version.entry)), ("entry", .integer(version.number.count)),
        ("at", .string(version.stamp.isoText)), ("by", .string(caseload.name(of: version.author))),
        ("reason", JSONValue(version.reason?.text)), ("retraction", .boolean(version.value == nil)),
      ])
    }
    fields += [("retracted", .boolean(record.isRetracted)), ("history", .array(versions))]
    return .object(fields)
  }

  /// An answer; one about a goal says which in the family's words.
  private static func json(_ answer: ItemAnswer, goals: [PlanGoal]) -> JSONValue {
    var fields: [(String, JSONValue)] = [("item", JSONValue(answer.item))]
    if let goal = goals.first(where: { $0.item == answer.item }) {
      fields.append(("goal", .string(goal.words)))
    }
    switch answer.answer {
    case .chose(let option): fields.append(("option", JSONValue(option)))
    case .rated(let number): fields.append(("rating", number.json))
    case .declined: fields.append(("blank", .string("declined")))
    case .notAsked: fields.append(("blank", .string("not asked")))
    }
    return .object(fields)
  }

  private static func json(_ result: ScoreResult, of instrument: Instrument?, bands: Bool) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("score", JSONValue(result.id)), ("value", result.value?.json ?? .null),
      ("answered", .integer(result.answered)), ("missing", .integer(result.missing)),
    ]
    if let range = instrument?.score(result.id)?.range {
      fields.append(("range", .array([range.lowerBound.json, range.upperBound.json])))
    }
    if bands { fields.append(("band", JSONValue(result.band?.id))) }
    return .object(fields)
  }
}

extension Hundredths {
  /// The number with as many decimals as it needs.
  var json: JSONValue { .decimal(self, places: count % 100 == 0 ? 0 : count % 10 == 0 ? 1 : 2) }
}
