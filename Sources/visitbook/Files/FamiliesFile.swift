internal import VisitLibrary
internal import VisitModel

extension RecordsFile {
  /// The facts of a file of families, by the names that `family show --format json` uses; `phone`, `safeTo`, `date`,
  /// `endingOn` are understood too, as the form has them.
  func families(in book: Book, allowingDuplicates: Bool, explain: Explain) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: FamilyForm, caseload, problems) throws(Refusal) -> [Fact] in
      if !allowingDuplicates, let sentence = book.likelySame(as: form.typed, in: caseload) {
        problems.add(sentence, problems.row.place)
        return []
      }
      return try ReferFamily(
        family: AddFamily(typed: form.typed, move: form.move, id: book.newFamilyID()), referral: form.referral
      ).facts(in: caseload, lists: book.lists, today: book.today)
    }
  }
}

/// A family of a file while its keys fill the form.
private struct FamilyForm: RecordForm {
  var typed = TypedFamily()
  var move = TypedMove(stage: EpisodeStage.referred.rawValue)
  var referral = TypedReferral()

  static let passedOver: Set<String> = [
    "family", "episodes", "lastSeen", "next", "openFollowUps", "visits", "checkIns", "history",
    "levelOfNeed", "plan", "formerAddresses", "socialCareHistory", "consents", "lifeEvents", "healthReviews",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    var text = value.typed
    switch key {
    case "stage": move.stage = text ?? ""
    case "date": move.day = text ?? ""
    case "endingOn": move.endingOn = text ?? ""
    case "volunteer":
      text = text ?? value["number"]?.typed
      move.volunteer = text ?? ""
    case "phones": text = phones(value)
    case "people": text = people(value, &problems)
    case "referral": text = referral(value, &problems)
    case "otherAgencies":
      text = value.typedLines
      typed[.otherAgencies] = text ?? ""
    default: return typed.fill(key, with: value)
    }
    return text == nil ? .wrongKind : nil
  }

  private mutating func phones(_ value: Json) -> String? {
    if value.isNull { return "" }
    guard case .list(let items) = value.kind else { return nil }
    guard let first = items.first else { return "" }
    guard let number = first.typed ?? first["number"]?.typed else { return nil }
    typed[.otherPhones] = items.dropFirst().compactMap { item in
      guard let number = item.typed ?? item["number"]?.typed else { return nil }
      return number + ": " + (item["safeTo"]?.typedList(key: "") ?? "")
    }.joined(separator: "; ")
    typed[.phone] = number
    typed[.safeTo] = first["safeTo"]?.typedList(key: "") ?? ""
    return number
  }

  private mutating func people(_ value: Json, _ problems: inout RowProblems) -> String? {
    guard case .list(let items) = value.kind else { return value.isNull ? "" : nil }
    for item in items {
      guard case .record(let fields) = item.kind else { return nil }
      var person = TypedPerson()
      for (key, value) in fields {
        switch key {
        case "name": person.name = value.typed ?? ""
        case "role": person.role = value.typed ?? ""
        case "born": if let day = value.typed, !day.isEmpty { person.birth = day }
        case "due": if let day = value.typed, !day.isEmpty { person.birth = "due " + day }
        case "mainCarer": person.isMainCarer = value.boolean ?? false
        case "livesHere": person.livesHere = value.boolean ?? true
        case "school": person.school = value.typed ?? ""
        case "additionalNeeds": person.additionalNeeds = value.typed ?? ""
        case "ethnicity": person.ethnicity = value.typed ?? ""
        case "language": person.language = value.typed ?? ""
        case "relationships": person.relationships = value.typedList(key: "") ?? ""
        case "person": person.number = value.typed.flatMap { PersonNumber(typed: $0) }
        case "inFirst1001Days": continue
        default: problems.add(.unknownKey, key, value.place)
        }
      }
      typed.people.append(person)
    }
    return ""
  }

  private mutating func referral(_ value: Json, _ problems: inout RowProblems) -> String? {
    guard case .record(let fields) = value.kind else { return value.isNull ? "" : nil }
    for (key, value) in fields where !FiledRecord<TypedReferral>.passedOver.contains(key) && key != "family" {
      if let fault = referral.fill(key, with: value) { problems.add(fault, key, value.place) }
    }
    return ""
  }

  static func keys(of field: Field) -> [String] {
    switch field {
    case _ where TypedReferral.fields.contains(field): ["referral"]
    case .personName, .personRole, .personBirth, .personHome, .mainCarer: ["people"]
    case .relationships, .school, .additionalNeeds, .ethnicity, .language: ["people"]
    case .phone, .safeTo, .otherPhones: [field.rawValue, "phones"]
    default: [field.rawValue]
    }
  }
}
