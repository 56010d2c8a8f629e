internal import VisitModel

/// Visits in a file, by the names that `visit show --format json` uses; `there`, `declined`, `away`, `expenses`,
/// `followUpBy` and `nextStart` are understood too, as the form has them.
struct VisitsFile {
  private let file: RecordsFile

  init(_ bytes: [UInt8], name: String, words: Wording) throws(Failure) {
    file = try RecordsFile(bytes, name: name, words: words)
  }

  /// What a shown visit has beside what can be entered; it is passed over.
  private static let passedOver: Set<String> = [
    "visitId", "entry", "familyName", "episode", "followUpDone", "enteredAt", "enteredBy", "late",
    "corrected",
    "retracted", "history",
  ]

  /// The facts of every visit, or every problem of every row.
  func facts(in book: Book, allowingDuplicates: Bool, explain: Explain) throws -> [Fact] {
    var problems = RowProblems(file, explain)
    // Later rows are held against earlier ones, as if those were recorded already.
    var caseload = book.caseload
    var facts: [Fact] = []
    for row in file.rows {
      let before = problems.count
      var typed = TypedVisit()
      let family = read(row, into: &typed, &problems)
      guard problems.count == before else { continue }
      do throws(Refusal) {
        guard let number = FamilyNumber(typed: family), let known = caseload.family(number) else {
          throw Refusal(.family, family.isEmpty ? .missing : .noSuchFamily(family))
        }
        if !book.mayWrite(about: known) { throw Refusal(.family, .notForRole(book.member.role)) }
        if typed[.volunteers].isEmpty, !row.fields.contains(where: { $0.key == "volunteers" }) {
          typed[.volunteers] = book.usualVisit(to: known)[.volunteers]
        }
        let made = try RecordVisit(typed: typed, family: known.id, allowingDuplicate: allowingDuplicates)
          .facts(in: caseload, lists: book.lists, today: book.today)
        facts += made
        caseload.supposing(made)
      } catch {
        problems.add(row, error, keys: VisitsFile.keys)
      }
    }
    try problems.finish()
    return facts
  }

  /// Fills the form from a row, and gives the family as typed.
  private func read(
    _ row: RecordsFile.Row, into typed: inout TypedVisit, _ problems: inout RowProblems
  ) -> String {
    var family = ""
    for (key, value) in row.fields where !VisitsFile.passedOver.contains(key) {
      let text: String?
      switch key {
      case "family":
        family = value.typed ?? ""
        text = value.typed
      case "volunteers":
        text = value.typedList(key: "number")
        typed[.volunteers] = text ?? ""
      case "attendance": text = attendance(value, into: &typed)
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
      default:
        guard let field = Field(rawValue: key), TypedVisit.fields.contains(field) else {
          problems.add(row, value.place, key, "json.unknownKey")
          continue
        }
        text = value.typedList(key: "number")
        typed[field] = text ?? ""
      }
      if text == nil { problems.add(row, value.place, key, "json.wrongKind") }
    }
    return family
  }

  /// Sorts people by whether they were there; nil where the value is no list of people.
  private func attendance(_ value: PlacedJSON, into typed: inout TypedVisit) -> String? {
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

  /// The keys that a field may have been read from.
  private static func keys(of field: Field) -> [String] {
    switch field {
    case .expenses: ["expensesPence", "expenses"]
    case .there, .declined, .away: [field.rawValue, "attendance"]
    case .followUpBy: ["followUpBy", "followUp"]
    case .nextStart: ["nextStart", "next"]
    default: [field.rawValue]
    }
  }
}

extension Caseload {
  /// Takes in facts as if they were recorded, to hold later ones against them.
  mutating func supposing(_ facts: [Fact]) {
    for fact in facts {
      let number = EntryNumber(entryCount + 1)
      let entry = Entry(
        id: RecordID(bits: UInt64(number.count)), stamp: lastStamp.next(nowMilliseconds: 0),
        author: MemberNumber(1), fact: fact)
      apply(KeptEntry(entry: entry, number: number))
    }
  }
}
