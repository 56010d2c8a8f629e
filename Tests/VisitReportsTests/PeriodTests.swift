import Testing
import VisitModel
import VisitReports

@Suite("Periods")
struct PeriodTests {
  @Test(
    "a period is read the way people name it, and says itself the same way",
    arguments: [
      ("2026", "2026-01-01", "2026-12-31", "2026"), ("2026-Q3", "2026-07-01", "2026-09-30", "2026-Q3"),
      ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
      ("2026-11-22", "2026-11-22", "2026-11-22", "2026-11-22"),
      ("2026-04-01..2027-03-31", "2026-04-01", "2027-03-31", "2026-04-01..2027-03-31"),
      ("this-month", "2026-11-01", "2026-11-30", "2026-11"),
      ("last-month", "2026-10-01", "2026-10-31", "2026-10"),
      ("this-quarter", "2026-10-01", "2026-12-31", "2026-Q4"),
      ("last-quarter", "2026-07-01", "2026-09-30", "2026-Q3"),
      ("this-year", "2026-01-01", "2026-12-31", "2026"),
      ("last-year", "2025-01-01", "2025-12-31", "2025"), (" 2026-q1 ", "2026-01-01", "2026-03-31", "2026-Q1"),
    ])
  func reading(text: String, first: String, last: String, label: String) throws {
    let period = try #require(Period(typed: text, today: today))
    #expect(period.first == day(first))
    #expect(period.last == day(last))
    #expect(period.label == label)
    #expect(Period(typed: label, today: today) == period)
  }

  @Test(
    "what is no period is refused",
    arguments: [
      "", "26", "2026-13", "2026-0", "2026-Q0", "2026-Q5", "2026-Q33", "2026-00", "2026-11-31", "20261",
      "1800",
      "2026-05-02..2026-05-01", "..", "2026-05-01..", "next-quarter", "2026-11-22-1", "2026-x", "+026",
    ])
  func refusing(text: String) {
    #expect(Period(typed: text, today: today) == nil)
  }

  @Test("last quarter in January is the autumn of the year before")
  func turnOfTheYear() {
    #expect(Period(typed: "last-quarter", today: day("2027-01-02"))?.label == "2026-Q4")
    #expect(Period(typed: "last-month", today: day("2027-01-02"))?.label == "2026-12")
  }

  @Test(
    "the arrow keys go to the period next to it, and back again",
    arguments: [
      ("2026", "2025"), ("2026-Q1", "2025-Q4"), ("2026-01", "2025-12"),
      ("2026-04-01..2027-03-31", "2025-04-01..2026-03-31"),
      ("2026-03-01..2026-03-31", "2026-02-01..2026-02-28"),
      ("2026-11-08..2026-11-14", "2026-11-01..2026-11-07"),
    ])
  func moving(text: String, previous: String) {
    let period = period(text)
    #expect(period.previous.label == previous)
    #expect(period.previous.next == period)
  }

  @Test("beyond the days that can be written a period stays where it is")
  func ends() {
    #expect(period("1900").previous == period("1900"))
    #expect(period("2199-Q4").next == period("2199-Q4"))
    #expect(period("2199-12-30..2199-12-31").next == period("2199-12-30..2199-12-31"))
  }

  @Test("a period knows its months and its length")
  func months() {
    let period = period("2026-11-20..2027-01-03")
    #expect(period.months.map(\.description) == ["2026-11", "2026-12", "2027-01"])
    #expect(period.dayCount == 45)
    #expect(period.contains(day("2027-01-03")) && !period.contains(day("2027-01-04")))
  }
}
