// When conditions hold: what triggers fire on, and which questions are put.

extension Instrument {
  /// The triggers to be shown after the answers given so far, before the next question.
  public func triggers(onAnswering answers: [ItemAnswer]) -> [InstrumentTrigger] {
    let given = GivenAnswers(answers, instrument: self)
    let scores = triggers.contains { $0.isOnAnswer && $0.when.asksForScore } ? result(of: answers) : nil
    return triggers.filter { $0.isOnAnswer && holds($0.when, given: given, scores: scores, since: nil) }
  }

  /// Whether a question is put, after the answers given before it.
  public func isShown(_ item: InstrumentItem, after answers: [ItemAnswer]) -> Bool {
    isShown(item, given: GivenAnswers(answers, instrument: self))
  }

  /// The triggers of a result, most urgent first.
  public func triggers(firedIn result: CheckInResult) -> [InstrumentTrigger] {
    let fired = triggers.filter { result.triggers.contains($0.id) }
    return TriggerLevel.allCases.flatMap { level in fired.filter { $0.level == level } }
  }

  /// Whether a trigger asks what has worsened, so that a result depends on an earlier one.
  public var looksBack: Bool {
    triggers.contains { trigger in
      trigger.when.leaves.contains { if case .worsened = $0 { true } else { false } }
    }
  }

  func holds(
    _ condition: AnswerCondition, given: GivenAnswers, scores: CheckInResult?, since baseline: CheckInResult?
  ) -> Bool {
    switch condition {
    case .all(let parts):
      return parts.allSatisfy { holds($0, given: given, scores: scores, since: baseline) }
    case .any(let parts):
      return parts.contains { holds($0, given: given, scores: scores, since: baseline) }
    case .not(let part): return !holds(part, given: given, scores: scores, since: baseline)
    case .item(let id, let comparison):
      guard let item = item(id), let answer = given.answer(id) else { return false }
      let option: OptionID? = if case .chose(let option) = answer { option } else { nil }
      return comparison.holds(of: item.value(of: answer), option: option)
    case .score(let id, let comparison):
      guard let value = scores?.score(id)?.value else { return false }
      return comparison.holds(of: value)
    case .skipped(let id):
      guard let item = item(id), let answer = given.answer(id) else { return false }
      return answer.isBlank && isShown(item, given: given)
    case .worsened(let id):
      guard let baseline, let scores else { return false }
      return change(of: id, from: baseline, to: scores)?.change == .worse
    }
  }

  private func isShown(_ item: InstrumentItem, given: GivenAnswers) -> Bool {
    guard let condition = item.shownWhen else { return true }
    return holds(condition, given: given, scores: nil, since: nil)
  }
}

extension AnswerCondition {
  /// Whether the condition asks for a score anywhere in it.
  var asksForScore: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.asksForScore)
    case .not(let part): part.asksForScore
    case .score, .worsened: true
    case .item, .skipped: false
    }
  }

  /// The conditions without parts that this one is made of.
  var leaves: [AnswerCondition] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    case .item, .score, .skipped, .worsened: [self]
    }
  }
}
