// How answers become scores: values, blanks, the method, the steps after it, the band. All in exact numbers.

extension Instrument {
  /// The scores of a set of answers, and the triggers that fire; a baseline lets a trigger ask what has worsened.
  ///
  /// A question that has no answer in the list counts as not asked. Of two answers to one question the last counts.
  public func result(of answers: [ItemAnswer], since baseline: CheckInResult? = nil) -> CheckInResult {
    let given = GivenAnswers(answers, instrument: self)
    var results: [ScoreResult] = []
    results.reserveCapacity(scores.count)
    for place in scores.indices { results.append(result(ofScoreAt: place, given: given, earlier: results)) }
    let all = CheckInResult(instrument: id, version: version, scores: results, triggers: [])
    let fired = triggers.filter { holds($0.when, given: given, scores: all, since: baseline) }
    return CheckInResult(instrument: id, version: version, scores: results, triggers: fired.map(\.id))
  }

  /// One score of a set of answers, without working out the others; nil where there is no such score.
  public func result(of score: ScoreID, in answers: [ItemAnswer]) -> ScoreResult? {
    guard let place = scores.firstIndex(where: { $0.id == score }) else { return nil }
    if case .sumOfScores = scores[place].method { return result(of: answers).score(score) }
    return result(ofScoreAt: place, given: GivenAnswers(answers, instrument: self), earlier: [])
  }

  private func result(ofScoreAt place: Int, given: GivenAnswers, earlier: [ScoreResult]) -> ScoreResult {
    let score = scores[place]
    var parts = ScoreParts()
    switch score.method {
    case .none: break
    case .sum, .mean:
      for place in places[place] { parts.add(given.scored(place), weight: items[place].weight) }
    case .item: for place in places[place] { parts.add(given.scored(place)) }
    case .count(let rules):
      var rest = places[place][...]
      for rule in rules {
        for place in rest.prefix(rule.items.count) {
          parts.add(given.scored(place).map { rule.comparison.holds(of: $0) ? Hundredths(whole: 1) : .zero })
        }
        rest = rest.dropFirst(rule.items.count)
      }
    case .sumOfScores(let scores):
      for id in scores { parts.add(earlier.first { $0.id == id }?.value) }
    }
    let raw = rawNumber(of: parts, by: score)
    var value = raw
    for step in score.steps { value = value.flatMap { step.applied(to: $0) } }
    let rounded = value?.rounded
    return ScoreResult(
      id: score.id, raw: raw?.rounded, value: rounded, band: rounded.flatMap(score.band(of:)),
      answered: parts.answered, missing: parts.missing)
  }

  private func rawNumber(of parts: ScoreParts, by score: Score) -> ScoreRatio? {
    let rule = score.missing
    guard rule.allows(answered: parts.answered, missing: parts.missing) else { return nil }
    var (total, weight) = (parts.total, parts.answeredWeight)
    if case .substitute(let value) = rule.policy {
      total += Int128(value.count) * parts.missingWeight
      weight += parts.missingWeight
    }
    guard weight > 0 else { return nil }
    let number: ScoreRatio
    switch (score.method, rule.policy) {
    case (.mean, _): number = ScoreRatio(numerator: total, denominator: weight)
    case (_, .prorate):
      number = ScoreRatio(
        numerator: total * (parts.answeredWeight + parts.missingWeight), denominator: weight * 100)
    default: number = ScoreRatio(numerator: total, denominator: 100)
    }
    return parts.missing > 0 ? number.rounded(rule.rounding) : number
  }
}

/// The answers of a check-in laid beside the questions of its instrument.
struct GivenAnswers {
  private let items: [InstrumentItem]
  private let positions: [ItemID: Int]
  private var answers: [Answer?]

  init(_ given: [ItemAnswer], instrument: Instrument) {
    items = instrument.items
    positions = instrument.positions
    answers = Array(repeating: nil, count: items.count)
    for (place, one) in given.enumerated() {
      let isInPlace = place < answers.count && items[place].id == one.item
      if let position = isInPlace ? place : positions[one.item] { answers[position] = one.answer }
    }
  }

  /// The answer to a question; nil where it has not been reached.
  func answer(_ item: ItemID) -> Answer? { positions[item].flatMap { answers[$0] } }

  /// The scored value of the answer to the question at a place; nil for a blank.
  func scored(_ place: Int) -> Hundredths? {
    answers[place].flatMap { items[place].scoredValue(of: $0) }
  }
}

/// What goes into one score: values with their weights, and how many are blank. Weights are in hundredths.
private struct ScoreParts {
  var total: Int128 = 0
  var answeredWeight: Int128 = 0
  var missingWeight: Int128 = 0
  var answered = 0
  var missing = 0

  mutating func add(_ value: Hundredths?, weight: Hundredths = Hundredths(whole: 1)) {
    if let value {
      total += Int128(value.count) * Int128(weight.count)
      answeredWeight += Int128(weight.count)
      answered += 1
    } else {
      missingWeight += Int128(weight.count)
      missing += 1
    }
  }
}

extension ScoreStep {
  func applied(to number: ScoreRatio) -> ScoreRatio? {
    switch self {
    case .linear(let multiply, let add): number.times(multiply).plus(ScoreRatio(add))
    case .lookup(let table): number.exact.flatMap { table[$0] }.map(ScoreRatio.init)
    }
  }
}
