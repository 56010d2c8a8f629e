internal import VisitModel

/// A snapshot made from the log alone: entries are gathered family by family as they come, and read when all of a family
/// are together, on all cores.
///
/// What is in memory at once is the gathered entries and what they have been made into so far, never the files of all
/// families. It comes out the same to the byte as one that goes on from an earlier snapshot (``SnapshotDraft``).
struct SnapshotGathering {
  /// The caseload without its families.
  private(set) var caseload = Caseload()
  private(set) var unreadable: [Journal.UnreadableEntry] = []
  private(set) var lastStamp = Stamp(rawValue: 0)
  /// Families that an entry says were erased, and whose entry it is.
  private(set) var erasures: [(family: FamilyID, author: MemberNumber)] = []
  /// How many entries came.
  private(set) var count = 0
  /// How many of them are closed to the reader.
  private(set) var sealedCount = 0
  /// What the entries come to; known once the families are made.
  private(set) var counts = CaseloadCounts()

  private struct Gathered {
    let id: FamilyID
    let number: FamilyNumber
    var lines: [UInt8] = []
  }

  private var gathered: [Gathered] = []
  private var places: [FamilyID: Int] = [:]
  private var shelved = ShelvedEntries()
  private var sealedFamilies: Set<FamilyID> = []
  /// What the entries of families come to that were erased since.
  private var erased = CaseloadCounts()

  /// Takes the next entry of the log, or why it cannot be read.
  mutating func take(
    _ number: EntryNumber, _ gathering: EntryCodec.Gathering, _ bytes: ArraySlice<UInt8>, _ codec: EntryCodec
  ) {
    count += 1
    switch gathering {
    case .line(let line, let family, let written):
      guard let place = places[family] else { return take(number, codec.reading(bytes), bytes, codec) }
      lastStamp = max(lastStamp, written)
      gathered[place].lines += line
    case .entry(let reading): take(number, reading, bytes, codec)
    }
  }

  private mutating func take(
    _ number: EntryNumber, _ reading: EntryCodec.Reading, _ bytes: ArraySlice<UInt8>, _ codec: EntryCodec
  ) {
    switch reading {
    case .success((let entry, let opened)):
      lastStamp = max(lastStamp, entry.stamp)
      switch entry.fact {
      case .familyAdded(let id, let family):
        var lines = KeptEntries()
        lines.add(number, opened)
        if let place = places[id] {
          gathered[place].lines += lines.bytes
        } else {
          places[id] = gathered.count
          gathered.append(Gathered(id: id, number: family.number, lines: lines.bytes))
        }
        return
      case .oversight(.familyErased(let erasure)):
        erasures.append((erasure.family, entry.author))
        forget(erasure.family)
      case .sealed(let fact):
        sealedCount += 1
        if let family = fact.family { sealedFamilies.insert(family) }
        if fact.kind == .familyErased, let family = fact.family { forget(family) }
      default: break
      }
      _ = shelved.add(number, opened, to: caseload.apply(KeptEntry(entry: entry, number: number)))
    case .failure(let error):
      if let stamp = codec.stamp(of: bytes) { lastStamp = max(lastStamp, stamp) }
      unreadable.append(Journal.UnreadableEntry(number: number, error: error))
    }
  }

  /// Drops the entries of a family that was erased; that there were some stays counted.
  private mutating func forget(_ family: FamilyID) {
    guard let place = places.removeValue(forKey: family) else { return }
    var folded = FoldedFamilies()
    folded.add(lines: gathered[place].lines)
    erased.add(folded.counts)
    unreadable += folded.unreadable
    gathered[place].lines = []
  }

  /// Every family that an entry of the log is about, as far as the reader can know, in a fixed order.
  var familiesMet: [FamilyID] { (Array(places.keys) + sealedFamilies).sorted() }

  /// The plain bytes of the snapshot up to a position of a device's log. Takes the gathered entries with it.
  ///
  /// `progress` is told how many families are made, and how many there are, from time to time.
  mutating func plain(
    upTo position: LogPosition, of device: LogID, reach: [UInt8],
    progress: ((_ done: Int, _ total: Int) -> Void)? = nil
  ) -> [UInt8] {
    var parts = SnapshotParts()
    parts.entries = shelved
    parts.volunteers = caseload.volunteersInOrder
    parts.families = folded(progress)
    parts.records = parts.families.records.sorted { $0.record < $1.record }
    unreadable = (unreadable + parts.families.unreadable).sorted { $0.number < $1.number }
    counts = caseload.counts
    counts.add(parts.families.counts)
    counts.add(erased)
    var head = SnapshotHead()
    head.covered = [SnapshotHead.Covered(device: device.bytes, position: position)]
    head.counts = counts
    head.lastStamp = lastStamp
    head.reach = reach
    head.sealedFamilies = sealedFamilies.sorted()
    head.unreadable = unreadable
    return parts.plain(head)
  }

  /// The families by number, each made from its entries, some of them on each core. What a family is made from is let go
  /// of as soon as it is made.
  private mutating func folded(_ progress: ((Int, Int) -> Void)?) -> FoldedFamilies {
    let order = inOrder
    var all = FoldedFamilies()
    for start in stride(from: 0, to: order.count, by: SnapshotGathering.familiesAtOnce) {
      let run = order[start..<min(order.count, start + SnapshotGathering.familiesAtOnce)]
      let lines = run.map { gathered[$0].lines }
      for place in run { gathered[place].lines = [] }
      let blocks = stride(from: 0, to: lines.count, by: SnapshotGathering.block).map {
        $0..<min(lines.count, $0 + SnapshotGathering.block)
      }
      let made = AllCores.map(blocks) { block in
        var folded = FoldedFamilies()
        for lines in lines[block] { folded.add(lines: lines) }
        return folded
      }
      for folded in made { all.add(folded) }
      progress?(start + run.count, order.count)
    }
    return all
  }

  /// The places of the gathered families by number; of two with one number first the one that was entered last.
  private var inOrder: [Int] {
    let standing = gathered.indices.filter { places[gathered[$0].id] == $0 }
    var last: [FamilyNumber: Int] = [:]
    for place in standing { last[gathered[place].number] = place }
    return standing.sorted { left, right in
      let (one, other) = (gathered[left], gathered[right])
      if one.number != other.number { return one.number < other.number }
      let named = last[one.number]
      return left == named || right != named && one.id < other.id
    }
  }

  /// How many families are made before what they were made from is let go.
  private static let familiesAtOnce = 1_024
  /// How many one core makes in one go.
  private static let block = 64
}
