internal import VisitModel

/// Comma-separated values as RFC 4180 has them: a header row, CRLF line ends, UTF-8 without a byte order mark.
///
/// A blank cell is an unknown value. A text that a spreadsheet would take for a formula gets an apostrophe in front;
/// numbers and days never do. Control characters are left out, but for line ends, which stay inside quotes.
public enum CSV {
  /// The whole table, its header first.
  public static func bytes(_ table: Table) -> [UInt8] {
    var bytes: [UInt8] = []
    appendHeader(table.columns, to: &bytes)
    for row in table.rows { append(row, under: table.columns, to: &bytes) }
    return bytes
  }

  /// The whole table as text, for a terminal or a pipe.
  public static func text(_ table: Table) -> String { String(decoding: bytes(table), as: UTF8.self) }

  /// Adds the header row.
  public static func appendHeader(_ columns: [Column], to bytes: inout [UInt8]) {
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(comma) }
      append(field: column.key, to: &bytes)
    }
    bytes += lineEnd
  }

  /// Adds one row, so that an export of any length needs only one row at a time.
  public static func append(_ row: [Cell], under columns: [Column], to bytes: inout [UInt8]) {
    precondition(row.count == columns.count, "a row has one cell for each column")
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(comma) }
      switch cell {
      case .blank: break
      case .text, .list: append(text: cell.text(as: columns[index].kind), to: &bytes)
      default: bytes += cell.text(as: columns[index].kind).utf8
      }
    }
    bytes += lineEnd
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private static func append(text: String, to bytes: inout [UInt8]) {
    let plain = CleanText.forFiles(text)
    append(field: startsFormula(plain) ? "'" + plain : plain, to: &bytes)
  }

  private static func append(field: String, to bytes: inout [UInt8]) {
    let needsQuotes = field.utf8.contains { $0 == comma || $0 == quote || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes || field.utf8.first == 0x20 || field.utf8.last == 0x20 else {
      bytes += field.utf8
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  /// Whether a spreadsheet may compute the text (OWASP, "CSV Injection"): it begins, perhaps after spaces, with one
  /// of `= + - @` or with their full-width forms.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return false }
    return switch first.value {
    case 0x3D, 0x2B, 0x2D, 0x40, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: true
    default: false
    }
  }
}
