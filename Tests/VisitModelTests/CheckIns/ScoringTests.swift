import Testing
import VisitModel

@Suite("scores follow the rules of the file")
struct ScoringTests {
  @Test(
    "a blank is treated as the policy says and never as nought",
    arguments: [
      (MissingRule(.complete), "4,4,4,4", 1_600), (MissingRule(.complete), "4,4,4,-", nil),
      (MissingRule(.ignore), "4,4,4,-", 1_200), (MissingRule(.prorate), "4,4,4,-", 1_600),
      (MissingRule(.prorate), "3,2,2,d", 933), (MissingRule(.prorate, rounding: .nearest), "3,2,2,d", 900),
      (MissingRule(.prorate, rounding: .up), "3,2,2,d", 1_000),
      (MissingRule(.prorate, rounding: .down), "3,3,2,d", 1_000),
      (MissingRule(.prorate, missingMax: 1), "4,4,-,-", nil),
      (MissingRule(.prorate, missingMax: 2), "4,4,-,-", 1_600),
      (MissingRule(.prorate, missingShareMax: Hundredths(count: 25)), "4,4,4,-", 1_600),
      (MissingRule(.prorate, missingShareMax: Hundredths(count: 24)), "4,4,4,-", nil),
      (MissingRule(.substitute(Hundredths(whole: 2))), "4,4,4,-", 1_400),
      (MissingRule(.ignore, missingMax: 0), "4,4,4,-", nil),
      (MissingRule(.ignore), "-,-,d,-", nil), (MissingRule(.prorate), "-,-,-,-", nil),
      (MissingRule(.substitute(Hundredths(whole: 2))), "-,-,-,-", nil),
    ] as [(MissingRule, String, Int?)])
  func blanks(rule: MissingRule, typed: String, wanted: Int?) throws {
    let result = try Instrument.scales(4, missing: rule).score(typed)
    #expect(result?.value?.count == wanted)
    #expect(result?.missing == typed.split(separator: ",").filter { $0 == "-" || $0 == "d" }.count)
    #expect(result?.answered == 4 - (result?.missing ?? 0))
  }

  @Test("halves round away from nought", arguments: [(5, 300), (3, 200), (1, 100), (7, 400)])
  func halves(sum: Int, wanted: Int) throws {
    let rule = MissingRule(.prorate, rounding: .nearest)
    let instrument = try Instrument.scales(
      3, missing: rule, steps: [.linear(multiply: Hundredths(count: 100), add: .zero)])
    let typed = "\(min(sum, 4)),\(max(0, sum - 4)),-"
    #expect(try instrument.score(typed)?.value?.count == (sum * 3 + 1) / 2 * 100)
    let negative = try Instrument.scales(
      2, ScoreMethod.mean, steps: [.linear(multiply: Hundredths(count: -1), add: .zero)])
    #expect(try negative.score("1,0")?.value?.count == -1)
    #expect(wanted == (sum + 1) / 2 * 100)
  }

  @Test(
    "a mean is of what was answered, exact to the hundredth",
    arguments: [
      ("1,2,4,-", 233), ("2,-,-,-", 200), ("1,2,2,-", 167), ("1,2,3,4", 250),
    ])
  func means(typed: String, wanted: Int) throws {
    #expect(
      try Instrument.scales(4, ScoreMethod.mean, missing: MissingRule(.ignore)).score(typed)?.value?.count
        == wanted)
  }

  @Test("a substituted value counts in a mean like an answer")
  func substitutedMean() throws {
    let rule = MissingRule(.substitute(Hundredths(whole: 1)))
    #expect(try Instrument.scales(4, ScoreMethod.mean, missing: rule).score("4,4,-,d")?.value?.count == 250)
  }

  @Test("a weight counts in a sum and in a mean")
  func weights() throws {
    #expect(try Instrument.scales(2, weights: [1: 150]).score("4,3")?.value?.count == 850)
    #expect(try Instrument.scales(2, ScoreMethod.mean, weights: [1: 300]).score("4,0")?.value?.count == 100)
    let prorated = try Instrument.scales(2, missing: MissingRule(.prorate), weights: [1: 300])
    #expect(try prorated.score("2,-")?.value?.count == 800)
  }

  @Test("a reversed question counts from the other end of its own scale")
  func reversed() throws {
    #expect(try Instrument.scales(2, reversed: [1]).score("4,4")?.value?.count == 400)
    #expect(try Instrument.scales(2, reversed: [0, 1]).score("0,1")?.value?.count == 700)
  }

  @Test("CORE-10 with every question answered 0 is 8, since two are reversed")
  func core10() throws {
    let core10 = try Fixture.instrument("core10")
    let result = core10.result(of: try core10.answers(typed: Array(repeating: "0", count: 10)))
    #expect(result.score("total")?.value == Hundredths(whole: 8))
  }

  @Test(
    "counting counts the answers that compare so",
    arguments: [
      (Comparison.Relation.atLeast, [2], "1,2,3", 2), (.above, [2], "1,2,3", 1), (.below, [2], "1,2,3", 1),
      (.atMost, [2], "1,2,3", 2), (.equals, [2], "1,2,3", 1), (.differs, [2], "1,2,3", 2),
      (.isOneOf, [1, 3], "1,2,3", 2), (.atLeast, [2], "-,2,3", 2), (.differs, [2], "-,2,3", 1),
    ])
  func counting(relation: Comparison.Relation, values: [Int], typed: String, wanted: Int) throws {
    let comparison = Comparison(relation, values.map { .number(Hundredths(whole: $0)) })
    let instrument = try Instrument.scales(
      3, { .count([CountRule(items: $0, comparison: comparison)]) }, missing: MissingRule(.ignore))
    #expect(try instrument.score(typed)?.value == Hundredths(whole: wanted))
  }

  @Test("steps are taken in their order")
  func steps() throws {
    let doubled = ScoreStep.linear(multiply: Hundredths(whole: 2), add: Hundredths(whole: 1))
    let table = ScoreStep.lookup(
      Dictionary(
        uniqueKeysWithValues: (0...4).map { (Hundredths(whole: $0 * 2 + 1), Hundredths(count: $0 * 7)) }))
    let result = try Instrument.scales(1, steps: [doubled, table]).score("3")
    #expect(result?.raw == Hundredths(whole: 3))
    #expect(result?.value?.count == 21)
  }

  @Test("a sum of scores needs them as its own rule says")
  func sumOfScores() throws {
    let sdq = try Fixture.instrument("sdq25")
    let ones = Array(repeating: "1", count: 25)
    #expect(sdq.result(of: try sdq.answers(typed: ones)).score("total")?.value == Hundredths(whole: 20))
    var blanks = ones
    for item in [3, 8, 13] { blanks[item - 1] = "-" }
    let result = sdq.result(of: try sdq.answers(typed: blanks))
    #expect(result.score("emotional")?.value == nil)
    #expect(result.score("conduct")?.value == Hundredths(whole: 5))
    #expect(result.score("total")?.value == nil)
  }

  @Test("an option without a value is a blank to the score; one that does not apply scores as the file says")
  func valueless() throws {
    let options = [
      ItemOption(id: "no", value: .zero), ItemOption(id: "yes", value: Hundredths(whole: 1)),
      ItemOption(id: "unsure", value: nil),
      ItemOption(id: "na", value: Hundredths(whole: 9), doesNotApply: true),
    ]
    let item = InstrumentItem(id: "a", kind: .choice(options), isReversed: true)
    let instrument = try Instrument.made(
      items: [item], scores: [Score(id: "s", method: .sum(["a"]), direction: .none)])
    #expect(try instrument.score("unsure")?.value == nil)
    #expect(try instrument.score("0")?.value == Hundredths(whole: 1))
    #expect(item.valueRange == .zero...Hundredths(whole: 1))
    #expect(item.value(of: .chose("na")) == Hundredths(whole: 9))
  }

  @Test(
    "a score reads with the decimals it needs, so a prorated 9.5 never reads as 10",
    arguments: [
      (0, 950, "9.5"), (0, 900, "9"), (2, 900, "9.00"), (0, 933, "9.33"), (1, 950, "9.5"), (0, -50, "-0.5"),
    ])
  func text(decimals: Int, value: Int, wanted: String) {
    let score = Score(id: "s", method: .none, decimals: decimals, direction: .none)
    #expect(score.text(of: Hundredths(count: value)) == wanted)
  }

  @Test(
    "a band runs from its beginning up to the next one's",
    arguments: [
      (0, "low"), (1_950, "low"), (1_951, "medium"), (2_749, "medium"), (2_750, "high"), (3_500, "high"),
    ])
  func bands(value: Int, wanted: String) throws {
    let score = Score(
      id: "s", method: .none, direction: .none,
      bands: [
        ScoreBand(id: "low", from: .zero), ScoreBand(id: "medium", from: Hundredths(count: 1_951)),
        ScoreBand(id: "high", from: Hundredths(count: 2_750)),
      ])
    #expect(score.band(of: Hundredths(count: value))?.id == wanted)
    #expect(score.band(of: Hundredths(count: -1)) == nil)
  }

  @Test("the largest instrument a file may hold is scored without overflowing")
  func largest() throws {
    let most = ScoreLimit.number
    let scale = ItemScale(min: .zero - most, max: most, step: most)
    let items = (0..<ScoreLimit.items).map {
      InstrumentItem(id: ItemID(rawValue: "q\($0)"), kind: .scale(scale), weight: most)
    }
    let steps = Array(repeating: ScoreStep.linear(multiply: most, add: most), count: ScoreLimit.steps)
    let instrument = try Instrument.made(
      items: items,
      scores: [
        Score(
          id: "s", method: .sum(items.map(\.id)), missing: MissingRule(.prorate), steps: steps,
          direction: .none)
      ])
    let answers = items.dropLast().map { ItemAnswer(item: $0.id, answer: .rated(most)) }
    #expect(instrument.result(of: answers).score("s")?.value == ScoreLimit.score)
  }
}
