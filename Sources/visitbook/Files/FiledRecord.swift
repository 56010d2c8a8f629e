internal import ArgumentParser
internal import VisitLibrary
internal import VisitModel

/// The fields of a form that a file of records can bring along, by the names that showing such a record uses.
protocol FiledFields: TypedFields, Sendable {
  /// What was typed, by field.
  init(_ texts: [Field: String])
  /// What a shown record has beside what can be entered; it is passed over.
  static var passedOver: Set<String> { get }
  /// Keys that stand for a field of another name.
  static var named: [String: Field] { get }
  /// Keys whose value is a record, and the fields that its own keys stand for.
  static var within: [String: [String: Field]] { get }
}

extension FiledFields {
  static var named: [String: Field] { [:] }
  static var within: [String: [String: Field]] { [:] }
}

/// A record of a file while its keys fill the fields of a form, with the family it is about.
struct FiledRecord<Typed: FiledFields>: RecordForm {
  var typed = Typed([:])
  /// The family as typed, where it is no field of the form itself.
  var family = ""

  static var passedOver: Set<String> { Typed.passedOver.union(["familyName", "episode", "history"]) }

  mutating func fill(_ key: String, with value: Json, _ problems: inout RowProblems) -> KeyFault? {
    if key == Field.family.rawValue, !Typed.fields.contains(.family) {
      family = value.typed ?? ""
      return value.typed == nil ? .wrongKind : nil
    }
    if let fields = Typed.within[key], case .record = value.kind {
      for (name, field) in fields { typed[field] = value[name]?.typed ?? "" }
      return nil
    }
    guard let field = Typed.named[key] ?? Field(rawValue: key), Typed.fields.contains(field) else {
      return .unknownKey
    }
    let text = value.typedList(key: "number") ?? value.typedPairs
    typed[field] = text ?? ""
    return text == nil ? .wrongKind : nil
  }

  static func keys(of field: Field) -> [String] {
    let others =
      Typed.named.filter { $0.value == field }.map(\.key)
      + Typed.within.filter { $0.value.values.contains(field) }.map(\.key)
    return [field.rawValue] + others.sorted()
  }
}

extension RecordsFile {
  /// The facts of every record of one kind, or every problem of every record.
  func facts<Typed: FiledFields>(
    of kind: Typed.Type, in book: Book, explain: Explain,
    made: (Typed, Caseload) throws(Refusal) -> [Fact]
  ) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: FiledRecord<Typed>, caseload, _) throws(Refusal) -> [Fact] in try made(form.typed, caseload)
    }
  }

  /// The facts of every record of one kind about a family, or every problem of every record.
  func facts<Typed: FiledFields>(
    of kind: Typed.Type, in book: Book, explain: Explain,
    made: (Typed, FamilyFile, Caseload) throws(Refusal) -> [Fact]
  ) throws(Failure) -> [Fact] {
    try facts(in: book.caseload, explain: explain) {
      (form: FiledRecord<Typed>, caseload, _) throws(Refusal) -> [Fact] in
      try made(form.typed, try caseload.family(ofRecord: form.family), caseload)
    }
  }
}

extension Caseload {
  /// The family that a record of a file names by its number.
  func family(ofRecord typed: String) throws(Refusal) -> FamilyFile {
    guard let file = FamilyNumber(typed: typed).flatMap(family) else {
      throw Refusal(.family, typed.isEmpty ? .missing : .noSuchFamily(typed))
    }
    return file
  }
}

/// The option that brings records from a file rather than from the other options.
struct FromFile: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record all of a JSON file or nothing of it; - is standard input.", valueName: "file"))
  var from: String?

  /// Refuses a file beside other options, and neither of them.
  ///
  /// - Parameters:
  ///   - subject: What the command is about, where it was named.
  ///   - isEmpty: Whether nothing else was said.
  func check(_ subject: String?, isEmpty: Bool) throws {
    if from != nil, subject != nil || !isEmpty {
      throw ValidationError("--from brings everything along; leave the other options of the record out.")
    }
    if from == nil, subject == nil {
      throw ValidationError("Say what it is about, or give --from.")
    }
  }
}

extension FrontDesk {
  /// Records what a file holds, all of it or nothing, and says how many records it were.
  func take(
    from name: String, _ doing: String, facts: (RecordsFile, Book) throws -> [Fact]
  ) throws {
    // What can be refused without the journal is refused before anybody is asked for a passphrase.
    let file = try records(from: name)
    try change(doing) { book in
      try book.record(try facts(file, book))
      return words("file.taken", ["file": name, "count": "\(file.rows.count)"])
    }
  }
}
