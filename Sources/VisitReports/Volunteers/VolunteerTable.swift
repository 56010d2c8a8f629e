public import VisitModel

/// The volunteers of a scheme as rows, with what each may do next and what they did in a month.
///
/// What is missing before a match is worked out from notes that the office alone can read; without them the columns
/// of readiness are left out.
public struct VolunteerTable: Sendable {
  private let caseload: Caseload
  private let today: Day
  private let isForOffice: Bool
  private let gap: @Sendable (ReadinessGap) -> String

  /// A way of writing volunteers down.
  ///
  /// - Parameters:
  ///   - today: The day that readiness is worked out for; its month is the month of hours and miles.
  ///   - isForOffice: Whether readiness is there too.
  ///   - gap: The words for what is missing.
  public init(
    _ caseload: Caseload, today: Day, isForOffice: Bool, gap: @escaping @Sendable (ReadinessGap) -> String
  ) {
    self.caseload = caseload
    self.today = today
    self.isForOffice = isForOffice
    self.gap = gap
  }

  /// The columns.
  public var columns: [Column] {
    [
      Column("volunteer", .text, isKey: true), Column("name", .text, required: true), Column("phone", .text),
      Column("email", .text), Column("active", .boolean, required: true), Column("areas", .list),
      Column("languages", .list), Column("interests", .list), Column("availability", .list),
      Column("transport", .list),
      Column("families", .integer, required: true), Column("familyNumbers", .list),
      Column("monthMinutes", .integer, required: true),
      Column("monthMiles", .decimal(places: 1), required: true),
    ]
      + (isForOffice
        ? [
          Column("capacity", .integer, required: true),
          Column("standing", .text, required: true, allowed: VolunteerStanding.allCases.map(\.rawValue)),
          Column("ready", .boolean, required: true), Column("gaps", .list), Column("checkedOn", .day),
          Column("supervisionBy", .day),
        ] : [])
  }

  /// Volunteers as a table, by number unless others are given.
  public func table(_ volunteers: [Volunteer]? = nil) -> Table {
    let roll = VolunteerRoll(caseload, on: today)
    let work = VolunteerWork.inMonth(today.month, caseload)
    var table = Table(name: "volunteers", columns: columns)
    for volunteer in volunteers ?? caseload.volunteersInOrder {
      let number = volunteer.number
      let own = roll.families(of: number).map(\.number)
      let done = work[number] ?? VolunteerWork.Done()
      var cells: [Cell] = [
        .text(number.description), .text(volunteer.name), Cell(volunteer.phone), Cell(volunteer.email),
        .boolean(volunteer.isActive), Cell(listing: volunteer.areas), Cell(listing: volunteer.languages),
        Cell(listing: volunteer.interests), Cell(listing: volunteer.availability),
        Cell(listing: volunteer.transport), .integer(own.count), Cell(listing: own),
        .integer(done.contact.count), Cell(done.miles),
      ]
      if isForOffice {
        let readiness = roll.readiness(of: number)
        cells += [
          .integer(readiness.capacity), .text(readiness.standing.rawValue), .boolean(readiness.isReady),
          Cell(listing: readiness.gaps.map(gap)), Cell(caseload.volunteerFile(number).check?.day),
          Cell(roll.supervisionDue(of: number)),
        ]
      }
      table.append(cells)
    }
    return table
  }
}
