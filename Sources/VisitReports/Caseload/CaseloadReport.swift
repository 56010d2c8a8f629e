public import VisitModel

/// The families screen: every open family the viewer may see, and why some of them need someone.
///
/// A volunteer sees the families matched with them; the office sees every family. Days are counted to `today`.
public struct CaseloadReport: Sendable {
  /// The families, most pressing first.
  public let rows: [CaseloadRow]
  /// The day everything is counted to.
  public let today: Day
  /// Whether anybody is out on a visit, so that the report changes as time passes.
  public let isAnyoneOut: Bool
  /// The limits of the scheme that were used.
  public let limits: SchemeLimits
  /// How many families need someone soon or at once: the figure in the header line.
  public let needYouNow: Int
  /// How many follow-ups are still to be done, over all families.
  public let openFollowUps: Int
  private let kinds: [CaseloadReason.Kind: Int]

  /// A report on the open families.
  ///
  /// - Parameters:
  ///   - instruments: The instruments check-ins are scored with.
  ///   - coping: The instrument the coping column shows.
  ///   - today: The day to count to.
  ///   - time: The time of that day, for the clocks of concerns and for who is overdue home.
  ///   - viewer: Who looks; nil sees what the office sees.
  ///   - shown: Words that the front end shows on a row, in its language, so that `/` finds those too.
  public init(
    _ caseload: Caseload, instruments: InstrumentShelf = InstrumentShelf(),
    coping: InstrumentID = InstrumentID(rawValue: "coping"), today: Day, time: TimeOfDay = .midnight,
    viewer: Member? = nil,
    shown: (CaseloadRow) -> [String] = { _ in [] }
  ) {
    self.today = today
    limits = caseload.scheme.limits
    let reader = CaseloadReader(
      caseload: caseload, shelf: instruments, coping: coping, today: today, now: Moment(today, time),
      isForVolunteer: viewer.map { !$0.role.isOffice } ?? false)
    var rows: [CaseloadRow] = []
    var isAnyoneOut = false
    for family in caseload.families.activeStandings where CaseloadReport.mayShow(family, to: viewer) {
      if !family.out.isEmpty { isAnyoneOut = true }
      if let row = reader.row(of: family, shown: shown) { rows.append(row) }
    }
    self.isAnyoneOut = isAnyoneOut
    self.rows = CaseloadSort.need.sorted(rows)
    // Counted once: the header line shows these at every key.
    needYouNow = rows.count { $0.urgency >= .soon }
    openFollowUps = rows.reduce(0) { $0 + $1.openFollowUps }
    var kinds: [CaseloadReason.Kind: Int] = [:]
    for row in rows { for kind in Set(row.reasons.map(\.kind)) { kinds[kind, default: 0] += 1 } }
    self.kinds = kinds
  }

  private static func mayShow(_ family: FamilyStanding, to viewer: Member?) -> Bool {
    viewer?.works(with: family.id, visitedBy: family.volunteer) ?? true
  }

  /// How many families have a reason of a kind.
  public func count(of kind: CaseloadReason.Kind) -> Int { kinds[kind] ?? 0 }
  /// How many families are as urgent as that.
  public func count(of urgency: Urgency) -> Int { rows.count { $0.urgency == urgency } }
  /// The row of a family, where it is on the screen.
  public func row(of id: FamilyID) -> CaseloadRow? { rows.first { $0.id == id } }
}
