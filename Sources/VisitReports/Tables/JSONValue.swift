public import VisitModel

/// A JSON value whose objects keep the order of their fields and whose numbers are exact decimals.
public enum JSONValue: Sendable {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// A number written with that many decimals (0 to 2).
  case decimal(Hundredths, places: Int)
  case boolean(Bool)
  case null

  /// A text, or null.
  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  /// A whole number, or null.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }
  /// Anything that is written the way it describes itself (a day, a number of a family), or null.
  public init(_ value: (some CustomStringConvertible)?) {
    self = value.map { .string($0.description) } ?? .null
  }
  /// The texts of several things.
  public init(listing items: [some CustomStringConvertible]) {
    self = .array(items.map { .string($0.description) })
  }

  /// A cell as the column's kind has it: lists as arrays, blanks as null.
  public init(_ cell: Cell, as kind: ColumnKind) {
    switch cell {
    case .text, .day, .time, .moment: self = .string(cell.text(as: kind))
    case .integer(let number): self = .integer(number)
    case .decimal(let number):
      if case .decimal(let places) = kind {
        self = .decimal(number, places: places)
      } else {
        self = .decimal(number, places: 2)
      }
    case .boolean(let value): self = .boolean(value)
    case .list(let items): self = .array(items.map(JSONValue.string))
    case .blank: self = kind == .list ? .array([]) : .null
    }
  }

  /// The value of a field, where this is an object that has it.
  public subscript(field: String) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.0 == field }?.1
  }
}

extension Table {
  /// The rows as an array of objects, one field for each column.
  public var json: JSONValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { column, cell in (column.key, JSONValue(cell, as: column.kind)) })
      })
  }
}
