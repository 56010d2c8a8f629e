public import VisitModel

/// A list of visits, latest first, which knows of each only what puts it in its place and where it is found.
///
/// For lists of which a screen shows some twenty rows: of a million visits none is read before it is shown.
public struct VisitIndex: Sendable {
  /// A visit of the list.
  public struct Place: Sendable {
    /// Its identity.
    public let id: RecordID
    /// The family visited.
    public let family: FamilyID
    /// The day of the visit.
    public let day: Day
    /// Minutes with the family; none of a visit that was taken back.
    public let minutes: Minutes
    /// When it was entered: of one day the one entered last comes first.
    fileprivate let enteredAt: UInt32
    /// Which visit it is of those that stand, in the order in which the families have them; nil where it was taken back.
    fileprivate let ordinal: UInt32?
    /// Where its entry lies.
    fileprivate let entry: UInt32?

    /// Whether it was taken back.
    public var isRetracted: Bool { ordinal == nil }
  }

  /// The visits, latest day first; of one day the one entered last.
  public let places: [Place]

  private init(_ places: [Place]) { self.places = places }

  /// The visits of the caseload, those that were taken back too.
  ///
  /// - Parameters:
  ///   - records: Only visits of these identities; nil wants all.
  ///   - viewer: Who looks: a volunteer sees the families matched with them and their own visits; nil sees all.
  /// - Complexity: O(n log n) in the number of visits, and no record is read of one that stands.
  public init(_ caseload: Caseload, records: Set<RecordID>? = nil, viewer: Member? = nil) {
    let parts = caseload.families.mapVisits([.ids, .entered, .amounts, .places]) { batch in
      VisitIndex.places(in: batch, of: records, in: caseload, seenBy: viewer)
    }
    var places: [Place] = []
    places.reserveCapacity(parts.reduce(0) { $0 + $1.places.count })
    var before: UInt32 = 0
    for part in parts {
      for place in part.places { places.append(place.behind(before)) }
      before += part.count
    }
    for retracted in caseload.families.mapOutlines(VisitIndex.retracted) {
      places += retracted.filter { place in
        (records?.contains(place.id) ?? true)
          && (viewer.map { VisitIndex.maySee(place.id, in: caseload, $0) } ?? true)
      }
    }
    self.places = VisitIndex.newestFirst(places)
  }

  /// The visits of some families that were taken back.
  @Sendable private static func retracted(_ outlines: [FamilyOutline]) -> [Place] {
    outlines.flatMap { outline in
      outline.retractedVisits.map { visit in
        Place(
          id: visit.id, family: outline.id, day: visit.day, minutes: .zero,
          enteredAt: visit.enteredAt.seconds,
          ordinal: nil, entry: nil)
      }
    }
  }

  /// The visits that a filter lets through.
  ///
  /// Words, names, days and amounts are looked for in the columns of the visits; only for what stands in none of them are
  /// the records read of those that may fit.
  public func narrowed(to filter: VisitFilter, in caseload: Caseload) -> VisitIndex {
    guard !filter.isEmpty else { return self }
    let finder = VisitFinder(caseload: caseload, period: nil, volunteer: nil, filter: filter, viewer: nil)
    let (marks, isWhole) = (finder.marks, finder.isWhole)
    return VisitIndex(
      places.filter { place in
        if let ordinal = place.ordinal {
          guard Int(ordinal) < marks.count, marks[Int(ordinal)] else { return false }
          if isWhole { return true }
        }
        return VisitIndex.row(place, in: caseload).map(filter.matches) ?? false
      })
  }

  /// What a list shows of a visit; nil where it is no more.
  public static func row(_ place: Place, in caseload: Caseload) -> VisitRow? {
    guard let number = caseload.families.number(of: place.family),
      let record = record(place, number, in: caseload),
      let standing = caseload.families.standing(of: place.family)
    else { return nil }
    return VisitRow(record, number: standing.number, name: standing.name, in: caseload)
  }

  private static func record(
    _ place: Place, _ number: FamilyNumber, in caseload: Caseload
  ) -> Record<Visit>? {
    guard place.entry != nil else { return caseload.visit(place.id)?.visit }
    return caseload.families.visit(
      VisitBatch.Row(id: place.id, family: place.family, number: number, place: place.entry))
  }

  private static func maySee(_ visit: RecordID, in caseload: Caseload, _ viewer: Member) -> Bool {
    guard !viewer.role.isOffice else { return true }
    guard let (file, record) = caseload.visit(visit), let said = record.lastSaid else { return false }
    return VisitReport.mayShow(said, visitedBy: file.volunteer, to: viewer)
  }

  /// The visits of a batch, and how many stand in it that are wanted or not.
  private static func places(
    in batch: VisitBatch, of records: Set<RecordID>?, in caseload: Caseload, seenBy viewer: Member?
  ) -> (places: [Place], count: UInt32) {
    var places: [Place] = []
    if records == nil { places.reserveCapacity(batch.days.count) }
    let own = batch.companyTable.map { company in viewer?.volunteer.map(company.contains) ?? false }
    for share in batch.shares where !share.rows.isEmpty {
      let seesAll =
        viewer.map { viewer in
          viewer.role.isOffice
            || viewer.works(
              with: share.family, visitedBy: caseload.families.standing(of: share.family)?.volunteer)
        } ?? true
      for row in share.rows where seesAll || own[Int(batch.companies[row])] {
        let found = batch.row(row, of: share)
        guard records?.contains(found.id) ?? true else { continue }
        places.append(
          Place(
            id: found.id, family: share.family, day: Day(daysSinceEpoch: batch.days[row]),
            minutes: Minutes(Int(batch.minutes[row])), enteredAt: batch.entered[row], ordinal: UInt32(row),
            entry: found.place))
      }
    }
    return (places, UInt32(batch.days.count))
  }

  /// Sorted day by day: of a million visits in ten years there are some hundreds on each.
  private static func newestFirst(_ places: [Place]) -> [Place] {
    guard let first = places.lazy.map(\.day).min(), let last = places.lazy.map(\.day).max() else { return [] }
    func isBefore(_ left: Place, _ right: Place) -> Bool {
      if left.day != right.day { return left.day > right.day }
      if left.enteredAt != right.enteredAt { return left.enteredAt > right.enteredAt }
      return (left.ordinal ?? 0, left.id) > (right.ordinal ?? 0, right.id)
    }
    let days = first.distance(to: last) + 1
    // A wrong year in one visit is not worth thousands of empty days.
    guard days < places.count else { return places.sorted(by: isBefore) }
    var byDay = [[Place]](repeating: [], count: days)
    for place in places { byDay[place.day.distance(to: last)].append(place) }
    var sorted: [Place] = []
    sorted.reserveCapacity(places.count)
    for day in byDay { sorted += day.sorted(by: isBefore) }
    return sorted
  }
}

extension VisitIndex.Place {
  /// The same visit where that many come before those of its batch.
  fileprivate func behind(_ count: UInt32) -> Self {
    Self(
      id: id, family: family, day: day, minutes: minutes, enteredAt: enteredAt,
      ordinal: ordinal.map { $0 + count },
      entry: entry)
  }
}
