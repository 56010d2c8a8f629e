// The details of a family and its people as they are typed, and the rules they are held to.

/// What a form adds to a family beyond its people, how to reach it and where it lives.
struct FamilyDetails {
  var movedIn: Day?
  var former: [FormerAddress] = []
  var furtherPhones: [Phone] = []
  var interpreter: String?
  var transport: String?
  var agencies: [OtherAgency] = []
  var socialCare: [SocialCareStatus] = []
}

extension TypedFamily {
  /// Fills in what is recorded of a family's details, as it would have been typed.
  mutating func fillDetails(of family: Family) {
    self[.movedIn] = family.movedIn?.description ?? ""
    self[.otherPhones] = family.phones.dropFirst().map { phone in
      let ways = SafeContact.allCases.filter(phone.safe.contains).map(\.rawValue)
      return ([phone.number] + (ways.isEmpty ? [] : [ways.joined(separator: ", ")])).joined(separator: ": ")
    }.joined(separator: "; ")
    self[.interpreter] = family.interpreter ?? ""
    self[.transport] = family.transport ?? ""
    self[.otherAgencies] = family.agencies.map(\.line).joined(separator: "; ")
    self[.socialCare] = family.socialCare.last?.level.rawValue ?? ""
    self[.socialCareSince] = family.socialCare.last?.since?.description ?? ""
  }

  /// The details as typed, in place of what stands recorded.
  func checkedDetails(
    replacing old: Family?, today: Day, _ checking: inout Checking
  ) -> FamilyDetails {
    var details = FamilyDetails()
    details.movedIn = checking.pastDay(.movedIn, self[.movedIn], today: today)
    details.former = old?.formerAddresses ?? []
    // A new address with a new day is a move; without one it puts the old address right.
    if let old, let left = old.address, left != plainText(self[.address]), let moved = details.movedIn,
      moved != old.movedIn
    {
      details.former.append(
        FormerAddress(address: left, postcode: old.postcode, from: old.movedIn, until: moved))
    }
    details.furtherPhones = checkedFurtherPhones(&checking)
    details.interpreter = checking.text(.interpreter, self[.interpreter], max: TextLimit.line)
    details.transport = checking.text(.transport, self[.transport], max: TextLimit.line)
    for text in segments(self[.otherAgencies]) {
      guard let line = checking.text(.otherAgencies, text, max: TextLimit.line) else { continue }
      if let agency = OtherAgency(typed: line) {
        details.agencies.append(agency)
      } else {
        checking.fail(.otherAgencies, .tooManyParts(line))
      }
    }
    details.socialCare = checkedSocialCare(old?.socialCare ?? [], today: today, &checking)
    return details
  }

  /// Telephones beyond the first: a number, then what is safe: `01234 567890: call, text; …`.
  private func checkedFurtherPhones(_ checking: inout Checking) -> [Phone] {
    segments(self[.otherPhones]).compactMap { text in
      let parts = text.split(separator: ":", maxSplits: 1).map { trimmedText(String($0)) }
      guard let number = checking.text(.otherPhones, parts.first ?? "", max: TextLimit.line) else {
        return nil
      }
      if !number.contains(where: \.isNumber) { checking.fail(.otherPhones, .notANumber(number)) }
      var safe: Set<SafeContact> = []
      for way in listed(parts.count > 1 ? parts[1] : "") {
        if let contact = SafeContact(typed: way) {
          safe.insert(contact)
        } else {
          checking.fail(.otherPhones, .notOneOf(way, allowed: SafeContact.words))
        }
      }
      return Phone(number: number, safe: safe)
    }
  }

  /// Another status is one more, from its day; the same status may have its day put right.
  private func checkedSocialCare(
    _ before: [SocialCareStatus], today: Day, _ checking: inout Checking
  ) -> [SocialCareStatus] {
    let level: SocialCareLevel? = checking.choice(.socialCare, self[.socialCare], or: nil)
    let since = checking.pastDay(.socialCareSince, self[.socialCareSince], today: today)
    guard let level else {
      if since != nil { checking.fail(.socialCare, .missing) }
      return before
    }
    guard let last = before.last, last.level == level else {
      let unchanged = since == before.last?.since ? nil : since
      return before + [SocialCareStatus(level: level, since: unchanged ?? (before.isEmpty ? since : today))]
    }
    return before.dropLast() + [SocialCareStatus(level: level, since: since)]
  }
}

extension TypedPerson {
  /// The person as typed, with the details that a form of one person asks.
  func checkedDetails(
    of person: Person, people: [TypedPerson], lists: SchemeLists, replacing old: Person?,
    _ checking: inout Checking
  ) -> Person {
    var person = person
    person.school = checking.text(.school, school, max: TextLimit.line)
    person.additionalNeeds = checking.text(.additionalNeeds, additionalNeeds, max: TextLimit.line)
    person.language = checking.text(.language, language, max: TextLimit.line)
    person.ethnicity = checking.entry(.ethnicity, ethnicity, of: lists, keeping: old?.ethnicity)
    person.relationships = []
    for text in listed(relationships) {
      guard let relationship = Relationship(typed: text),
        people.contains(where: { $0.number == relationship.child })
      else {
        checking.fail(
          .relationships,
          .noSuchPerson(
            text, known: people.compactMap { typed in typed.number.map { "\($0) \(typed.name)" } }))
        continue
      }
      person.relationships.append(relationship)
    }
    return person
  }
}

/// The parts of a text that semicolons or line ends part.
private func segments(_ text: String) -> [String] {
  text.split { $0 == ";" || $0.isNewline }.map { trimmedText(String($0)) }.filter { !$0.isEmpty }
}
