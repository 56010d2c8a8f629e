import Terminal
import VisitLibrary
import VisitModel

// The form a family is added with, or amended with: the family, then its people a row each.

extension FormScreen {
  /// How many people the form has rows for beyond those known already.
  static let freeRows = 4

  /// Adds a family; the identity it will get is drawn when the form opens.
  static func newFamily(id: FamilyID, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    var fields = familyFields(TypedFamily(), at: desk)
    let stages = desk.lists.pathway.stages(after: nil)
    let isOffice = desk.member.role.isOffice
    fields.append(
      .choice(
        .stage, stages.map { ChoiceOption(id: $0.rawValue, label: desk.words("stage.\($0.wordKey)")) },
        selected: (isOffice ? EpisodeStage.referred : .supported).rawValue, at: desk, appearance: .list,
        width: 24))
    fields.append(
      .choice(
        .volunteer, desk.volunteerOptions, selected: isOffice ? nil : desk.member.volunteer?.description,
        at: desk, appearance: .list, width: 30))
    fields += referralFields(TypedReferral(), at: desk)
    return FormScreen(
      heading: desk.words("newfamily.title"), explanation: desk.words("newfamily.text"), form: Form(fields),
      key: Draft.Key(form: .family, family: nil), draft: draft,
      notice: { form, desk in desk.likelySame(as: form.typedFamily()) }
    ) { form, desk throws(Refusal) in
      let move = TypedMove(
        stage: form.choice(of: Field.stage.rawValue) ?? "",
        volunteer: form.choice(of: Field.volunteer.rawValue) ?? "")
      let likely = desk.caseload.likelySame(as: form.typedFamily(), lists: desk.lists, today: desk.today)
      let facts = try ReferFamily(
        family: AddFamily(typed: form.typedFamily(), move: move, id: id),
        referral: TypedReferral(form.texts(of: TypedReferral.fields))
      ).facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [
        .record(facts) { kept, desk in
          [.replace(FamilyScreen(id, at: desk)), .say(.recorded(kept, at: desk))]
            + offerMerge(of: id, into: likely, at: desk)
        }
      ]
    }
  }

  /// Asks whether a family that was just added is the one it is likely to be; nothing where it is likely nobody.
  private static func offerMerge(of id: FamilyID, into likely: [LikelySame], at desk: Desk) -> [Effect] {
    guard desk.officeOnly == nil, let first = likely.first, let file = desk.caseload.families[id],
      let there = desk.caseload.families[first.family],
      let named = desk.words.naming([first], in: desk.caseload)
    else { return [] }
    return [
      .ask(
        Question(
          title: desk.words("newfamily.merge.title"),
          text: desk.words(
            "newfamily.merge.text",
            ["family": desk.title(of: file), "likely": named, "into": there.number.description]),
          yes: { desk in
            desk.caseload.families[id].map { [.push(merge($0, into: first.family, at: desk))] } ?? []
          },
          yesTitle: desk.words("newfamily.merge.yes"), yesKey: .character("y")))
    ]
  }

  /// Amends a family with a reason.
  static func amendFamily(_ file: FamilyFile, draft: Draft? = nil, at desk: Desk) -> FormScreen {
    let id = file.id
    var fields = familyFields(TypedFamily(file.family), at: desk)
    fields.append(.line(.reason, at: desk, isRequired: true))
    return FormScreen(
      heading: desk.words("amendfamily.title", ["family": desk.title(of: file)]),
      explanation: desk.words("amendfamily.text"), form: Form(fields),
      key: Draft.Key(form: .amendFamily, family: id), draft: draft
    ) { form, desk throws(Refusal) in
      let known = desk.caseload.families[id]?.family.people ?? []
      let facts = try AmendFamily(
        id: id, typed: form.typedFamily(over: known), reason: form.text(of: Field.reason.rawValue)
      ).facts(in: desk.caseload, lists: desk.lists, today: desk.today)
      return [.recordAndReturn(facts)]
    }
  }

  private static func familyFields(_ typed: TypedFamily, at desk: Desk) -> [FormField] {
    var fields: [FormField] = [.line(.name, typed[.name], at: desk, width: 30, isRequired: true)]
    let rows = typed.people + Array(repeating: TypedPerson(), count: freeRows)
    for (index, person) in rows.enumerated() {
      let role = person.role.isEmpty ? (index == 0 ? "mother" : "child") : person.role
      let roles = PersonRole.allCases.map {
        ChoiceOption(id: $0.rawValue, label: desk.words("person.\($0.rawValue)"))
      }
      let row = 10 + index
      fields += [
        FormField(
          id: Field.personName.rawValue + "\(index)",
          label: desk.words(index == 0 ? "field.personName.first" : "field.personName.next"),
          kind: .line(person.name, maxLength: TextLimit.line), row: row, width: 18),
        FormField(
          id: Field.personRole.rawValue + "\(index)", label: "",
          kind: .choice(ChoiceField(roles, selected: role, appearance: .list)), row: row, width: 12),
        FormField(
          id: Field.personBirth.rawValue + "\(index)", label: desk.words.name(of: .personBirth),
          kind: .line(person.birth, maxLength: 30), row: row, width: 14),
      ]
    }
    fields += [
      .line(.phone, typed[.phone], at: desk, width: 18),
      FormField(
        id: Field.safeTo.rawValue, label: desk.words.name(of: .safeTo),
        kind: .checks(
          ChecksField(
            SafeContact.allCases.map {
              CheckOption(
                id: $0.rawValue, label: desk.words("safe.\($0.rawValue)"),
                isOn: typed[.safeTo].contains($0.rawValue))
            }))),
      .line(.otherPhones, typed[.otherPhones], at: desk, hint: desk.words("phones.hint")),
      .line(.address, typed[.address], at: desk),
      .line(.postcode, typed[.postcode], at: desk, row: 60, width: 9),
      .line(.area, typed[.area], at: desk, row: 60, width: 20),
      .line(.movedIn, typed[.movedIn], at: desk, width: 16, hint: desk.words("movedin.hint")),
      .line(.languages, typed[.languages], at: desk, row: 61, width: 18),
      .line(.interpreter, typed[.interpreter], at: desk, row: 61, width: 14),
      .line(.transport, typed[.transport], at: desk, width: 30),
      .line(.risks, typed[.risks], at: desk), .line(.access, typed[.access], at: desk),
      FormField(
        id: Field.circumstances.rawValue, label: desk.words.name(of: .circumstances),
        kind: .checks(
          ChecksField(
            desk.lists.circumstances.map {
              CheckOption(
                id: $0.id.rawValue, label: $0.label,
                isOn: typed[.circumstances].split(separator: ",").contains(Substring($0.id.rawValue)))
            }))),
      .line(.otherAgencies, typed[.otherAgencies], at: desk, hint: desk.words("agencies.hint")),
      .words(
        .socialCare, SocialCareLevel.allCases, key: "socialcare", selected: typed[.socialCare], at: desk,
        width: 18, appearance: .list
      ).beside(62),
      .line(.socialCareSince, typed[.socialCareSince], at: desk, row: 62, width: 16),
    ]
    return fields
  }
}

extension Form {
  /// The family as it stands in the form; the first rows are the people known already, who keep their numbers.
  func typedFamily(over known: [Person] = []) -> TypedFamily {
    var typed = TypedFamily()
    for field in TypedFamily.fields {
      switch field {
      case .safeTo, .circumstances: typed[field] = checked(of: field.rawValue).joined(separator: ",")
      case .socialCare: typed[field] = choice(of: field.rawValue) ?? ""
      default: typed[field] = text(of: field.rawValue)
      }
    }
    var index = 0
    while has(Field.personName.rawValue + "\(index)") {
      // What the row does not show of a person stays as it is.
      var person =
        index < known.count
        ? TypedPerson(known[index]) : TypedPerson(isMainCarer: known.isEmpty && index == 0)
      person.name = text(of: Field.personName.rawValue + "\(index)")
      person.role = choice(of: Field.personRole.rawValue + "\(index)") ?? ""
      person.birth = text(of: Field.personBirth.rawValue + "\(index)")
      typed.people.append(person)
      index += 1
    }
    return typed
  }
}

extension Desk {
  /// The families that a typed one likely is, in a sentence with what speaks for it; nil where there are none.
  func likelySame(as typed: TypedFamily) -> String? {
    words.naming(caseload.likelySame(as: typed, lists: lists, today: today), in: caseload)
      .map { words("newfamily.likely", ["families": $0]) }
  }
}
