internal import VisitModel

/// A snapshot that was found to hold together: its head, its families' places, and the pages behind them.
struct SnapshotContents: Sendable {
  let head: SnapshotHead
  /// The families, by number.
  let places: FamilyPlaces
  /// Volunteers who went together, as the columns name them; nil where a page does not open.
  var companies: [[VolunteerNumber]]? { lateCompanies.value }
  private let pages: SnapshotPages
  /// The places of the families in the order of their identities.
  private let order: [UInt32]
  /// Where each section begins, and the end of the last.
  private let starts: [Int]
  private let lateCompanies: Late<[[VolunteerNumber]]?>
  /// The number of each volunteer and where what is kept of them ends, by turns; nil where a page does not open.
  private let lateVolunteerPlaces: Late<[UInt32]?>

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
      let places = pages.read(SnapshotContents.range(of: .families, starts)).flatMap(FamilyPlaces.init),
      let order = pages.read(SnapshotContents.range(of: .order, starts))?.littleEndian(UInt32.self),
      order.count == places.count, order.allSatisfy({ $0 < places.count })
    else { return nil }
    self.head = head
    self.starts = starts
    self.places = places
    self.order = order
    let companies = SnapshotContents.range(of: .companies, starts)
    lateCompanies = Late(making: { pages.read(companies)?.kept([Company].self)?.map(\.volunteers) })
    let volunteerPlaces = SnapshotContents.range(of: .volunteerPlaces, starts)
    lateVolunteerPlaces = Late(making: { pages.read(volunteerPlaces)?.littleEndian(UInt32.self) })
    let visits = places.last?.visits.upperBound ?? 0
    guard (places.last?.standing.upperBound ?? 0) == range(of: .standings).count,
      (places.last?.entries.upperBound ?? 0) == range(of: .entries).count,
      (places.last?.words.upperBound ?? 0) == range(of: .words).count,
      (places.last?.name.upperBound ?? 0) == range(of: .names).count,
      (places.last?.outline.upperBound ?? 0) == range(of: .outlines).count,
      VisitColumns.Column.allCases.allSatisfy({ range(of: $0.section).count == visits * $0.width }),
      range(of: .order).count == places.count * 4,
      range(of: .records).count == recordCount * 8, range(of: .recordFamilies).count == recordCount * 4
    else { return nil }
  }

  /// The place of a family among all, by halving.
  func ordinal(of family: FamilyID) -> Int? {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if places.id(Int(order[middle])) < family { low = middle + 1 } else { high = middle }
    }
    guard low < order.count, places.id(Int(order[low])) == family else { return nil }
    return Int(order[low])
  }

  /// Whether a page could not be opened says nil, here and below.
  func bytes(of section: SnapshotSection) -> [UInt8]? { pages.read(range(of: section)) }

  /// A part of a section.
  func bytes(of section: SnapshotSection, _ part: Range<Int>) -> [UInt8]? {
    let whole = range(of: section)
    guard part.upperBound <= whole.count else { return nil }
    return pages.read(whole.lowerBound + part.lowerBound..<whole.lowerBound + part.upperBound)
  }

  /// How many plain bytes there are.
  var byteCount: Int { pages.byteCount }

  /// A part of the plain bytes.
  func bytes(at range: Range<Int>) -> [UInt8]? { pages.read(range) }

  /// The plain bytes, all of them.
  var allBytes: [UInt8]? { pages.read(0..<pages.byteCount) }

  /// Every family that an entry is about, as far as the reader can know, in a fixed order.
  var familiesMet: [FamilyID] {
    let own = order.map { places.id(Int($0)) }
    return head.sealedFamilies.isEmpty ? own : (own + head.sealedFamilies).sorted()
  }

  /// How many records can be asked for by their identity.
  var recordCount: Int { range(of: .records).count / 8 }

  /// The volunteers as they are now, by number.
  func volunteers() -> [Volunteer]? {
    guard let ends = bytes(of: .volunteerPlaces), let bytes = bytes(of: .volunteers) else { return nil }
    var scribe = Scribe(reading: bytes)
    var volunteers: [Volunteer] = []
    volunteers.reserveCapacity(ends.count / 8)
    for _ in 0..<ends.count / 8 {
      var volunteer = Volunteer.blank
      scribe.pass(&volunteer)
      volunteers.append(volunteer)
    }
    return scribe.isLost || !scribe.isAtEnd ? nil : volunteers
  }

  /// The volunteer of a number, if there is one; nil, too, where a page does not open.
  func volunteer(_ number: VolunteerNumber) -> Volunteer?? {
    guard let places = lateVolunteerPlaces.value else { return nil }
    var (low, high) = (0, places.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle * 2]) < number.count { low = middle + 1 } else { high = middle }
    }
    guard low < places.count / 2, Int(places[low * 2]) == number.count else { return .some(nil) }
    let start = low == 0 ? 0 : Int(places[low * 2 - 1])
    let end = Int(places[low * 2 + 1])
    guard start <= end, let bytes = bytes(of: .volunteers, start..<end) else { return nil }
    var scribe = Scribe(reading: bytes)
    var volunteer = Volunteer.blank
    scribe.pass(&volunteer)
    return scribe.isLost ? nil : volunteer
  }

  /// The highest number of a volunteer.
  var lastVolunteer: VolunteerNumber? {
    guard let places = lateVolunteerPlaces.value, places.count > 1 else { return nil }
    return VolunteerNumber(Int(places[places.count - 2]))
  }

  /// A family's file, made from its entries.
  func file(_ ordinal: Int) -> FamilyFile? {
    guard let bytes = bytes(of: .entries, places[ordinal].entries),
      let entries = KeptEntries.read(bytes)
    else { return nil }
    return FamilyFile(folding: entries)
  }

  /// The entry that lies at a place among a family's entries; nil where there is none.
  func entry(at place: UInt32, of ordinal: Int) -> KeptEntry? {
    let entries = places[ordinal].entries
    guard Int(place) < entries.count else { return nil }
    // Most entries are far shorter; of a longer one the whole rest is read.
    for length in [1 << 10, entries.count] {
      let end = min(entries.count, Int(place) + length)
      guard let bytes = bytes(of: .entries, entries.lowerBound + Int(place)..<entries.lowerBound + end) else {
        return nil
      }
      if let entry = KeptEntries.first(of: bytes) { return entry }
    }
    return nil
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
      return (ids.span.bytes.number(at: row * 8, as: UInt64.self), places.id(ordinal))
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

  private func range(of section: SnapshotSection) -> Range<Int> {
    SnapshotContents.range(of: section, starts)
  }

  private static func range(of section: SnapshotSection, _ starts: [Int]) -> Range<Int> {
    starts[section.rawValue]..<starts[section.rawValue + 1]
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
