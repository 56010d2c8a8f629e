internal import VisitModel

/// A family and its people, to and from their box.
extension WireFamilyBox {
  init(_ family: Family, reason: Reason? = nil) throws(RecordError) {
    self.init()
    number = try wireCount(family.number.count, "family.number")
    name = family.name
    for person in family.people { people.append(try WirePerson(person)) }
    if let text = family.address { address = text }
    if let text = family.postcode { postcode = text }
    if let text = family.area { area = text }
    phones = family.phones.map(WirePhone.init)
    languages = family.languages
    if let text = family.risks { risks = text }
    if let text = family.access { access = text }
    circumstances = family.circumstances.map(\.rawValue)
    self.reason = reason?.text ?? ""
  }

  func family() throws(RecordError) -> Family {
    var people: [VisitModel.Person] = []
    for person in self.people { people.append(try person.person()) }
    var phones: [Phone] = []
    for phone in self.phones { phones.append(try phone.phone()) }
    return Family(
      number: FamilyNumber(try readNumber(number, "family.number")), name: name, people: people,
      address: hasAddress ? address : nil, postcode: hasPostcode ? postcode : nil, area: hasArea ? area : nil,
      phones: phones, languages: languages, risks: hasRisks ? risks : nil, access: hasAccess ? access : nil,
      circumstances: circumstances.map(CircumstanceID.init(rawValue:)))
  }
}

extension WirePerson {
  init(_ person: VisitModel.Person) throws(RecordError) {
    self.init()
    number = try wireCount(person.number.count, "person.number")
    role = WirePersonRole(person.role)
    name = person.name
    isMainCarer = person.isMainCarer
    livesHere = person.livesHere
    switch person.birth {
    case .born(let day): born = try wireDay(day, "person.born")
    case .due(let day): due = try wireDay(day, "person.due")
    case .unknown: break
    }
  }

  func person() throws(RecordError) -> VisitModel.Person {
    let birth: Birth
    switch self.birth {
    case .born(let days): birth = .born(try readDay(days, "person.born"))
    case .due(let days): birth = .due(try readDay(days, "person.due"))
    case nil: birth = .unknown
    }
    return VisitModel.Person(
      number: PersonNumber(try readNumber(number, "person.number")),
      role: try readChoice(role, "person.role"),
      name: name, isMainCarer: isMainCarer, livesHere: livesHere, birth: birth)
  }
}

extension WirePhone {
  init(_ phone: Phone) {
    self.init()
    number = phone.number
    safe = SafeContact.allCases.filter(phone.safe.contains).map(WireSafeContact.init)
  }

  func phone() throws(RecordError) -> Phone {
    var safe: Set<SafeContact> = []
    for way in self.safe { safe.insert(try readChoice(way, "phone.safe")) }
    return Phone(number: number, safe: safe)
  }
}
