/// Writes values down or reads them back, by one description of their parts for both ways.
///
/// A snapshot is read by the very program that wrote it, so there are no field numbers: adding a part is adding one line.
/// Bytes that are not what was written make the scribe say so in ``isLost`` and give blanks from there on.
struct Scribe {
  private(set) var bytes: [UInt8]
  /// Whether it reads.
  let isReading: Bool
  /// Where it reads next.
  private(set) var place: Int
  private let end: Int
  /// Whether there was less, or something else, than was asked for.
  private(set) var isLost = false

  /// A scribe that writes, about so many bytes.
  init(reserving count: Int = 0) {
    bytes = []
    if count > 0 { bytes.reserveCapacity(count) }
    isReading = false
    place = 0
    end = 0
  }

  /// A scribe that reads `bytes`, or a part of them.
  init(reading bytes: [UInt8], _ range: Range<Int>? = nil) {
    self.bytes = bytes
    isReading = true
    place = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// Whether everything was read.
  var isAtEnd: Bool { place >= end }

  /// Passes a number of any size.
  mutating func pass(_ number: inout UInt64) {
    if isReading {
      number = readNumber()
    } else {
      var rest = number
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest = rest >> 7
      }
      bytes.append(UInt8(rest))
    }
  }

  /// Passes a number that may be below nought.
  mutating func pass(_ number: inout Int) {
    var folded = UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1)))
    pass(&folded)
    if isReading { number = Int(truncatingIfNeeded: folded >> 1) ^ -Int(truncatingIfNeeded: folded & 1) }
  }

  /// Passes a yes or no.
  mutating func pass(_ flag: inout Bool) {
    var number: UInt64 = flag ? 1 : 0
    pass(&number)
    flag = number != 0
  }

  /// Passes a text.
  mutating func pass(_ text: inout String) {
    if isReading {
      let range = readRange()
      text = bytes.withUnsafeBufferPointer {
        String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
      }
    } else {
      var count = UInt64(text.utf8.count)
      pass(&count)
      bytes += text.utf8
    }
  }

  /// Passes bytes.
  mutating func pass(_ blob: inout [UInt8]) {
    if isReading {
      let range = readRange()
      blob = Array(bytes[range])
    } else {
      var count = UInt64(blob.count)
      pass(&count)
      bytes += blob
    }
  }

  /// Passes a value of several parts.
  mutating func pass(_ value: inout some Kept) { value.pass(through: &self) }

  /// Passes a value that may not be there.
  mutating func pass<Value: Kept>(_ value: inout Value?) {
    var isThere = value != nil
    pass(&isThere)
    guard isThere else {
      value = nil
      return
    }
    var inner = value ?? Value.blank
    inner.pass(through: &self)
    value = inner
  }

  /// Passes several values in their order.
  mutating func pass<Value: Kept>(_ values: inout [Value]) {
    var count = UInt64(values.count)
    pass(&count)
    guard isReading else {
      for index in values.indices { values[index].pass(through: &self) }
      return
    }
    values = []
    // Every value takes a byte at least: a count beyond that is none that was written.
    guard count <= UInt64(end - place) else { return isLost = true }
    values.reserveCapacity(Int(count))
    for _ in 0..<count {
      var value = Value.blank
      value.pass(through: &self)
      values.append(value)
    }
  }

  /// Passes one of a type's cases, by its place among them.
  mutating func pass<Choice: CaseIterable & Equatable>(choice: inout Choice) {
    let all = Array(Choice.allCases)
    var index = UInt64(isReading ? 0 : all.firstIndex(of: choice) ?? 0)
    pass(&index)
    guard isReading else { return }
    guard index < UInt64(all.count) else { return isLost = true }
    choice = all[Int(index)]
  }

  /// Writes bytes of any collection, to be read as an array of them.
  mutating func write(_ blob: some Collection<UInt8>) {
    var count = UInt64(blob.count)
    pass(&count)
    bytes += blob
  }

  /// Goes over bytes, or a text, that are not wanted.
  mutating func skipBytes() { _ = readRange() }

  /// Says that what was read is not what was written.
  mutating func lose() { isLost = true }

  private mutating func readNumber() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < end, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    isLost = true
    return 0
  }

  private mutating func readRange() -> Range<Int> {
    let count = readNumber()
    guard !isLost, count <= UInt64(end - place) else {
      isLost = true
      return place..<place
    }
    let start = place
    place += Int(count)
    return start..<place
  }
}

/// A value that a snapshot keeps: all its parts, each passed once, in a fixed order.
protocol Kept {
  /// What reading begins from; every part of it is overwritten.
  static var blank: Self { get }
  /// Passes every part through the scribe.
  mutating func pass(through scribe: inout Scribe)
}
