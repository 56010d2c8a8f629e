/// Reads JSON (RFC 8259) from bytes, strictly: no comments, no repeated keys, nothing after the value, and at most
/// ``depthMax`` levels, since files may come from anywhere.
struct JsonReader {
  private let bytes: [UInt8]
  private let file: String
  private var place = 0
  private var line = 1
  private static let depthMax = 32
  private static let sizeMax = 1_000_000

  static func read(_ bytes: [UInt8], file: String) throws(LibraryError) -> Json {
    guard bytes.count <= sizeMax else {
      throw LibraryError(file: file, problem: "larger than a million bytes")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LibraryError(file: file, problem: "not UTF-8 text")
    }
    var reader = JsonReader(bytes: bytes, file: file)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.place < bytes.count { throw reader.fault("something follows the end of the value") }
    return value
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func fault(_ problem: String) -> LibraryError {
    LibraryError(file: file, line: line, problem: problem)
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      place += 1
    }
  }

  private mutating func value(depth: Int) throws(LibraryError) -> Json {
    guard depth < JsonReader.depthMax else { throw fault("nested too deeply") }
    skipSpace()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return Json(line: start, kind: .record(try record(depth: depth)))
    case UInt8(ascii: "["): return Json(line: start, kind: .list(try list(depth: depth)))
    case UInt8(ascii: "\""): return Json(line: start, kind: .text(try text()))
    case UInt8(ascii: "t"): return Json(line: start, kind: try word("true", .bool(true)))
    case UInt8(ascii: "f"): return Json(line: start, kind: try word("false", .bool(false)))
    case UInt8(ascii: "n"): return Json(line: start, kind: try word("null", .null))
    case nil: throw fault("the file ends too early")
    default: return Json(line: start, kind: .number(try number()))
    }
  }

  private mutating func record(depth: Int) throws(LibraryError) -> [(key: String, value: Json)] {
    place += 1
    var fields: [(key: String, value: Json)] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return fields }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes is wanted here") }
      let key = try text()
      guard keys.insert(key).inserted else { throw fault("the key \"\(key)\" stands twice") }
      skipSpace()
      guard take(":") else { throw fault("a colon is wanted after the key \"\(key)\"") }
      fields.append((key: key, value: try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    guard take("}") else { throw fault("a comma or } is wanted here") }
    return fields
  }

  private mutating func list(depth: Int) throws(LibraryError) -> [Json] {
    place += 1
    var values: [Json] = []
    skipSpace()
    if take("]") { return values }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    guard take("]") else { throw fault("a comma or ] is wanted here") }
    return values
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func word(_ word: StaticString, _ kind: Json.Kind) throws(LibraryError) -> Json.Kind {
    guard bytes[place...].starts(with: word.description.utf8) else { throw fault("an unknown word") }
    place += word.utf8CodeUnitCount
    return kind
  }

  private mutating func number() throws(LibraryError) -> String {
    let start = place
    while let byte = next, isNumberByte(byte) { place += 1 }
    guard start < place else { throw fault("a value is wanted here") }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func text() throws(LibraryError) -> String {
    place += 1
    var plain: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: plain, as: UTF8.self)
      case UInt8(ascii: "\\"): plain.append(contentsOf: String(try escaped()).utf8)
      case 0x00..<0x20: throw fault("a control character in a text")
      default: plain.append(byte)
      }
    }
    throw fault("a text without an end")
  }

  private mutating func escaped() throws(LibraryError) -> Character {
    guard let byte = next else { throw fault("a text without an end") }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try escapedScalar())
    default: throw fault("an unknown escape in a text")
    }
  }

  private mutating func escapedScalar() throws(LibraryError) -> Unicode.Scalar {
    let first = try fourHexDigits()
    guard (0xD800..<0xDC00).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault("half a character in a text") }
      return scalar
    }
    guard take("\\"), take("u") else { throw fault("half a character in a text") }
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half a character in a text") }
    return scalar
  }

  private mutating func fourHexDigits() throws(LibraryError) -> UInt32 {
    var number: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fault("four hexadecimal digits are wanted after \\u")
      }
      number = number << 4 | UInt32(digit)
      place += 1
    }
    return number
  }
}
