import Testing
import VisitModel

@Suite("Families that are in the book twice")
struct LikelyPairTests {
  /// A book with F-0001 Abbott (Rosie, Noah born 10 September 2025, Ivy) and whatever else is added.
  private func desk(_ others: [TypedFamily]) throws -> Desk {
    var desk = try Desk.open()
    for (place, typed) in others.enumerated() {
      try desk.add(typed, id: FamilyID(rawValue: UInt64(100 + place)))
    }
    return desk
  }

  private func pairs(_ others: [TypedFamily]) throws -> [[String]] {
    let caseload = try desk(others).caseload
    return caseload.likelyPairs(lists: Desk.shippedLists).map { pair in
      [pair.family, pair.into].map { caseload.families[$0]?.number.description ?? "" }
    }
  }

  private func family(_ name: String, _ people: [TypedPerson], phone: String = "", postcode: String = "")
    -> TypedFamily
  {
    var typed = TypedFamily([.name: name], people: people)
    typed[.phone] = phone
    typed[.postcode] = postcode
    return typed
  }

  @Test(
    "are found by somebody of the same name and birthday, the later one first named, the likelier pair first")
  func found() throws {
    let twin = family(
      "Abott",
      [
        TypedPerson(name: "Rosie Abott", role: "mother"),
        TypedPerson(name: "Noah Abott", role: "child", birth: "2025-10-09"),
      ])
    let stranger = family("Bevan", [TypedPerson(name: "Kay Bevan", role: "mother")], phone: "01632 960555")
    let same = family("Bevan", [TypedPerson(name: "Kay Bevan", role: "mother")], phone: "01632 960555")
    #expect(try pairs([twin, stranger, same]) == [["F-0002", "F-0001"], ["F-0004", "F-0003"]])
  }

  @Test("are not found by a name alone, and a family is never its own twin")
  func strangers() throws {
    let namesake = family(
      "Abbott", [TypedPerson(name: "Zoe Abbott", role: "mother", birth: "1990-01-01")], postcode: "GU11 1AA")
    #expect(try pairs([namesake]).isEmpty)
  }

  @Test("say what speaks for it, by the people of the family that was there first")
  func signs() throws {
    let twin = family(
      "Abbott",
      [
        TypedPerson(name: "Noah Abbott", role: "child", birth: "2025-09-10"),
        TypedPerson(name: "R Abbott", role: "mother"),
      ])
    let pair = try #require(try desk([twin]).caseload.likelyPairs(lists: Desk.shippedLists).first)
    #expect(pair.signs.contains(.person(PersonNumber(2))))
    #expect(pair.signs.contains(.name))
  }

  @Test("are no longer found once they are merged")
  func merged() throws {
    let twin = family(
      "Abbott",
      [
        TypedPerson(name: "Rosie Abbott", role: "mother"),
        TypedPerson(name: "Noah Abbott", role: "child", birth: "2025-09-10"),
      ])
    var desk = try desk([twin])
    let id = FamilyID(rawValue: 100)
    try desk.move(TypedMove(stage: "refused", reason: "entered twice"), of: id)
    let merge = MergeFamilies(family: id, into: Desk.family, reason: "entered twice")
    desk.record(
      try merge.facts(
        in: desk.caseload, lists: Desk.shippedLists,
        by: Member(number: MemberNumber(1), name: "Ann Lee", role: .coordinator), today: desk.today,
        holders: { _ in [] }))
    #expect(desk.caseload.likelyPairs(lists: Desk.shippedLists).isEmpty)
  }
}
