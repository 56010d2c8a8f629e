import Testing
import VisitModel
import VisitReports

@Suite("Small numbers of people")
struct SmallNumberTests {
  private typealias Sum = SmallNumbers.Sum<String>

  private func told(_ parts: [Int], total: Bool = true) -> [String] {
    var counts: [String: Int] = [:]
    for (index, part) in parts.enumerated() { counts["\(index)"] = part }
    if total { counts["total"] = parts.reduce(0, +) }
    let names = parts.indices.map { "\($0)" }
    let published = SmallNumbers.published(counts, sums: [Sum(parts: names, total: total ? "total" : nil)])
    return (names + (total ? ["total"] : [])).map { published[$0]?.text ?? "?" }
  }

  @Test(
    "one to four are not told, nor what would give them away; nought is",
    arguments: [
      ([10, 20], ["10", "20", "30"]), ([0, 20], ["0", "20", "20"]), ([3, 9, 7], ["<5", "9", "[c]", "19"]),
      ([3, 2, 9], ["<5", "<5", "9", "14"]), ([1, 1, 9], ["<5", "<5", "[c]", "11"]),
      ([4, 4, 9], ["<5", "<5", "[c]", "17"]), ([3, 0, 9], ["<5", "0", "[c]", "12"]),
      ([2, 0], ["<5", "0", "<5"]),
      ([6, 4], ["[c]", "<5", "10"]),
    ])
  func published(parts: [Int], expected: [String]) {
    #expect(told(parts) == expected)
  }

  @Test("nobody can work out one hidden count from the others", arguments: 0..<40)
  func nothingFollows(seed: Int) {
    var random = SteadyRandom(seed: UInt64(seed))
    let parts = (0..<Int.random(in: 2...5, using: &random)).map { _ in Int.random(in: 0...12, using: &random)
    }
    let texts = told(parts)
    let hidden = texts.dropLast().count { $0 == "<5" || $0 == "[c]" }
    if texts.last != "<5", texts.last != "[c]" { #expect(hidden != 1) }
    for (part, text) in zip(parts, texts) where (1...4).contains(part) { #expect(text == "<5") }
  }

  @Test("counts tied together without a total hide one another too")
  func noTotal() {
    #expect(told([12, 3, 9, 6], total: false) == ["12", "<5", "9", "[c]"])
  }

  @Test("a summary that leaves holds small numbers back, in its total and its groups; at home it does not")
  func summary() {
    var small = SmallCaseload()
    for name in ["A", "B", "C"] { small.visit(small.family(name), "2026-07-01") }
    let summary = VisitSummary(small.caseload, period: period("2026-Q3"), by: .month, today: today)
    let leaving = summary.table(suppressing: true)
    let visited = leaving.columns.firstIndex { $0.key == "familiesVisited" } ?? 0
    #expect(leaving.rows.map { $0[visited] } == [.text("<5"), .text("0"), .text("0"), .text("<5")])
    #expect(summary.table(suppressing: false).rows.last?[visited] == .integer(3))
    let json = JSONWriter.text(summary.json(suppressing: true), pretty: false)
    #expect(json.contains(#""familiesOpen":"<5""#))
    #expect(json.contains(#""visitsMade":3"#))
  }
}
