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
    try setDetails(of: family)
  }

  func family() throws(RecordError) -> Family {
    var people: [VisitModel.Person] = []
    for person in self.people { people.append(try person.person()) }
    var phones: [Phone] = []
    for phone in self.phones { phones.append(try phone.phone()) }
    var family = Family(
      number: FamilyNumber(try readNumber(number, "family.number")), name: name, people: people,
      address: hasAddress ? address : nil, postcode: hasPostcode ? postcode : nil, area: hasArea ? area : nil,
      phones: phones, languages: languages, risks: hasRisks ? risks : nil, access: hasAccess ? access : nil,
      circumstances: circumstances.map(CircumstanceID.init(rawValue:)))
    try readDetails(into: &family)
    return family
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
    for relationship in person.relationships {
      var wire = WireRelationship()
      wire.child = try wireCount(relationship.child.count, "relationship.child")
      wire.word = relationship.word
      relationships.append(wire)
    }
    if let text = person.school { school = text }
    if let text = person.additionalNeeds { additionalNeeds = text }
    if let id = person.ethnicity { ethnicity = id.rawValue }
    if let text = person.language { language = text }
  }

  func person() throws(RecordError) -> VisitModel.Person {
    let birth: Birth
    switch self.birth {
    case .born(let days): birth = .born(try readDay(days, "person.born"))
    case .due(let days): birth = .due(try readDay(days, "person.due"))
    case nil: birth = .unknown
    }
    var person = VisitModel.Person(
      number: PersonNumber(try readNumber(number, "person.number")),
      role: try readChoice(role, "person.role"),
      name: name, isMainCarer: isMainCarer, livesHere: livesHere, birth: birth)
    for wire in relationships {
      person.relationships.append(
        Relationship(
          child: PersonNumber(try readNumber(wire.child, "relationship.child")), word: wire.word))
    }
    person.school = hasSchool ? school : nil
    person.additionalNeeds = hasAdditionalNeeds ? additionalNeeds : nil
    person.ethnicity = hasEthnicity ? EthnicityID(rawValue: ethnicity) : nil
    person.language = hasLanguage ? language : nil
    return person
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
