public import VisitModel

/// A list of visits, newest first.
public struct VisitReport: Sendable {
  /// The visits, latest day first; of one day the one entered last.
  public let rows: [VisitRow]

  /// The visits of the caseload.
  ///
  /// Unless those taken back are wanted too, only the visits that are listed are read: which they are is found in the
  /// columns and words of all of them, which costs little even where there are a million.
  ///
  /// - Parameters:
  ///   - period: Only visits on a day of this period.
  ///   - family: Only visits to this family.
  ///   - volunteer: Only visits this volunteer took part in.
  ///   - filter: Only visits that this lets through.
  ///   - includingRetracted: Whether visits that were taken back are listed too; they are marked.
  ///   - viewer: Who looks: a volunteer sees the families matched with them and their own visits; nil sees all.
  public init(
    _ caseload: Caseload, period: Period? = nil, family: FamilyID? = nil, volunteer: VolunteerNumber? = nil,
    filter: VisitFilter = VisitFilter(""), includingRetracted: Bool = false, viewer: Member? = nil
  ) {
    guard family != nil || includingRetracted else {
      let finder = VisitFinder(
        caseload: caseload, period: period, volunteer: volunteer, filter: filter, viewer: viewer)
      rows = VisitReport.newestFirst(finder.rows)
      return
    }
    let files = family.map { id in caseload.families[id].map { [$0] } ?? [] } ?? caseload.families.values
    var rows: [VisitRow] = []
    for file in files {
      for record in file.visits where includingRetracted || !record.isRetracted {
        guard let visit = record.current ?? record.lastSaid, period?.contains(visit.day) ?? true,
          volunteer.map(visit.volunteers.contains) ?? true,
          VisitReport.mayShow(visit, visitedBy: file.volunteer, to: viewer),
          let row = VisitRow(record, number: file.number, name: file.family.name, in: caseload)
        else { continue }
        rows.append(row)
      }
    }
    self.rows = VisitReport.newestFirst(filter.rows(rows))
  }

  static func mayShow(
    _ visit: Visit, visitedBy volunteer: VolunteerNumber?, to viewer: Member?
  ) -> Bool {
    guard let viewer else { return true }
    return viewer.works(with: visit.family, visitedBy: volunteer)
      || viewer.volunteer.map(visit.volunteers.contains) ?? false
  }

  private static func newestFirst(_ rows: [VisitRow]) -> [VisitRow] {
    // Rows are large: short keys are sorted in their place.
    let keys = rows.indices.map { (day: rows[$0].visit.day, at: rows[$0].enteredAt, index: $0) }
    return keys.sorted { left, right in
      if left.day != right.day { return left.day > right.day }
      return left.at != right.at ? left.at > right.at : rows[left.index].id < rows[right.index].id
    }.map { rows[$0.index] }
  }
}
