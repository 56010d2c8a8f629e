internal import VisitModel

/// The parts of a snapshot, put together into its plain bytes.
struct SnapshotParts {
  /// Entries that went into no family's file, by where they went.
  var entries = ShelvedEntries()
  /// By number.
  var volunteers: [Volunteer] = []
  var families = FoldedFamilies()
  /// Records with the places of their families, in the order of their identities.
  var records: [(record: UInt64, ordinal: UInt32)] = []

  /// The plain bytes under a head, of which the lengths are filled in. The parts are used up on the way.
  consuming func plain(_ head: SnapshotHead) -> [UInt8] {
    var sections = [[UInt8]](repeating: [], count: SnapshotSection.allCases.count)
    func put(_ bytes: [UInt8], _ section: SnapshotSection) { sections[section.rawValue] = bytes }
    for (section, bytes) in entries.sections { put(bytes, section) }
    var (scribe, ends) = (Scribe(), [UInt8]())
    for volunteer in volunteers {
      var volunteer = volunteer
      scribe.pass(&volunteer)
      ends.append(littleEndian: UInt32(clamping: volunteer.number.count))
      ends.append(littleEndian: UInt32(clamping: scribe.bytes.count))
    }
    put(ends, .volunteerPlaces)
    put(scribe.bytes, .volunteers)
    let places = families.places
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * FamilyPlace.byteCount)
    for place in places { place.append(to: &rows) }
    put(rows, .families)
    var order: [UInt8] = []
    for place in places.indices.sorted(by: { (places[$0].id, $0) < (places[$1].id, $1) }) {
      order.append(littleEndian: UInt32(place))
    }
    put(order, .order)
    scribe = Scribe()
    var companies = families.visits.companies.map(Company.init)
    scribe.pass(&companies)
    put(scribe.bytes, .companies)
    put(families.names, .names)
    put(families.outlines, .outlines)
    put(families.standings, .standings)
    put(families.entries, .entries)
    for (section, column) in families.visits.sections { put(column, section) }
    families = FoldedFamilies()
    var (ids, ordinals): ([UInt8], [UInt8]) = ([], [])
    ids.reserveCapacity(records.count * 8)
    ordinals.reserveCapacity(records.count * 4)
    for (record, ordinal) in records {
      ids.append(littleEndian: record)
      ordinals.append(littleEndian: ordinal)
    }
    records = []
    put(ids, .records)
    put(ordinals, .recordFamilies)

    var head = head
    head.lengths = sections.map { UInt64($0.count) }
    scribe = Scribe()
    scribe.pass(&head)
    var plain: [UInt8] = []
    plain.reserveCapacity(
      SnapshotHead.lengthByteCount + scribe.bytes.count + sections.reduce(0) { $0 + $1.count })
    plain.append(littleEndian: UInt32(scribe.bytes.count))
    plain += scribe.bytes
    for index in sections.indices {
      plain += sections[index]
      sections[index] = []
    }
    return plain
  }
}
