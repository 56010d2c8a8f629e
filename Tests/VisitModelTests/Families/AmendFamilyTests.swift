import Testing
import VisitModel

@Suite("amending a family keeps who is who")
struct AmendFamilyTests {
  private func amend(_ desk: inout Desk, reason: String = "put right", _ change: (inout TypedFamily) -> Void)
    throws
  {
    let file = try #require(desk.file)
    var typed = TypedFamily(file.family)
    change(&typed)
    let command = AmendFamily(id: file.id, typed: typed, reason: reason)
    desk.record(try command.facts(in: desk.caseload, lists: Desk.lists, today: desk.today))
  }

  private func people(_ desk: Desk) -> [String] {
    desk.file?.family.people.map { "\($0.number) \($0.shortName)" } ?? []
  }

  @Test("one amendment turns the child that was due into the child that was born, the same person")
  func dueThenBorn() throws {
    var desk = try Desk.open()
    try amend(&desk) { $0.people.append(TypedPerson(name: "Baby", role: "child", birth: "due 2026-12-01")) }
    let baby = try #require(desk.file?.family.people.last)
    #expect(baby.birth.isUnborn(on: desk.today))
    #expect(desk.file?.family.peopleAtHome(on: desk.today).contains(baby) == false)
    try amend(&desk) {
      $0.people[3].birth = "20/11/2026"
      $0.people[3].name = "Wren Abbott"
    }
    let wren = try #require(desk.file?.family.people.last)
    #expect(wren.number == baby.number)
    #expect(wren.birth.age(on: desk.today) == .weeks(0))
    #expect(desk.file?.family.peopleAtHome(on: desk.today).contains(wren) == true)
    #expect(desk.file?.details.versions.count == 3)
  }

  @Test("people keep their numbers when others come and go")
  func stableNumbers() throws {
    var desk = try Desk.open()
    try amend(&desk) { $0.people.remove(at: 1) }
    #expect(people(desk) == ["P1 Rosie", "P3 Ivy"])
    try amend(&desk) { $0.people.insert(TypedPerson(name: "Gran", role: "grandparent"), at: 0) }
    #expect(people(desk) == ["P4 Gran", "P1 Rosie", "P3 Ivy"])
  }

  @Test("the number of somebody who left is never given to somebody else, in one amendment or a later one")
  func neverReused() throws {
    var desk = try Desk.open()
    try amend(&desk) { typed in
      typed.people.removeLast()
      typed.people.append(TypedPerson(name: "Gran", role: "grandparent"))
    }
    #expect(people(desk) == ["P1 Rosie", "P2 Noah", "P4 Gran"])
    try amend(&desk) { $0.people.removeLast() }
    try amend(&desk) { $0.people.append(TypedPerson(name: "Uncle", role: "other")) }
    #expect(people(desk) == ["P1 Rosie", "P2 Noah", "P5 Uncle"])
  }

  @Test("two people never share a number, even where a draft says so")
  func repeatedNumber() throws {
    var desk = try Desk.open()
    try amend(&desk) {
      $0.people.append(TypedPerson(number: PersonNumber(1), name: "Gran", role: "grandparent"))
    }
    #expect(people(desk) == ["P1 Rosie", "P2 Noah", "P3 Ivy", "P4 Gran"])
  }

  @Test("a circumstance that is no longer on the list stays in the family that has it")
  func retiredCircumstance() throws {
    var desk = try Desk.open()
    try amend(&desk) { $0[.circumstances] = "asylum" }
    let file = try #require(desk.file)
    var typed = TypedFamily(file.family)
    typed[.area] = "Ash"
    let command = AmendFamily(id: file.id, typed: typed, reason: "moved")
    desk.record(try command.facts(in: desk.caseload, lists: .empty, today: desk.today))
    #expect(desk.file?.family.circumstances.map(\.rawValue) == ["asylum"])
    #expect(desk.file?.family.area == "Ash")
  }

  @Test("telephones a form does not show are not lost")
  func furtherPhones() throws {
    var desk = try Desk.open()
    var family = try #require(desk.file?.family)
    family.phones = [Phone(number: "1", safe: [.call]), Phone(number: "2", safe: [])]
    desk.record([.familyAmended(Desk.family, family, try #require(Reason("two telephones")))])
    try amend(&desk) { $0[.phone] = "3" }
    #expect(desk.file?.family.phones.map(\.number) == ["3", "2"])
  }

  @Test("an amendment needs a reason and a difference, and says all that is wrong at once")
  func refused() throws {
    var desk = try Desk.open()
    #expect(throws: Refusal(.family, .nothingChanged)) { try amend(&desk) { _ in } }
    #expect(throws: Refusal(.reason, .missing)) { try amend(&desk, reason: " \n") { $0[.name] = "Best" } }
    #expect(throws: Refusal(.reason, .tooLong(max: 20_000))) {
      try amend(&desk, reason: String(repeating: "x", count: 20_001)) { $0[.name] = "Best" }
    }
    let fields = refusedFields {
      try amend(&desk, reason: "") {
        $0[.name] = ""
        $0[.postcode] = "x"
      }
    }
    #expect(fields == [.name, .postcode, .reason])
    #expect(throws: Refusal(.family, .missing)) {
      try AmendFamily(id: FamilyID(rawValue: 99), typed: TypedFamily(), reason: "x")
        .facts(in: desk.caseload, lists: Desk.lists, today: desk.today)
    }
    #expect(desk.file?.details.isCorrected == false)
  }
}
