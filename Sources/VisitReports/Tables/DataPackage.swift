/// The description that travels beside exported tables: a Tabular Data Package (Frictionless Data, version 1) that
/// names each file, the types of its columns, which values they allow and which column names the row.
public struct DataPackage: Sendable {
  /// One file of the package.
  public struct Resource: Sendable {
    /// The file's name, such as `visits.csv`.
    public let path: String
    /// The name of the table in it.
    public let name: String
    /// The columns of the table.
    public let columns: [Column]
    /// The length of the file in bytes.
    public let byteCount: Int

    /// A file that holds a table.
    public init(path: String, name: String, columns: [Column], byteCount: Int) {
      self.path = path
      self.name = name
      self.columns = columns
      self.byteCount = byteCount
    }
  }

  /// The package's name: lower-case letters, digits, hyphens and dots, as the specification has it.
  public let name: String
  /// A line for people about what is in it.
  public let title: String
  /// The files.
  public let resources: [Resource]
  /// Anything else that belongs to the description, such as the days it covers.
  public let notes: [(String, JSONValue)]

  /// A package of files; its name is made to fit the specification.
  public init(name: String, title: String, resources: [Resource], notes: [(String, JSONValue)] = []) {
    self.name = DataPackage.spelled(name)
    self.title = title
    self.resources = resources
    self.notes = notes
  }

  /// The package's description, the content of `datapackage.json`.
  public var json: JSONValue {
    .object(
      [
        ("profile", .string("tabular-data-package")), ("name", .string(name)), ("title", .string(title)),
      ] + notes + [("resources", .array(resources.map(\.json)))])
  }

  private static func spelled(_ text: String) -> String {
    let letters = text.lowercased().map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber || letter == ".") ? letter : "-"
    }
    return String(letters)
  }
}

extension DataPackage.Resource {
  fileprivate var json: JSONValue {
    var schema: [(String, JSONValue)] = [("fields", .array(columns.map(\.json)))]
    schema.append(("missingValues", .array([.string("")])))
    let keys = columns.filter(\.isKey).map(\.key)
    if !keys.isEmpty { schema.append(("primaryKey", .array(keys.map(JSONValue.string)))) }
    return .object([
      ("profile", .string("tabular-data-resource")),
      ("name", .string(name)),
      ("path", .string(path)),
      ("format", .string("csv")),
      ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")),
      ("bytes", .integer(byteCount)),
      (
        "dialect",
        .object([
          ("delimiter", .string(",")), ("lineTerminator", .string("\r\n")), ("quoteChar", .string("\"")),
          ("doubleQuote", .boolean(true)), ("header", .boolean(true)), ("skipInitialSpace", .boolean(false)),
        ])
      ),
      ("schema", .object(schema)),
    ])
  }
}

extension Column {
  fileprivate var json: JSONValue {
    var fields: [(String, JSONValue)] = [("name", .string(key))]
    switch kind {
    case .text, .list: fields.append(("type", .string("string")))
    case .integer: fields.append(("type", .string("integer")))
    case .decimal: fields.append(("type", .string("number")))
    case .day: fields.append(("type", .string("date")))
    case .time:
      fields.append(("type", .string("time")))
      fields.append(("format", .string("%H:%M")))
    case .moment: fields.append(("type", .string("datetime")))
    case .boolean: fields.append(("type", .string("boolean")))
    }
    if kind == .list { fields.append(("description", .string("values separated by \"; \""))) }
    var constraints: [(String, JSONValue)] = []
    if isRequired { constraints.append(("required", .boolean(true))) }
    if isKey { constraints.append(("unique", .boolean(true))) }
    if !allowed.isEmpty { constraints.append(("enum", .array(allowed.map(JSONValue.string)))) }
    if !constraints.isEmpty { fields.append(("constraints", .object(constraints))) }
    return .object(fields)
  }
}
