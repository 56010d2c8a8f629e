internal import VisitModel

/// Families in a file, by the names that `family show --format json` uses; `phone`, `safeTo`, `date`, `endingOn` are
/// understood too, as the form has them.
struct FamiliesFile {
  private let file: RecordsFile

  init(_ bytes: [UInt8], name: String, words: Wording) throws(Failure) {
    file = try RecordsFile(bytes, name: name, words: words)
  }

  /// What a shown family has beside what can be entered; it is passed over.
  private static let passedOver: Set<String> = [
    "family", "episodes", "lastSeen", "next", "openFollowUps", "visits", "checkIns", "history",
  ]

  /// The facts of every family, or every problem of every row.
  func facts(in book: Book, allowingDuplicates: Bool, explain: Explain) throws -> [Fact] {
    var problems = RowProblems(file, explain)
    var caseload = book.caseload
    var facts: [Fact] = []
    for row in file.rows {
      let before = problems.count
      var typed = TypedFamily()
      var move = TypedMove(stage: EpisodeStage.referred.rawValue)
      read(row, into: &typed, &move, &problems)
      guard problems.count == before else { continue }
      if !allowingDuplicates, let twin = caseload.twin(of: typed) {
        problems.add(row, row.place, file.words("family.duplicate", book.values(of: twin)))
        continue
      }
      do throws(Refusal) {
        let made = try AddFamily(typed: typed, move: move, id: book.newFamilyID())
          .facts(in: caseload, lists: book.lists, today: book.today)
        facts += made
        caseload.supposing(made)
      } catch {
        problems.add(row, error, keys: FamiliesFile.keys)
      }
    }
    try problems.finish()
    return facts
  }

  private func read(
    _ row: RecordsFile.Row, into typed: inout TypedFamily, _ move: inout TypedMove,
    _ problems: inout RowProblems
  ) {
    for (key, value) in row.fields where !FamiliesFile.passedOver.contains(key) {
      var text = value.typed
      switch key {
      case "stage": move.stage = text ?? ""
      case "date": move.day = text ?? ""
      case "endingOn": move.endingOn = text ?? ""
      case "volunteer":
        text = text ?? value["number"]?.typed
        move.volunteer = text ?? ""
      case "phones": text = phones(value, into: &typed)
      case "people": text = people(value, of: row, into: &typed, &problems)
      default:
        guard let field = Field(rawValue: key), TypedFamily.fields.contains(field) else {
          problems.add(row, value.place, key, "json.unknownKey")
          continue
        }
        text = value.typedList(key: "number")
        typed[field] = text ?? ""
      }
      if text == nil { problems.add(row, value.place, key, "json.wrongKind") }
    }
  }

  private func phones(_ value: PlacedJSON, into typed: inout TypedFamily) -> String? {
    if value.isNull { return "" }
    guard case .list(let items) = value.kind else { return nil }
    guard let first = items.first else { return "" }
    guard let number = first.typed ?? first["number"]?.typed else { return nil }
    typed[.phone] = number
    typed[.safeTo] = first["safeTo"]?.typedList(key: "") ?? ""
    return number
  }

  private func people(
    _ value: PlacedJSON, of row: RecordsFile.Row, into typed: inout TypedFamily,
    _ problems: inout RowProblems
  ) -> String? {
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
        case "person", "inFirst1001Days": continue
        default: problems.add(row, value.place, key, "json.unknownKey")
        }
      }
      typed.people.append(person)
    }
    return ""
  }

  /// The keys that a field may have been read from.
  private static func keys(of field: Field) -> [String] {
    switch field {
    case .personName, .personRole, .personBirth, .personHome, .mainCarer: ["people"]
    case .phone, .safeTo: [field.rawValue, "phones"]
    default: [field.rawValue]
    }
  }
}

extension Caseload {
  /// A family of the same name and postcode, which the typed one probably is.
  func twin(of typed: TypedFamily) -> FamilyFile? {
    let name = typed[.name].lowercased()
    guard let postcode = Postcode.spelled(typed[.postcode]) else { return nil }
    return familiesInOrder.first { $0.family.postcode == postcode && $0.family.name.lowercased() == name }
  }
}
