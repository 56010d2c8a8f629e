// What can be wrong with the scores of an instrument's file, and which numbers a score can come to.

extension InstrumentCheck {
  mutating func checkScores() {
    unique(scores.map(\.id.rawValue), in: "scores")
    if scores.filter(\.isPrimary).count > 1 { fail("scores", "more than one primary score") }
    for (position, score) in scores.enumerated() {
      let before = faults.count
      method(of: score, earlier: scores[..<position])
      bands(of: score)
      changeRules(of: score)
      if score.steps.count > ScoreLimit.steps { fail(place(score), "more than \(ScoreLimit.steps) steps") }
      if faults.count == before { outcomes(of: score) }
    }
  }

  private func place(_ score: Score) -> String { "scores.\(score.id)" }

  private mutating func method(of score: Score, earlier: ArraySlice<Score>) {
    let place = place(score)
    switch score.method {
    case .none: break
    case .sum(let ids), .mean(let ids): knownItems(ids, at: place)
    case .item(let id): knownItems([id], at: place)
    case .count(let rules):
      if rules.isEmpty { fail(place, "nothing to count") }
      for rule in rules {
        knownItems(rule.items, at: place)
        comparison(rule.comparison, at: place)
        for case .option in rule.comparison.operands { fail(place, "counting compares with numbers") }
      }
    case .sumOfScores(let ids):
      if ids.isEmpty { fail(place, "no scores named") }
      unique(ids.map(\.rawValue), in: place)
      for id in ids where !earlier.contains(where: { $0.id == id }) {
        fail(place, "there is no score \"\(id)\" before this one")
      }
    }
    if score.missing.missingMax ?? 0 < 0 { fail(place, "a number of blanks is not negative") }
    for case .lookup in score.steps where score.missing.policy == .prorate && score.missing.rounding == .none
    {
      fail(place, "a table needs whole numbers: round what is prorated")
    }
  }

  private mutating func bands(of score: Score) {
    unique(score.bands.map(\.id), in: place(score))
    for (band, next) in zip(score.bands, score.bands.dropFirst()) where band.from >= next.from {
      fail(place(score), "band \"\(next.id)\" does not begin above band \"\(band.id)\"")
    }
    if let first = score.bands.first, let range = score.range, first.from > range.lowerBound {
      fail(place(score), "the bands begin above the lowest score")
    }
    if let last = score.bands.last, let range = score.range, last.from > range.upperBound {
      fail(place(score), "band \"\(last.id)\" begins above the highest score")
    }
  }

  private mutating func changeRules(of score: Score) {
    unique(score.changeRules.map(\.id), in: place(score))
    if score.changeRules.filter(\.isDefault).count > 1 {
      fail(place(score), "more than one default change rule")
    }
    for rule in score.changeRules {
      for amount in [rule.better, rule.worse] {
        if let amount, amount <= .zero {
          fail(place(score), "change rule \"\(rule.id)\": an amount is above nought")
        }
      }
      if score.direction == .none { fail(place(score), "change has no meaning without a direction") }
    }
  }

  /// Checks the numbers that a full set of answers can come to against tables and range.
  private mutating func outcomes(of score: Score) {
    guard var reachable = fullOutcomes(of: score) else { return }
    for step in score.steps {
      var next: Set<ScoreRatio> = []
      for number in reachable {
        if let result = step.applied(to: number) {
          next.insert(result)
        } else {
          fail(place(score), "the table has no entry for \(number.rounded.text(decimals: 2))")
        }
      }
      reachable = next
    }
    guard let range = score.range else { return }
    for number in reachable.map(\.rounded).sorted() where !range.contains(number) {
      fail(place(score), "answers can come to \(number.text(decimals: 2)), outside its range")
      return
    }
  }

  /// Every raw number that answers without a blank can come to; nil where they are too many or come from scores.
  private func fullOutcomes(of score: Score) -> Set<ScoreRatio>? {
    switch score.method {
    case .none, .sumOfScores: return nil
    case .count(let rules):
      let count = rules.reduce(0) { $0 + $1.items.count }
      return Set((0...count).map { ScoreRatio(Hundredths(whole: $0)) })
    case .item(let id): return items[id].flatMap(values).map { Set($0.map(ScoreRatio.init)) }
    case .sum(let ids), .mean(let ids):
      var totals: Set<Int128> = [0]
      var weights: Int128 = 0
      for id in ids {
        guard let item = items[id], let values = values(of: item), totals.count * values.count < 200_000
        else { return nil }
        weights += Int128(item.weight.count)
        totals = Set(totals.flatMap { total in values.map { total + Int128($0.count * item.weight.count) } })
      }
      let divisor: Int128 = if case .mean = score.method { weights } else { 100 }
      return Set(totals.map { ScoreRatio(numerator: $0, denominator: divisor) })
    }
  }

  private func values(of item: InstrumentItem) -> Set<Hundredths>? {
    switch item.kind {
    case .yesNo: return [.zero, Hundredths(whole: 1)]
    case .choice(let options):
      return Set(options.compactMap { item.scoredValue(of: .chose($0.id)) })
    case .scale(let scale):
      guard (scale.max - scale.min).count / scale.step.count < 2_000 else { return nil }
      return Set(scale.numbers)
    }
  }
}
