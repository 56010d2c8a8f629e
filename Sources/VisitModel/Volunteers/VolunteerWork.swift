/// What a volunteer did month by month, added up from the visits that stand.
///
/// The time with a family counts for everyone who went; miles and money count once a visit, for the volunteer named
/// first, so that nothing is claimed twice.
public struct VolunteerWork: Hashable, Sendable {
  /// The work of one month.
  public struct Done: Hashable, Sendable {
    /// Visits on which somebody was with the family.
    public var visits = 0
    /// Time with families.
    public var contact = Minutes.zero
    /// Time on the way.
    public var travel = Minutes.zero
    /// Miles to be claimed.
    public var miles = Miles.zero
    /// What those miles come to at the rates of their days.
    public var mileage = Pence.zero
    /// Money to be claimed.
    public var expenses = Pence.zero

    /// Nothing done.
    public init() {}

    /// Adds a visit of a batch; `isFirst` where the volunteer is named first of those who went.
    fileprivate mutating func add(_ row: Int, of batch: VisitBatch, isFirst: Bool) {
      if Done.contacts.contains(batch.outcomes[row]) { visits += 1 }
      contact += Minutes(Int(batch.minutes[row]))
      travel += Minutes(Int(batch.travel[row]))
      guard isFirst else { return }
      miles += Miles(tenths: Int(batch.miles[row]))
      expenses += Pence(Int(batch.expenses[row]))
    }

    fileprivate mutating func add(_ other: Done) {
      visits += other.visits
      contact += other.contact
      travel += other.travel
      miles += other.miles
      expenses += other.expenses
    }

    /// The places of the outcomes at which somebody was with the family.
    private static let contacts = Set(
      VisitOutcomeKind.allCases.enumerated().filter { $0.element.isContact }.map { UInt8($0.offset) })
  }

  private var byMonth: [Month: Done] = [:]

  /// The work of a volunteer, over all families that the reader may open. No record is read.
  public init(of volunteer: VolunteerNumber, in caseload: Caseload) {
    let parts = caseload.families.mapVisits([.amounts]) { VolunteerWork.days(of: volunteer, in: $0) }
    var tenths: [Month: [Int: Int]] = [:]
    for (day, done) in parts.joined() {
      byMonth[day.month, default: Done()].add(done)
      let rate = caseload.scheme.mileageRate(on: day)?.count ?? 0
      if done.miles > .zero { tenths[day.month, default: [:]][rate, default: 0] += done.miles.tenths }
    }
    for (month, rates) in tenths {
      // Half a penny goes to the volunteer.
      byMonth[month]?.mileage = Pence(rates.reduce(0) { $0 + ($1.key * $1.value + 5) / 10 })
    }
  }

  /// What every volunteer did in one month, but for what their miles come to. No record is read.
  public static func inMonth(_ month: Month, _ caseload: Caseload) -> [VolunteerNumber: Done] {
    let days = month.firstDay.daysSinceEpoch..<month.advanced(by: 1).firstDay.daysSinceEpoch
    let parts = caseload.families.mapVisits([.amounts]) { batch in
      var work: [VolunteerNumber: Done] = [:]
      // Whoever is named twice went once.
      let companies = batch.companyTable.map { (first: $0.first, all: Set($0)) }
      for row in batch.shares.lazy.flatMap(\.rows) where days.contains(batch.days[row]) {
        let company = companies[Int(batch.companies[row])]
        for volunteer in company.all {
          work[volunteer, default: Done()].add(row, of: batch, isFirst: volunteer == company.first)
        }
      }
      return work
    }
    var work: [VolunteerNumber: Done] = [:]
    for (volunteer, done) in parts.joined() { work[volunteer, default: Done()].add(done) }
    return work
  }

  /// What a volunteer did on each day of a batch.
  private static func days(of volunteer: VolunteerNumber, in batch: VisitBatch) -> [Day: Done] {
    let own = batch.companyTable.map { $0.contains(volunteer) }
    var days: [Day: Done] = [:]
    for row in batch.shares.lazy.flatMap(\.rows) where own[Int(batch.companies[row])] {
      let isFirst = batch.companyTable[Int(batch.companies[row])].first == volunteer
      days[Day(daysSinceEpoch: batch.days[row]), default: Done()].add(row, of: batch, isFirst: isFirst)
    }
    return days
  }

  /// The months with any work, latest first.
  public var months: [Month] { byMonth.keys.sorted(by: >) }
  /// The work of a month; nothing where there was none.
  public func month(_ month: Month) -> Done { byMonth[month] ?? Done() }
}
