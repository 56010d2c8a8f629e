/// A file of comma-separated values, read strictly by RFC 4180: a header row, then rows of as many fields; a field with
/// commas, quotes or line ends stands in quotes, a quote within it twice. Lines end in CRLF or LF; a byte order mark at
/// the beginning is passed over.
///
/// Nothing is guessed: a quote in the middle of a bare field, words after a closing quote, a row of another length are
/// named with line and column.
public struct CsvFile: Hashable, Sendable {
  /// The names of the columns, as the header has them.
  public let columns: [String]
  /// The rows below the header.
  public let rows: [Row]

  /// The most columns a header may have, and rows a file.
  public static let columnsMax = 500
  /// The most rows a file may have.
  public static let rowsMax = 200_000

  /// One row: its fields in the order of the columns, each with its place.
  public struct Row: Hashable, Sendable {
    /// Where the row begins.
    public let place: TextPlace
    /// The fields, each with where it begins.
    public let fields: [Field]
  }

  /// One field of a row.
  public struct Field: Hashable, Sendable {
    /// What it says.
    public let text: String
    /// Where it begins.
    public let place: TextPlace
  }

  /// Reads a file.
  ///
  /// - Throws: The first thing that is not as RFC 4180 has it, with its place.
  public init(parsing bytes: [UInt8]) throws(CsvFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CsvFault(place: CsvFile.placeOfBadText(bytes), problem: .notText)
    }
    var parser = CsvParser(text)
    let header = try parser.row()
    guard let header, header.fields.contains(where: { !$0.text.isEmpty }) else {
      throw CsvFault(place: TextPlace(), problem: .noHeader)
    }
    columns = header.fields.map(\.text)
    guard columns.count <= CsvFile.columnsMax else {
      throw CsvFault(place: header.place, problem: .tooMany)
    }
    for (index, field) in header.fields.enumerated() where columns[..<index].contains(field.text) {
      throw CsvFault(place: field.place, problem: .columnTwice)
    }
    var rows: [Row] = []
    while let row = try parser.row() {
      guard row.fields.count == columns.count else {
        throw CsvFault(place: row.place, problem: .otherLength)
      }
      guard rows.count < CsvFile.rowsMax else { throw CsvFault(place: row.place, problem: .tooMany) }
      rows.append(row)
    }
    self.rows = rows
  }

  /// The field of a row under a column; nil where the file has no such column.
  public func field(_ column: String, of row: Row) -> Field? {
    columns.firstIndex(of: column).map { row.fields[$0] }
  }

  /// The line on which the first byte stands that is no UTF-8.
  private static func placeOfBadText(_ bytes: [UInt8]) -> TextPlace {
    var place = TextPlace()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard String(validating: line, as: UTF8.self) != nil else { return place }
      place.line += 1
    }
    return place
  }
}

/// Why a file is no table of comma-separated values, and where.
public struct CsvFault: Error, Hashable, Sendable {
  /// Where it goes wrong.
  public let place: TextPlace
  /// What is wrong.
  public let problem: CsvProblem
}

/// What can be wrong with comma-separated values; the raw value names the words for it in the files of words.
public enum CsvProblem: String, CaseIterable, Hashable, Sendable {
  /// The bytes are not UTF-8.
  case notText
  /// There is no header row.
  case noHeader
  /// A column stands a second time in the header.
  case columnTwice
  /// A row has more or fewer fields than the header.
  case otherLength
  /// A quote stands in a field that does not begin with one.
  case quoteInField
  /// Something follows a closing quote.
  case afterQuote
  /// The file ends within quotes.
  case openQuote
  /// A carriage return stands alone.
  case loneReturn
  /// There are more rows or columns than any directory has.
  case tooMany
}

/// Goes through the text scalar by scalar.
private struct CsvParser {
  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarView.Index
  private var place = TextPlace()

  init(_ text: String) {
    scalars = text.unicodeScalars
    index = scalars.startIndex
    if scalars.first == "\u{FEFF}" { index = scalars.index(after: index) }
  }

  /// The next row; nil at the end of the file.
  mutating func row() throws(CsvFault) -> CsvFile.Row? {
    guard index < scalars.endIndex else { return nil }
    let begun = place
    var fields = [try field()]
    while next == "," {
      step()
      fields.append(try field())
    }
    if next == "\r" {
      let at = place
      step()
      guard next == "\n" else { throw CsvFault(place: at, problem: .loneReturn) }
    }
    if next != nil { step() }
    return CsvFile.Row(place: begun, fields: fields)
  }

  private var next: Unicode.Scalar? { index < scalars.endIndex ? scalars[index] : nil }

  private mutating func step() {
    if scalars[index] == "\n" {
      place.line += 1
      place.column = 1
    } else {
      place.column += 1
    }
    index = scalars.index(after: index)
  }

  private mutating func field() throws(CsvFault) -> CsvFile.Field {
    let begun = place
    var text = String.UnicodeScalarView()
    guard next == "\"" else {
      while let scalar = next, scalar != ",", scalar != "\n", scalar != "\r" {
        if scalar == "\"" { throw CsvFault(place: place, problem: .quoteInField) }
        text.append(scalar)
        step()
      }
      return CsvFile.Field(text: String(text), place: begun)
    }
    step()
    while true {
      guard let scalar = next else { throw CsvFault(place: begun, problem: .openQuote) }
      step()
      if scalar == "\"" {
        guard next == "\"" else { break }
        step()
      }
      text.append(scalar)
    }
    if let scalar = next, scalar != ",", scalar != "\n", scalar != "\r" {
      throw CsvFault(place: place, problem: .afterQuote)
    }
    return CsvFile.Field(text: String(text), place: begun)
  }
}
