import Testing
import VisitLibrary
import VisitModel

@Suite("A family that is typed once more is found")
struct LikelySameTests {
  /// Families found for a typed one, beside Katherine O'Brien with Zoë, born 3 April 2025, at 12 High Street.
  static func found(
    _ texts: [Field: String], _ people: [(String, String)] = []
  ) throws -> [LikelySame] {
    let lists = try Library.load().lists
    var desk = Desk()
    let there = TypedFamily(
      [
        .name: "O'Brien", .phone: "07700 900142", .address: "12 High Street", .postcode: "GU11 1AA",
      ],
      people: [
        TypedPerson(name: "Katherine O'Brien", role: "mother", birth: "1990-02-01"),
        TypedPerson(name: "Zoë", role: "child", birth: "2025-04-03"),
        TypedPerson(name: "Baby", role: "child", birth: "due 2027-03-02"),
      ])
    desk.record(
      try AddFamily(typed: there, move: TypedMove(stage: "referred"), id: Desk.family)
        .facts(in: desk.caseload, lists: lists, today: desk.today))
    let typed = TypedFamily(
      texts, people: people.map { TypedPerson(name: $0.0, role: "mother", birth: $0.1) })
    return desk.caseload.likelySame(as: typed, lists: lists, today: desk.today)
  }

  @Test(
    "by a person, whatever accents, capitals, nicknames, a slip of a letter or day and month swapped",
    arguments: [
      ("katherine o'brien", "1990-02-01"), ("KATE OBRIEN", "1990-02-01"), ("Katherine O’Brien", "1990-02-01"),
      ("Katherine O'Brian", "1990-01-02"), ("Kathrine OBrien", "1990-02-01"), ("Katherine O'Brien", ""),
    ])
  func byPerson(name: String, birth: String) throws {
    let found = try LikelySameTests.found([.name: "O'Brien"], [(name, birth)])
    #expect(found.map(\.family) == [Desk.family])
  }

  @Test("by a child's first name and birthday under the family's name")
  func byChild() throws {
    #expect(try LikelySameTests.found([.name: "Obrien"], [("Zoe", "2025-04-03")]).count == 1)
    #expect(try LikelySameTests.found([.name: "Smith"], [("Zoe", "2025-04-03")]).isEmpty)
    #expect(try LikelySameTests.found([.name: "O'Brien"], [("Baby", "2027-02-20")]).count == 1)
  }

  @Test("by the house and the name, or by the telephone and the name")
  func byHome() throws {
    let home: [Field: String] = [.address: "12, High St", .postcode: "gu111aa"]
    #expect(try LikelySameTests.found(home.merging([.name: "O’Brien"]) { $1 }).count == 1)
    #expect(
      try LikelySameTests.found(home.merging([.address: "14 High St", .name: "O'Brien"]) { $1 }).isEmpty)
    #expect(try LikelySameTests.found([.name: "O'Brien", .phone: "+44 7700 900142"]).count == 1)
  }

  @Test(
    "and not by a name alone, a first name alone, or another birthday",
    arguments: [
      [("", "")], [("Katherine Smith", "1990-02-01")], [("Katherine O'Brien", "1985-07-09")],
    ])
  func others(people: [(String, String)]) throws {
    #expect(try LikelySameTests.found([.name: "O'Brien"], people).isEmpty)
  }
}
