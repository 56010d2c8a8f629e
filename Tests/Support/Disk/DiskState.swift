import VisitJournal

/// One file of a simulated disk: what programs see and what the medium holds.
struct DiskNode {
  static let sector = 512
  var seen: [UInt8] = []
  var kept: [UInt8] = []
  /// The sectors written since the last sync.
  var dirty: Set<Int> = []
  /// The era in which the lock was taken.
  var lockEra: Int?
  /// The open file that took it.
  var lockHolder: ObjectIdentifier?

  /// Brings one sector of the medium up to what is seen.
  mutating func keep(sector: Int) {
    let start = sector * DiskNode.sector
    let end = min(start + DiskNode.sector, seen.count)
    guard start < end else { return }
    if kept.count < end { kept.append(contentsOf: repeatElement(0, count: end - kept.count)) }
    kept.replaceSubrange(start..<end, with: seen[start..<end])
  }

  /// Makes the medium's file `size` bytes long.
  mutating func resizeKept(to size: Int) {
    if kept.count > size {
      kept.removeLast(kept.count - size)
    } else {
      kept.append(contentsOf: repeatElement(0, count: size - kept.count))
    }
  }
}

/// A name on the disk.
enum DiskEntry: Hashable {
  case file(Int)
  case folder
}

/// A change to the names in one folder.
enum NameChange {
  case add(JournalPath, DiskEntry)
  case move(JournalPath, JournalPath, DiskEntry)
  case remove(JournalPath)

  var folder: JournalPath {
    switch self {
    case .add(let path, _), .move(_, let path, _), .remove(let path): path.folder
    }
  }

  func apply(to names: inout [JournalPath: DiskEntry]) {
    switch self {
    case .add(let path, let entry): names[path] = entry
    case .move(let old, let new, let entry):
      names[old] = nil
      names[new] = entry
    case .remove(let path): names[path] = nil
    }
  }
}

/// Everything a simulated disk is.
struct DiskState {
  var names: [JournalPath: DiskEntry] = [JournalPath("/"): .folder]
  var keptNames: [JournalPath: DiskEntry] = [JournalPath("/"): .folder]
  /// The name changes of each folder since it was synced, in order.
  var pending: [JournalPath: [NameChange]] = [:]
  var nodes: [DiskNode] = []
  var seed: Seed
  var faults: DiskFaults
  var calls = 0
  var isOff = false
  /// Counts restarts of the programs: files opened in an earlier era are closed.
  var era = 0
  var rottenBits = 0

  init(seed: UInt64, faults: DiskFaults) {
    self.seed = Seed(seed)
    self.faults = faults
  }

  mutating func isUnlucky(_ rate: Int) -> Bool { rate > 0 && seed.once(in: rate) }

  mutating func change(_ change: NameChange) {
    change.apply(to: &names)
    pending[change.folder, default: []].append(change)
  }

  /// A sync that fails: each sector reached the medium or did not, and nobody remembers which.
  mutating func failSync(of number: Int) {
    for sector in nodes[number].dirty.sorted() where seed.once(in: 2) { nodes[number].keep(sector: sector) }
    nodes[number].dirty = []
    if seed.once(in: 2) { nodes[number].resizeKept(to: nodes[number].seen.count) }
  }

  /// The power goes and comes back.
  mutating func losePower() {
    era += 1
    isOff = false
    faults.powerGoesAtCall = nil
    // Folders in a fixed order, so that one seed replays one run.
    for folder in pending.keys.sorted(by: { $0.text < $1.text }) {
      let changes = pending[folder] ?? []
      for change in changes.prefix(seed.below(changes.count + 1)) { change.apply(to: &keptNames) }
    }
    pending = [:]
    while let orphan = keptNames.keys.first(where: { keptNames[$0.folder] != .folder }) {
      keptNames[orphan] = nil
    }
    names = keptNames
    for number in nodes.indices { tear(number) }
    if isUnlucky(faults.rot) { rotOneBit() }
  }

  /// Decides, sector by sector, what of the unsynced writes reached the medium.
  private mutating func tear(_ number: Int) {
    let style = seed.below(4)
    let before = nodes[number].kept.count
    let after = nodes[number].seen.count
    if let (keptSectors, keepsLength) = faults.tearing {
      for (index, sector) in nodes[number].dirty.sorted().enumerated() where keptSectors >> index & 1 == 1 {
        nodes[number].keep(sector: sector)
      }
      nodes[number].resizeKept(to: keepsLength ? after : before)
      nodes[number].seen = nodes[number].kept
      nodes[number].dirty = []
      return
    }
    for sector in nodes[number].dirty.sorted() where style == 3 || style > 0 && seed.once(in: 2) {
      nodes[number].keep(sector: sector)
    }
    if before != after {
      let sizes = [before, after, min(before, after) + seed.below(abs(after - before) + 1)]
      nodes[number].resizeKept(to: style == 3 ? after : sizes[seed.below(after > before ? 3 : 2)])
    } else {
      nodes[number].resizeKept(to: after)
    }
    nodes[number].seen = nodes[number].kept
    nodes[number].dirty = []
  }

  private mutating func rotOneBit() {
    let files = names.compactMap { entry -> Int? in
      if case .file(let number) = entry.value { number } else { nil }
    }
    let total = files.sorted().map { nodes[$0].kept.count }.reduce(0, +)
    guard total > 0 else { return }
    var place = seed.below(total)
    for number in files.sorted() {
      if place < nodes[number].kept.count {
        nodes[number].kept[place] ^= 1 << UInt8(seed.below(8))
        nodes[number].seen = nodes[number].kept
        rottenBits += 1
        return
      }
      place -= nodes[number].kept.count
    }
  }
}
