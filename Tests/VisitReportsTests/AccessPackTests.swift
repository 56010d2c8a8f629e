import Testing
import VisitModel

@testable import VisitReports

@Suite("An access pack")
struct AccessPackTests {
  private let id = FamilyID(rawValue: 5)

  private func caseload() -> SmallCaseload {
    var small = SmallCaseload()
    small.apply(
      .familyAdded(
        id,
        Family(
          number: FamilyNumber(1), name: "Abbott",
          people: [
            Person(number: PersonNumber(1), role: .mother, name: "Rosie Abbott", birth: .unknown)
          ])))
    small.apply(
      .familyAdded(FamilyID(rawValue: 6), Family(number: FamilyNumber(2), name: "Llewelyn")))
    return small
  }

  private func marked(_ text: String) throws -> [String] {
    let caseload = caseload().caseload
    let family = try #require(caseload.families[id]?.family)
    return OtherPeople(caseload, besides: family).passages(of: text).filter(\.isMarked).map(\.text)
  }

  @Test(
    "marks volunteers, members, other families and whoever else has a name, and never the family itself",
    arguments: [
      ("Rosie was tired.", []), ("Jo came with Rosie.", ["Jo"]),
      ("We saw Dr Patel at the GP.", ["Dr", "Patel"]),
      ("Lunch with the Llewelyns, then llewelyn again.", ["Llewelyns"]),
      ("Ann rang on Monday in May.", ["Ann"]),
      ("She saw SIMMS.", ["SIMMS"]), ("Rosie’s mum. Nothing else", []), ("", []),
    ])
  func marks(text: String, expected: [String]) throws {
    #expect(try marked(text) == expected)
  }

  @Test("puts the text together again as it was, whatever is in it")
  func whole() throws {
    let caseload = caseload().caseload
    let family = try #require(caseload.families[id]?.family)
    for text in ["Jo & Co, <b>Jo</b>", "…Jo’s\n\nJo", "日本 Jo", "  ", "a'b Jo\u{301}"] {
      let passages = OtherPeople(caseload, besides: family).passages(of: text)
      #expect(passages.map(\.text).joined() == text)
    }
  }

  @Test(
    "shows every field that holds something, numbers of people with their names, and nothing of random identities"
  )
  func fields() throws {
    let caseload = caseload().caseload
    let family = try #require(caseload.families[id]?.family)
    let visit = Visit(
      family: id, episode: EpisodeNumber(1), volunteers: [SmallCaseload.jo], day: today,
      outcome: .done(Contact(start: nil, minutes: Minutes(95), channel: .home)),
      attendance: [Attendance(person: PersonNumber(1), presence: .there)],
      signposted: [.named("the food bank"), .listed(ServiceNumber(7))], momentWords: "He laughed",
      note: "Slept.")
    let text = JSONWriter.text(
      FactFields(caseload, lists: .empty, family: family).json(.visitRecorded(visit)), pretty: false)
    for word in [
      "V-01 Jo Simms", "P1 Rosie Abbott", "95 min", "2026-11-23", "Slept.", "home", "there", "the food bank",
      "S-007", "He laughed",
    ] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
    #expect(!text.contains("rawValue") && !text.contains("null"))
  }
}
