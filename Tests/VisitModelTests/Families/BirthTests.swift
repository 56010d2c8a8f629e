import Testing
import VisitModel

@Suite("ages are said as people say them, and the first 1001 days are counted as they are")
struct BirthTests {
  private func birth(_ text: String) throws -> Birth {
    let people = [
      TypedPerson(name: "Rosie", role: "mother"), TypedPerson(name: "Baby", role: "child", birth: text),
    ]
    return try TypedFamilyTests.family([:], people).people[1].birth
  }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test("a day behind is a birth, a day ahead is expected, and `due` says so")
  func typed() throws {
    #expect(try birth("10/9/2025") == .born(day("2025-09-10")))
    #expect(try birth("today") == .born(Desk.today))
    #expect(try birth("2027-03-02") == .due(day("2027-03-02")))
    #expect(try birth("due 2/3") == .due(day("2027-03-02")))
    #expect(try birth("DUE 2027-03-02") == .due(day("2027-03-02")))
    #expect(try birth("due 2026-11-20") == .due(day("2026-11-20")))
    #expect(try birth("") == .unknown)
  }

  @Test(
    "a year of two figures is a birth in the century that makes sense",
    arguments: [
      ("3/4/85", "1985-04-03"), ("21 nov 99", "1999-11-21"), ("3/4/24", "2024-04-03"),
      ("1/12/61", "1961-12-01"),
    ])
  func twoFigures(text: String, born: String) throws {
    #expect(try birth(text) == .born(day(born)))
  }

  @Test("nobody is due later than a child conceived today")
  func latestDue() throws {
    let last = Desk.today.advanced(by: 280)
    #expect(try birth("due \(last)") == .due(last))
    for text in ["due \(last.advanced(by: 1))", "2085-04-03", "due 2085-04-03"] {
      #expect(refusedFields { _ = try birth(text) } == [.personBirth])
    }
    #expect(throws: Refusal(.personBirth, .notADay("due soon"))) { try birth("due soon") }
  }

  @Test(
    "the first 1001 days are from conception to the day before the second birthday",
    arguments: [
      (-281, false), (-280, true), (-1, true), (0, true), (729, true), (730, false), (9_000, false),
    ])
  func first1001Days(offset: Int, isIn: Bool) throws {
    let born = try day("2025-03-01")
    #expect(Birth.born(born).isInFirst1001Days(on: born.advanced(by: offset)) == isIn)
    #expect(Birth.due(born).isInFirst1001Days(on: born.advanced(by: offset)) == isIn)
    #expect(!Birth.unknown.isInFirst1001Days(on: born))
  }

  @Test("conception to the second birthday is 1010 or 1011 days, a leap day or not")
  func count() throws {
    for (born, days) in [("2025-03-01", 280 + 730), ("2023-03-01", 280 + 731)] {
      let birth = Birth.born(try day(born))
      let start = try day(born).advanced(by: -400)
      #expect((0..<1_600).count { birth.isInFirst1001Days(on: start.advanced(by: $0)) } == days)
    }
  }

  @Test(
    "an age is weeks, then months, then years",
    arguments: [
      ("2026-11-23", Age.weeks(0)), ("2026-11-17", .weeks(0)), ("2026-11-16", .weeks(1)),
      ("2026-09-01", .weeks(11)), ("2026-08-31", .months(2)), ("2025-11-24", .months(11)),
      ("2025-11-23", .months(12)), ("2023-11-24", .months(35)), ("2023-11-23", .years(3)),
      ("1985-11-24", .years(40)), ("1985-11-23", .years(41)),
    ])
  func ages(born: String, age: Age) throws {
    #expect(Birth.born(try day(born)).age(on: Desk.today) == age)
  }

  @Test(
    "an unborn child has a week of pregnancy, also when it is overdue",
    arguments: [
      (280, 0), (274, 0), (273, 1), (8, 38), (7, 39), (1, 39), (0, 40), (-6, 40), (-7, 41), (-14, 42),
      (-15, 42),
    ])
  func unborn(daysToGo: Int, week: Int) {
    #expect(Birth.due(Desk.today.advanced(by: daysToGo)).age(on: Desk.today) == .unborn(week: week))
  }

  @Test("nobody has an age before they were there, or where it is not known")
  func noAge() {
    #expect(Birth.born(Desk.today.advanced(by: 1)).age(on: Desk.today) == nil)
    #expect(Birth.due(Desk.today.advanced(by: 281)).age(on: Desk.today) == nil)
    #expect(Birth.unknown.age(on: Desk.today) == nil)
    #expect(Birth.due(Desk.today.advanced(by: -3)).isUnborn(on: Desk.today))
    #expect(!Birth.born(Desk.today).isUnborn(on: Desk.today))
    #expect(Birth.born(Desk.today.advanced(by: 1)).isUnborn(on: Desk.today))
  }
}
