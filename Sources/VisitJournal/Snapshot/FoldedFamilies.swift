internal import VisitModel

/// Families that follow each other, added up: what a snapshot keeps of each.
struct FoldedFamilies: Sendable {
  private(set) var places: [FamilyPlace] = []
  private(set) var standings: [UInt8] = []
  private(set) var entries: [UInt8] = []
  private(set) var names: [UInt8] = []
  private(set) var outlines: [UInt8] = []
  private(set) var visits = VisitColumns()
  /// Records that can be asked for by their identity, each with the place of its family.
  private(set) var records: [(record: UInt64, ordinal: UInt32)] = []
  /// What the entries come to that were read for this.
  private(set) var counts = CaseloadCounts()
  /// Entries that cannot be read after all; they are in no family's part.
  private(set) var unreadable: [Journal.UnreadableEntry] = []

  /// Adds a family by the lines of its entries, which are read for it.
  mutating func add(lines: [UInt8]) {
    var fold = FamilyFold()
    var (good, places): ([UInt8], [EntryNumber: Int]) = ([], [:])
    var isWhole = true
    var scribe = Scribe(reading: lines)
    while !scribe.isAtEnd {
      let start = scribe.place
      guard let line = KeptLine.next(in: &scribe) else { break }
      do throws(RecordError) {
        let kept = try line.entry()
        if !isWhole { good += lines[start..<scribe.place] }
        places[line.number] = isWhole ? start : good.count - (scribe.place - start)
        fold.take(kept)
      } catch {
        if isWhole { good = Array(lines[..<start]) }
        isWhole = false
        unreadable.append(Journal.UnreadableEntry(number: line.number, error: error))
      }
    }
    counts.add(fold.counts)
    guard let file = fold.file else { return }
    let ordinal = UInt32(self.places.count)
    records += fold.begun.map { ($0.rawValue, ordinal) }
    add(file, entries: isWhole ? lines : good, entryPlaces: places)
  }

  /// Adds a family by its file and the lines it was made from.
  mutating func add(_ file: FamilyFile, entries lines: [UInt8]) {
    add(file, entries: lines, entryPlaces: KeptEntries.places(in: lines))
  }

  private mutating func add(
    _ file: FamilyFile, entries lines: [UInt8], entryPlaces: [EntryNumber: Int]
  ) {
    var standing = FamilyStanding(file)
    var scribe = Scribe()
    standing.pass(through: &scribe)
    var outline = FamilyOutline(file)
    var sketching = Scribe()
    outline.pass(through: &sketching)
    let before = (visits: visits.count, words: visits.wordByteCount)
    visits.add(file.visits, places: entryPlaces)
    put(
      file.id, file.number, isActive: standing.isActive, visits: before.visits, words: before.words,
      standing: scribe.bytes,
      name: FamilyStanding.called(file.number, file.family.name).bytes, outline: sketching.bytes, lines)
  }

  /// Puts the rest of a family behind its visits, which begin at a place.
  private mutating func put(
    _ id: FamilyID, _ number: FamilyNumber, isActive: Bool, visits first: Int, words firstWord: Int,
    standing: [UInt8], name: [UInt8], outline: [UInt8], _ lines: [UInt8]
  ) {
    places.append(
      FamilyPlace(
        id: id, number: number, isActive: isActive, visits: first..<visits.count,
        standing: standings.count..<standings.count + standing.count,
        words: firstWord..<visits.wordByteCount, entries: entries.count..<entries.count + lines.count,
        name: names.count..<names.count + name.count,
        outline: outlines.count..<outlines.count + outline.count))
    standings += standing
    entries += lines
    names += name
    outlines += outline
  }

  /// Adds a family as an earlier snapshot has it; false where a part of it is not to be had.
  mutating func add(_ place: FamilyPlace, of earlier: SnapshotContents) -> Bool {
    guard let standing = earlier.bytes(of: .standings, place.standing),
      let lines = earlier.bytes(of: .entries, place.entries),
      let name = earlier.bytes(of: .names, place.name),
      let outline = earlier.bytes(of: .outlines, place.outline)
    else { return false }
    let before = (visits: visits.count, words: visits.wordByteCount)
    guard visits.add(place, of: earlier) else { return false }
    put(
      place.id, place.number, isActive: place.isActive, visits: before.visits, words: before.words,
      standing: standing, name: name,
      outline: outline, lines)
    return true
  }

  /// Adds the families that come behind these.
  mutating func add(_ other: FoldedFamilies) {
    let shift = UInt32(places.count)
    let (before, words) = (visits.count, visits.wordByteCount)
    for place in other.places {
      places.append(
        FamilyPlace(
          id: place.id, number: place.number, isActive: place.isActive,
          visits: place.visits.moved(by: before),
          standing: place.standing.moved(by: standings.count), words: place.words.moved(by: words),
          entries: place.entries.moved(by: entries.count), name: place.name.moved(by: names.count),
          outline: place.outline.moved(by: outlines.count)))
    }
    standings += other.standings
    entries += other.entries
    names += other.names
    outlines += other.outlines
    visits.add(other.visits)
    records += other.records.map { ($0.record, $0.ordinal + shift) }
    counts.add(other.counts)
    unreadable += other.unreadable
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
