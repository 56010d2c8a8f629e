internal import VisitModel

/// A family in a snapshot: who it is, and where its own part of each section lies.
///
/// | bytes | what |
/// |---|---|
/// | 8 | identity |
/// | 4 | number |
/// | 4 | 1 where the family is active (``FamilyStanding/isActive``), else 0 |
/// | 4 each | where its part ends of the visits that stand, of the standings, the names and the outlines |
/// | 8 each | where its part ends of the words of visits and of the entries |
///
/// A part begins where the family's before it ends.
struct FamilyPlace: Hashable {
  static let byteCount = 48

  var id: FamilyID
  var number: FamilyNumber
  /// Whether the lists of open families show it.
  var isActive = false
  /// How many of its visits stand, and where they begin.
  var visits = 0..<0
  /// Where its parts lie within their sections.
  var standing = 0..<0
  var words = 0..<0
  var entries = 0..<0
  var name = 0..<0
  var outline = 0..<0

  /// Adds the row of a family to `bytes`.
  func append(to bytes: inout [UInt8]) {
    bytes.append(littleEndian: id.rawValue)
    for count in [
      number.count, isActive ? 1 : 0, visits.upperBound, standing.upperBound, name.upperBound,
      outline.upperBound,
    ] {
      bytes.append(littleEndian: UInt32(clamping: count))
    }
    for end in [words.upperBound, entries.upperBound] { bytes.append(littleEndian: UInt64(end)) }
  }
}

/// The families' places as they lie in their section: a row is read when it is asked for, since a book of ten thousands of
/// families is most of the time opened for one of them.
struct FamilyPlaces: RandomAccessCollection, Sendable {
  private let bytes: [UInt8]
  let count: Int

  /// The places whose rows these bytes are; nil where they are none, or where a part ends before it begins.
  init?(_ bytes: [UInt8]) {
    guard bytes.count % FamilyPlace.byteCount == 0 else { return nil }
    self.bytes = bytes
    count = bytes.count / FamilyPlace.byteCount
    let span = bytes.span.bytes
    for (column, width) in FamilyPlaces.ends {
      var last: UInt64 = 0
      for row in stride(from: column, to: bytes.count, by: FamilyPlace.byteCount) {
        let end =
          width == 4
          ? UInt64(span.number(at: row, as: UInt32.self)) : span.number(at: row, as: UInt64.self)
        guard end >= last, end <= UInt64(Int.max) else { return nil }
        last = end
      }
    }
  }

  /// Where in a row the ends stand, and how many bytes each is.
  private static let ends = [(16, 4), (20, 4), (24, 4), (28, 4), (32, 8), (40, 8)]

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  /// The place of the family that comes `position`th.
  subscript(position: Int) -> FamilyPlace {
    let span = bytes.span.bytes
    let row = position * FamilyPlace.byteCount
    func part(_ column: Int) -> Range<Int> {
      let end = Int(span.number(at: row + column, as: UInt32.self))
      let start =
        position == 0
        ? 0 : Int(span.number(at: row + column - FamilyPlace.byteCount, as: UInt32.self))
      return start..<end
    }
    func longPart(_ column: Int) -> Range<Int> {
      let end = Int(span.number(at: row + column, as: UInt64.self))
      let start =
        position == 0
        ? 0 : Int(span.number(at: row + column - FamilyPlace.byteCount, as: UInt64.self))
      return start..<end
    }
    return FamilyPlace(
      id: id(position), number: number(position), isActive: isActive(position), visits: part(16),
      standing: part(20), words: longPart(32), entries: longPart(40), name: part(24), outline: part(28))
  }

  /// The identity of the family that comes `position`th.
  func id(_ position: Int) -> FamilyID {
    FamilyID(
      rawValue: bytes.span.bytes.number(at: position * FamilyPlace.byteCount, as: UInt64.self))
  }

  /// The number of the family that comes `position`th.
  func number(_ position: Int) -> FamilyNumber {
    FamilyNumber(
      Int(bytes.span.bytes.number(at: position * FamilyPlace.byteCount + 8, as: UInt32.self)))
  }

  /// Whether the lists of open families show the family that comes `position`th.
  func isActive(_ position: Int) -> Bool {
    bytes.span.bytes.number(at: position * FamilyPlace.byteCount + 12, as: UInt32.self) != 0
  }
}
