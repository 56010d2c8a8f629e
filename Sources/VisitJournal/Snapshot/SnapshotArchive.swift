internal import Synchronization
internal import VisitModel

/// The families of a snapshot, each file made when it is first asked for and kept from then on.
///
/// Where a page does not open any more (a rotten disk, another program's hand), the whole snapshot is made anew from the
/// log, in memory, and answers from there: the snapshot only ever saves time.
final class SnapshotArchive: FamilyArchive, VolunteerArchive {
  private struct State {
    var contents: SnapshotContents
    var files: [FamilyID: FamilyFile] = [:]
    var standings: [FamilyStanding]?
    var sealed: [RecordID: SealedVisit]?
    var wasRemade = false
  }

  private let state: Mutex<State>
  private let remade: @Sendable () -> SnapshotContents?

  /// An archive over a snapshot that holds together; `remade` makes it anew from the log.
  init(_ contents: SnapshotContents, remade: @escaping @Sendable () -> SnapshotContents?) {
    state = Mutex(State(contents: contents))
    self.remade = remade
  }

  /// The snapshot as it is read now.
  var contents: SnapshotContents { state.withLock { $0.contents } }
  /// Whether a page did not open, so that everything was made anew from the log.
  var wasRemade: Bool { state.withLock { $0.wasRemade } }

  var families: [FamilyID] {
    let places = contents.places
    return places.indices.map(places.id)
  }
  var lastNumber: FamilyNumber? { contents.places.last?.number }
  func holds(_ family: FamilyID) -> Bool { contents.ordinal(of: family) != nil }
  func number(of family: FamilyID) -> FamilyNumber? {
    let contents = contents
    return contents.ordinal(of: family).map(contents.places.number)
  }

  func file(of family: FamilyID) -> FamilyFile? {
    if let known = state.withLock({ $0.files[family] }) { return known }
    guard holds(family), let file = read({ contents in contents.ordinal(of: family).flatMap(contents.file) })
    else { return nil }
    state.withLock { $0.files[family] = file }
    return file
  }

  func files(of families: [FamilyID]) -> [FamilyFile] {
    let wanted = state.withLock { state in families.filter { state.files[$0] == nil } }
    let shares = AllCores.shares(of: wanted.count, least: SnapshotArchive.shareMin)
    _ = AllCores.map(shares) { for family in wanted[$0] { _ = file(of: family) } }
    return families.compactMap(file)
  }

  func standing(of family: FamilyID) -> FamilyStanding? {
    guard holds(family) else { return nil }
    return read { contents in contents.ordinal(of: family).flatMap(contents.standing) }
  }

  func standings(of families: [FamilyID]) -> [FamilyStanding] {
    // Nearly always all of them are asked for: then they are read in one go.
    guard families.count > contents.places.count / 2, let all = allStandings() else {
      return families.compactMap(standing)
    }
    if families.count == all.count { return all }
    let wanted = Set(families)
    return all.filter { wanted.contains($0.id) }
  }

  private func allStandings() -> [FamilyStanding]? {
    if let known = state.withLock({ $0.standings }) { return known }
    guard let all = read({ $0.standings() }) else { return nil }
    state.withLock { $0.standings = all }
    return all
  }

  func activeStandings(and others: Set<FamilyID>) -> [FamilyStanding] {
    if let all = state.withLock({ $0.standings }) {
      return all.filter { $0.isActive || others.contains($0.id) }
    }
    return read { $0.activeStandings(and: others) } ?? []
  }

  func family(numbered number: FamilyNumber) -> FamilyID? {
    let places = contents.places
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places.number(middle) < number { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places.number(low) == number ? places.id(low) : nil
  }

  func family(holding record: RecordID) -> FamilyID? {
    let found = read { contents in contents.ordinal(holding: record).map { (ordinal: $0, contents: contents) }
    }
    return found.flatMap { $0.ordinal < 0 ? nil : $0.contents.places.id($0.ordinal) }
  }

  func records(in range: ClosedRange<RecordID>) -> [RecordID] { read { $0.records(in: range) } ?? [] }

  func mapOutlines<Answer: Sendable>(
    without excluded: Set<FamilyID>, _ transform: @Sendable ([FamilyOutline]) -> Answer
  ) -> [Answer] {
    read { $0.mapOutlines(without: excluded, transform) } ?? []
  }

  func mapVisits<Answer: Sendable>(
    _ columns: VisitBatch.Columns, without excluded: Set<FamilyID>,
    _ transform: @Sendable (VisitBatch) -> Answer
  ) -> [Answer] {
    let contents = contents
    let runs = SnapshotArchive.runs(of: contents.places)
    return AllCores.map(runs) { run in
      self.batch(run, of: contents, columns, without: excluded).map(transform)
    }.compactMap(\.self)
  }

  /// A run's visits. The one made anew has the same families in the same places, or it is another snapshot altogether.
  private func batch(
    _ run: Range<Int>, of contents: SnapshotContents, _ columns: VisitBatch.Columns,
    without excluded: Set<FamilyID>
  ) -> VisitBatch? {
    let places = contents.places
    return read { contents in
      // Parts follow each other without gaps: where the first and the last lie where they lay, so does what is between.
      let isThere =
        run.upperBound <= contents.places.count
        && [run.lowerBound, run.upperBound - 1].allSatisfy { contents.places[$0] == places[$0] }
      return isThere ? contents.batch(run, columns, without: excluded) : nil
    }
  }

  /// Families in runs of some ten thousands of visits: whole columns of a large book would fill the memory.
  private static func runs(of places: FamilyPlaces) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count,
        places[end].visits.upperBound - places[start].visits.lowerBound < SnapshotArchive.visitsAtOnce
      {
        end += 1
      }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  func visit(at place: UInt32, of family: FamilyID) -> Record<Visit>? {
    let kept = read { contents in contents.ordinal(of: family).flatMap { contents.entry(at: place, of: $0) } }
    return kept.flatMap { Record<Visit>(entered: $0) }
  }

  var sealedVisits: [RecordID: SealedVisit] {
    if let known = state.withLock({ $0.sealed }) { return known }
    var shelf = SealedShelf()
    for kept in entries(.sealed) {
      guard case .sealed(let fact) = kept.entry.fact else { continue }
      shelf.take(fact, kept)
      if fact.kind == .familyErased, let family = fact.family { shelf.forget(family) }
    }
    let visits = shelf.visits
    state.withLock { $0.sealed = visits }
    return visits
  }

  var volunteers: [Volunteer] { read { $0.volunteers() } ?? [] }
  func volunteer(_ number: VolunteerNumber) -> Volunteer? { read { $0.volunteer(number) } ?? nil }
  var lastVolunteer: VolunteerNumber? { contents.lastVolunteer }
  var volunteerEntries: [KeptEntry] { entries(.volunteerEntries) }
  var concernEntries: [KeptEntry] { entries(.concernEntries) }

  var erasures: [(number: EntryNumber, family: FamilyID)] {
    let all = entries(.caseload) + entries(.sealed)
    return all.compactMap { kept -> (number: EntryNumber, family: FamilyID)? in
      guard kept.entry.fact.kind == .familyErased else { return nil }
      return kept.entry.fact.family.map { (kept.number, $0) }
    }.sorted { $0.number < $1.number }
  }

  private func entries(_ section: SnapshotSection) -> [KeptEntry] {
    read { $0.bytes(of: section).flatMap(KeptEntries.read) } ?? []
  }

  /// Sharing out costs more than it saves below this many families for each core.
  private static let shareMin = 8
  private static let visitsAtOnce = 1 << 14

  /// What the snapshot answers; where a page of it does not open, what the one made anew answers.
  private func read<Answer>(_ question: (SnapshotContents) -> Answer?) -> Answer? {
    if let answer = question(contents) { return answer }
    guard !wasRemade else { return nil }
    let anew = remade()
    state.withLock { state in
      state.wasRemade = true
      if let anew { state.contents = anew }
    }
    return question(contents)
  }
}
