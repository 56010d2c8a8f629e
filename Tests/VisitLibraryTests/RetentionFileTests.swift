import Testing
import VisitLibrary
import VisitModel

@Suite("the retention rules are read as they stand or refused with their line")
struct RetentionFileTests {
  func rules(_ text: String) throws -> RetentionRules {
    try Library.retention(reading: Array(text.utf8), file: "retention.txt")
  }

  @Test("those that ship keep a family a year, and six where a concern was raised, each with its source")
  func shipped() throws {
    let rules = try Library.retention()
    #expect(rules.rules.first { $0.condition == .always }?.months == 12)
    #expect(rules.rules.first { $0.condition == .concern }?.months == 72)
    #expect(rules.rules.first { $0.condition == .socialCare }?.months == 72)
    #expect(rules.rules.allSatisfy { !$0.source.isEmpty })
  }

  @Test("a rule says period, start and case; a source over several lines is one")
  func reading() throws {
    let rules = try rules(
      """
      # ours
      version = 4
      [families]
      -- the trustees,
      -- in 2026
      a = 18 months after last entry if refused
      """)
    #expect(rules.version == 4)
    #expect(
      rules.rules == [
        RetentionRule(
          id: "a", months: 18, start: .lastEntry, condition: .refused, source: "the trustees, in 2026")
      ])
  }

  @Test(
    "a line that cannot be right is named",
    arguments: [
      ("version = 1\n[families]\n-- us\nx = 3 fortnights after ending", 4),
      ("version = 1\n[families]\nx = 3 years after ending", 3),
      ("version = 1\n[families]\n-- us\nx = 3 years after breakfast", 4),
      ("version = 1\n[families]\n-- us\nx = 3 years after ending if tall", 4),
      ("version = 1\n[families]\n-- us\nx = 0 years after ending", 4),
      ("version = 1\n[families]\n-- us\nx = 1 year after ending\nx = 1 year after ending", 5),
      ("x = 1 year after ending", 1),
    ])
  func bad(text: String, line: Int) {
    #expect(throws: LibraryError.self) { try rules(text) }
    do { _ = try rules(text) } catch { #expect((error as? LibraryError)?.line == line) }
  }
}
