import Testing
import VisitModel

@Suite("The health visitor's reviews")
struct HealthReviewTests {
  static func file(born: String) throws -> (Desk, Person) {
    var desk = Desk()
    try desk.add(
      TypedFamily(
        [.name: "Abbott"],
        people: [
          TypedPerson(name: "Rosie", role: "mother"), TypedPerson(name: "Noah", role: "child", birth: born),
        ]))
    return (desk, try #require(desk.file?.family.people.last))
  }

  @Test(
    "are due at their ages, the last one whose time has come first",
    arguments: [
      ("due 2027-03-02", "2026-11-23", HealthReviewKind.antenatal, "2026-12-08"),
      ("due 2027-03-02", "2026-12-20", .antenatal, "2026-12-08"),
      ("2026-11-15", "2026-11-23", .newBirth, "2026-11-25"),
      ("2026-10-25", "2026-11-23", .newBirth, "2026-11-04"),
      ("2026-10-01", "2026-11-23", .sixWeeks, "2026-11-12"),
      ("2026-01-31", "2026-10-31", .oneYear, "2026-10-31"),
      ("2025-09-20", "2026-11-23", .oneYear, "2026-06-20"),
      ("2024-08-01", "2026-11-23", .twoYears, "2026-08-01"),
    ])
  func due(born: String, on day: String, review: HealthReviewKind, opens: String) throws {
    let (desk, child) = try HealthReviewTests.file(born: born)
    let day = try #require(Day(iso: day))
    let due = try #require(desk.file?.healthReviewDue(of: child, on: day))
    #expect(due.review == review)
    #expect(due.window.lowerBound == Day(iso: opens))
  }

  @Test("that took place are ticked off, and the next one is named")
  func tickedOff() throws {
    var (desk, child) = try HealthReviewTests.file(born: "2025-09-20")
    let texts: [Field: String] = [.person: "Noah", .healthReview: "one year", .date: "2026-09-01"]
    let note = RecordHealthReview(family: Desk.family, texts: texts)
    desk.record(try note.facts(in: desk.caseload, today: desk.today))
    #expect(desk.file?.healthReviewDue(of: child, on: desk.today)?.review == .twoYears)
    #expect(
      refusedFields { _ = try note.facts(in: desk.caseload, today: desk.today) } == [.healthReview])
  }

  @Test("are a child's, are over by school age, and do not come before the birth")
  func limits() throws {
    let (desk, child) = try HealthReviewTests.file(born: "2021-09-20")
    #expect(desk.file?.healthReviewDue(of: child, on: desk.today) == nil)
    let mother = RecordHealthReview(
      family: Desk.family, texts: [.person: "Rosie", .healthReview: "new birth"])
    #expect(refusedFields { _ = try mother.facts(in: desk.caseload, today: desk.today) } == [.person])
    let early = RecordHealthReview(
      family: Desk.family, texts: [.person: "Noah", .healthReview: "new birth", .date: "2021-09-01"])
    #expect(refusedFields { _ = try early.facts(in: desk.caseload, today: desk.today) } == [.date])
  }

  @Test(
    "count months by the calendar",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2025-11-15", 3, "2026-02-15"),
    ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(iso: from)).adding(months: months) == Day(iso: to))
  }
}
