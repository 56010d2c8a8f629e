internal import VisitModel

/// The visits that stand, one column of fixed width for each of their plain numbers, and the words of each.
///
/// | column | bytes of a visit |
/// |---|---|
/// | record | 8 |
/// | day | 4, days since 1970-01-01 |
/// | when it was entered | 4, seconds since 1970-01-01 |
/// | minutes, travel minutes, tenths of miles, pence | 4 each |
/// | company (volunteers who went together) | 4 |
/// | outcome | 1 |
/// | place of its entry among the family's; all ones where it was corrected | 4 |
/// | bytes of its words | 4 |
struct VisitColumns: Sendable {
  /// The columns, as they stand in a snapshot.
  enum Column: Int, CaseIterable {
    case records, days, entered, minutes, travel, miles, expenses, companies, outcomes, places, wordCounts

    /// How many bytes a visit takes in it.
    var width: Int {
      switch self {
      case .records: 8
      case .outcomes: 1
      case .days, .entered, .minutes, .travel, .miles, .expenses, .companies, .places, .wordCounts: 4
      }
    }

    /// The section that it is.
    var section: SnapshotSection {
      switch self {
      case .records: .visitRecords
      case .days: .visitDays
      case .entered: .visitEntered
      case .minutes: .visitMinutes
      case .travel: .visitTravel
      case .miles: .visitMiles
      case .expenses: .visitExpenses
      case .companies: .visitCompanies
      case .outcomes: .visitOutcomes
      case .places: .visitPlaces
      case .wordCounts: .visitWordCounts
      }
    }
  }

  /// The bytes of each column, in the order of their cases.
  private var columns = [[UInt8]](repeating: [], count: Column.allCases.count)
  /// The words of all visits, one visit's behind the other's.
  private var words: [UInt8] = []
  /// Volunteers who went together, in the order in which they were first met.
  private(set) var companies: [[VolunteerNumber]] = []
  private var known: [[VolunteerNumber]: UInt32] = [:]

  /// How many visits there are.
  var count: Int { columns[Column.outcomes.rawValue].count }
  /// How many bytes their words are.
  var wordByteCount: Int { words.count }

  /// Adds the visits of a family that stand, of which each entry lies at a place among the family's.
  mutating func add(_ visits: [Record<Visit>], places entryPlaces: [EntryNumber: Int]) {
    for record in visits {
      guard let figures = VisitFigures(record), let visit = record.current else { continue }
      put(figures.id.rawValue, .records)
      put(figures.day.daysSinceEpoch, .days)
      put(figures.enteredAt.seconds, .entered)
      put(UInt32(clamping: figures.minutes.count), .minutes)
      put(UInt32(clamping: figures.travel.count), .travel)
      put(UInt32(clamping: figures.miles.tenths), .miles)
      put(UInt32(clamping: figures.expenses.count), .expenses)
      put(place(of: figures.volunteers), .companies)
      put(UInt8(VisitOutcomeKind.allCases.firstIndex(of: figures.outcome) ?? 0), .outcomes)
      let place =
        record.isCorrected ? nil : entryPlaces[record.original.number].flatMap { UInt32(exactly: $0) }
      put(place ?? VisitBatch.corrected, .places)
      let said = visit.searched.bytes
      put(UInt32(clamping: said.count), .wordCounts)
      words += said
    }
  }

  /// Adds the visits of other columns.
  mutating func add(_ other: VisitColumns) {
    _ = add(other.columns, companies: other.companies)
    words += other.words
  }

  /// Adds the visits of a family as an earlier snapshot has them; false where a part of them is not to be had.
  mutating func add(_ place: FamilyPlace, of earlier: SnapshotContents) -> Bool {
    let columns = Column.allCases.compactMap { column in
      earlier.bytes(
        of: column.section, place.visits.lowerBound * column.width..<place.visits.upperBound * column.width)
    }
    guard columns.count == Column.allCases.count, let words = earlier.bytes(of: .words, place.words),
      let companies = earlier.companies, add(columns, companies: companies)
    else { return false }
    self.words += words
    return true
  }

  /// The bytes of every column and of the words, by section.
  var sections: [(section: SnapshotSection, bytes: [UInt8])] {
    Column.allCases.map { ($0.section, columns[$0.rawValue]) } + [(.words, words)]
  }

  private mutating func put(_ number: some FixedWidthInteger, _ column: Column) {
    columns[column.rawValue].append(littleEndian: number)
  }

  /// Adds columns whose companies are others'; false where one of those is none.
  private mutating func add(_ other: [[UInt8]], companies theirs: [[VolunteerNumber]]) -> Bool {
    for column in Column.allCases {
      guard column == .companies else {
        columns[column.rawValue] += other[column.rawValue]
        continue
      }
      for company in other[column.rawValue].littleEndian(UInt32.self) {
        guard company < theirs.count else { return false }
        put(place(of: theirs[Int(company)]), .companies)
      }
    }
    return true
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
      let entered = column(.visitEntered, if: columns.contains(.entered), UInt32.self),
      let minutes = column(.visitMinutes, if: wantsAmounts, UInt32.self),
      let travel = column(.visitTravel, if: wantsAmounts, UInt32.self),
      let miles = column(.visitMiles, if: wantsAmounts, UInt32.self),
      let expenses = column(.visitExpenses, if: wantsAmounts, UInt32.self),
      let entryPlaces = column(.visitPlaces, if: columns.contains(.places), UInt32.self),
      let wordCounts = column(.visitWordCounts, if: columns.contains(.words), UInt32.self)
    else { return nil }
    guard let companyTable = self.companies, companies.allSatisfy({ $0 < companyTable.count }) else {
      return nil
    }
    var batch = VisitBatch()
    (batch.days, batch.outcomes, batch.companies, batch.companyTable) = (
      days, outcomes, companies, companyTable
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
