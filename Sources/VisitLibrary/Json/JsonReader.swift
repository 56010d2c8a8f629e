/// Reads JSON from bytes and remembers where everything stood; what ``Json/init(parsing:)`` promises is kept here.
struct JsonReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int
  private var place = TextPlace()
  private static let depthMax = 32

  static func read(_ bytes: [UInt8]) throws(JsonFault) -> Json {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JsonFault(place: firstBadPlace(bytes), problem: .notText)
    }
    var reader = JsonReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.byte != nil { throw reader.fault(.trailing) }
    return value
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  /// Where the bytes stop being UTF-8.
  private static func firstBadPlace(_ bytes: ArraySlice<UInt8>) -> TextPlace {
    var place = TextPlace()
    var decoder = UTF8()
    var source = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      place.column += 1
      if scalar == "\n" { place = TextPlace(line: place.line + 1) }
    }
    return place
  }

  private var byte: UInt8? { next < bytes.endIndex ? bytes[next] : nil }

  private func fault(_ problem: JsonProblem) -> JsonFault { JsonFault(place: place, problem: problem) }

  private mutating func step() {
    guard let byte else { return }
    next += 1
    if byte == UInt8(ascii: "\n") {
      place = TextPlace(line: place.line + 1)
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

  private mutating func value(depth: Int) throws(JsonFault) -> Json {
    guard depth < JsonReader.depthMax else { throw fault(.tooDeep) }
    skipSpace()
    let start = place
    let kind: Json.Kind
    switch byte {
    case UInt8(ascii: "{"): kind = .record(try record(depth: depth))
    case UInt8(ascii: "["): kind = .list(try list(depth: depth))
    case UInt8(ascii: "\""): kind = .text(try text())
    case nil: throw fault(.tooShort)
    default: kind = try bare()
    }
    return Json(place: start, kind: kind)
  }

  private mutating func record(depth: Int) throws(JsonFault) -> [(key: String, value: Json)] {
    step()
    var fields: [(key: String, value: Json)] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return fields }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw fault(.keyWanted) }
      let start = place
      let key = try text()
      guard keys.insert(key).inserted else { throw JsonFault(place: start, problem: .keyTwice) }
      skipSpace()
      guard take(":") else { throw fault(.colonWanted) }
      fields.append((key: key, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault(byte == nil ? .tooShort : .recordEndWanted) }
    return fields
  }

  private mutating func list(depth: Int) throws(JsonFault) -> [Json] {
    step()
    var values: [Json] = []
    skipSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault(byte == nil ? .tooShort : .listEndWanted) }
    return values
  }

  /// A number, or one of the three words.
  private mutating func bare() throws(JsonFault) -> Json.Kind {
    let start = (place, next)
    while let byte, !" \t\r\n,]}:".utf8.contains(byte) { step() }
    let letters = bytes[start.1..<next]
    let word = String(decoding: letters, as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      guard isNumber(letters) else { throw JsonFault(place: start.0, problem: .valueWanted) }
      return .number(word)
    }
  }

  private mutating func text() throws(JsonFault) -> String {
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
      case 0x00..<0x20: throw fault(.controlInText)
      default:
        plain.append(byte)
        step()
      }
    }
    throw fault(.tooShort)
  }

  private mutating func escaped() throws(JsonFault) -> Unicode.Scalar {
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
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw fault(.badEscape)
    }
  }

  private mutating func escapedScalar() throws(JsonFault) -> Unicode.Scalar {
    let first = try fourHexDigits()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault(.badEscape) }
      return scalar
    }
    guard take("\\"), take("u") else { throw fault(.badEscape) }
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(.badEscape) }
    return scalar
  }

  private mutating func fourHexDigits() throws(JsonFault) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault(.badEscape)
      }
      number = number << 4 | UInt32(digit)
      step()
    }
    return number
  }
}

/// Whether letters are a number as JSON writes it: a whole part without leading zeros, perhaps a fraction, perhaps
/// an exponent (RFC 8259, section 6).
private func isNumber(_ letters: ArraySlice<UInt8>) -> Bool {
  var rest = letters
  if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
  if rest.first == UInt8(ascii: "0") {
    rest.removeFirst()
  } else if !takeDigits(&rest) {
    return false
  }
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    if !takeDigits(&rest) { return false }
  }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    if !takeDigits(&rest) { return false }
  }
  return rest.isEmpty
}

/// Takes the digits at the front; says whether there were any.
private func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
  let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  rest = rest.dropFirst(digits.count)
  return !digits.isEmpty
}
