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

  /// Where in a row each thing stands.
  private enum Column {
    static let (number, isActive) = (8, 12)
    static let (visits, standing, name, outline) = (16, 20, 24, 28)
    static let (words, entries) = (32, 40)
  }

  /// The places whose rows these bytes are; nil where they are none, or where a part ends before it begins.
  init?(_ bytes: [UInt8]) {
    guard bytes.count % FamilyPlace.byteCount == 0 else { return nil }
    self.bytes = bytes
    count = bytes.count / FamilyPlace.byteCount
    let short = [Column.visits, Column.standing, Column.name, Column.outline]
    guard short.allSatisfy({ isRising($0, UInt32.self) }),
      [Column.words, Column.entries].allSatisfy({ isRising($0, UInt64.self) })
    else { return nil }
  }

  /// Whether each family's part of a section begins where the one before it ends.
  private func isRising<End: FixedWidthInteger & BitwiseCopyable>(_ column: Int, _ type: End.Type) -> Bool {
    let span = bytes.span.bytes
    var last: End = 0
    for row in stride(from: column, to: bytes.count, by: FamilyPlace.byteCount) {
      let end = span.number(at: row, as: type)
      guard end >= last, end <= Int.max else { return false }
      last = end
    }
    return true
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  /// The place of the family that comes `position`th.
  subscript(position: Int) -> FamilyPlace {
    FamilyPlace(
      id: id(position), number: number(position), isActive: isActive(position),
      visits: part(Column.visits, of: position, UInt32.self),
      standing: part(Column.standing, of: position, UInt32.self),
      words: part(Column.words, of: position, UInt64.self),
      entries: part(Column.entries, of: position, UInt64.self),
      name: part(Column.name, of: position, UInt32.self),
      outline: part(Column.outline, of: position, UInt32.self))
  }

  /// A family's part of a section: from the end of the part before it to its own.
  private func part<End: FixedWidthInteger & BitwiseCopyable>(
    _ column: Int, of position: Int, _ type: End.Type
  ) -> Range<Int> {
    func end(_ position: Int) -> Int {
      Int(bytes.span.bytes.number(at: position * FamilyPlace.byteCount + column, as: type))
    }
    return (position == 0 ? 0 : end(position - 1))..<end(position)
  }

  /// The identity of the family that comes `position`th.
  func id(_ position: Int) -> FamilyID {
    FamilyID(
      rawValue: bytes.span.bytes.number(at: position * FamilyPlace.byteCount, as: UInt64.self))
  }

  /// The number of the family that comes `position`th.
  func number(_ position: Int) -> FamilyNumber {
    FamilyNumber(
      Int(bytes.span.bytes.number(at: position * FamilyPlace.byteCount + Column.number, as: UInt32.self)))
  }

  /// Whether the lists of open families show the family that comes `position`th.
  func isActive(_ position: Int) -> Bool {
    bytes.span.bytes.number(at: position * FamilyPlace.byteCount + Column.isActive, as: UInt32.self) != 0
  }
}
