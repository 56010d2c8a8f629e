internal import VisitModel

/// The visits that stand, one column of fixed width for each of their plain numbers, and the words of each.
///
/// | column | bytes of a visit |
/// |---|---|
/// | record | 8 |
/// | day, day entered | 4 each, days since 1970-01-01 |
/// | minutes, travel minutes, tenths of miles, pence | 4 each |
/// | company (volunteers who went together) | 4 |
/// | outcome | 1 |
/// | place of its entry among the family's; all ones where it was corrected | 4 |
/// | bytes of its words | 4 |
struct VisitColumns: Sendable {
  private(set) var records: [UInt8] = []
  private(set) var days: [UInt8] = []
  private(set) var entered: [UInt8] = []
  private(set) var minutes: [UInt8] = []
  private(set) var travel: [UInt8] = []
  private(set) var miles: [UInt8] = []
  private(set) var expenses: [UInt8] = []
  private(set) var companyPlaces: [UInt32] = []
  private(set) var outcomes: [UInt8] = []
  private(set) var places: [UInt8] = []
  private(set) var wordCounts: [UInt8] = []
  private(set) var words: [UInt8] = []
  /// Volunteers who went together, in the order in which they were first met.
  private(set) var companies: [[VolunteerNumber]] = []
  private var known: [[VolunteerNumber]: UInt32] = [:]

  /// How many bytes a visit takes in each column.
  static let widths: [(section: SnapshotSection, bytes: Int)] = [
    (.visitRecords, 8), (.visitDays, 4), (.visitEntered, 4), (.visitMinutes, 4), (.visitTravel, 4),
    (.visitMiles, 4), (.visitExpenses, 4), (.visitCompanies, 4), (.visitOutcomes, 1), (.visitPlaces, 4),
    (.visitWordCounts, 4),
  ]

  /// How many visits there are.
  var count: Int { outcomes.count }

  /// Adds the visits of a family that stand, of which each entry lies at a place among the family's.
  mutating func add(_ visits: [Record<Visit>], places entryPlaces: [EntryNumber: Int]) {
    for record in visits {
      guard let figures = VisitFigures(record), let visit = record.current else { continue }
      records.append(littleEndian: figures.id.rawValue)
      days.append(littleEndian: figures.day.daysSinceEpoch)
      entered.append(littleEndian: figures.enteredOn.daysSinceEpoch)
      minutes.append(littleEndian: UInt32(clamping: figures.minutes.count))
      travel.append(littleEndian: UInt32(clamping: figures.travel.count))
      miles.append(littleEndian: UInt32(clamping: figures.miles.tenths))
      expenses.append(littleEndian: UInt32(clamping: figures.expenses.count))
      companyPlaces.append(place(of: figures.volunteers))
      outcomes.append(UInt8(VisitOutcomeKind.allCases.firstIndex(of: figures.outcome) ?? 0))
      let place =
        record.isCorrected ? nil : entryPlaces[record.original.number].flatMap { UInt32(exactly: $0) }
      places.append(littleEndian: place ?? VisitBatch.noPlace)
      let said = visit.searched.bytes
      wordCounts.append(littleEndian: UInt32(clamping: said.count))
      words += said
    }
  }

  /// Adds the visits of other columns.
  mutating func add(_ other: VisitColumns) {
    records += other.records
    days += other.days
    entered += other.entered
    minutes += other.minutes
    travel += other.travel
    miles += other.miles
    expenses += other.expenses
    let companies = other.companies.map { place(of: $0) }
    companyPlaces += other.companyPlaces.map { companies[Int($0)] }
    outcomes += other.outcomes
    places += other.places
    wordCounts += other.wordCounts
    words += other.words
  }

  /// Adds the visits of a family as an earlier snapshot has them; false where a part of them is not to be had.
  mutating func add(_ place: FamilyPlace, of earlier: SnapshotContents) -> Bool {
    func column(_ section: SnapshotSection, _ width: Int) -> [UInt8]? {
      earlier.bytes(of: section, place.visits.lowerBound * width..<place.visits.upperBound * width)
    }
    guard let records = column(.visitRecords, 8), let days = column(.visitDays, 4),
      let entered = column(.visitEntered, 4), let minutes = column(.visitMinutes, 4),
      let travel = column(.visitTravel, 4), let miles = column(.visitMiles, 4),
      let expenses = column(.visitExpenses, 4), let companies = column(.visitCompanies, 4),
      let outcomes = column(.visitOutcomes, 1), let places = column(.visitPlaces, 4),
      let wordCounts = column(.visitWordCounts, 4), let words = earlier.bytes(of: .words, place.words)
    else { return false }
    self.records += records
    self.days += days
    self.entered += entered
    self.minutes += minutes
    self.travel += travel
    self.miles += miles
    self.expenses += expenses
    for row in 0..<place.visits.count {
      let company = Int(companies.littleEndian(row, UInt32.self))
      guard company < earlier.companies.count else { return false }
      companyPlaces.append(self.place(of: earlier.companies[company]))
    }
    self.outcomes += outcomes
    self.places += places
    self.wordCounts += wordCounts
    self.words += words
    return true
  }

  /// The bytes of every column, by section.
  var sections: [(section: SnapshotSection, bytes: [UInt8])] {
    var companies: [UInt8] = []
    companies.reserveCapacity(companyPlaces.count * 4)
    for place in companyPlaces { companies.append(littleEndian: place) }
    return [
      (.visitRecords, records), (.visitDays, days), (.visitEntered, entered), (.visitMinutes, minutes),
      (.visitTravel, travel), (.visitMiles, miles), (.visitExpenses, expenses), (.visitCompanies, companies),
      (.visitOutcomes, outcomes), (.visitPlaces, places), (.visitWordCounts, wordCounts), (.words, words),
    ]
  }

  private mutating func place(of volunteers: [VolunteerNumber]) -> UInt32 {
    if let place = known[volunteers] { return place }
    let place = UInt32(companies.count)
    companies.append(volunteers)
    known[volunteers] = place
    return place
  }
}

/// Volunteers who went together.
struct Company: Kept {
  var volunteers: [VolunteerNumber]
  static var blank: Company { Company(volunteers: []) }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&volunteers) }
}

extension SnapshotContents {
  /// The visits of families that follow each other, without those of some of them; nil where a page does not open.
  func batch(
    _ ordinals: Range<Int>, _ columns: VisitBatch.Columns, without excluded: Set<FamilyID>
  ) -> VisitBatch? {
    guard !ordinals.isEmpty else { return VisitBatch() }
    let first = places[ordinals.lowerBound].visits.lowerBound
    let rows = first..<places[ordinals.upperBound - 1].visits.upperBound
    func column<Number: FixedWidthInteger & BitwiseCopyable>(
      _ section: SnapshotSection, if isWanted: Bool = true, _ type: Number.Type
    ) -> [Number]? {
      guard isWanted else { return [] }
      let width = MemoryLayout<Number>.size
      return bytes(of: section, rows.lowerBound * width..<rows.upperBound * width)?.littleEndian(type)
    }
    let wantsAmounts = columns.contains(.amounts)
    guard let days = column(.visitDays, Int32.self), let outcomes = column(.visitOutcomes, UInt8.self),
      let companies = column(.visitCompanies, UInt32.self),
      let ids = column(.visitRecords, if: columns.contains(.ids), UInt64.self),
      let entered = column(.visitEntered, if: columns.contains(.entered), Int32.self),
      let minutes = column(.visitMinutes, if: wantsAmounts, UInt32.self),
      let travel = column(.visitTravel, if: wantsAmounts, UInt32.self),
      let miles = column(.visitMiles, if: wantsAmounts, UInt32.self),
      let expenses = column(.visitExpenses, if: wantsAmounts, UInt32.self),
      let entryPlaces = column(.visitPlaces, if: columns.contains(.places), UInt32.self),
      let wordCounts = column(.visitWordCounts, if: columns.contains(.words), UInt32.self)
    else { return nil }
    guard companies.allSatisfy({ $0 < self.companies.count }) else { return nil }
    var batch = VisitBatch()
    (batch.days, batch.outcomes, batch.companies, batch.companyTable) = (
      days, outcomes, companies, self.companies
    )
    (batch.ids, batch.entered, batch.places) = (ids, entered, entryPlaces)
    (batch.minutes, batch.travel, batch.miles, batch.expenses) = (minutes, travel, miles, expenses)
    if columns.contains(.words) {
      let all =
        places[ordinals.lowerBound].words.lowerBound..<places[ordinals.upperBound - 1].words.upperBound
      guard let words = bytes(of: .words, all) else { return nil }
      batch.words = words
      var end = 0
      batch.wordEnds = wordCounts.map { count in
        end += Int(count)
        return end
      }
      guard end == words.count else { return nil }
    }
    batch.shares.reserveCapacity(ordinals.count)
    let firstName = places[ordinals.lowerBound].name.lowerBound
    for place in places[ordinals] {
      let isWanted = excluded.isEmpty || !excluded.contains(place.id)
      let rows = place.visits.lowerBound - first..<place.visits.upperBound - first
      batch.shares.append(
        VisitBatch.Share(
          family: place.id, number: place.number, rows: isWanted ? rows : rows.lowerBound..<rows.lowerBound))
      batch.nameEnds.append(place.name.upperBound - firstName)
    }
    if columns.contains(.words) {
      guard let names = bytes(of: .names, firstName..<places[ordinals.upperBound - 1].name.upperBound) else {
        return nil
      }
      batch.names = names
    }
    return batch
  }
}

extension [UInt8] {
  /// The number at a place among numbers of its width, lowest byte first.
  func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(_ place: Int, _ type: Number.Type) -> Number
  {
    withUnsafeBytes { bytes in
      Number(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place * MemoryLayout<Number>.size, as: type))
    }
  }

  /// The numbers that these bytes are, lowest byte first.
  func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type) -> [Number] {
    let width = MemoryLayout<Number>.size
    return withUnsafeBytes { bytes in
      [Number](unsafeUninitializedCapacity: bytes.count / width) { numbers, count in
        for place in 0..<bytes.count / width {
          numbers.initializeElement(
            at: place, to: Number(littleEndian: bytes.loadUnaligned(fromByteOffset: place * width, as: type)))
        }
        count = bytes.count / width
      }
    }
  }
}
