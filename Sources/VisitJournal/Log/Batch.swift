/// The body of an entries frame: the Protocol Buffers message `Batch { repeated bytes entries = 1; }`.
///
/// The log does not look into an entry; it only keeps them apart. An unknown field in a batch is refused: this program
/// wrote every batch of a version it accepts.
enum Batch {
  /// The tag of field 1, length-delimited.
  private static let entryTag: UInt8 = 0x0A

  /// How many bytes `entry` takes in a batch.
  static func length(of entry: [UInt8]) -> Int {
    var length = entry.count + 2
    var rest = entry.count >> 7
    while rest > 0 {
      length += 1
      rest = rest >> 7
    }
    return length
  }

  /// Adds `entry` to the batch in `body`.
  static func add(_ entry: [UInt8], to body: inout [UInt8]) {
    body.append(entryTag)
    var rest = UInt(entry.count)
    while rest >= 0x80 {
      body.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest = rest >> 7
    }
    body.append(UInt8(rest))
    body += entry
  }

  /// Where the entries lie in `body`; `nil` unless it is a batch of exactly `count` entries.
  static func entries(of body: [UInt8], count: Int) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(count)
    var place = 0
    while place < body.count {
      guard body[place] == entryTag, ranges.count < count else { return nil }
      place += 1
      var length = 0
      var shift = 0
      while true {
        guard place < body.count, shift <= 21 else { return nil }
        let byte = body[place]
        place += 1
        length |= Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      guard length <= body.count - place else { return nil }
      ranges.append(place..<place + length)
      place += length
    }
    return ranges.count == count ? ranges : nil
  }
}
