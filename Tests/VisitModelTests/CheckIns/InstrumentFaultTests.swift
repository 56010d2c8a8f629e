import Testing
import VisitModel

@Suite("an instrument that does not make sense never becomes one")
struct InstrumentFaultTests {
  static let scale = ItemKind.scale(ItemScale(min: .zero, max: Hundredths(whole: 4)))
  static let items = ["a", "b"].map { InstrumentItem(id: ItemID(rawValue: $0), kind: scale) }

  static func faults(
    items: [InstrumentItem] = items, scores: [Score] = [], triggers: [InstrumentTrigger] = []
  ) -> String {
    do {
      _ = try Instrument.made(items: items, scores: scores, triggers: triggers)
      return ""
    } catch { return error.faults.map(\.description).joined(separator: "; ") }
  }

  static func score(
    _ method: ScoreMethod = .sum(["a", "b"]), missing: MissingRule = MissingRule(.complete),
    steps: [ScoreStep] = [],
    range: ClosedRange<Hundredths>? = nil, direction: ScoreDirection = .higherIsBetter, bands: [Int] = [],
    rules: [ChangeRule] = []
  ) -> Score {
    Score(
      id: "s", method: method, missing: missing, steps: steps, range: range, direction: direction,
      bands: bands.map { ScoreBand(id: "b\($0)", from: Hundredths(whole: $0)) }, changeRules: rules)
  }

  static func table(_ numbers: ClosedRange<Int>) -> ScoreStep {
    .lookup(Dictionary(uniqueKeysWithValues: numbers.map { (Hundredths(whole: $0), Hundredths(whole: $0)) }))
  }

  @Test(
    "a score that does not make sense is refused in words",
    arguments: [
      (score(.sum(["a", "x"])), "no question \"x\""), (score(.sum([])), "no questions named"),
      (score(.sum(["a", "a"])), "stands twice"), (score(.item("x")), "no question \"x\""),
      (score(.count([])), "nothing to count"), (score(.sumOfScores(["s"])), "no score \"s\" before this one"),
      (score(steps: [table(0...7)]), "no entry for 8.00"),
      (score(steps: [table(1...8)]), "no entry for 0.00"),
      (score(missing: MissingRule(.prorate), steps: [table(0...8)]), "round what is prorated"),
      (score(range: .zero...Hundredths(whole: 7)), "come to 8.00, outside its range"),
      (score(bands: [0, 5, 5]), "stands twice"), (score(bands: [5, 0]), "does not begin above"),
      (score(range: .zero...Hundredths(whole: 8), bands: [1]), "bands begin above"),
      (score(range: .zero...Hundredths(whole: 8), bands: [0, 9]), "begins above the highest"),
      (
        score(
          direction: .none,
          rules: [ChangeRule(id: "r", kind: .reliable, better: Hundredths(whole: 1), worse: nil)]),
        "no meaning without a direction"
      ), (score(rules: [ChangeRule(id: "r", kind: .reliable, better: .zero, worse: nil)]), "above nought"),
      (
        score(steps: Array(repeating: .linear(multiply: Hundredths(whole: 2), add: .zero), count: 3)),
        "more than 2 steps"
      ),
    ])
  func scores(score: Score, wanted: String) {
    #expect(InstrumentFaultTests.faults(scores: [score]).contains(wanted))
  }

  @Test(
    "a question that does not make sense is refused in words",
    arguments: [
      (InstrumentItem(id: "a", kind: .choice([])), "fewer than two options"),
      (InstrumentItem(id: "b", kind: scale), "\"b\" stands twice"),
      (
        InstrumentItem(id: "a", kind: .scale(ItemScale(min: Hundredths(whole: 4), max: .zero))),
        "from less to more"
      ),
      (
        InstrumentItem(
          id: "a", kind: .scale(ItemScale(min: .zero, max: Hundredths(whole: 5), step: Hundredths(whole: 2)))),
        "do not reach the end"
      ), (InstrumentItem(id: "a", kind: scale, weight: .zero), "weight"),
      (InstrumentItem(id: "a", kind: scale, shownWhen: .skipped("b")), "cannot be shown by a skipped one"),
      (
        InstrumentItem(
          id: "a", kind: .choice([ItemOption(id: "x", value: nil), ItemOption(id: "x", value: nil)])),
        "\"x\" stands twice"
      ),
    ])
  func items(item: InstrumentItem, wanted: String) {
    let faults = InstrumentFaultTests.faults(items: [item, InstrumentFaultTests.items[1]])
    #expect(faults.contains(wanted), "\(faults)")
  }

  @Test(
    "a trigger that could never fire is refused",
    arguments: [
      (AnswerCondition.item("x", Comparison(.equals, [.number(.zero)])), "no question \"x\""),
      (.score("x", Comparison(.equals, [.number(.zero)])), "no score \"x\""),
      (.worsened("s"), "no default change rule"),
      (.skipped("x"), "no question \"x\""), (.not(.any([.skipped("x")])), "no question \"x\""),
      (.item("a", Comparison(.isOneOf, [])), "needs values"),
      (.item("a", Comparison(.above, [.option("x")])), "compares with a number"),
      (.score("s", Comparison(.equals, [.option("x")])), "compares with numbers"),
    ])
  func triggers(when: AnswerCondition, wanted: String) {
    let faults = InstrumentFaultTests.faults(
      scores: [InstrumentFaultTests.score()], triggers: [InstrumentTrigger(id: "t", when: when, level: .now)])
    #expect(faults.contains(wanted), "\(faults)")
  }

  @Test(
    "what makes sense is accepted",
    arguments: [
      score(), score(steps: [table(0...8)]), score(range: .zero...Hundredths(whole: 8), bands: [0, 8]),
      score(missing: MissingRule(.prorate, rounding: .nearest), steps: [table(0...8)]), score(.none),
    ])
  func sound(_ score: Score) {
    #expect(InstrumentFaultTests.faults(scores: [score]) == "")
  }
}
