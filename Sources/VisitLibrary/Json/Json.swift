/// A JSON value with the place it stands at, so that what is wrong with it can be pointed at.
///
/// Values are read here rather than by Foundation for three reasons: numbers must come through exactly, what is wrong
/// with a file must be named with its place, and a start has no room for Foundation.
public struct Json: Sendable {
  /// Where its first character stands.
  public let place: TextPlace
  /// What it is.
  public let kind: Kind

  /// What a value is.
  public enum Kind: Sendable {
    /// Nothing.
    case null
    /// Yes or no.
    case bool(Bool)
    /// A number, as it was written: nothing is rounded.
    case number(String)
    /// A text, its escapes resolved.
    case text(String)
    /// Several values, in their order.
    case list([Json])
    /// Values by key, in the order they were written; no key stands twice.
    case record([(key: String, value: Json)])
  }

  /// Reads the JSON value (RFC 8259) that the bytes are, strictly: UTF-8 with or without a byte order mark, no
  /// comments, no repeated keys, nothing after the value, at most 32 levels deep. Throws the first fault.
  public init(parsing bytes: [UInt8]) throws(JsonFault) { self = try JsonReader.read(bytes) }

  init(place: TextPlace, kind: Kind) {
    self.place = place
    self.kind = kind
  }

  /// The value of a key; nil where this is no record or has no such key.
  public subscript(key: String) -> Json? {
    guard case .record(let fields) = kind else { return nil }
    return fields.first { $0.key == key }?.value
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
