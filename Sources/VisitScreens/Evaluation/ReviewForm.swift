import Terminal
import VisitLibrary
import VisitModel

// How the fields of a form stand for a review.

extension Form {
  /// The review as it stands in the form.
  ///
  /// - Parameters:
  ///   - items: The questions of the form that needs are scored with, in their order.
  ///   - needs: The needs there are.
  func typedReview(items: [ItemID], needs: [NeedID]) -> TypedReview {
    var typed = TypedReview()
    for field in [Field.workedWords, .date, .others, .strategyReason, .familyWords, .note] {
      typed[field] = text(of: field.rawValue)
    }
    for field in [Field.worked, .overall] { typed[field] = choice(of: field.rawValue) ?? "" }
    if self[Field.strategy.rawValue]?.isEnabled ?? false {
      typed[.strategy] = choice(of: Field.strategy.rawValue) ?? ""
    } else {
      typed[.strategyReason] = ""
    }
    typed[.present] = checked(of: Field.present.rawValue).joined(separator: ",")
    if self[Field.actionsDone.rawValue] != nil {
      typed[.actionsDone] = checked(of: Field.actionsDone.rawValue).joined(separator: ",")
    }
    let scores = items.map { text(of: ReviewFieldID.now(NeedID(rawValue: $0.rawValue))) }
    if scores.contains(where: { !$0.isEmpty }) {
      typed[.answers] = scores.map { $0.isEmpty ? "-" : $0 }.joined(separator: ",")
    }
    var goals: [String] = []
    while has(ReviewFieldID.goal(goals.count)) { goals.append(text(of: ReviewFieldID.goal(goals.count))) }
    if goals.contains(where: { !$0.isEmpty }) {
      typed[.goalAnswers] = goals.map { $0.isEmpty ? "-" : $0 }.joined(separator: ",")
    }
    typed[.needOutcomes] = needs.compactMap { need in
      choice(of: ReviewFieldID.became(need)).map { "\(need): \($0)" }
    }.joined(separator: ", ")
    return typed
  }

  /// Enters a recorded review.
  mutating func enter(_ typed: TypedReview) {
    for field in [Field.workedWords, .date, .others, .strategyReason, .familyWords, .note]
    where self[field.rawValue] != nil {
      setText(typed[field], of: field.rawValue)
    }
    for field in [Field.worked, .overall, .strategy] where self[field.rawValue] != nil {
      setChoice(typed[field].isEmpty ? nil : typed[field], of: field.rawValue)
    }
    setChecked(typed[.present].split(separator: ",").map(String.init), of: Field.present.rawValue)
    for part in typed[.needOutcomes].split(separator: ",") {
      let sides = part.split(separator: ":").map { $0.drop { $0 == " " } }
      guard sides.count == 2 else { continue }
      let id = ReviewFieldID.became(NeedID(rawValue: String(sides[0])))
      if self[id] != nil { setChoice(String(sides[1]), of: id) }
    }
  }

  private var overall: OutcomeWord? {
    choice(of: Field.overall.rawValue).flatMap(OutcomeWord.init(rawValue:))
  }

  /// Whether the finding asks for the next strategy and none is chosen yet.
  var lacksStrategy: Bool {
    (overall?.needsStrategy ?? false) && choice(of: Field.strategy.rawValue) == nil
  }

  /// Lets the next strategy be chosen where the finding leaves room for one.
  mutating func enableStrategy() {
    let isOpen = overall.map { $0 != .better } ?? false
    for field in [Field.strategy, .strategyReason] { update(field.rawValue) { $0.isEnabled = isOpen } }
  }

  /// Opens the list of what can be tried next.
  mutating func openStrategies() {
    focus(on: Field.strategy.rawValue)
    update(Field.strategy.rawValue) { field in
      guard case .choice(var choice) = field.kind else { return }
      choice.open(filter: "")
      field.kind = .choice(choice)
    }
  }

  /// Shows what is wrong, each at its field; what is wrong with the scores as a whole stands at the first of them.
  mutating func showReview(_ refusal: Refusal, at desk: Desk) {
    for field in fields {
      let problem = refusal.problems.first { $0.field.rawValue == field.id }
      setError(problem.map(desk.sentence), of: field.id)
    }
    for problem in refusal.problems.reversed() {
      guard let place = scoreField(of: problem, at: desk) else { continue }
      setError(desk.sentence(problem), of: place)
    }
    if let first = firstError { focus(on: first) }
  }

  /// The field of the score that a problem is about.
  private func scoreField(of problem: Problem, at desk: Desk) -> String? {
    let first = fields.first { $0.id.hasPrefix("now.") }?.id
    switch (problem.field, problem.fault) {
    case (.answers, .badAnswer(let position, _, _)):
      let items = desk.instruments[.coping]?.items ?? []
      guard items.indices.contains(position - 1) else { return first }
      return ReviewFieldID.now(NeedID(rawValue: items[position - 1].id.rawValue))
    case (.goalAnswers, .badAnswer(let position, _, _)): return ReviewFieldID.goal(position - 1)
    case (.answers, _), (.person, _): return first
    case (.goalAnswers, _): return ReviewFieldID.goal(0)
    default: return nil
    }
  }
}

extension FormScreen {
  /// Takes a review back with a reason.
  static func retractReview(_ id: RecordID, at desk: Desk) -> FormScreen {
    let found = desk.caseload.review(id)
    let day = found?.review.lastSaid.map { desk.long($0.day) } ?? ""
    return FormScreen(
      heading: desk.words(
        "retract.review.title", ["family": found.map { desk.title(of: $0.family) } ?? "", "day": day]),
      explanation: desk.words("retract.text"), form: Form([.line(.reason, at: desk, isRequired: true)])
    ) { form, desk throws(Refusal) in
      let facts = try RetractReview(record: id, reason: form.text(of: Field.reason.rawValue))
        .facts(in: desk.caseload)
      return [.recordAndReturn(facts)]
    }
  }
}
