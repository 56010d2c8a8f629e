/// Reads JSON (RFC 8259) strictly and remembers where everything stood: no comments, no repeated keys, nothing after
/// the value, and no deeper than any record is.
struct PlacedJSONReader {
  private let bytes: [UInt8]
  private var next = 0
  private var place = TextPlace()
  private static let depthMax = 16

  /// The value that the bytes are.
  static func read(_ bytes: [UInt8]) throws(JSONFault) -> PlacedJSON {
    var reader = PlacedJSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.next = 3 }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(place: PlacedJSONReader.firstBadPlace(bytes), key: "notText")
    }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.next < bytes.count { throw reader.fault("trailing") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where the bytes stop being UTF-8.
  private static func firstBadPlace(_ bytes: [UInt8]) -> TextPlace {
    var place = TextPlace()
    var decoder = UTF8()
    var source = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      place.column += 1
      if scalar == "\n" { place = TextPlace(line: place.line + 1, column: 1) }
    }
    return place
  }

  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private func fault(_ key: String) -> JSONFault { JSONFault(place: place, key: key) }

  private mutating func step() {
    guard let byte else { return }
    next += 1
    if byte == UInt8(ascii: "\n") {
      place = TextPlace(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { step() }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    step()
    return true
  }

  private mutating func value(depth: Int) throws(JSONFault) -> PlacedJSON {
    guard depth < PlacedJSONReader.depthMax else { throw fault("tooDeep") }
    skipSpace()
    let start = place
    let kind: PlacedJSON.Kind
    switch byte {
    case UInt8(ascii: "{"): kind = .record(try record(depth: depth))
    case UInt8(ascii: "["): kind = .list(try list(depth: depth))
    case UInt8(ascii: "\""): kind = .text(try text())
    case nil: throw fault("tooShort")
    default: kind = try bare()
    }
    return PlacedJSON(place: start, kind: kind)
  }

  private mutating func record(depth: Int) throws(JSONFault) -> [(key: String, value: PlacedJSON)] {
    step()
    var fields: [(key: String, value: PlacedJSON)] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return fields }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw fault("keyWanted") }
      let start = place
      let key = try text()
      guard keys.insert(key).inserted else { throw JSONFault(place: start, key: "keyTwice") }
      skipSpace()
      guard take(":") else { throw fault("colonWanted") }
      fields.append((key: key, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault(byte == nil ? "tooShort" : "recordEndWanted") }
    return fields
  }

  private mutating func list(depth: Int) throws(JSONFault) -> [PlacedJSON] {
    step()
    var values: [PlacedJSON] = []
    skipSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault(byte == nil ? "tooShort" : "listEndWanted") }
    return values
  }

  /// A number, or one of the three words.
  private mutating func bare() throws(JSONFault) -> PlacedJSON.Kind {
    let start = place
    var letters: [UInt8] = []
    while let byte, !" \t\r\n,]}:".utf8.contains(byte) {
      letters.append(byte)
      step()
    }
    let word = String(decoding: letters, as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default:
      guard !letters.isEmpty, word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
      else { throw JSONFault(place: start, key: "valueWanted") }
      return .number(word)
    }
  }

  private mutating func text() throws(JSONFault) -> String {
    step()
    var plain: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        step()
        return String(decoding: plain, as: UTF8.self)
      case UInt8(ascii: "\\"):
        step()
        plain += String(Character(try escaped())).utf8
      case 0x00..<0x20: throw fault("controlInText")
      default:
        plain.append(byte)
        step()
      }
    }
    throw fault("tooShort")
  }

  private mutating func escaped() throws(JSONFault) -> Unicode.Scalar {
    let letter = byte
    step()
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw fault("badEscape")
    }
    let first = try fourDigits()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault("badEscape") }
      return scalar
    }
    guard take("\\"), take("u") else { throw fault("badEscape") }
    let second = try fourDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("badEscape") }
    return scalar
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("badEscape")
      }
      number = number << 4 | UInt32(digit)
      step()
    }
    return number
  }
}
