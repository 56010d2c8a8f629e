/// A family as it was typed, field by field, with its people one by one: the shape of a draft.
public struct TypedFamily: Hashable, Sendable {
  /// What was typed of the family itself, by field.
  public var texts: [Field: String]
  /// The people, in the order they were typed.
  public var people: [TypedPerson]

  /// The fields of a family, in the order they are asked.
  public static let fields: [Field] = [
    .name, .phone, .safeTo, .otherPhones, .address, .postcode, .area, .movedIn, .languages, .interpreter,
    .transport, .risks, .access, .circumstances, .otherAgencies, .socialCare, .socialCareSince,
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
    fillDetails(of: family)
    people = family.people.map { TypedPerson($0) }
  }
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
    try checked(number: number, lists: lists, today: today, replacing: nil)
  }

  /// The family that was typed in place of what is recorded of it. The numbers of people who were ever recorded
  /// are not given to others, and circumstances no longer on the list may stay.
  func checked(
    number: FamilyNumber, lists: SchemeLists, today: Day, replacing old: Record<Family>?
  ) throws(Refusal) -> Family {
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
      let kept = old?.lastSaid?.circumstances ?? []
      if let id = (known + kept).first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
        if !circumstances.contains(id) { circumstances.append(id) }
      } else {
        checking.fail(.circumstances, .notOneOf(text, allowed: known.map(\.rawValue)))
      }
    }
    let details = checkedDetails(replacing: old?.lastSaid, today: today, &checking)
    let people = checkedPeople(lists: lists, today: today, replacing: old, &checking)
    try checking.finish()
    var family = Family(
      number: number, name: name ?? "", people: people, address: address, postcode: postcode, area: area,
      phones: (phone.map { [$0] } ?? []) + details.furtherPhones, languages: languages, risks: risks,
      access: access, circumstances: circumstances)
    family.movedIn = details.movedIn
    family.formerAddresses = details.former
    family.interpreter = details.interpreter
    family.transport = details.transport
    family.agencies = details.agencies
    family.socialCare = details.socialCare
    return family
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
    if !safe.isEmpty, plainText(self[.phone]).isEmpty { checking.fail(.phone, .missing) }
    return number.map { Phone(number: $0, safe: safe) }
  }

  private func checkedPeople(
    lists: SchemeLists, today: Day, replacing old: Record<Family>?, _ checking: inout Checking
  ) -> [Person] {
    var people: [Person] = []
    var taken: Set<PersonNumber> = []
    let recorded = old?.versions.flatMap { $0.value?.people ?? [] } ?? []
    var last = (recorded.map(\.number.count) + self.people.compactMap(\.number?.count)).max() ?? 0
    for typed in self.people where !typed.isEmpty {
      let name = checking.text(.personName, typed.name, max: TextLimit.line)
      if plainText(typed.name).isEmpty { checking.fail(.personName, .missing) }
      let role: PersonRole? = checking.value(
        .personRole, of: typed.role, or: { .notOneOf($0, allowed: PersonRole.words) },
        read: PersonRole.init(typed:))
      if trimmedText(typed.role).isEmpty { checking.fail(.personRole, .missing) }
      let birth = Birth.typed(typed.birth, today: today, &checking)
      var number = typed.number ?? PersonNumber(last + 1)
      if !taken.insert(number).inserted {
        number = PersonNumber(last + 1)
        taken.insert(number)
      }
      last = max(last, number.count)
      guard let name, let role else { continue }
      let person = Person(
        number: number, role: role, name: name, isMainCarer: typed.isMainCarer,
        livesHere: typed.livesHere, birth: birth ?? .unknown)
      let before = old?.lastSaid?.person(number)
      people.append(
        typed.checkedDetails(
          of: person, people: self.people, lists: lists, replacing: before, &checking))
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
  static func typed(_ text: String, today: Day, _ checking: inout Checking) -> Birth? {
    let birth: Birth? = checking.value(.personBirth, of: text, or: Fault.notADay) { text in
      if text.lowercased().hasPrefix("due") {
        return Day(typed: String(text.dropFirst(3)), today: today, leaning: .ahead).map(Birth.due)
      }
      guard let day = Day(typed: text, today: today, leaning: .behind) else { return nil }
      // 3/4/85 is a parent born in 1985, not a child due in 2085.
      let (year, month, number) = day.civil
      if day > latestDue(on: today), !text.contains("\(year)"),
        let born = Day(year: year - 100, month: month, day: number)
      {
        return .born(born)
      }
      return day > today ? .due(day) : .born(day)
    }
    if case .due(let due) = birth, due > latestDue(on: today) {
      checking.fail(.personBirth, .inTheFuture(due))
    }
    return birth
  }

  /// The last day anybody can be due who was conceived by a day.
  private static func latestDue(on today: Day) -> Day { today.advanced(by: pregnancyDays) }
}

/// The spelling of a British postcode.
public enum Postcode {
  /// Capitals with one space before the last three characters, or nil where it cannot be a postcode.
  ///
  /// The pattern is the one of BS 7666: one or two letters, a digit, perhaps another digit or letter; then a
  /// digit and two letters.
  public static func spelled(_ text: String) -> String? {
    let plain = Array(text.filter { !$0.isWhitespace })
    guard (5...7).contains(plain.count), plain.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { return nil }
    let (outward, inward) = (plain.dropLast(3), plain.suffix(3))
    let shape = String(outward.map { $0.isLetter ? "A" : "9" })
    guard ["A9", "A99", "A9A", "AA9", "AA99", "AA9A"].contains(shape),
      inward.first?.isNumber == true, inward.dropFirst().allSatisfy(\.isLetter)
    else { return nil }
    return (String(outward) + " " + String(inward)).uppercased()
  }
}
