/// The families' files by identity: those at hand, and those an archive makes when they are asked for.
public struct FamilyShelf: Sendable {
  private var opened: [FamilyID: FamilyFile] = [:]
  private var openedByNumber: [FamilyNumber: FamilyID] = [:]
  private var openedLast: FamilyNumber?
  /// Which family's file each record stands in, where the archive does not know it.
  package private(set) var places: [RecordID: FamilyID] = [:]
  private let archive: (any FamilyArchive)?
  /// Families that were erased, which the archive may still hold.
  private var erased: Set<FamilyID> = []
  /// Which families were merged: a file that is asked for is put together from all that belong to it.
  public private(set) var merges: MergeBook
  /// Files that were put together already.
  private var joined = JoinedFiles()

  init(_ archive: (any FamilyArchive)? = nil, merges: MergeBook = MergeBook()) {
    self.archive = archive
    self.merges = merges
  }

  /// A family's file, with all that was merged into it; for a family that was merged the file of the one that stands for it.
  public subscript(id: FamilyID) -> FamilyFile? {
    if merges.isEmpty { return ownFile(of: id) }
    return joined.file(of: merges.root(of: id)) { self.joinedFile(of: $0) }
  }

  /// A family's own file, as its own entries make it, whatever was merged.
  package func ownFile(of id: FamilyID) -> FamilyFile? { opened[id] ?? archive(for: id)?.file(of: id) }

  /// Whether there is a family of that identity, merged or not.
  public func contains(_ id: FamilyID) -> Bool { opened[id] != nil || archive(for: id) != nil }

  /// How many families there are; those that were merged into another are not counted.
  public var count: Int { archived.count + opened.count - merges.mergedAway.count(where: contains) }

  /// Every family's own identity, merged ones too, in no order that means anything.
  package var ownIDs: [FamilyID] { archived + opened.keys }

  /// Every family's own identity, merged ones too, by number; of two with one number first the one that goes by it.
  package var idsInOrder: [FamilyID] {
    let numbers =
      archived.map { (number: archive?.number(of: $0) ?? FamilyNumber(0), id: $0) }
      + opened.values.map { (number: $0.number, id: $0.id) }
    return numbers.sorted { left, right in
      if left.number != right.number { return left.number < right.number }
      let named = self.id(of: left.number)
      return left.id == named || right.id != named && left.id < right.id
    }.map(\.id)
  }

  /// The number a family was given, also where another stands for it now.
  public func number(of id: FamilyID) -> FamilyNumber? {
    opened[id]?.number ?? archive(for: id)?.number(of: id)
  }

  /// Every family's file, by number. Makes those that nobody has asked for yet: ``standings`` costs far less.
  public var values: [FamilyFile] {
    let files = merging((archive?.files(of: archived) ?? []) + opened.values) { $0 }
    // Files are large: short keys are sorted in their place.
    return FamilyShelf.inOrder(files.indices.map { Place(files[$0].number, files[$0].id, $0) })
      .map { files[$0] }
  }

  /// The files of some families, in that order. The archive makes those that nobody has asked for yet on all cores.
  public func files(of families: [FamilyID]) -> [FamilyFile] {
    _ = archive?.files(of: families.filter { opened[$0] == nil && archive(for: $0) != nil })
    return families.compactMap { self[$0] }
  }

  /// How every family stands, by number, without making their files.
  public var standings: [FamilyStanding] { merged(archive?.standings(of: archived) ?? []) }

  /// How every family stands that is active (``FamilyStanding/isActive``), by number. In a book of many years most are not.
  public var activeStandings: [FamilyStanding] {
    let kept = archive?.activeStandings(and: merges.involved) ?? []
    return merged(kept.filter { opened[$0.id] == nil && !erased.contains($0.id) }).filter(\.isActive)
  }

  /// How families stand, by number: those of the archive as they are given, those at hand, and each that was merged as one
  /// with what it was merged into.
  private func merged(_ archived: [FamilyStanding]) -> [FamilyStanding] {
    let all = merging(archived + opened.values.map(FamilyStanding.init), joined: FamilyStanding.init)
    return FamilyShelf.inOrder(all.indices.map { Place(all[$0].number, all[$0].id, $0) }).map { all[$0] }
  }

  /// Where something about a family stands in an array.
  private struct Place {
    let number: FamilyNumber
    let id: FamilyID
    let index: Int

    init(_ number: FamilyNumber, _ id: FamilyID, _ index: Int) {
      (self.number, self.id, self.index) = (number, id, index)
    }
  }

  /// The places by number; two laptops may have given one number twice, and then they always come in the same order.
  private static func inOrder(_ places: [Place]) -> [Int] {
    places.sorted { $0.number != $1.number ? $0.number < $1.number : $0.id < $1.id }.map(\.index)
  }

  /// What `transform` makes of the outlines of all families, for summaries, some thousands at a time and by number; families
  /// that something was added to since the archive was made, and those that were merged, come last. `transform` is called
  /// from several threads at once.
  package func mapOutlines<Answer: Sendable>(_ transform: @Sendable ([FamilyOutline]) -> Answer) -> [Answer] {
    let (known, files) = madeFiles
    var answers = archive?.mapOutlines(without: erased.union(known), transform) ?? []
    if !files.isEmpty { answers.append(transform(files.map(FamilyOutline.init))) }
    return answers
  }

  /// What `transform` makes of every visit that stands, batch by batch, family by family; families that something was
  /// added to since the archive was made, and those that were merged, come last. `transform` is called from several
  /// threads at once.
  package func mapVisits<Answer: Sendable>(
    _ columns: VisitBatch.Columns, _ transform: @Sendable (VisitBatch) -> Answer
  ) -> [Answer] {
    let (known, files) = madeFiles
    var answers = archive?.mapVisits(columns, without: erased.union(known), transform) ?? []
    if !files.isEmpty { answers.append(transform(VisitBatch(files))) }
    return answers
  }

  /// Families of which the archive does not say all: those at hand and those that were merged; and the files that stand
  /// for them, by number.
  private var madeFiles: (families: Set<FamilyID>, files: [FamilyFile]) {
    let known = Set(opened.keys).union(merges.involved)
    var shown: Set<FamilyID> = []
    for id in known where contains(id) {
      let root = merges.root(of: id)
      shown.insert(contains(root) ? root : id)
    }
    let files = shown.compactMap { self[$0] ?? ownFile(of: $0) }
    return (known, files.sorted { ($0.number, $0.id) < ($1.number, $1.id) })
  }

  /// The record of a visit that was found in a batch. Makes the family's file only where the visit was corrected.
  package func visit(_ row: VisitBatch.Row) -> Record<Visit>? {
    if opened[row.family] == nil, let place = row.place, let archive = archive(for: row.family),
      let visit = archive.visit(at: place, of: row.family), visit.id == row.id
    {
      return visit
    }
    return self[row.family]?.visit(row.id)
  }

  /// How one family stands.
  public func standing(of id: FamilyID) -> FamilyStanding? {
    let id = merges.root(of: id)
    if merges.isJoined(id) { return self[id].map(FamilyStanding.init) }
    return opened[id].map(FamilyStanding.init) ?? archive(for: id)?.standing(of: id)
  }

  /// The family of a number.
  func id(of number: FamilyNumber) -> FamilyID? {
    openedByNumber[number] ?? archive?.family(numbered: number).flatMap { erased.contains($0) ? nil : $0 }
  }

  /// The highest number of a family.
  var lastNumber: FamilyNumber? { [openedLast, archive?.lastNumber].compactMap(\.self).max() }

  /// The family whose file a record stands in.
  public func id(holding record: RecordID) -> FamilyID? { ownID(holding: record).map(merges.root(of:)) }

  /// The family whose own entries hold a record, whatever was merged.
  func ownID(holding record: RecordID) -> FamilyID? {
    places[record] ?? archive?.family(holding: record).flatMap { erased.contains($0) ? nil : $0 }
  }

  /// The records within a range, in their order.
  func records(in range: ClosedRange<RecordID>) -> [RecordID] {
    let archived = archive?.records(in: range) ?? []
    let standing = erased.isEmpty ? archived : archived.filter { id(holding: $0) != nil }
    return (places.keys.filter(range.contains) + standing).sorted()
  }

  /// Takes down the file of a family that was erased.
  mutating func forget(_ id: FamilyID) {
    joined = JoinedFiles()
    merges.forget(id)
    if let file = opened.removeValue(forKey: id), openedByNumber[file.number] == id {
      openedByNumber[file.number] = nil
    }
    places = places.filter { $0.value != id }
    erased.insert(id)
  }

  /// Puts a new family's file up.
  mutating func begin(_ file: FamilyFile) {
    joined = JoinedFiles()
    erased.remove(file.id)
    opened[file.id] = file
    openedByNumber[file.number] = file.id
    openedLast = max(openedLast ?? file.number, file.number)
  }

  /// Takes an entry into the file of its family; nil where there is no such family.
  mutating func take(_ kept: KeptEntry, of id: FamilyID) -> Taken? {
    if opened[id] == nil {
      guard let file = archive(for: id)?.file(of: id) else { return nil }
      opened[id] = file
    }
    if !merges.isEmpty { joined = JoinedFiles() }
    let taken = opened[id]?.take(kept)
    if case .begins = taken { places[kept.entry.id] = id }
    return taken
  }

  /// Takes in that a family was merged into another; from here on the one file shows what was recorded of both.
  mutating func merge(_ merge: FamilyMerge, _ reason: Reason, _ kept: KeptEntry) {
    joined = JoinedFiles()
    merges.take(merge, reason, kept)
  }

  /// The families as they would be without one merge.
  func without(_ merge: RecordID) -> FamilyShelf {
    var shelf = self
    shelf.joined = JoinedFiles()
    shelf.merges.unfollow(merge)
    return shelf
  }

  /// Takes in that a merge was taken back: each family has its own file again.
  mutating func takeBackMerge(_ amendment: Amendment, _ kept: KeptEntry) -> Taken {
    joined = JoinedFiles()
    return merges.takeBack(amendment, kept)
  }

  /// The families of the archive that nothing was added to since.
  private var archived: [FamilyID] {
    guard let families = archive?.families else { return [] }
    if opened.isEmpty, erased.isEmpty { return families }
    return families.filter { opened[$0] == nil && !erased.contains($0) }
  }

  /// The archive, where it has a family that was not erased.
  private func archive(for id: FamilyID) -> (any FamilyArchive)? {
    guard let archive, !erased.contains(id), archive.holds(id) else { return nil }
    return archive
  }
}

extension FamilyShelf: Equatable {
  /// Two shelves are the same when every file on them is, however each came to be there.
  public static func == (left: FamilyShelf, right: FamilyShelf) -> Bool { left.values == right.values }
}
