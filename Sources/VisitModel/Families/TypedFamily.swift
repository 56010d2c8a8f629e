/// A family as it was typed, field by field, with its people one by one: the shape of a draft.
public struct TypedFamily: Hashable, Sendable {
  /// What was typed of the family itself, by field.
  public var texts: [Field: String]
  /// The people, in the order they were typed.
  public var people: [TypedPerson]

  /// The fields of a family, in the order they are asked.
  public static let fields: [Field] = [
    .name, .phone, .safeTo, .address, .postcode, .area, .languages, .risks, .access, .circumstances,
  ]

  /// A family with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:], people: [TypedPerson] = []) {
    self.texts = texts
    self.people = people
  }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A recorded family as it would have been typed, to be amended.
  public init(_ family: Family) {
    self.init()
    self[.name] = family.name
    self[.phone] = family.phones.first?.number ?? ""
    self[.safeTo] = SafeContact.allCases.filter { family.phones.first?.safe.contains($0) ?? false }
      .map(\.rawValue).joined(separator: ",")
    self[.address] = family.address ?? ""
    self[.postcode] = family.postcode ?? ""
    self[.area] = family.area ?? ""
    self[.languages] = family.languages.joined(separator: ", ")
    self[.risks] = family.risks ?? ""
    self[.access] = family.access ?? ""
    self[.circumstances] = family.circumstances.map(\.rawValue).joined(separator: ",")
    people = family.people.map(TypedPerson.init)
  }
}

/// One person of a family as typed.
public struct TypedPerson: Hashable, Sendable {
  /// The person's number, where they are known already.
  public var number: PersonNumber?
  /// The name.
  public var name: String
  /// The place in the family, in words.
  public var role: String
  /// The day of birth, or `due` and a day.
  public var birth: String
  /// Whether this is the main carer.
  public var isMainCarer: Bool
  /// Whether the person lives with the family.
  public var livesHere: Bool

  /// A person as typed.
  public init(
    number: PersonNumber? = nil, name: String = "", role: String = "", birth: String = "",
    isMainCarer: Bool = false, livesHere: Bool = true
  ) {
    self.number = number
    self.name = name
    self.role = role
    self.birth = birth
    self.isMainCarer = isMainCarer
    self.livesHere = livesHere
  }

  init(_ person: Person) {
    let birth =
      switch person.birth {
      case .born(let day): day.description
      case .due(let day): "due \(day)"
      case .unknown: ""
      }
    self.init(
      number: person.number, name: person.name, role: person.role.rawValue, birth: birth,
      isMainCarer: person.isMainCarer, livesHere: person.livesHere)
  }

  /// Whether nothing was typed for this person.
  public var isEmpty: Bool { trimmedText(name).isEmpty && trimmedText(birth).isEmpty }
}

extension TypedFamily {
  /// The family that was typed, once every rule holds.
  ///
  /// - Parameters:
  ///   - number: The number the family has or gets.
  ///   - lists: The scheme's lists, for circumstances.
  ///   - today: The day it is entered.
  /// - Throws: A refusal with every problem found, in the order of the form.
  public func checked(number: FamilyNumber, lists: SchemeLists, today: Day) throws(Refusal) -> Family {
    var checking = Checking()
    let name = checking.text(.name, self[.name], max: TextLimit.line)
    if name == nil, plainText(self[.name]).isEmpty { checking.fail(.name, .missing) }
    let phone = checkedPhone(&checking)
    let address = checking.text(.address, self[.address], max: TextLimit.line)
    let postcode: String? = checking.value(.postcode, of: self[.postcode], or: Fault.notPostcode) {
      Postcode.spelled($0)
    }
    let area = checking.text(.area, self[.area], max: TextLimit.line)
    let languages = checking.text(.languages, self[.languages], max: TextLimit.line).map(listed) ?? []
    let risks = checking.text(.risks, self[.risks], max: TextLimit.note)
    let access = checking.text(.access, self[.access], max: TextLimit.note)
    var circumstances: [CircumstanceID] = []
    for text in listed(self[.circumstances]) {
      let known = lists.circumstances.map(\.id)
      if let id = known.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
        circumstances.append(id)
      } else {
        checking.fail(.circumstances, .notOneOf(text, allowed: known.map(\.rawValue)))
      }
    }
    let people = checkedPeople(today: today, &checking)
    try checking.finish()
    return Family(
      number: number, name: name ?? "", people: people, address: address, postcode: postcode, area: area,
      phones: phone.map { [$0] } ?? [], languages: languages, risks: risks, access: access,
      circumstances: circumstances)
  }

  private func checkedPhone(_ checking: inout Checking) -> Phone? {
    let number = checking.text(.phone, self[.phone], max: TextLimit.line)
    if let number, !number.contains(where: \.isNumber) { checking.fail(.phone, .notANumber(number)) }
    var safe: Set<SafeContact> = []
    for text in listed(self[.safeTo]) {
      if let contact = SafeContact(typed: text) {
        safe.insert(contact)
      } else {
        checking.fail(.safeTo, .notOneOf(text, allowed: SafeContact.words))
      }
    }
    return number.map { Phone(number: $0, safe: safe) }
  }

  private func checkedPeople(today: Day, _ checking: inout Checking) -> [Person] {
    var people: [Person] = []
    var last = self.people.compactMap(\.number?.count).max() ?? 0
    for typed in self.people where !typed.isEmpty {
      let name = checking.text(.personName, typed.name, max: TextLimit.line)
      if name == nil { checking.fail(.personName, .missing) }
      let role: PersonRole? = checking.value(
        .personRole, of: typed.role, or: { .notOneOf($0, allowed: PersonRole.words) },
        read: PersonRole.init(typed:))
      if trimmedText(typed.role).isEmpty { checking.fail(.personRole, .missing) }
      let birth = Birth.typed(typed.birth, today: today, &checking)
      if typed.number == nil { last += 1 }
      guard let name, let role else { continue }
      people.append(
        Person(
          number: typed.number ?? PersonNumber(last), role: role, name: name, isMainCarer: typed.isMainCarer,
          livesHere: typed.livesHere, birth: birth ?? .unknown))
    }
    if !people.contains(where: { $0.isMainCarer }),
      let carer = people.firstIndex(where: { $0.role != .child })
    {
      people[carer].isMainCarer = true
    }
    let isAdultNamed = self.people.contains { !$0.isEmpty && PersonRole(typed: $0.role) != .child }
    if !isAdultNamed { checking.fail(.personName, .needsAnAdult) }
    return people
  }
}

extension Birth {
  fileprivate static func typed(_ text: String, today: Day, _ checking: inout Checking) -> Birth? {
    checking.value(.personBirth, of: text, or: Fault.notADay) { text in
      if text.lowercased().hasPrefix("due") {
        return Day(typed: String(text.dropFirst(3)), today: today, leaning: .ahead).map(Birth.due)
      }
      guard let day = Day(typed: text, today: today, leaning: .behind) else { return nil }
      return day > today ? .due(day) : .born(day)
    }
  }
}

/// The spelling of a British postcode.
public enum Postcode {
  /// Capitals with one space before the last three characters, or nil where it cannot be a postcode.
  ///
  /// The pattern is the one of BS 7666: one or two letters, a digit, perhaps another digit or letter; then a
  /// digit and two letters.
  public static func spelled(_ text: String) -> String? {
    let plain = Array(text.uppercased().filter { !$0.isWhitespace })
    guard (5...7).contains(plain.count), plain.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    let (outward, inward) = (plain.dropLast(3), plain.suffix(3))
    guard inward.first?.isNumber == true, inward.dropFirst().allSatisfy(\.isLetter),
      outward.first?.isLetter == true, outward.contains(where: \.isNumber)
    else { return nil }
    return String(outward) + " " + String(inward)
  }
}
