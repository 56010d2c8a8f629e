public import VisitModel

/// Rows of values under typed columns: what every list, export and summary becomes before it is written down.
///
/// A table has no words of its own. Its columns have keys, which are the field names in files and which a front end
/// looks up a title for.
public struct Table: Hashable, Sendable {
  /// What the rows are, such as `visits`; the name of the file an export writes.
  public let name: String
  /// The columns, in their order.
  public let columns: [Column]
  /// The rows; each has one cell for each column.
  public private(set) var rows: [[Cell]]

  /// A table of rows under columns.
  public init(name: String, columns: [Column], rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = []
    self.rows.reserveCapacity(rows.count)
    for row in rows { append(row) }
  }

  /// Adds a row, which must have one cell for each column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a row of \(name) has one cell for each column")
    rows.append(row)
  }

  /// The same rows with some of the columns only, in the order asked for; unknown keys are left out.
  public func keeping(_ keys: [String]) -> Table {
    let places = keys.compactMap { key in columns.firstIndex { $0.key == key } }
    return Table(
      name: name, columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
  }
}

/// One column of a table.
public struct Column: Hashable, Sendable {
  /// The field name, in camel case, as `domain.md` has it.
  public let key: String
  /// What its cells hold.
  public let kind: ColumnKind
  /// Whether every row has a value here.
  public let isRequired: Bool
  /// Whether the column names its row.
  public let isKey: Bool
  /// The only values it may hold, where they are a fixed set; empty where anything goes.
  public let allowed: [String]

  /// A column by its key and kind.
  public init(
    _ key: String, _ kind: ColumnKind, required: Bool = false, isKey: Bool = false, allowed: [String] = []
  ) {
    self.key = key
    self.kind = kind
    isRequired = required || isKey
    self.isKey = isKey
    self.allowed = allowed
  }
}

/// What the cells of a column hold.
public enum ColumnKind: Hashable, Sendable {
  case text
  case integer
  /// A number written with that many decimals (0 to 2).
  case decimal(places: Int)
  case day
  case time
  /// A day and time in UTC.
  case moment
  case boolean
  /// Several short texts.
  case list

  /// Whether it is a number, which lines up on the right.
  public var isNumber: Bool {
    switch self {
    case .integer, .decimal: true
    case .text, .day, .time, .moment, .boolean, .list: false
    }
  }
}

/// One value of a table. A blank is "not known", which is never nought.
public enum Cell: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case decimal(Hundredths)
  case day(Day)
  case time(TimeOfDay)
  case moment(Stamp)
  case boolean(Bool)
  case list([String])
  case blank

  /// A text, or a blank where there is none or it is empty.
  public init(_ text: String?) {
    self = text.map { $0.isEmpty ? .blank : .text($0) } ?? .blank
  }
  /// A whole number, or a blank.
  public init(_ number: Int?) { self = number.map(Cell.integer) ?? .blank }
  /// A number, or a blank.
  public init(_ number: Hundredths?) { self = number.map(Cell.decimal) ?? .blank }
  /// A day, or a blank.
  public init(_ day: Day?) { self = day.map(Cell.day) ?? .blank }
  /// A time, or a blank.
  public init(_ time: TimeOfDay?) { self = time.map(Cell.time) ?? .blank }
  /// A distance.
  public init(_ miles: Miles) { self = .decimal(miles.hundredths) }
  /// The names of several things, or a blank where there are none.
  public init(listing items: [some CustomStringConvertible]) {
    self = items.isEmpty ? .blank : .list(items.map(\.description))
  }

  /// The value as plain text in the form files use: ISO 8601 days and times, `true` and `false`, list entries
  /// parted by semicolons; empty for a blank.
  public func text(as kind: ColumnKind) -> String {
    switch self {
    case .text(let text): return text
    case .integer(let number): return "\(number)"
    case .decimal(let number):
      if case .decimal(let places) = kind { return number.text(decimals: places) }
      return number.text(decimals: 2)
    case .day(let day): return day.description
    case .time(let time): return time.description
    case .moment(let stamp): return stamp.isoText
    case .boolean(let value): return value ? "true" : "false"
    case .list(let items): return items.map(Cell.listed).joined(separator: "; ")
    case .blank: return ""
    }
  }

  /// An entry of a list, which may not hold the mark that parts entries.
  private static func listed(_ item: String) -> String {
    item.utf8.contains(UInt8(ascii: ";")) ? String(item.map { $0 == ";" ? "," : $0 }) : item
  }
}

extension Miles {
  /// The distance as a number of miles, exactly.
  var hundredths: Hundredths { Hundredths(count: tenths * 10) }
}
