internal import VisitModel

/// The visits of a snapshot that stand, one column of fixed width for each of their plain numbers.
///
/// | column | bytes of a visit |
/// |---|---|
/// | record | 8 |
/// | day, day entered | 4 each, days since 1970-01-01 |
/// | minutes, travel minutes, tenths of miles, pence | 4 each |
/// | company (volunteers who went together) | 4 |
/// | outcome | 1 |
struct VisitColumns {
  private(set) var columns: [SnapshotSection: [UInt8]] = [:]
  /// Volunteers who went together, in the order in which they were first met.
  private(set) var companies: [[VolunteerNumber]] = []
  private var places: [[VolunteerNumber]: UInt32] = [:]

  /// How many bytes a visit takes in each column.
  static let widths: [(section: SnapshotSection, bytes: Int)] = [
    (.visitRecords, 8), (.visitDays, 4), (.visitEntered, 4), (.visitMinutes, 4), (.visitTravel, 4),
    (.visitMiles, 4), (.visitExpenses, 4), (.visitCompanies, 4), (.visitOutcomes, 1),
  ]

  init() {
    for (section, _) in VisitColumns.widths { columns[section] = [] }
  }

  /// Adds a visit that stands.
  mutating func add(_ visit: VisitFigures) {
    put(visit.id.rawValue, .visitRecords)
    put(visit.day.daysSinceEpoch, .visitDays)
    put(visit.enteredOn.daysSinceEpoch, .visitEntered)
    put(UInt32(clamping: visit.minutes.count), .visitMinutes)
    put(UInt32(clamping: visit.travel.count), .visitTravel)
    put(UInt32(clamping: visit.miles.tenths), .visitMiles)
    put(UInt32(clamping: visit.expenses.count), .visitExpenses)
    put(place(of: visit.volunteers), .visitCompanies)
    put(UInt8(VisitOutcomeKind.allCases.firstIndex(of: visit.outcome) ?? 0), .visitOutcomes)
  }

  private mutating func put(_ number: some FixedWidthInteger, _ section: SnapshotSection) {
    columns[section, default: []].append(littleEndian: number)
  }

  private mutating func place(of volunteers: [VolunteerNumber]) -> UInt32 {
    if let place = places[volunteers] { return place }
    let place = UInt32(companies.count)
    companies.append(volunteers)
    places[volunteers] = place
    return place
  }
}

/// Volunteers who went together.
struct Company: Kept {
  var volunteers: [VolunteerNumber]
  static var blank: Company { Company(volunteers: []) }
  mutating func pass(through scribe: inout Scribe) { scribe.pass(&volunteers) }
}

/// Visits read back from the columns, over a range of rows.
struct VisitRows {
  private let columns: [[UInt8]]
  private let companies: [[VolunteerNumber]]
  let count: Int

  /// The rows whose columns are given in the order of ``VisitColumns/widths``.
  init?(_ columns: [[UInt8]], companies: [[VolunteerNumber]], count: Int) {
    guard columns.count == VisitColumns.widths.count,
      zip(columns, VisitColumns.widths).allSatisfy({ $0.count == count * $1.bytes })
    else { return nil }
    self.columns = columns
    self.companies = companies
    self.count = count
  }

  /// The visit of a row.
  subscript(row: Int) -> VisitFigures {
    func number(_ column: Int) -> Int { Int(columns[column].littleEndian(row, UInt32.self)) }
    func day(_ column: Int) -> Day { Day(daysSinceEpoch: columns[column].littleEndian(row, Int32.self)) }
    let company = number(7)
    let outcome = Int(columns[8][row])
    return VisitFigures(
      id: RecordID(bits: columns[0].littleEndian(row, UInt64.self)), day: day(1), enteredOn: day(2),
      outcome: outcome < VisitRows.outcomes.count ? VisitRows.outcomes[outcome] : .noAnswer,
      minutes: Minutes(number(3)), travel: Minutes(number(4)), miles: Miles(tenths: number(5)),
      expenses: Pence(number(6)), volunteers: company < companies.count ? companies[company] : [])
  }

  private static let outcomes = VisitOutcomeKind.allCases
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
}
