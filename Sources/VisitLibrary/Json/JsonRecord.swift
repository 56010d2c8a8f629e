internal import VisitModel

/// A record of a JSON file while its fields are read: knows where it stands and refuses keys it does not know.
struct JsonRecord {
  let file: String
  let place: String
  private let line: Int
  private let fields: [String: Json]

  private static let sizeMax = 1_000_000

  /// Reads the record that a file is.
  init(reading bytes: [UInt8], file: String, keys: Set<String>) throws(LibraryError) {
    guard bytes.count <= JsonRecord.sizeMax else {
      throw LibraryError(file: file, problem: "larger than a million bytes")
    }
    let json: Json
    do throws(JsonFault) {
      json = try Json(parsing: bytes)
    } catch {
      let (place, problem) = (error.place, error.problem.description)
      throw LibraryError(file: file, line: place.line, column: place.column, problem: problem)
    }
    try self.init(json, file: file, place: "", keys: keys)
  }

  init(_ json: Json, file: String, place: String, keys: Set<String>) throws(LibraryError) {
    guard case .record(let fields) = json.kind else {
      throw LibraryError(
        file: file, line: json.place.line, place: place, problem: "a record is wanted, not \(json.kindName)")
    }
    for field in fields where !keys.contains(field.key) {
      throw LibraryError(
        file: file, line: field.value.place.line, place: place, problem: "unknown key \"\(field.key)\"")
    }
    self.file = file
    self.place = place
    line = json.place.line
    self.fields = Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value) })
  }

  func has(_ key: String) -> Bool { fields[key] != nil }

  func fault(_ problem: String, at key: String? = nil) -> LibraryError {
    LibraryError(
      file: file, line: key.flatMap { fields[$0]?.place.line } ?? line, place: key.map(inside) ?? place,
      problem: problem)
  }

  func inside(_ key: String) -> String { place.isEmpty ? key : "\(place).\(key)" }

  func json(_ key: String) throws(LibraryError) -> Json {
    guard let value = fields[key] else { throw fault("the key \"\(key)\" is missing") }
    return value
  }

  func text(_ key: String) throws(LibraryError) -> String {
    guard case .text(let text) = try json(key).kind else { throw wanted("a text", at: key) }
    return text
  }

  func optionalText(_ key: String) throws(LibraryError) -> String? { has(key) ? try text(key) : nil }

  /// A text that is one of the cases of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, as type: Choice.Type)
    throws(LibraryError)
    -> Choice where Choice.RawValue == String
  {
    let text = try text(key)
    guard let choice = Choice(rawValue: text) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault("\"\(text)\" is none of \(allowed)", at: key)
    }
    return choice
  }

  func choices<Choice: RawRepresentable & CaseIterable & Hashable>(_ key: String, as type: Choice.Type)
    throws(LibraryError) -> Set<Choice> where Choice.RawValue == String
  {
    var choices: Set<Choice> = []
    for text in try texts(key) {
      guard let choice = Choice(rawValue: text) else {
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw fault("\"\(text)\" is none of \(allowed)", at: key)
      }
      choices.insert(choice)
    }
    return choices
  }

  func texts(_ key: String) throws(LibraryError) -> [String] {
    var texts: [String] = []
    for element in try list(key) {
      guard case .text(let text) = element.kind else { throw wanted("a list of texts", at: key) }
      texts.append(text)
    }
    return texts
  }

  func flag(_ key: String, or usual: Bool = false) throws(LibraryError) -> Bool {
    guard has(key) else { return usual }
    guard case .bool(let flag) = try json(key).kind else { throw wanted("true or false", at: key) }
    return flag
  }

  func number(_ key: String) throws(LibraryError) -> Hundredths { try number(json(key), at: key) }

  /// A number, or nil where the key is missing or its value is null.
  func optionalNumber(_ key: String) throws(LibraryError) -> Hundredths? {
    guard has(key) else { return nil }
    let json = try json(key)
    if case .null = json.kind { return nil }
    return try number(json, at: key)
  }

  func number(_ json: Json, at key: String) throws(LibraryError) -> Hundredths {
    guard case .number(let text) = json.kind else { throw wanted("a number", at: key) }
    guard let number = Hundredths(decimal: text) else {
      throw LibraryError(
        file: file, line: json.place.line, place: inside(key),
        problem: "\(text) is not a plain number with at most two decimals, up to 10000")
    }
    return number
  }

  func optionalWhole(_ key: String) throws(LibraryError) -> Int? {
    guard let number = try optionalNumber(key) else { return nil }
    guard number.count % 100 == 0, number >= .zero else {
      throw wanted("a whole number, not negative", at: key)
    }
    return number.count / 100
  }

  func list(_ key: String) throws(LibraryError) -> [Json] {
    guard has(key) else { return [] }
    guard case .list(let list) = try json(key).kind else { throw wanted("a list", at: key) }
    return list
  }

  func record(_ key: String, keys: Set<String>) throws(LibraryError) -> JsonRecord {
    try JsonRecord(json(key), file: file, place: inside(key), keys: keys)
  }

  func records(_ key: String, keys: Set<String>) throws(LibraryError) -> [JsonRecord] {
    var records: [JsonRecord] = []
    for (position, json) in try list(key).enumerated() {
      records.append(
        try JsonRecord(json, file: file, place: "\(inside(key))[\(position)]", keys: keys))
    }
    return records
  }

  /// A record whose keys are not known beforehand, such as words by language.
  func entries(_ key: String) throws(LibraryError) -> [(key: String, value: Json)] {
    guard has(key) else { return [] }
    guard case .record(let fields) = try json(key).kind else { throw wanted("a record", at: key) }
    return fields
  }

  /// Words by language; none where the key is missing.
  func localText(_ key: String) throws(LibraryError) -> LocalText {
    var texts: [String: String] = [:]
    for (language, json) in try entries(key) {
      guard case .text(let text) = json.kind else { throw wanted("words by language", at: key) }
      texts[language] = text
    }
    return LocalText(texts)
  }

  private func wanted(_ what: String, at key: String) -> LibraryError {
    fault("\(what) is wanted, not \(fields[key]?.kindName ?? "nothing")", at: key)
  }
}
