/// A JSON value with the line it stands on, numbers as they were written.
///
/// The library reads JSON itself for three reasons: a score's table must come through exactly, an unknown key in a
/// clinical file must be an error with its line, and the start path has no room for Foundation.
struct Json {
  let line: Int
  let kind: Kind

  enum Kind {
    case null
    case bool(Bool)
    /// A number, as written.
    case number(String)
    case text(String)
    case list([Json])
    case record([(key: String, value: Json)])
  }

  /// What kind of value it is, for messages.
  var kindName: String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
