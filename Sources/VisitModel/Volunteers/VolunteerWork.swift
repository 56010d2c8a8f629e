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

    fileprivate mutating func add(_ visit: Visit, of volunteer: VolunteerNumber) {
      if visit.outcome.contact != nil { visits += 1 }
      contact += visit.outcome.minutes
      travel += visit.travel
      guard visit.volunteers.first == volunteer else { return }
      miles += visit.miles
      expenses += visit.expenses
    }
  }

  private var byMonth: [Month: Done] = [:]

  /// The work of a volunteer, over all families that the reader may open.
  public init(of volunteer: VolunteerNumber, in caseload: Caseload) {
    var tenths: [Month: [Int: Int]] = [:]
    for file in caseload.familiesInOrder {
      for visit in file.visits.lazy.compactMap(\.current) where visit.volunteers.contains(volunteer) {
        byMonth[visit.day.month, default: Done()].add(visit, of: volunteer)
        guard visit.volunteers.first == volunteer else { continue }
        let rate = caseload.scheme.mileageRate(on: visit.day)?.count ?? 0
        tenths[visit.day.month, default: [:]][rate, default: 0] += visit.miles.tenths
      }
    }
    for (month, rates) in tenths {
      // Half a penny goes to the volunteer.
      byMonth[month]?.mileage = Pence(rates.reduce(0) { $0 + ($1.key * $1.value + 5) / 10 })
    }
  }

  /// What every volunteer did in one month, but for what their miles come to: the families that had ended before it are
  /// not even opened.
  public static func inMonth(_ month: Month, _ caseload: Caseload) -> [VolunteerNumber: Done] {
    var work: [VolunteerNumber: Done] = [:]
    for family in caseload.families.standings {
      guard let episode = family.episode,
        !episode.state.stage.isClosed || episode.since >= month.firstDay,
        let file = caseload.families[family.id]
      else { continue }
      for visit in file.visits.lazy.compactMap(\.current) where visit.day.month == month {
        for volunteer in visit.volunteers { work[volunteer, default: Done()].add(visit, of: volunteer) }
      }
    }
    return work
  }

  /// The months with any work, latest first.
  public var months: [Month] { byMonth.keys.sorted(by: >) }
  /// The work of a month; nothing where there was none.
  public func month(_ month: Month) -> Done { byMonth[month] ?? Done() }
}
