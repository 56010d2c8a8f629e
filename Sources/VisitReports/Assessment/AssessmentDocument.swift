public import VisitModel

/// One assessment in full as JSON, with the names that its form uses.
public enum AssessmentDocument {
  /// Everything that an assessment says, and the corrections it had.
  public static func json(
    _ record: Record<Assessment>, of file: FamilyFile, in caseload: Caseload, lists: SchemeLists
  ) -> JSONValue {
    guard let assessment = record.lastSaid else { return .null }
    let level = assessment.level
    var risks: [VisitingRiskID] = []
    var note = ""
    if case .found(let found, let words) = assessment.riskCheck { (risks, note) = (found, words) }
    return .object([
      ("assessmentId", JSONValue(record.id)), ("family", JSONValue(file.number)),
      ("familyName", .string(file.family.name)), ("episode", JSONValue(assessment.episode)),
      ("date", JSONValue(assessment.day)), ("present", JSONValue(listing: assessment.present)),
      ("alsoPresent", JSONValue(assessment.alsoPresent.orNil)),
      ("worrying", JSONValue(assessment.worrying.orNil)),
      ("workingWell", JSONValue(assessment.workingWell.orNil)),
      ("needsToHappen", JSONValue(assessment.needsToHappen.orNil)),
      ("needs", JSONValue(listing: assessment.needs)),
      ("riskCheck", .string(assessment.riskCheck.kind.rawValue)),
      ("visitingRisks", JSONValue(listing: risks)), ("riskNote", JSONValue(note.orNil)),
      ("indicators", JSONValue(listing: level.indicators)),
      (
        "suggestedLevel",
        .string(LevelOfNeed.suggested(by: level.indicators, in: lists).rawValue)
      ),
      ("level", .string(level.level.rawValue)), ("levelReason", .string(level.reason)),
      ("decidedBy", .string(level.decidedBy ?? caseload.name(of: record.original.author))),
      ("retracted", .boolean(record.isRetracted)),
      ("history", .array(RecordHistory.json(record, in: caseload))),
    ])
  }
}

/// One plan of support in full as JSON.
public enum PlanDocument {
  /// Everything that a plan says, what was done of it, how its goals were scored, and the versions it had.
  ///
  /// - Parameter scale: What goals are scored with; no scores where nil.
  public static func json(
    _ record: Record<SupportPlan>, of file: FamilyFile, in caseload: Caseload, scale: Instrument? = nil
  ) -> JSONValue {
    guard let plan = record.lastSaid else { return .null }
    let actions = plan.actions
    let courses = Dictionary(
      ScoreCourse.goals(of: file, in: plan.episode, by: scale).map { ($0.subject, $0) },
      uniquingKeysWith: { first, _ in first })
    let done = actions.count { file.assessment.doneOn($0.number, of: record.id) != nil }
    return .object([
      ("planId", JSONValue(record.id)), ("family", JSONValue(file.number)),
      ("familyName", .string(file.family.name)), ("episode", JSONValue(plan.episode)),
      ("made", JSONValue(plan.made)), ("endingOn", JSONValue(plan.endingOn)),
      ("actionsDone", .integer(done)), ("actionsOfAll", .integer(actions.count)),
      (
        "goals",
        .array(
          plan.goals.map { goal in
            .object(
              [
                ("goal", .string(goal.words)), ("goalNeeds", JSONValue(listing: goal.needs)),
              ] + (courses[.goal(goal.number, words: goal.words)]?.scores ?? []) + [
                (
                  "actions",
                  .array(
                    goal.actions.map { action in
                      .object([
                        ("action", .integer(action.number.count)), ("what", .string(action.what)),
                        ("who", JSONValue(action.who.orNil)), ("by", JSONValue(action.by)),
                        ("done", JSONValue(file.assessment.doneOn(action.number, of: record.id))),
                      ])
                    })
                )
              ])
          })
      ),
      ("retracted", .boolean(record.isRetracted)),
      ("history", .array(RecordHistory.json(record, in: caseload))),
    ])
  }
}

extension String {
  /// The text, or nothing where it is empty.
  var orNil: String? { isEmpty ? nil : self }
}
