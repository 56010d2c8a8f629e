import Terminal
import VisitLibrary
import VisitModel

// One person of a family: adding, amending, and the birth of a child that was expected, without the rest of the family.

extension FormScreen {
  /// Adds a person to a family, or amends one.
  static func person(_ file: FamilyFile, _ person: Person?, at desk: Desk) -> FormScreen {
    let id = file.id
    let typed = person.map { TypedPerson($0) } ?? TypedPerson(role: PersonRole.child.rawValue)
    var fields: [FormField] = [
      .line(.personName, typed.name, at: desk, width: 30, isRequired: true),
      .words(
        .personRole, PersonRole.allCases, key: "person", selected: typed.role, at: desk, width: 14,
        appearance: .list),
      .line(.personBirth, typed.birth, at: desk, width: 16, hint: desk.words("person.birth.hint")),
      FormField(
        id: Field.mainCarer.rawValue, label: desk.words.name(of: .mainCarer),
        kind: .toggle(typed.isMainCarer)),
      FormField(
        id: Field.personHome.rawValue, label: desk.words.name(of: .personHome), kind: .toggle(typed.livesHere)
      ),
    ]
    fields += moreFields(typed, at: desk)
    fields.append(
      .line(.reason, person == nil ? desk.words("person.reason.new") : "", at: desk, isRequired: true))
    return FormScreen(
      heading: desk.words(
        person == nil ? "person.title.new" : "person.title",
        ["family": desk.title(of: file), "name": typed.name]),
      explanation: desk.words("person.text"), form: Form(fields)
    ) { form, desk throws(Refusal) in
      var changed = form.typedPerson()
      changed.number = person?.number
      return [try amend(id, changed, because: form.text(of: Field.reason.rawValue), at: desk)]
    }
  }

  /// What one person's form asks beside name, place and birth.
  private static func moreFields(_ typed: TypedPerson, at desk: Desk) -> [FormField] {
    [
      .line(.relationships, typed.relationships, at: desk, hint: desk.words("person.relationships.hint")),
      .line(.school, typed.school, at: desk), .line(.additionalNeeds, typed.additionalNeeds, at: desk),
      .entry(.ethnicity, of: EthnicityID.self, selected: typed.ethnicity, at: desk),
      .line(.language, typed.language, at: desk, width: 20),
    ]
  }

  /// Records the birth of a child that was expected: the day, and the name it was given.
  static func birth(_ file: FamilyFile, of child: Person, at desk: Desk) -> FormScreen {
    let id = file.id
    let form = Form([
      .line(.personBirth, desk.long(desk.today), at: desk, width: 16, isRequired: true),
      .line(.personName, child.name, at: desk, width: 30, isRequired: true),
    ])
    return FormScreen(
      heading: desk.words("birth.title", ["family": desk.title(of: file)]),
      explanation: desk.words("birth.text"), form: form
    ) { form, desk throws(Refusal) in
      var changed = TypedPerson(child)
      changed.birth = form.text(of: Field.personBirth.rawValue)
      changed.name = form.text(of: Field.personName.rawValue)
      return [try amend(id, changed, because: desk.words("birth.reason"), at: desk)]
    }
  }

  /// The family with one person changed or added.
  private static func amend(
    _ id: FamilyID, _ person: TypedPerson, because reason: String, at desk: Desk
  ) throws(Refusal) -> Effect {
    guard let file = desk.caseload.families[id] else { throw Refusal(.family, .missing) }
    if person.isEmpty { throw Refusal(.personName, .missing) }
    var typed = TypedFamily(file.family)
    if person.isMainCarer {
      for index in typed.people.indices { typed.people[index].isMainCarer = false }
    }
    if let place = typed.people.firstIndex(where: { $0.number == person.number && person.number != nil }) {
      typed.people[place] = person
    } else {
      typed.people.append(person)
    }
    return .recordAndReturn(
      try AmendFamily(id: id, typed: typed, reason: reason)
        .facts(in: desk.caseload, lists: desk.lists, today: desk.today))
  }
}

extension Form {
  /// The person as it stands in the form.
  fileprivate func typedPerson() -> TypedPerson {
    var person = TypedPerson(
      name: text(of: Field.personName.rawValue), role: choice(of: Field.personRole.rawValue) ?? "",
      birth: text(of: Field.personBirth.rawValue), isMainCarer: isOn(Field.mainCarer.rawValue),
      livesHere: isOn(Field.personHome.rawValue))
    person.relationships = text(of: Field.relationships.rawValue)
    person.school = text(of: Field.school.rawValue)
    person.additionalNeeds = text(of: Field.additionalNeeds.rawValue)
    person.ethnicity = choice(of: Field.ethnicity.rawValue) ?? ""
    person.language = text(of: Field.language.rawValue)
    return person
  }
}
