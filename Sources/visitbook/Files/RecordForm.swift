internal import VisitLibrary
internal import VisitModel

/// A record of a file while its keys fill the fields of a form.
protocol RecordForm {
  /// What a shown record has beside what can be entered; it is passed over.
  static var passedOver: Set<String> { get }

  /// A form with nothing in it.
  init()

  /// Fills what a key stands for; says what is wrong with the key or its value, if anything is.
  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault?

  /// The keys that a field may have been read from.
  static func keys(of field: Field) -> [String]
}

/// What is wrong with a key of a record; the raw value names the words for it.
enum KeyFault: String {
  case unknownKey, wrongKind
}

extension RecordsFile {
  /// The facts of every record, or every problem of every record.
  func facts<Form: RecordForm>(
    in caseload: Caseload, explain: Explain,
    of made: (Form, Caseload, inout RowProblems) throws(Refusal) -> [Fact]
  ) throws(Failure) -> [Fact] {
    // Later records are held against earlier ones, as if those were recorded already.
    var caseload = caseload
    var facts: [Fact] = []
    var lines: [String] = []
    for row in rows {
      var problems = RowProblems(self, row, explain)
      var form = Form()
      for (key, value) in row.fields where !Form.passedOver.contains(key) {
        if let fault = form.fill(key, with: value, &problems) { problems.add(fault, key, value.place) }
      }
      if problems.lines.isEmpty {
        do throws(Refusal) {
          let made = try made(form, caseload, &problems)
          facts += made
          caseload.supposing(made)
        } catch {
          problems.add(error, keys: Form.keys)
        }
      }
      lines += problems.lines
    }
    guard lines.isEmpty else {
      throw Failure(.badData, ([words("json.refused", ["file": name])] + lines).joined(separator: "\n"))
    }
    return facts
  }
}

/// What was typed of a family or a visit, field by field.
protocol TypedFields {
  /// The fields there are.
  static var fields: [Field] { get }
  /// What was typed in a field.
  subscript(field: Field) -> String { get set }
}

extension TypedFamily: TypedFields {}
extension TypedVisit: TypedFields {}

extension TypedFields {
  /// Fills the field that is called like the key.
  mutating func fill(_ key: String, with value: Json) -> KeyFault? {
    guard let field = Field(rawValue: key), Self.fields.contains(field) else { return .unknownKey }
    let text = value.typedList(key: "number")
    self[field] = text ?? ""
    return text == nil ? .wrongKind : nil
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
