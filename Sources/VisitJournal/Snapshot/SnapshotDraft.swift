internal import VisitModel

/// What the entries behind a snapshot add up to together with it: the caseload, and everything that the next one keeps.
///
/// Entries come from the log alone, so that the snapshot says what the log says and nothing else. What comes out is the
/// same to the byte as from the whole log (``SnapshotGathering``).
struct SnapshotDraft {
  private(set) var caseload: Caseload
  private(set) var unreadable: [Journal.UnreadableEntry] = []
  private(set) var lastStamp = Stamp(rawValue: 0)
  /// Families that an entry says were erased, and whose entry it is.
  private(set) var erasures: [(family: FamilyID, author: MemberNumber)] = []
  /// How many entries came since the snapshot this goes on from.
  private(set) var count = 0

  private let base: SnapshotArchive
  private var families: [FamilyID: KeptEntries] = [:]
  private var shelved = ShelvedEntries()
  private var sealedFamilies: Set<FamilyID> = []

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
  mutating func take(_ number: EntryNumber, _ reading: EntryCodec.Reading, stamp: () -> Stamp?) {
    count += 1
    switch reading {
    case .success((let entry, let opened)):
      lastStamp = max(lastStamp, entry.stamp)
      note(entry)
      if case .sealed(let fact) = entry.fact, let family = fact.family { sealedFamilies.insert(family) }
      let shelf = caseload.apply(KeptEntry(entry: entry, number: number))
      if case .family(let id) = shelf { families[id, default: KeptEntries()].add(number, opened) }
      _ = shelved.add(number, opened, to: shelf)
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
    // Nearly all of it is copied: read in one go it costs a fraction of what it would piece by piece.
    guard let bytes = base.contents.allBytes, let earlier = SnapshotContents(SnapshotPages(plain: bytes)),
      let old = earlier.records(), let shelved = ShelvedEntries(of: earlier)
    else { return nil }
    var parts = SnapshotParts()
    parts.entries = shelved
    parts.entries.add(self.shelved)
    parts.volunteers = caseload.volunteersInOrder
    for id in caseload.families.idsInOrder {
      let known = earlier.ordinal(of: id).map { earlier.places[$0] }
      if let known, families[id] == nil {
        guard parts.families.add(known, of: earlier) else { return nil }
      } else if let file = caseload.families.ownFile(of: id) {
        var lines: [UInt8] = []
        if let known {
          guard let kept = earlier.bytes(of: .entries, known.entries) else { return nil }
          lines = kept
        }
        parts.families.add(file, entries: lines + (families[id]?.bytes ?? []))
      }
    }
    var ordinals: [FamilyID: UInt32] = [:]
    for (ordinal, place) in parts.families.places.enumerated() { ordinals[place.id] = UInt32(ordinal) }
    parts.records = old.compactMap { old in ordinals[old.family].map { (old.record, $0) } }
    parts.records += caseload.families.places.compactMap { record, family in
      ordinals[family].map { (record.rawValue, $0) }
    }
    parts.records.sort { $0.record < $1.record }

    var head = SnapshotHead()
    head.covered = [SnapshotHead.Covered(device: device.bytes, position: position)]
    head.counts = caseload.counts
    head.lastStamp = lastStamp
    head.reach = reach
    head.sealedFamilies = sealedFamilies.sorted()
    head.unreadable = unreadable
    return parts.plain(head)
  }
}
