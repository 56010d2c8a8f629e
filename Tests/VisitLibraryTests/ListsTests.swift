import Testing
import VisitLibrary
import VisitModel

@Suite("a scheme's lists are read as they stand or refused with their line")
struct ListsTests {
  func lists(_ text: String) throws -> SchemeLists {
    try Library.lists(reading: Array(text.utf8), file: "lists.txt")
  }

  @Test("entries keep their order and their heading")
  func reading() throws {
    let lists = try lists(
      """
      # ours
      version = 3
      [activities]
      listening = listening
      [needs]
      money = money, bills = debts
      -- parenting
      play = playing
      """)
    #expect(lists.version == 3)
    #expect(lists.needs.map(\.id.rawValue) == ["money", "play"])
    #expect(lists.needs.map(\.group) == [nil, "parenting"])
    #expect(lists.label(of: NeedID(rawValue: "money")) == "money, bills = debts")
    #expect(lists.activities.map(\.group) == [nil])
    #expect(lists.circumstances.isEmpty)
  }

  @Test("an id of a newer list is shown as it is, not as nothing")
  func unknown() throws {
    #expect(try lists("version = 1").label(of: NeedID(rawValue: "gardening")) == "gardening")
  }

  @Test(
    "a line that cannot be right is named",
    arguments: [
      ("version = 1\n[needs]\nmoney", 3), ("version = 1\n[needs]\nMoney = m", 3),
      ("version = 1\n[needs]\na = x\na = y", 4),
      ("version = 1\n[pets]", 2), ("version = 1\n[needs]\n[needs]", 3), ("version = 0", 1),
      ("money = money", 1),
      ("version = 1\nversion = 2", 2), ("version = 1\n[needs]\na =", 3), ("version = one", 1),
    ])
  func faults(text: String, line: Int) {
    #expect { try lists(text) } throws: { ($0 as? LibraryError)?.line == line }
  }

  @Test("a file without a version is refused")
  func versionless() {
    #expect(throws: LibraryError.self) { try lists("[needs]\na = b") }
  }
}
