/// The families' files by identity: those at hand, and those an archive makes when they are asked for.
public struct FamilyShelf: Sendable {
  private var opened: [FamilyID: FamilyFile] = [:]
  private var openedByNumber: [FamilyNumber: FamilyID] = [:]
  private var openedLast: FamilyNumber?
  /// Which family's file each record stands in, where the archive does not know it.
  private var places: [RecordID: FamilyID] = [:]
  private let archive: (any FamilyArchive)?
  /// Families that were erased, which the archive may still hold.
  private var erased: Set<FamilyID> = []

  init(_ archive: (any FamilyArchive)? = nil) { self.archive = archive }

  /// A family's file.
  public subscript(id: FamilyID) -> FamilyFile? {
    opened[id] ?? (erased.contains(id) ? nil : archive?.file(of: id))
  }

  /// Whether there is a family of that identity.
  public func contains(_ id: FamilyID) -> Bool {
    opened[id] != nil || !erased.contains(id) && archive?.holds(id) ?? false
  }

  /// How many families there are.
  public var count: Int { archived.count + opened.count }

  /// Every family's identity, in no order that means anything.
  public var ids: [FamilyID] { archived + opened.keys }

  /// Every family's file, by number. Makes those that nobody has asked for yet: ``standings`` costs far less.
  public var values: [FamilyFile] {
    let files = archived.compactMap { archive?.file(of: $0) } + opened.values
    // Files are large: short keys are sorted in their place.
    let keys = files.indices.map { (number: files[$0].number, index: $0) }
    return keys.sorted { $0.number < $1.number }.map { files[$0.index] }
  }

  /// How every family stands, by number, without making their files.
  public var standings: [FamilyStanding] {
    let all = archived.compactMap { archive?.standing(of: $0) } + opened.values.map(FamilyStanding.init)
    let keys = all.indices.map { (number: all[$0].number, index: $0) }
    return keys.sorted { $0.number < $1.number }.map { all[$0.index] }
  }

  /// How one family stands.
  public func standing(of id: FamilyID) -> FamilyStanding? {
    opened[id].map(FamilyStanding.init) ?? (erased.contains(id) ? nil : archive?.standing(of: id))
  }

  /// The family of a number.
  func id(of number: FamilyNumber) -> FamilyID? {
    openedByNumber[number] ?? standing(archive?.family(numbered: number))
  }

  /// The highest number of a family.
  var lastNumber: FamilyNumber? { [openedLast, archive?.lastNumber].compactMap(\.self).max() }

  /// The family whose file a record stands in.
  public func id(holding record: RecordID) -> FamilyID? {
    places[record] ?? standing(archive?.family(holding: record))
  }

  /// The records within a range, in their order.
  func records(in range: ClosedRange<RecordID>) -> [RecordID] {
    let archived = archive?.records(in: range) ?? []
    let standing = erased.isEmpty ? archived : archived.filter { id(holding: $0) != nil }
    return (places.keys.filter(range.contains) + standing).sorted()
  }

  /// Takes down the file of a family that was erased.
  mutating func forget(_ id: FamilyID) {
    if let file = opened.removeValue(forKey: id) { openedByNumber[file.number] = nil }
    places = places.filter { $0.value != id }
    if archive != nil { erased.insert(id) }
  }

  /// A family of the archive, unless it was erased.
  private func standing(_ id: FamilyID?) -> FamilyID? { id.flatMap { erased.contains($0) ? nil : $0 } }

  /// Puts a new family's file up.
  mutating func begin(_ file: FamilyFile) {
    opened[file.id] = file
    openedByNumber[file.number] = file.id
    openedLast = max(openedLast ?? file.number, file.number)
  }

  /// Takes an entry into the file of its family; nil where there is no such family.
  mutating func take(_ kept: KeptEntry, of id: FamilyID) -> Taken? {
    if opened[id] == nil {
      guard let file = self[id] else { return nil }
      opened[id] = file
    }
    let taken = opened[id]?.take(kept)
    if case .begins = taken { places[kept.entry.id] = id }
    return taken
  }

  /// The families of the archive that nothing was added to since.
  private var archived: [FamilyID] {
    guard let families = archive?.families else { return [] }
    return opened.isEmpty && erased.isEmpty
      ? families : families.filter { opened[$0] == nil && !erased.contains($0) }
  }
}

extension FamilyShelf: Equatable {
  /// Two shelves are the same when every file on them is, however each came to be there.
  public static func == (left: FamilyShelf, right: FamilyShelf) -> Bool { left.values == right.values }
}

extension FamilyFile {
  /// The file that a family's entries add up to, in their order; nil where they do not begin with the family itself.
  public init?(folding entries: some Sequence<KeptEntry>) {
    var file: FamilyFile?
    for kept in entries {
      if case .familyAdded(let id, let family) = kept.entry.fact {
        file = FamilyFile(id: id, details: Record(first: Version(kept, value: family)))
      } else {
        _ = file?.take(kept)
      }
    }
    guard let file else { return nil }
    self = file
  }
}
