internal import VisitLibrary
internal import VisitModel

extension RecordsFile {
  /// The facts of a file of visits, by the names that `visit show --format json` uses; `there`, `declined`, `away`,
  /// `expenses`, `followUpBy` and `nextStart` are understood too, as the form has them.
  func visits(in book: Book, allowingDuplicates: Bool, explain: Explain) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: VisitForm, caseload, _) throws(Refusal) -> [Fact] in
      var typed = form.typed
      let known = try caseload.family(ofRecord: form.family)
      if !book.mayWrite(about: known) { throw Refusal(.family, .notForRole(book.member.role)) }
      if !form.namesVolunteers { typed[.volunteers] = book.usualVisit(to: known)[.volunteers] }
      return try RecordVisit(typed: typed, family: known.id, allowingDuplicate: allowingDuplicates)
        .facts(in: caseload, lists: book.lists, today: book.today)
    }
  }
}

/// A visit of a file while its keys fill the form.
private struct VisitForm: RecordForm {
  var typed = TypedVisit()
  /// The family as typed.
  var family = ""
  /// Whether the record says who went, be it nobody.
  var namesVolunteers = false

  static let passedOver: Set<String> = [
    "visitId", "entry", "familyName", "episode", "followUpDone", "enteredAt", "enteredBy", "late",
    "corrected",
    "retracted", "history",
  ]

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    let text: String?
    switch key {
    case "family":
      text = value.typed
      family = text ?? ""
    case "volunteers":
      namesVolunteers = true
      text = value.typedList(key: "number")
      typed[.volunteers] = text ?? ""
    case "signposted", "attendedTogether":
      text = services(value)
      typed[key == "signposted" ? .signposted : .attendedTogether] = text ?? ""
    case "attendance": text = attendance(value)
    case "expensesPence":
      text = value.typed
      typed[.expenses] = text.flatMap(Int.init).map { Pence($0).text } ?? text ?? ""
    case "followUp":
      text = value.typed ?? value["what"]?.typed
      typed[.followUp] = text ?? ""
      if let by = value["by"]?.typed { typed[.followUpBy] = by }
    case "next":
      text = value.typed ?? value["date"]?.typed
      typed[.next] = text ?? ""
      if let start = value["start"]?.typed { typed[.nextStart] = start }
    default: return typed.fill(key, with: value)
    }
    return text == nil ? .wrongKind : nil
  }

  /// Services as they would be typed, by their numbers or else by their names; nil where the value is neither text nor list.
  private func services(_ value: Json) -> String? {
    guard case .list(let items) = value.kind else { return value.typed }
    var services: [String] = []
    for item in items {
      let number = item["number"]?.typed ?? ""
      guard let service = item.typed ?? (number.isEmpty ? item["name"]?.typed : number) else { return nil }
      services.append(service)
    }
    return services.joined(separator: "; ")
  }

  /// Sorts people by whether they were there; nil where the value is no list of people.
  private mutating func attendance(_ value: Json) -> String? {
    if value.isNull { return "" }
    guard case .list(let items) = value.kind else { return nil }
    for item in items {
      guard let person = item["person"]?.typed ?? item["name"]?.typed,
        let presence = item["presence"]?.typed.flatMap({ Presence(rawValue: $0.lowercased()) }),
        let field = Field(rawValue: presence.rawValue)
      else { return nil }
      typed[field] += typed[field].isEmpty ? person : "," + person
    }
    return ""
  }

  static func keys(of field: Field) -> [String] {
    switch field {
    case .expenses: ["expensesPence", "expenses"]
    case .there, .declined, .away: [field.rawValue, "attendance"]
    case .followUpBy: ["followUpBy", "followUp"]
    case .nextStart: ["nextStart", "next"]
    default: [field.rawValue]
    }
  }
}
