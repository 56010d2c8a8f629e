import Testing
import VisitModel

@Suite("a change is named by the file's threshold and never by eye")
struct ChangeTests {
  /// Scores that the oracle has rows for but no file: goal based outcomes (up to 10, threshold 3) and a
  /// scale without a threshold.
  static func score(_ name: String) throws -> Score {
    switch name {
    case "GBO":
      return Score(
        id: "goal", method: .none, direction: .higherIsBetter,
        changeRules: [.points("nhs", 300)])
    case "BPSES": return Score(id: "total", method: .none, direction: .higherIsWorse)
    default:
      let id = name.lowercased().filter { $0 != "-" }
      return try #require(try Fixture.instrument(id).primaryScore)
    }
  }

  @Test("every pair of scores gets the word NHS England's thresholds give it")
  func oracle() throws {
    let rows = try Fixture.rows("change_reliable")
    #expect(rows.count == 1_484)
    var scores: [String: Score] = [:]
    let words: [Change: String] = [
      .better: "improved", .worse: "deteriorated", .noReliableChange: "no_reliable_change",
      .noThreshold: "no_threshold",
    ]
    for row in rows {
      let name = try #require(row["instrument"])
      let score = try scores[name] ?? ChangeTests.score(name)
      scores[name] = score
      let first = try #require(Hundredths(decimal: row["score_first"] ?? ""))
      let last = try #require(Hundredths(decimal: row["score_last"] ?? ""))
      #expect(words[score.change(from: first, to: last)] == row["expected_class"], "\(row)")
    }
  }

  @Test(
    "exactly the threshold counts, unless the file says it does not",
    arguments: [
      (true, 600, Change.better), (true, 599, .noReliableChange), (false, 600, .noReliableChange),
      (false, 601, .better),
    ])
  func inclusive(isInclusive: Bool, gain: Int, wanted: Change) {
    let rule = ChangeRule(
      id: "r", kind: .reliable, better: Hundredths(count: 600), worse: Hundredths(count: 600),
      isInclusive: isInclusive)
    let score = Score(id: "s", method: .none, direction: .higherIsBetter, changeRules: [rule])
    #expect(score.change(from: .zero, to: Hundredths(count: gain)) == wanted)
  }

  @Test("better and worse may have amounts of their own, and either may be missing")
  func lopsided() {
    let rule = ChangeRule(id: "r", kind: .important, better: Hundredths(whole: 4), worse: nil)
    let score = Score(id: "s", method: .none, direction: .higherIsWorse, changeRules: [rule])
    #expect(score.change(from: Hundredths(whole: 9), to: Hundredths(whole: 5)) == .better)
    #expect(score.change(from: Hundredths(whole: 0), to: Hundredths(whole: 9)) == .noReliableChange)
  }

  @Test(
    "a percentage is of the starting score, and nought has none",
    arguments: [
      (20, 30, Change.better), (20, 29, .noReliableChange), (20, 10, .worse), (0, 30, .noThreshold),
    ])
  func percent(from: Int, to: Int, wanted: Change) {
    let rule = ChangeRule(
      id: "half", kind: .reliable, unit: .percentOfBaseline, better: Hundredths(whole: 50),
      worse: Hundredths(whole: 50))
    let score = Score(id: "s", method: .none, direction: .higherIsBetter, changeRules: [rule])
    #expect(score.change(from: Hundredths(whole: from), to: Hundredths(whole: to)) == wanted)
  }

  @Test("a score without a direction is neither better nor worse")
  func directionless() {
    let score = Score(id: "s", method: .none, direction: .none, changeRules: [.points("r", 100)])
    #expect(score.change(from: .zero, to: Hundredths(whole: 9)) == .noThreshold)
  }

  @Test("among several rules the marked one speaks; without a mark none does")
  func severalRules() {
    let marked = ChangeRule(
      id: "b", kind: .reliable, better: Hundredths(whole: 5), worse: Hundredths(whole: 5), isDefault: true)
    let both = Score(
      id: "s", method: .none, direction: .higherIsBetter, changeRules: [.points("a", 100), marked])
    #expect(both.change(from: .zero, to: Hundredths(whole: 4)) == .noReliableChange)
    let unmarked = Score(
      id: "s", method: .none, direction: .higherIsBetter, changeRules: [.points("a", 100), .points("b", 500)])
    #expect(unmarked.change(from: .zero, to: Hundredths(whole: 4)) == .noThreshold)
  }

  @Test(
    "any score that is worse outweighs those that are better",
    arguments: [
      ([Change.better, .worse, .noReliableChange], Change.worse), ([.better, .noReliableChange], .better),
      ([.noThreshold, .noReliableChange], .noReliableChange), ([], .noThreshold),
    ])
  func overall(changes: [Change], wanted: Change) {
    #expect(Change.overall(changes) == wanted)
  }

  @Test("scores of another instrument or another version are not compared")
  func comparable() throws {
    let gad7 = try Fixture.instrument("gad7")
    let low = gad7.result(of: try gad7.answers(typed: Array(repeating: "0", count: 7)))
    let high = gad7.result(of: try gad7.answers(typed: Array(repeating: "3", count: 7)))
    #expect(gad7.change(of: "total", from: low, to: high)?.change == .worse)
    #expect(gad7.change(of: "total", from: low, to: high)?.difference == Hundredths(whole: 21))
    let older = CheckInResult(
      instrument: low.instrument, version: InstrumentVersion("0.9.0"), scores: low.scores, triggers: [])
    #expect(gad7.change(of: "total", from: older, to: high) == nil)
    let phq9 = try Fixture.instrument("phq9")
    #expect(phq9.change(of: "total", from: low, to: high) == nil)
    let blank = gad7.result(of: [])
    #expect(gad7.change(of: "total", from: low, to: blank) == nil)
  }
}

extension ChangeRule {
  fileprivate static func points(_ id: String, _ hundredths: Int) -> ChangeRule {
    ChangeRule(
      id: id, kind: .reliable, better: Hundredths(count: hundredths), worse: Hundredths(count: hundredths))
  }
}
