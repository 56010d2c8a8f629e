internal import VisitModel

/// Entries that went into no family's file, each where a caseload put it.
struct ShelvedEntries {
  /// Sections of entries that no family's file takes.
  static let shelves: [SnapshotSection] = [.caseload, .volunteerEntries, .concernEntries, .sealed]

  private var kept: [SnapshotSection: [UInt8]] = [:]

  init() {}

  /// What an earlier snapshot has of them; nil where a page of it does not open.
  init?(of earlier: SnapshotContents) {
    for section in ShelvedEntries.shelves {
      guard let bytes = earlier.bytes(of: section) else { return nil }
      kept[section] = bytes
    }
  }

  /// Adds an entry where a caseload put it; false for one that is in a family's file.
  mutating func add(_ number: EntryNumber, _ opened: OpenedEntry, to shelf: EntryShelf) -> Bool {
    let section: SnapshotSection
    switch shelf {
    case .family: return false
    case .sealed: section = .sealed
    case .volunteers: section = .volunteerEntries
    case .concerns: section = .concernEntries
    case .caseload: section = .caseload
    }
    var entries = KeptEntries()
    entries.add(number, opened)
    kept[section, default: []] += entries.bytes
    return true
  }

  /// Adds entries that came later.
  mutating func add(_ later: ShelvedEntries) {
    for (section, bytes) in later.kept { kept[section, default: []] += bytes }
  }

  /// The bytes of each section.
  var sections: [(section: SnapshotSection, bytes: [UInt8])] {
    ShelvedEntries.shelves.map { ($0, kept[$0] ?? []) }
  }
}
