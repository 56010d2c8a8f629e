public import VisitModel

/// Who is out on a visit: overdue, out, planned for today, home again.
///
/// A volunteer sees their own families alone.
public struct OutBoard: Sendable {
  /// One line of the board.
  public struct Row: Hashable, Sendable {
    /// The family.
    public let family: FamilyID
    /// The family's number.
    public let number: FamilyNumber
    /// The name the family goes by.
    public let name: String
    /// The volunteer.
    public let volunteer: VolunteerNumber?
    /// Where they are.
    public let state: State
    /// When they left, or when the visit is planned for.
    public let begins: TimeOfDay?
    /// When they are expected home, or came home.
    public let home: Moment?
    /// How many minutes overdue.
    public let overdueMinutes: Int
  }

  /// Where somebody is, the most pressing first.
  public enum State: String, CaseIterable, Hashable, Sendable {
    case overdue, out, planned, home
  }

  /// The lines, the most pressing first.
  public let rows: [Row]

  /// The board at a moment.
  public init(_ caseload: Caseload, now: Moment, viewer: Member? = nil) {
    var rows: [Row] = []
    for standing in caseload.families.activeStandings where OutBoard.mayShow(standing, to: viewer) {
      for outing in standing.out {
        let late = max(0, outing.expectedHome.minutes(to: now))
        rows.append(
          Row(
            family: standing.id, number: standing.number, name: standing.name, volunteer: outing.volunteer,
            state: late > 0 ? .overdue : .out, begins: outing.left.time, home: outing.expectedHome,
            overdueMinutes: late))
      }
      if let last = standing.lastHome, last.day == now.day {
        rows.append(
          Row(
            family: standing.id, number: standing.number, name: standing.name, volunteer: standing.volunteer,
            state: .home, begins: nil, home: last, overdueMinutes: 0))
      } else if standing.out.isEmpty, let plan = standing.plan, plan.day == now.day {
        rows.append(
          Row(
            family: standing.id, number: standing.number, name: standing.name, volunteer: standing.volunteer,
            state: .planned, begins: plan.start, home: nil, overdueMinutes: 0))
      }
    }
    self.rows = rows.sorted { left, right in
      if left.state != right.state { return left.place < right.place }
      if left.overdueMinutes != right.overdueMinutes { return left.overdueMinutes > right.overdueMinutes }
      let (begins, other) = (left.begins ?? .midnight, right.begins ?? .midnight)
      return begins != other ? begins < other : left.number < right.number
    }
  }

  private static func mayShow(_ family: FamilyStanding, to viewer: Member?) -> Bool {
    guard let viewer, !viewer.role.isOffice else { return true }
    return viewer.volunteer != nil && family.volunteer == viewer.volunteer
  }

  /// How many are overdue.
  public var overdue: Int { rows.count { $0.state == .overdue } }

  /// The board as a table.
  public func table(_ caseload: Caseload) -> Table {
    Table(
      name: "outings",
      columns: [
        Column("state", .text, required: true, allowed: State.allCases.map(\.rawValue)),
        Column("volunteer", .text), Column("volunteerName", .text), Column("phone", .text),
        Column("family", .text, required: true), Column("familyName", .text), Column("begins", .time),
        Column("homeDate", .day), Column("homeTime", .time), Column("overdueMinutes", .integer),
      ],
      rows: rows.map { row in
        [
          .text(row.state.rawValue), Cell(row.volunteer?.description),
          Cell(row.volunteer.map(caseload.name(of:))),
          Cell(row.volunteer.flatMap { caseload.volunteers[$0]?.phone }), .text(row.number.description),
          Cell(row.name), Cell(row.begins), Cell(row.home?.day), Cell(row.home?.time),
          Cell(row.overdueMinutes > 0 ? row.overdueMinutes : nil),
        ]
      })
  }
}

extension OutBoard.Row {
  fileprivate var place: Int { OutBoard.State.allCases.firstIndex(of: state) ?? 0 }
}
