/// What two families' details come to: nothing that either says of a danger, a telephone or a person is lost, and where
/// one place holds one thing alone the family whose number goes on has the word.
extension Family {
  /// These details with another family's added, whose people get other numbers here.
  func joined(by other: Family, _ numbers: Renumbering) -> Family {
    var both = self
    for person in other.people.map({ $0.renumbered(by: numbers) }) {
      if let place = both.people.firstIndex(where: { $0.number == person.number }) {
        both.people[place] = both.people[place].filled(from: person)
      } else {
        both.people.append(person)
      }
    }
    if let carer = both.people.mainCarer?.number {
      for place in both.people.indices { both.people[place].isMainCarer = both.people[place].number == carer }
    }
    both.takeHome(of: other)
    both.phones = phones.adding(other.phones) { $0.number.filter(\.isNumber) }
    both.languages = languages.adding(other.languages) { $0.lowercased() }
    both.circumstances = circumstances.adding(other.circumstances, by: \.self)
    both.agencies = agencies.adding(other.agencies) { $0.line.lowercased() }
    both.risks = bothTexts(risks, other.risks)
    both.access = bothTexts(access, other.access)
    both.interpreter = interpreter ?? other.interpreter
    both.transport = transport ?? other.transport
    let statuses = other.socialCare.filter { !socialCare.contains($0) } + socialCare
    both.socialCare = statuses.enumerated().sorted { left, right in
      let (one, two) = (left.element.since ?? .earliest, right.element.since ?? .earliest)
      return (one, left.offset) < (two, right.offset)
    }.map(\.element)
    return both
  }

  /// Takes over where the other family lives where nothing is known of that here, and where it lived before.
  private mutating func takeHome(of other: Family) {
    if address == nil, postcode == nil {
      (address, postcode, movedIn) = (other.address, other.postcode, other.movedIn)
    }
    area = area ?? other.area
    formerAddresses = formerAddresses.adding(other.formerAddresses) { $0.address.lowercased() }
  }
}

extension Person {
  /// The person with what is not known here taken from what another family's record says of them.
  fileprivate func filled(from other: Person) -> Person {
    var person = self
    if case .unknown = birth { person.birth = other.birth }
    if case (.due, .born) = (birth, other.birth) { person.birth = other.birth }
    person.relationships = relationships.adding(other.relationships, by: \.child)
    person.school = school ?? other.school
    person.additionalNeeds = bothTexts(additionalNeeds, other.additionalNeeds)
    person.ethnicity = ethnicity ?? other.ethnicity
    person.language = language ?? other.language
    return person
  }
}

/// Both texts, each once.
private func bothTexts(_ own: String?, _ other: String?) -> String? {
  guard let own else { return other }
  guard let other, !own.contains(other) else { return own }
  return "\(own); \(other)"
}

extension Array {
  /// These and those of the others that are not among them, compared by what they go by.
  fileprivate func adding(_ others: [Element], by key: (Element) -> some Hashable) -> [Element] {
    let known = Set(map(key))
    return self + others.filter { !known.contains(key($0)) }
  }
}
