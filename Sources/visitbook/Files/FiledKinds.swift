internal import VisitLibrary
internal import VisitModel

// What a file can bring of each kind of record. The keys are those that showing such a record uses.

extension TypedReferral: FiledFields {
  /// What a shown referral has beside what can be entered.
  static let passedOver: Set<String> = ["referralId", "sourceCode", "replyDue", "retracted"]
}

extension TypedAssessment: FiledFields {
  static let passedOver: Set<String> = ["assessmentId", "suggestedLevel", "retracted"]
}

extension TypedConsent: FiledFields {
  static let passedOver: Set<String> = ["consentId", "personName", "withdrawn", "holds"]
  static let named: [String: Field] = ["given": .date]
}

extension TypedConcern: FiledFields {
  static let passedOver: Set<String> = [
    "concernId", "raised", "enteredBy", "origin", "state", "overdue", "minutesOpen", "acknowledged",
    "actions", "closed",
  ]
  static let named: [String: Field] = ["time": .start]
  static let within: [String: [String: Field]] = ["told": ["whom": .told, "at": .toldWhen]]
}

extension TypedVolunteer: FiledFields {
  static let passedOver: Set<String> = [
    "volunteer", "families", "standing", "ready", "gaps", "supervisionBy", "notes", "claims", "work",
  ]
}

extension TypedServiceUse: FiledFields {
  static let passedOver: Set<String> = [
    "useId", "serviceTitle", "state", "since", "sessionsOffered", "sessionsAttended", "words", "retracted",
  ]
  static let named: [String: Field] = ["begun": .serviceState]
}

extension RecordsFile {
  /// The facts of a file of plans: `family`, `made`, `endingOn`, and `goals`, each with `goal`, `goalNeeds` and
  /// `actions` of `what`, `who` and `by`.
  func plans(in book: Book, explain: Explain) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: PlanRecord, caseload, _) throws(Refusal) -> [Fact] in
      let file = try caseload.family(ofRecord: form.family)
      return try MakePlan(family: file.id, typed: form.typed)
        .facts(in: caseload, lists: book.lists, today: book.today)
    }
  }
}

/// A plan of a file while its keys fill the form.
private struct PlanRecord: RecordForm {
  var typed = TypedPlan()
  var family = ""

  static let passedOver: Set<String> = [
    "planId", "familyName", "episode", "actionsDone", "actionsOfAll", "retracted", "history",
  ]
  /// What a shown goal or action has beside what can be entered.
  private static let passedOverWithin: Set<String> = [
    "scoreAtStart", "scoreAtReview", "scoreAtEnding", "scoreNow", "change", "action", "done",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    switch key {
    case "family": family = value.typed ?? ""
    case "made", "date": typed.made = value.typed ?? ""
    case "endingOn": typed.endingOn = value.typed ?? ""
    case "goals":
      guard case .list(let items) = value.kind else { return .wrongKind }
      for item in items {
        guard let goal = goal(item, &problems) else { return .wrongKind }
        typed.goals.append(goal)
      }
      return nil
    default: return .unknownKey
    }
    return value.typed == nil ? .wrongKind : nil
  }

  private func goal(_ item: Json, _ problems: inout RowProblems) -> TypedGoal? {
    if let words = item.typed { return TypedGoal(words: words) }
    guard case .record(let fields) = item.kind else { return nil }
    var goal = TypedGoal()
    for (key, value) in fields where !PlanRecord.passedOverWithin.contains(key) {
      switch key {
      case "goal": goal.words = value.typed ?? ""
      case "goalNeeds": goal.needs = value.typedList(key: "") ?? ""
      case "actions":
        guard case .list(let items) = value.kind else {
          problems.add(.wrongKind, key, value.place)
          continue
        }
        goal.actions = items.compactMap { action($0, &problems) }
      default: problems.add(.unknownKey, key, value.place)
      }
    }
    return goal
  }

  private func action(_ item: Json, _ problems: inout RowProblems) -> TypedAction? {
    if let what = item.typed { return TypedAction(what: what) }
    guard case .record(let fields) = item.kind else {
      problems.add(.wrongKind, "actions", item.place)
      return nil
    }
    var action = TypedAction()
    for (key, value) in fields where !PlanRecord.passedOverWithin.contains(key) {
      switch key {
      case "what": action.what = value.typed ?? ""
      case "who": action.who = value.typed ?? ""
      case "by": action.by = value.typed ?? ""
      default: problems.add(.unknownKey, key, value.place)
      }
    }
    return action
  }

  static func keys(of field: Field) -> [String] {
    switch field {
    case .date: ["made", "date"]
    case .goal, .goalNeeds, .planAction, .planActionWho, .planActionBy: ["goals"]
    default: [field.rawValue]
    }
  }
}
