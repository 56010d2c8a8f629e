public import VisitModel

/// A list of visits, newest first.
public struct VisitReport: Sendable {
  /// The visits, latest day first; of one day the one entered last.
  public let rows: [VisitRow]

  /// The visits of the caseload.
  ///
  /// - Parameters:
  ///   - period: Only visits on a day of this period.
  ///   - family: Only visits to this family.
  ///   - volunteer: Only visits this volunteer took part in.
  ///   - includingRetracted: Whether visits that were taken back are listed too; they are marked.
  ///   - viewer: Who looks: a volunteer sees the families matched with them and their own visits; nil sees all.
  public init(
    _ caseload: Caseload, period: Period? = nil, family: FamilyID? = nil, volunteer: VolunteerNumber? = nil,
    includingRetracted: Bool = false, viewer: Member? = nil
  ) {
    let files: [FamilyFile]
    if let family {
      files = caseload.families[family].map { [$0] } ?? []
    } else if !includingRetracted, period != nil || volunteer != nil {
      let visited = caseload.families.visited(in: period, by: volunteer)
      files = visited.compactMap { caseload.families[$0] }
    } else {
      files = caseload.families.values
    }
    var rows: [VisitRow] = []
    for file in files {
      for record in file.visits where includingRetracted || !record.isRetracted {
        guard let visit = record.current ?? record.lastSaid, period?.contains(visit.day) ?? true,
          volunteer.map(visit.volunteers.contains) ?? true, VisitReport.mayShow(visit, of: file, to: viewer),
          let row = VisitRow(record, of: file, in: caseload)
        else { continue }
        rows.append(row)
      }
    }
    self.rows = VisitReport.newestFirst(rows)
  }

  /// The visits of those identities, such as those behind a figure of a summary; unknown ones are left out.
  public init(_ caseload: Caseload, records: [RecordID]) {
    rows = VisitReport.newestFirst(
      records.compactMap { id in
        caseload.visit(id).flatMap { VisitRow($0.visit, of: $0.family, in: caseload) }
      })
  }

  private static func mayShow(_ visit: Visit, of file: FamilyFile, to viewer: Member?) -> Bool {
    guard let viewer else { return true }
    return viewer.works(with: file.id, visitedBy: file.volunteer)
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

extension FamilyShelf {
  /// The families with a visit that stands in a period, or by a volunteer; no file is made to find them.
  fileprivate func visited(in period: Period?, by volunteer: VolunteerNumber?) -> [FamilyID] {
    var found: [FamilyID] = []
    forEachVisit { family, _, visit in
      guard found.last != family, period?.contains(visit.day) ?? true,
        volunteer.map(visit.volunteers.contains) ?? true
      else { return }
      found.append(family)
    }
    return found
  }
}
