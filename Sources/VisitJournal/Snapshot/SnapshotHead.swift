internal import VisitModel

/// The parts of a snapshot's plain bytes, in their order.
enum SnapshotSection: Int, CaseIterable {
  /// Entries that went nowhere else: the scheme, members, the directory, what was done with the records.
  case caseload
  /// The number and the end of each volunteer (4 bytes each), the volunteers as they are now, the entries about them, and
  /// those about concerns.
  case volunteerPlaces, volunteers, volunteerEntries, concernEntries
  /// The families by number, each with how much of every part is its own (``FamilyPlace``).
  case families
  /// The places of the families in the order of their identities (4 bytes each).
  case order
  /// What each family is called, folded for searching.
  case names
  /// Volunteers who went together, each company once.
  case companies
  /// What summaries count of each family, and how each stands.
  case outlines, standings
  /// The identities of records in their order (8 bytes each), and for each the place of its family (4 bytes).
  case records, recordFamilies
  /// One column each of the visits that stand, family by family (``VisitColumns``).
  case visitRecords, visitDays, visitEntered, visitMinutes, visitTravel, visitMiles, visitExpenses
  case visitCompanies, visitOutcomes, visitPlaces, visitWordCounts
  /// What was said of the visits that stand, folded for searching, visit by visit.
  case words
  /// Entries of which the reader may know the numbers alone.
  case sealed
  /// Every family's entries, family by family.
  case entries
}

/// What a snapshot begins with: what it was made from, and where its parts lie.
///
/// Plain bytes = length of the head (4 bytes), the head, the sections.
struct SnapshotHead: Hashable, Kept {
  /// A log it covers: by which device, and up to where.
  struct Covered: Hashable, Kept {
    var device: [UInt8]
    var position: LogPosition
    static var blank: Covered { Covered(device: [], position: .start) }
    mutating func pass(through scribe: inout Scribe) {
      scribe.pass(&device)
      scribe.pass(&position)
    }
  }

  static let lengthByteCount = 4

  var covered: [Covered] = []
  var counts = CaseloadCounts()
  /// The latest stamp, that of entries which cannot be read among them.
  var lastStamp = Stamp(rawValue: 0)
  /// What the reader held keys to (``Keyring/reach(of:for:)``).
  var reach: [UInt8] = []
  /// Families of which entries are sealed.
  var sealedFamilies: [FamilyID] = []
  var unreadable: [Journal.UnreadableEntry] = []
  /// The bytes of each section, in the order of their cases.
  var lengths: [UInt64] = []

  static var blank: SnapshotHead { SnapshotHead() }

  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&covered)
    scribe.pass(&counts.entries)
    scribe.pass(&counts.sealed)
    scribe.pass(&counts.families)
    scribe.pass(&counts.volunteers)
    scribe.pass(&counts.lastStamp)
    scribe.pass(&lastStamp)
    scribe.pass(&reach)
    scribe.pass(&sealedFamilies)
    scribe.pass(&unreadable)
    scribe.pass(&lengths)
  }
}

extension LogPosition: Kept {
  static var blank: LogPosition { .start }
  mutating func pass(through scribe: inout Scribe) {
    scribe.pass(&segment)
    scribe.pass(&frameOffset)
    scribe.pass(&end)
    scribe.pass(&sequence)
    scribe.pass(&entryCount)
    scribe.pass(&chainBefore)
    scribe.pass(&chain)
  }
}

extension ChainHash: Kept {
  static var blank: ChainHash { .zero }
  mutating func pass(through scribe: inout Scribe) {
    var bytes = bytes
    scribe.pass(&bytes)
    self = ChainHash(bytes) ?? .zero
  }
}

extension Journal.UnreadableEntry: Kept {
  static var blank: Journal.UnreadableEntry {
    Journal.UnreadableEntry(number: .blank, error: RecordError(.notAnEntry, ""))
  }
  mutating func pass(through scribe: inout Scribe) {
    var (number, problem, field) = (number, error.problem, error.field)
    scribe.pass(&number)
    scribe.pass(&problem)
    scribe.pass(&field)
    self = Journal.UnreadableEntry(number: number, error: RecordError(problem, field))
  }
}

extension RecordError.Problem: Kept {
  static var blank: RecordError.Problem { .notAnEntry }

  mutating func pass(through scribe: inout Scribe) {
    var (kind, detail): (Int, Int) =
      switch self {
      case .notAnEntry: (0, 0)
      case .unknownKind(let number): (1, number)
      case .missing: (2, 0)
      case .unknownValue(let number): (3, number)
      case .outOfRange: (4, 0)
      case .boxDoesNotOpen: (5, 0)
      case .notABox: (6, 0)
      case .noKey: (7, 0)
      }
    scribe.pass(&kind)
    scribe.pass(&detail)
    self =
      switch kind {
      case 1: .unknownKind(detail)
      case 2: .missing
      case 3: .unknownValue(detail)
      case 4: .outOfRange
      case 5: .boxDoesNotOpen
      case 6: .notABox
      case 7: .noKey
      default: .notAnEntry
      }
  }
}
