import Testing
import VisitModel

@Suite("a day is typed the way people write days")
struct TypedDayTests {
  /// Monday 23 November 2026.
  static let today = Day(daysSinceEpoch: 20_780)

  static let days: [(text: String, behind: String?, ahead: String?)] = [
    ("today", "2026-11-23", "2026-11-23"), ("t", "2026-11-23", "2026-11-23"),
    ("Yesterday", "2026-11-22", "2026-11-22"), ("y", "2026-11-22", "2026-11-22"),
    ("tomorrow", "2026-11-24", "2026-11-24"), ("-3", "2026-11-20", "2026-11-20"),
    ("+7", "2026-11-30", "2026-11-30"), ("-3660", "2016-11-15", "2016-11-15"),
    ("tue", "2026-11-17", "2026-11-24"), ("Tuesday", "2026-11-17", "2026-11-24"),
    ("mon", "2026-11-23", "2026-11-30"), ("SUN", "2026-11-22", "2026-11-29"),
    ("21/11", "2026-11-21", "2027-11-21"), ("23/11", "2026-11-23", "2026-11-23"),
    ("24/11", "2025-11-24", "2026-11-24"), ("1.2", "2026-02-01", "2027-02-01"),
    ("21 nov", "2026-11-21", "2027-11-21"), ("21 November", "2026-11-21", "2027-11-21"),
    ("21-nov", "2026-11-21", "2027-11-21"), ("29 Feb", "2024-02-29", "2028-02-29"),
    ("29/2", "2024-02-29", "2028-02-29"), ("21 nov 2025", "2025-11-21", "2025-11-21"),
    ("21/11/2025", "2025-11-21", "2025-11-21"), ("21/11/25", "2025-11-21", "2025-11-21"),
    ("21.11.2025", "2025-11-21", "2025-11-21"), ("2025-11-21", "2025-11-21", "2025-11-21"),
    ("Sun 22 Nov", "2026-11-22", nil), ("Mon 22 Nov", nil, "2027-11-22"),
    ("Sun 22 Nov 2026", "2026-11-22", "2026-11-22"), ("Sun, 22 Nov 2026", "2026-11-22", "2026-11-22"),
    ("  21   nov  ", "2026-11-21", "2027-11-21"), ("9 sept", "2026-09-09", "2027-09-09"),
  ]

  @Test("a day behind and a day ahead", arguments: days)
  func typed(text: String, behind: String?, ahead: String?) {
    #expect(Day(typed: text, today: Self.today, leaning: .behind)?.description == behind)
    #expect(Day(typed: text, today: Self.today, leaning: .ahead)?.description == ahead)
  }

  @Test(
    "what is no day is refused, however it was meant",
    arguments: [
      "", "  ", "soon", "tu", "nov", "21", "21 no", "31/11", "32/1", "0/1", "1/13", "30 feb", "29/2/2025",
      "22/11/026", "22/11/20260", "22 nov 1899", "1/1/2200", "today today", "mon tue", "Mon 22 Nov 2026",
      "-", "+", "--3", "+-3", "-3661", "99999999999999999999", "-9223372036854775808", "+9223372036854775807",
      "+21 nov", "21/+11", "21/11/+26", "٢١/١١", "2026-11-31", "2026-11-21 x", "1/2/3/4", "1//", "x/11",
    ])
  func refused(text: String) {
    #expect(Day(typed: text, today: Self.today, leaning: .behind) == nil)
    #expect(Day(typed: text, today: Self.today, leaning: .ahead) == nil)
  }

  @Test("29 February is found over a century that has none")
  func leapDayOverCentury() throws {
    let today = try #require(Day(iso: "2101-06-01"))
    #expect(Day(typed: "29/2", today: today, leaning: .behind)?.description == "2096-02-29")
    #expect(Day(typed: "29/2", today: today, leaning: .ahead)?.description == "2104-02-29")
  }

  @Test("a day without its year lies on the wished side of today and within a year of it, all year round")
  func leaning() throws {
    for offset in 0..<366 {
      let (_, month, number) = Self.today.advanced(by: offset).civil
      let behind = try #require(Day(typed: "\(number)/\(month)", today: Self.today, leaning: .behind))
      let ahead = try #require(Day(typed: "\(number)/\(month)", today: Self.today, leaning: .ahead))
      #expect((0...366).contains(behind.distance(to: Self.today)))
      #expect((0...366).contains(Self.today.distance(to: ahead)))
    }
  }

  @Test(
    "a weekday is the nearest one: today counts for what was, never for what is planned", arguments: 0..<7)
  func weekdays(offset: Int) throws {
    let names = ["mon", "tues", "wed", "thurs", "fri", "sat", "sun"]
    let today = Self.today.advanced(by: offset)
    for (index, name) in names.enumerated() {
      let behind = try #require(Day(typed: name, today: today, leaning: .behind))
      let ahead = try #require(Day(typed: name, today: today, leaning: .ahead))
      #expect(behind.weekday.rawValue == index && ahead.weekday.rawValue == index)
      #expect((0...6).contains(behind.distance(to: today)))
      #expect((1...7).contains(today.distance(to: ahead)))
    }
  }
}
