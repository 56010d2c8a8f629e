internal import VisitModel

/// Writes JSON (RFC 8259) as UTF-8: either on one line, or with two spaces for each level.
///
/// Characters that a terminal, a browser or an editor might obey (control characters, line and paragraph separators,
/// direction marks) are written as escapes, so that the file is the same text and harmless to look at.
public struct JSONWriter {
  private let isPretty: Bool
  private var bytes: [UInt8] = []

  private init(isPretty: Bool) { self.isPretty = isPretty }

  /// The value as UTF-8, with a line end after it where it is written over several lines.
  public static func bytes(_ value: JSONValue, pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(isPretty: pretty)
    writer.write(value, depth: 0)
    if pretty { writer.bytes.append(0x0A) }
    return writer.bytes
  }

  /// The value as text.
  public static func text(_ value: JSONValue, pretty: Bool = true) -> String {
    String(decoding: bytes(value, pretty: pretty), as: UTF8.self)
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .object(let fields):
      writeSeries(fields, between: ("{", "}"), depth: depth) { writer, field in
        writer.write(field.0)
        writer.bytes += writer.isPretty ? ": ".utf8 : ":".utf8
        writer.write(field.1, depth: depth + 1)
      }
    case .array(let items):
      writeSeries(items, between: ("[", "]"), depth: depth) { writer, item in
        writer.write(item, depth: depth + 1)
      }
    case .string(let text): write(text)
    case .integer(let number): bytes += "\(number)".utf8
    case .decimal(let number, let places): bytes += number.text(decimals: places).utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .null: bytes += "null".utf8
    }
  }

  private mutating func writeSeries<Item>(
    _ items: [Item], between ends: (Unicode.Scalar, Unicode.Scalar), depth: Int,
    each write: (inout JSONWriter, Item) -> Void
  ) {
    bytes.append(UInt8(ascii: ends.0))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      startLine(depth: depth + 1)
      write(&self, item)
    }
    if !items.isEmpty { startLine(depth: depth) }
    bytes.append(UInt8(ascii: ends.1))
  }

  private mutating func startLine(depth: Int) {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func write(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += #"\""#.utf8
      case 0x5C: bytes += #"\\"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x2029: writeEscape(scalar)
      case _ where CleanText.isDirectionMark(scalar): writeEscape(scalar)
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16)
    bytes += #"\u"#.utf8
    bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes += digits.utf8
  }
}
