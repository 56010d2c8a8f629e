import Testing
import VisitModel

@Suite("a family is taken down as it was typed, or refused with everything that is wrong")
struct TypedFamilyTests {
  static let mother = TypedPerson(name: "Rosie Abbott", role: "mother")

  static func family(_ texts: [Field: String] = [:], _ people: [TypedPerson] = [mother]) throws -> Family {
    try TypedFamily(texts.merging([.name: "Abbott"]) { given, _ in given }, people: people)
      .checked(number: FamilyNumber(1), lists: Desk.lists, today: Desk.today)
  }

  @Test("everything that was typed is in the family")
  func everything() throws {
    let family = try Self.family(
      [
        .phone: " 07700 900142 ", .safeTo: "text, CALL", .address: "3 Acacia Avenue\nAsh",
        .postcode: "gu111aa",
        .area: "Ash ward", .languages: "English; Polish,", .risks: "dog\nin the yard", .access: "side gate",
        .circumstances: "LONE_PARENT, asylum, lone_parent",
      ],
      [
        Self.mother,
        TypedPerson(name: "Noah", role: "child", birth: "10/9/2025"),
        TypedPerson(),
        TypedPerson(name: "Gran", role: "grandp", livesHere: false),
      ])
    #expect(family.name == "Abbott")
    #expect(family.phones == [Phone(number: "07700 900142", safe: [.call, .text])])
    #expect(family.address == "3 Acacia Avenue Ash")
    #expect(family.postcode == "GU11 1AA")
    #expect(family.languages == ["English", "Polish"])
    #expect(family.risks == "dog\nin the yard")
    #expect(family.circumstances.map(\.rawValue) == ["lone_parent", "asylum"])
    #expect(family.people.map(\.number.description) == ["P1", "P2", "P3"])
    #expect(family.people.map(\.role) == [.mother, .child, .grandparent])
    #expect(family.mainCarer?.name == "Rosie Abbott")
    #expect(family.peopleAtHome(on: Desk.today).map(\.name) == ["Rosie Abbott", "Noah"])
  }

  @Test("all problems are told at once, in the order of the form, each at its field")
  func allAtOnce() {
    let texts: [Field: String] = [
      .name: " ", .phone: "ask her sister", .safeTo: "text, fax", .postcode: "nowhere",
      .circumstances: "rich",
      .address: String(repeating: "x", count: 201), .risks: String(repeating: "x", count: 20_001),
    ]
    let people = [
      TypedPerson(name: "Noah", role: "child", birth: "31/2/2025"), TypedPerson(birth: "1/1/2024"),
      TypedPerson(name: "Ivy", role: "cat"),
    ]
    let found = problems { _ = try Self.family(texts, people) }
    #expect(
      found == [
        Problem(field: .name, fault: .missing), Problem(field: .phone, fault: .notANumber("ask her sister")),
        Problem(field: .safeTo, fault: .notOneOf("fax", allowed: ["call", "text", "message"])),
        Problem(field: .address, fault: .tooLong(max: 200)),
        Problem(field: .postcode, fault: .notPostcode("nowhere")),
        Problem(field: .risks, fault: .tooLong(max: 20_000)),
        Problem(field: .circumstances, fault: .notOneOf("rich", allowed: ["lone_parent", "asylum"])),
        Problem(field: .personBirth, fault: .notADay("31/2/2025")),
        Problem(field: .personName, fault: .missing), Problem(field: .personRole, fault: .missing),
        Problem(field: .personRole, fault: .notOneOf("cat", allowed: PersonRole.words)),
      ])
  }

  @Test("a family of children alone, or of nobody, needs an adult")
  func needsAnAdult() {
    let wanted = Refusal(.personName, .needsAnAdult)
    #expect(throws: wanted) { try Self.family([:], []) }
    #expect(throws: wanted) { try Self.family([:], [TypedPerson(), TypedPerson(role: "mother")]) }
    #expect(throws: wanted) { try Self.family([:], [TypedPerson(name: "Noah", role: "child")]) }
    for role in PersonRole.allCases where role != .child {
      #expect(throws: Never.self) { try Self.family([:], [TypedPerson(name: "A", role: role.rawValue)]) }
    }
  }

  @Test("what is safe belongs to a telephone: without its number it is not dropped unseen")
  func safeWithoutPhone() {
    #expect(throws: Refusal(.phone, .missing)) { try Self.family([.safeTo: "text"]) }
    #expect(throws: Never.self) { try Self.family([.phone: "07700 900142"]) }
  }

  @Test("a name too long is told once, and a name of hidden marks is no name")
  func names() {
    let long = TypedPerson(name: String(repeating: "é", count: 201), role: "mother")
    #expect(throws: Refusal(.personName, .tooLong(max: 200))) { try Self.family([:], [long]) }
    #expect(throws: Refusal(.name, .missing)) { try Self.family([.name: "\u{200D}\u{202E}"]) }
    #expect(throws: Refusal(.name, .tooLong(max: 200))) {
      try Self.family([.name: "e" + String(repeating: "\u{301}", count: 10_000)])
    }
  }

  @Test("a name stays on one line, so that it cannot pass for two rows")
  func oneLine() throws {
    #expect(try Self.family([.name: "Abbott\r\n\tF-0002  Best"]).name == "Abbott F-0002  Best")
  }

  @Test("one carer is marked where somebody was, and the first adult where nobody was")
  func mainCarer() throws {
    let (child, gran) = (
      TypedPerson(name: "Noah", role: "child"),
      TypedPerson(name: "Gran", role: "grandparent", isMainCarer: true)
    )
    #expect(try Self.family([:], [child, Self.mother]).people.map(\.isMainCarer) == [false, true])
    #expect(try Self.family([:], [Self.mother, gran]).mainCarer?.name == "Gran")
  }

  @Test("a recorded family that is typed again unchanged is the same family")
  func roundTrip() throws {
    let family = try Self.family(
      [
        .phone: "07700 900142", .safeTo: "message,call", .address: "3 Acacia Avenue", .postcode: "GU11 1AA",
        .languages: "English, Polish", .risks: "a dog", .circumstances: "asylum", .area: "Ash",
        .access: "bell is broken",
      ],
      [Self.mother, TypedPerson(name: "Baby", role: "child", birth: "due 2/3/2027", livesHere: false)])
    let again = try TypedFamily(family).checked(number: family.number, lists: Desk.lists, today: Desk.today)
    #expect(again == family)
  }

  @Test(
    "a postcode is spelled one way, however it was typed",
    arguments: [
      ("gu111aa", "GU11 1AA"), ("GU11 1AA", "GU11 1AA"), (" g u 1 1 1 a a ", "GU11 1AA"), ("m11ae", "M1 1AE"),
      ("B338TH", "B33 8TH"), ("w1a0ax", "W1A 0AX"), ("cr26xh", "CR2 6XH"), ("DN551PT", "DN55 1PT"),
      ("ec1a1bb", "EC1A 1BB"),
    ])
  func postcodes(typed: String, spelled: String) {
    #expect(Postcode.spelled(typed) == spelled)
    #expect(Postcode.spelled(spelled) == spelled)
  }

  @Test(
    "what cannot be a postcode is refused",
    arguments: [
      "", "GU11", "GU11 1A", "GU111 1AA", "GUU1 1AA", "1GU 1AA", "GU11 AAA", "GU11 11A", "G111 1AA",
      "GAAA 1AA",
      "A9AA 1AA", "GU11-1AA", "GÜ11 1AA", "ＧＵ１１ １ＡＡ", "ß1 1AA", "GU١١ 1AA",
    ])
  func noPostcodes(typed: String) {
    #expect(Postcode.spelled(typed) == nil)
  }
}
