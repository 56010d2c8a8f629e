/// Goes over the fields of a Protocol Buffers message one by one without making anything of them.
///
/// For messages of which there are thousands in a row while a field or two of each is wanted; everything else is read by
/// the generated code. Groups, which this project never writes, end the walk as broken.
struct FieldWalk {
  /// What a field holds: a number of any width, or the place of bytes.
  enum Value: Hashable {
    case number(UInt64)
    case bytes(Range<Int>)
  }

  /// A field: its number in the message, what it holds, and where it lies with its tag.
  struct Field: Hashable {
    let number: Int
    let value: Value
    let range: Range<Int>
  }

  private var place: Int
  private let end: Int
  /// Whether the bytes are no message after all.
  private(set) var isBroken = false

  /// A walk over a message that lies in this range of the bytes each step is given.
  init(_ range: Range<Int>) {
    place = range.lowerBound
    end = range.upperBound
  }

  /// The next field; nil at the end, and where the bytes are no message.
  mutating func next(in bytes: RawSpan) -> Field? {
    guard place < end else { return nil }
    let start = place
    guard let tag = number(in: bytes) else { return lost() }
    let field = Int(truncatingIfNeeded: tag >> 3)
    guard field > 0 else { return lost() }
    let value: Value
    switch tag & 7 {
    case 0:
      guard let number = number(in: bytes) else { return lost() }
      value = .number(number)
    case 1:
      guard end - place >= 8 else { return lost() }
      value = .number(bytes.number(at: place, as: UInt64.self))
      place += 8
    case 2:
      guard let length = number(in: bytes), length <= UInt64(end - place) else { return lost() }
      value = .bytes(place..<place + Int(length))
      place += Int(length)
    case 5:
      guard end - place >= 4 else { return lost() }
      value = .number(UInt64(bytes.number(at: place, as: UInt32.self)))
      place += 4
    default: return lost()
    }
    return Field(number: field, value: value, range: start..<place)
  }

  private mutating func lost() -> Field? {
    isBroken = true
    place = end
    return nil
  }

  private mutating func number(in bytes: RawSpan) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
