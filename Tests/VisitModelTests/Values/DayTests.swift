import Testing
import VisitModel

@Suite("days count as the calendar does")
struct DayTests {
  @Test("every day from 1900 to 2199 is read back as it was written, one weekday after the other")
  func everyDay() throws {
    var wrong: [String] = []
    var count = Day.earliest.daysSinceEpoch
    var weekday = 0  // 1 January 1900 was a Monday.
    for year in 1900...2199 {
      for month in 1...12 {
        for number in 1...Day.length(ofMonth: month, year: year) {
          let day = Day(daysSinceEpoch: count)
          let isRight =
            day.civil == (year, month, number) && Day(year: year, month: month, day: number) == day
            && Day(iso: day.description) == day && day.weekday.rawValue == weekday
            && day.month == Month(year: year, month: month)
          if !isRight { wrong.append("\(year)-\(month)-\(number)") }
          count += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(wrong.isEmpty)
    #expect(Day(daysSinceEpoch: count - 1) == .latest)
  }

  @Test(
    "known days have their known weekday and number",
    arguments: [
      ("1970-01-01", Weekday.thursday, Int32(0)), ("1969-12-31", .wednesday, -1),
      ("2000-02-29", .tuesday, 11_016), ("2026-11-23", .monday, 20_780), ("1900-01-01", .monday, -25_567),
    ])
  func known(iso: String, weekday: Weekday, count: Int32) throws {
    let day = try #require(Day(iso: iso))
    #expect(day.weekday == weekday)
    #expect(day.daysSinceEpoch == count)
  }

  @Test(
    "a day that does not exist, or that nobody in these records could have lived, is none",
    arguments: [
      (2026, 2, 29), (2100, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0),
      (2026, 1, 32), (1899, 12, 31), (2200, 1, 1), (Int.max, 1, 1), (Int.min, 1, 1), (2026, 1, Int.min),
      (2026, Int.max, 1),
    ])
  func noSuchDay(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "a file's day is read in full or not at all",
    arguments: [
      "", "2026-11", "2026-11-2", "26-11-22", "2026-1-022", "2026/11/22", " 2026-11-22", "2026-11-22 ",
      "2026-11-22T00:00", "+026-11-22", "2026-11--2", "２０２６-11-22", "2026-02-30",
    ])
  func strictISO(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test(
    "whole months are full only on the day of the month, and 29 February comes round on 1 March",
    arguments: [
      ("2026-01-31", "2026-02-28", 0), ("2026-01-31", "2026-03-01", 1), ("2026-01-31", "2026-03-31", 2),
      ("2024-02-29", "2026-02-28", 23), ("2024-02-29", "2026-03-01", 24), ("2026-05-10", "2026-05-10", 0),
      ("2026-05-10", "2027-05-09", 11), ("2026-05-10", "2027-05-10", 12), ("2026-05-10", "2026-05-09", -1),
    ])
  func wholeMonths(from: String, to: String, months: Int) throws {
    #expect(try #require(Day(iso: from)).wholeMonths(to: #require(Day(iso: to))) == months)
  }

  @Test("days step one by one, and going too far ends at the last there is")
  func steps() {
    #expect(Day.earliest.distance(to: .latest) == 109_572)
    #expect(Day.earliest.advanced(by: 109_572) == .latest)
    #expect(Day.latest.advanced(by: Int(Int32.max)).daysSinceEpoch == .max)
    #expect(Day.earliest < .latest)
  }

  @Test("months count over the ends of years, both ways")
  func months() {
    let start = Month(year: 2026, month: 11)
    #expect(start.advanced(by: 1).description == "2026-12")
    #expect(start.advanced(by: 2).description == "2027-01")
    #expect(start.advanced(by: -10).description == "2026-01")
    #expect(start.advanced(by: -11).description == "2025-12")
    for step in -300...300 {
      let month = start.advanced(by: step)
      #expect(month.advanced(by: -step) == start)
      #expect((month < start) == (step < 0))
      #expect((1...12).contains(month.number))
    }
  }
}
