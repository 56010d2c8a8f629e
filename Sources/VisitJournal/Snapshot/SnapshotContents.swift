internal import Dispatch
internal import Glibc
internal import Synchronization
internal import VisitModel

/// A snapshot that was found to hold together: its head, its families' places, and the pages behind them.
struct SnapshotContents: Sendable {
  let head: SnapshotHead
  /// The families, by number.
  let places: [FamilyPlace]
  /// Each family's place among them.
  let ordinals: [FamilyID: Int]
  let companies: [[VolunteerNumber]]
  private let pages: SnapshotPages
  /// Where each section begins, and the end of the last.
  private let starts: [Int]
  /// Where each family's standing, entries and visits begin within their sections.
  private let standingStarts: [Int]
  private let entryStarts: [Int]
  private let visitStarts: [Int]

  /// Reads the head; nil where it, or the length of what follows, is not as it was written.
  init?(_ pages: SnapshotPages) {
    self.pages = pages
    let first = SnapshotHead.lengthByteCount
    guard let length = pages.read(0..<min(first, pages.byteCount)), length.count == first,
      let bytes = pages.read(first..<first + Int(length.span.bytes.number(at: 0, as: UInt32.self))),
      let head = bytes.kept(SnapshotHead.self), head.lengths.count == SnapshotSection.allCases.count
    else { return nil }
    var starts = [first + bytes.count]
    for length in head.lengths {
      guard length <= UInt64(pages.byteCount) else { return nil }
      starts.append((starts.last ?? 0) + Int(length))
    }
    guard starts.last == pages.byteCount,
      let families = pages.read(SnapshotContents.range(of: .families, starts)),
      let places = families.kept([FamilyPlace].self),
      let companies = pages.read(SnapshotContents.range(of: .companies, starts))?.kept([Company].self),
      places.allSatisfy({ $0.isWithin(0...pages.byteCount) })
    else { return nil }
    self.head = head
    self.starts = starts
    self.places = places
    self.companies = companies.map(\.volunteers)
    ordinals = Dictionary(places.enumerated().map { ($1.id, $0) }) { first, _ in first }
    standingStarts = SnapshotContents.sums(places.map(\.standingBytes))
    entryStarts = SnapshotContents.sums(places.map(\.entryBytes))
    visitStarts = SnapshotContents.sums(places.map(\.visits))
    guard standingStarts.last == range(of: .standings).count, entryStarts.last == range(of: .entries).count,
      VisitColumns.widths.allSatisfy({ range(of: $0.section).count == visitCount * $0.bytes }),
      range(of: .records).count == recordCount * 8, range(of: .recordFamilies).count == recordCount * 4
    else { return nil }
  }

  /// Whether a page could not be opened says nil, here and below.
  func bytes(of section: SnapshotSection) -> [UInt8]? { pages.read(range(of: section)) }

  /// The plain bytes, all of them.
  var allBytes: [UInt8]? { pages.read(0..<pages.byteCount) }

  /// Every family that an entry is about, as far as the reader can know, in a fixed order.
  var familiesMet: [FamilyID] { (places.map(\.id) + head.sealedFamilies).sorted() }

  /// How many visits stand.
  var visitCount: Int { visitStarts.last ?? 0 }
  /// How many records can be asked for by their identity.
  var recordCount: Int { range(of: .records).count / 8 }

  /// How the family of that place stands.
  func standing(_ ordinal: Int) -> FamilyStanding? {
    guard let bytes = pages.read(part(ordinal, of: .standings, standingStarts)) else { return nil }
    return SnapshotContents.standing(bytes, of: places[ordinal].id)
  }

  /// How every family stands, in the order of their numbers.
  func standings() -> [FamilyStanding]? {
    guard let bytes = bytes(of: .standings) else { return nil }
    let shares = max(1, min(SnapshotContents.cores, places.count / SnapshotContents.shareMin))
    let read = Mutex<[[FamilyStanding]?]>(Array(repeating: nil, count: shares))
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      let range = places.count * share / shares..<places.count * (share + 1) / shares
      let standings = self.standings(range, in: bytes)
      read.withLock { $0[share] = standings }
    }
    let parts = read.withLock { $0.compactMap(\.self) }
    return parts.count == shares ? Array(parts.joined()) : nil
  }

  /// How families that follow each other stand, from the whole section's bytes.
  private func standings(_ range: Range<Int>, in bytes: [UInt8]) -> [FamilyStanding]? {
    var scribe = Scribe(
      reading: bytes, standingStarts[range.lowerBound]..<standingStarts[range.upperBound])
    var standings: [FamilyStanding] = []
    standings.reserveCapacity(range.count)
    for place in places[range] {
      var standing = FamilyStanding(blank: place.id)
      standing.pass(through: &scribe)
      standings.append(standing)
    }
    return scribe.isLost ? nil : standings
  }

  private static let cores = max(1, min(16, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  /// Sharing out costs more than it saves below this many families for each core.
  private static let shareMin = 64

  private static func standing(_ bytes: [UInt8], of family: FamilyID) -> FamilyStanding? {
    var scribe = Scribe(reading: bytes)
    var standing = FamilyStanding(blank: family)
    standing.pass(through: &scribe)
    return scribe.isLost ? nil : standing
  }

  /// A family's standing and entries as they are kept, to be copied into the next snapshot.
  func kept(_ ordinal: Int) -> (standing: [UInt8], entries: [UInt8])? {
    guard let standing = pages.read(part(ordinal, of: .standings, standingStarts)),
      let entries = pages.read(part(ordinal, of: .entries, entryStarts))
    else { return nil }
    return (standing, entries)
  }

  /// A family's file, made from its entries.
  func file(_ ordinal: Int) -> FamilyFile? {
    guard let bytes = pages.read(part(ordinal, of: .entries, entryStarts)),
      let entries = KeptEntries.read(bytes)
    else { return nil }
    return FamilyFile(folding: entries)
  }

  /// The visits of families that follow each other.
  func visits(of ordinals: Range<Int>) -> VisitRows? {
    let rows = visitStarts[ordinals.lowerBound]..<visitStarts[ordinals.upperBound]
    var columns: [[UInt8]] = []
    for (section, bytes) in VisitColumns.widths {
      let start = range(of: section).lowerBound
      guard let column = pages.read(start + rows.lowerBound * bytes..<start + rows.upperBound * bytes) else {
        return nil
      }
      columns.append(column)
    }
    return VisitRows(columns, companies: companies, count: rows.count)
  }

  /// The place of the family that a record belongs to; -1 where the record is not here.
  func ordinal(holding record: RecordID) -> Int? {
    guard let row = firstRow(notBefore: record.rawValue) else { return nil }
    guard row < recordCount else { return -1 }
    guard let found = identity(row) else { return nil }
    guard found == record.rawValue else { return -1 }
    let start = range(of: .recordFamilies).lowerBound + row * 4
    guard let bytes = pages.read(start..<start + 4) else { return nil }
    let ordinal = Int(bytes.span.bytes.number(at: 0, as: UInt32.self))
    return ordinal < places.count ? ordinal : nil
  }

  /// The records within a range, in their order.
  func records(in wanted: ClosedRange<RecordID>) -> [RecordID]? {
    guard let first = firstRow(notBefore: wanted.lowerBound.rawValue),
      let end = firstRow(notBefore: wanted.upperBound.rawValue + 1)
    else { return nil }
    let start = range(of: .records).lowerBound
    guard let bytes = pages.read(start + first * 8..<start + end * 8) else { return nil }
    return (0..<end - first).map { RecordID(bits: bytes.span.bytes.number(at: $0 * 8, as: UInt64.self)) }
  }

  /// Every record with its family, in the order of their identities.
  func records() -> [(record: UInt64, family: FamilyID)]? {
    guard let ids = bytes(of: .records), let families = bytes(of: .recordFamilies) else { return nil }
    return (0..<recordCount).compactMap { row in
      let ordinal = Int(families.span.bytes.number(at: row * 4, as: UInt32.self))
      guard ordinal < places.count else { return nil }
      return (ids.span.bytes.number(at: row * 8, as: UInt64.self), places[ordinal].id)
    }
  }

  /// The first row whose record is not below an identity, by halving.
  private func firstRow(notBefore identity: UInt64) -> Int? {
    var (low, high) = (0, recordCount)
    while low < high {
      let middle = (low + high) / 2
      guard let found = self.identity(middle) else { return nil }
      if found < identity { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func identity(_ row: Int) -> UInt64? {
    let start = range(of: .records).lowerBound + row * 8
    return pages.read(start..<start + 8).map { $0.span.bytes.number(at: 0, as: UInt64.self) }
  }

  private func part(_ ordinal: Int, of section: SnapshotSection, _ starts: [Int]) -> Range<Int> {
    let base = range(of: section).lowerBound
    return base + starts[ordinal]..<base + starts[ordinal + 1]
  }

  private func range(of section: SnapshotSection) -> Range<Int> {
    SnapshotContents.range(of: section, starts)
  }

  private static func range(of section: SnapshotSection, _ starts: [Int]) -> Range<Int> {
    starts[section.rawValue]..<starts[section.rawValue + 1]
  }

  /// The sum before each number, and of all of them.
  private static func sums(_ numbers: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(numbers.count + 1)
    for number in numbers { sums.append((sums.last ?? 0) &+ number) }
    return sums
  }
}

extension [UInt8] {
  /// The value that these bytes are; nil where they are not just that.
  func kept<Value: Kept>(_ type: Value.Type) -> Value? {
    var scribe = Scribe(reading: self)
    var value = Value.blank
    scribe.pass(&value)
    return scribe.isLost || !scribe.isAtEnd ? nil : value
  }

  /// The values that these bytes are; nil where they are not just those.
  func kept<Value: Kept>(_ type: [Value].Type) -> [Value]? {
    var scribe = Scribe(reading: self)
    var values: [Value] = []
    scribe.pass(&values)
    return scribe.isLost || !scribe.isAtEnd ? nil : values
  }
}
