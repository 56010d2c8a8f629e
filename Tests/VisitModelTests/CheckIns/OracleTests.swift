import Testing
import VisitModel

@Suite("scores agree with other people's programs, row for row")
struct OracleTests {
  struct Comparison: CustomTestStringConvertible {
    let file: String
    let instrument: String
    let score: ScoreID
    let rows: Int
    /// Whether the rows hold scored values, so that reversed questions are turned back before they are typed.
    var isScored = false
    /// The words the other program uses for our bands.
    var bands: [String: String] = [:]
    var testDescription: String { file }
  }

  static let comparisons = [
    Comparison(file: "phq9", instrument: "phq9", score: "total", rows: 300),
    Comparison(file: "gad7", instrument: "gad7", score: "total", rows: 300),
    Comparison(
      file: "k6", instrument: "k6", score: "total", rows: 300, bands: ["lt13": "<13", "ge13": ">=13"]),
    Comparison(file: "core10_scored", instrument: "core10", score: "total", rows: 300, isScored: true),
    Comparison(file: "djg6", instrument: "djg6", score: "total", rows: 517),
    Comparison(
      file: "who5", instrument: "who5", score: "percent", rows: 300,
      bands: ["very_low": "low", "ok": "not_low"]),
    Comparison(
      file: "who5_missing", instrument: "who5", score: "percent", rows: 216,
      bands: ["very_low": "low", "ok": "not_low"]),
  ]

  @Test("totals, bands and refusals to score are the same", arguments: comparisons)
  func totals(_ comparison: Comparison) throws {
    let instrument = try Fixture.instrument(comparison.instrument)
    let rows = try Fixture.rows(comparison.file)
    #expect(rows.count == comparison.rows)
    for row in rows {
      var typed = row
      for item in instrument.items where comparison.isScored && item.isReversed {
        typed[item.id.rawValue] = row[item.id.rawValue].flatMap(Int.init).map { "\(4 - $0)" }
      }
      let result = try #require(instrument.result(of: instrument.answers(in: typed)).score(comparison.score))
      #expect(result.value.map { $0.text(decimals: 0) } ?? "" == row["expected_total"], "\(row)")
      let band = result.band.map { comparison.bands[$0.id] ?? $0.id } ?? ""
      #expect(band == row["expected_band"], "\(row)")
    }
  }

  @Test(
    "the sub-scores are the same",
    arguments: [
      ("phq9", "phq9", ["symptoms": "n_symptoms", "core": "n_core_symptoms"]),
      ("djg6", "djg6", ["social": "social", "emotional": "emotional"]),
    ])
  func subscores(file: String, instrument id: String, columns: [String: String]) throws {
    let instrument = try Fixture.instrument(id)
    for row in try Fixture.rows(file) {
      let result = instrument.result(of: try instrument.answers(in: row))
      for (score, column) in columns {
        let value = result.score(ScoreID(rawValue: score))?.value
        #expect(value.map { $0.text(decimals: 0) } ?? "" == row[column], "\(score) of \(row)")
      }
    }
  }

  @Test("the raw score before the steps is the same")
  func rawScores() throws {
    let instrument = try Fixture.instrument("who5")
    for row in try Fixture.rows("who5") {
      let result = instrument.result(of: try instrument.answers(in: row)).score("percent")
      #expect(result?.raw?.text(decimals: 0) == row["raw_0_25"], "\(row)")
    }
  }

  @Test("question 9 of PHQ-9 fires at once exactly when the other program calls it positive")
  func item9() throws {
    let instrument = try Fixture.instrument("phq9")
    for row in try Fixture.rows("phq9") {
      let answers = try instrument.answers(in: row)
      let wanted = row["item9_positive"] == "True"
      #expect(instrument.result(of: answers).triggers.contains("item9") == wanted, "\(row)")
      #expect(instrument.triggers(onAnswering: answers).map(\.id) == (wanted ? ["item9"] : []), "\(row)")
    }
  }

  @Test("the four ONS questions have bands and no total")
  func ons4() throws {
    let instrument = try Fixture.instrument("ons4")
    #expect(instrument.scores.map(\.id) == ["satisfaction", "worthwhile", "happy", "anxious"])
    let rows = try Fixture.rows("ons4")
    #expect(rows.count == 44)
    for row in rows {
      let item = try #require(row["item"])
      let typed = instrument.items.map { $0.id.rawValue == item ? row["answer"] ?? "" : "" }
      let result = instrument.result(of: try instrument.answers(typed: typed))
      #expect(result.score(ScoreID(rawValue: item))?.band?.id == row["expected_band"], "\(row)")
      #expect(result.scores.filter { $0.value != nil }.count == 1, "a blank has no band: \(row)")
    }
  }

  @Test("every raw score of SWEMWBS becomes the published metric score")
  func swemwbs() throws {
    let instrument = try Fixture.instrument("swemwbs")
    let rows = try Fixture.rows("swemwbs_metric_table")
    #expect(rows.count == 29)
    for row in rows {
      let raw = try #require(row["raw"].flatMap(Int.init))
      let typed = (0..<7).map { "\(1 + max(0, min(4, raw - 7 - 4 * $0)))" }
      let result = instrument.result(of: try instrument.answers(typed: typed)).score("metric")
      #expect(result?.raw == Hundredths(whole: raw))
      #expect(result?.value?.text(decimals: 2) == row["metric"], "\(row)")
    }
    #expect(
      instrument.result(of: try instrument.answers(typed: ["3", "3", "3", "3", "3", "3", "-"])).scores[0]
        .value == nil)
  }

  @Test("every instrument's facts load and make sense", arguments: Fixture.instrumentIDs)
  func loads(_ id: String) throws {
    let instrument = try Fixture.instrument(id)
    #expect(instrument.id.rawValue == id)
    #expect(!instrument.hasWording)
  }
}
