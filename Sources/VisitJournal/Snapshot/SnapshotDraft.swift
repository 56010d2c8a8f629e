internal import VisitModel

/// What a pass over the log adds up to: the caseload, and everything that a snapshot of it keeps.
///
/// Entries come from the log alone, so that the snapshot says what the log says and nothing else. A pass may go on where
/// an earlier snapshot ends; what comes out is the same to the byte as from a pass over the whole log.
struct SnapshotDraft {
  private(set) var caseload: Caseload
  private(set) var unreadable: [Journal.UnreadableEntry] = []
  private(set) var lastStamp = Stamp(rawValue: 0)
  /// Families that an entry says were erased, and whose entry it is.
  private(set) var erasures: [(family: FamilyID, author: MemberNumber)] = []
  /// How many entries came since the snapshot this goes on from.
  private(set) var count = 0

  private let base: SnapshotArchive?
  private var families: [FamilyID: KeptEntries] = [:]
  private var sealed = KeptEntries()
  private var others = KeptEntries()
  private var sealedFamilies: Set<FamilyID> = []

  /// A draft from nothing.
  init() {
    caseload = Caseload()
    base = nil
  }

  /// A draft that goes on from a snapshot; nil where the snapshot cannot be read after all.
  init?(from base: SnapshotArchive) {
    let contents = base.contents
    guard let entries = contents.bytes(of: .caseload).flatMap(KeptEntries.read) else { return nil }
    self.base = base
    caseload = Caseload(resuming: base, entries: entries, counts: contents.head.counts)
    for kept in entries { note(kept.entry) }
    unreadable = contents.head.unreadable
    lastStamp = contents.head.lastStamp
    sealedFamilies = Set(contents.head.sealedFamilies)
  }

  /// Takes the next entry of the log, or why it cannot be read.
  mutating func take(_ number: EntryNumber, _ reading: EntryDelivery.Reading, stamp: () -> Stamp?) {
    count += 1
    switch reading {
    case .success((let entry, let opened)):
      lastStamp = max(lastStamp, entry.stamp)
      note(entry)
      if case .sealed(let fact) = entry.fact, let family = fact.family { sealedFamilies.insert(family) }
      switch caseload.apply(KeptEntry(entry: entry, number: number)) {
      case .family(let id): families[id, default: KeptEntries()].add(number, opened)
      case .sealed: sealed.add(number, opened)
      case .caseload: others.add(number, opened)
      }
    case .failure(let error):
      if let stamp = stamp() { lastStamp = max(lastStamp, stamp) }
      unreadable.append(Journal.UnreadableEntry(number: number, error: error))
    }
  }

  private mutating func note(_ entry: Entry) {
    guard case .oversight(.familyErased(let erasure)) = entry.fact else { return }
    erasures.append((erasure.family, entry.author))
  }

  /// Every family that an entry of the log is about, as far as the reader can know, in a fixed order.
  var familiesMet: [FamilyID] { (caseload.families.ownIDs + sealedFamilies).sorted() }

  /// The plain bytes of the snapshot up to a position of a device's log; nil where the snapshot this goes on from cannot
  /// be read any more.
  func plain(upTo position: LogPosition, of device: LogID, reach: [UInt8]) -> [UInt8]? {
    var sections = [[UInt8]](repeating: [], count: SnapshotSection.allCases.count)
    func put(_ bytes: [UInt8], _ section: SnapshotSection) { sections[section.rawValue] = bytes }
    let earlier = base?.contents
    var old: [SnapshotSection: [UInt8]] = [:]
    for section in [SnapshotSection.caseload, .sealed] {
      guard let earlier else { break }
      guard let bytes = earlier.bytes(of: section) else { return nil }
      old[section] = bytes
    }
    put((old[.caseload] ?? []) + others.bytes, .caseload)
    put((old[.sealed] ?? []) + sealed.bytes, .sealed)

    var families = SnapshotFamilies()
    for id in caseload.families.idsInOrder {
      let known = earlier?.ordinals[id].map { ordinal in (ordinal, earlier?.kept(ordinal)) }
      if let known, known.1 == nil { return nil }
      let added = self.families[id]?.bytes ?? []
      if let (ordinal, kept) = known, let kept, added.isEmpty,
        let rows = earlier?.visits(of: ordinal..<ordinal + 1)
      {
        families.add(id, caseload.families, standing: kept.standing, entries: kept.entries, rows)
      } else if let file = caseload.families.ownFile(of: id) {
        families.add(file, entries: (known?.1?.entries ?? []) + added)
      }
    }
    guard let records = recordsInOrder(earlier) else { return nil }
    families.put(records: records, into: put)

    var head = SnapshotHead()
    head.covered = [SnapshotHead.Covered(device: device.bytes, position: position)]
    head.counts = caseload.counts
    head.lastStamp = lastStamp
    head.reach = reach
    head.sealedFamilies = sealedFamilies.sorted()
    head.unreadable = unreadable
    head.lengths = sections.map { UInt64($0.count) }
    var scribe = Scribe()
    scribe.pass(&head)
    var plain: [UInt8] = []
    plain.reserveCapacity(
      SnapshotHead.lengthByteCount + scribe.bytes.count + sections.reduce(0) { $0 + $1.count })
    plain.append(littleEndian: UInt32(scribe.bytes.count))
    plain += scribe.bytes
    for section in sections { plain += section }
    return plain
  }

  /// Every record that can be asked for, with its family, in the order of their identities.
  private func recordsInOrder(_ earlier: SnapshotContents?) -> [(record: UInt64, family: FamilyID)]? {
    var records = caseload.families.places.map { (record: $0.key.rawValue, family: $0.value) }
    if let earlier {
      guard let old = earlier.records() else { return nil }
      records += old
    }
    return records.sorted { $0.record < $1.record }
  }
}

/// The families' sections of a snapshot, as they come together family by family.
private struct SnapshotFamilies {
  private var places: [FamilyPlace] = []
  private var ordinals: [FamilyID: Int] = [:]
  private var standings: [UInt8] = []
  private var entries: [UInt8] = []
  private var visits = VisitColumns()

  /// Adds a family as an earlier snapshot has it.
  mutating func add(
    _ id: FamilyID, _ shelf: FamilyShelf, standing: [UInt8], entries: [UInt8], _ rows: VisitRows
  ) {
    guard let number = shelf.number(of: id) else { return }
    for row in 0..<rows.count { visits.add(rows[row]) }
    add(FamilyPlace(id: id, number: number, visits: rows.count), standing, entries)
  }

  /// Adds a family by its file.
  mutating func add(_ file: FamilyFile, entries: [UInt8]) {
    var standing = FamilyStanding(file)
    var scribe = Scribe()
    standing.pass(through: &scribe)
    let standingVisits = file.visits.compactMap(VisitFigures.init)
    for visit in standingVisits { visits.add(visit) }
    add(
      FamilyPlace(id: file.id, number: file.number, visits: standingVisits.count), scribe.bytes, entries)
  }

  private mutating func add(_ place: FamilyPlace, _ standing: [UInt8], _ entries: [UInt8]) {
    var place = place
    place.standingBytes = standing.count
    place.entryBytes = entries.count
    ordinals[place.id] = places.count
    places.append(place)
    standings += standing
    self.entries += entries
  }

  /// Puts the sections where they belong.
  func put(records: [(record: UInt64, family: FamilyID)], into put: ([UInt8], SnapshotSection) -> Void) {
    var scribe = Scribe()
    var places = places
    scribe.pass(&places)
    put(scribe.bytes, .families)
    scribe = Scribe()
    var companies = visits.companies.map(Company.init)
    scribe.pass(&companies)
    put(scribe.bytes, .companies)
    put(standings, .standings)
    put(entries, .entries)
    for (section, column) in visits.columns { put(column, section) }
    var (ids, families): ([UInt8], [UInt8]) = ([], [])
    for (record, family) in records {
      guard let ordinal = ordinals[family] else { continue }
      ids.append(littleEndian: record)
      families.append(littleEndian: UInt32(ordinal))
    }
    put(ids, .records)
    put(families, .recordFamilies)
  }
}
