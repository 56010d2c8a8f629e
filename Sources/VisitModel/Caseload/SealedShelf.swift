/// A visit of which the reader may know the numbers alone.
public struct SealedVisit: Hashable, Sendable {
  /// The family, by its random identity.
  public let family: FamilyID
  /// The plain numbers.
  public let numbers: VisitNumbers
}

/// The plain numbers of visits to families that the reader may not open.
public struct SealedShelf: Equatable, Sendable {
  private var own: [RecordID: SealedVisit] = [:]
  private var takenBack: Set<RecordID> = []
  private var erased: Set<FamilyID> = []
  private let archive: (any FamilyArchive)?

  /// An empty shelf.
  public init() { archive = nil }

  /// A shelf over an archive, but for families that were erased on an earlier one.
  init(_ archive: any FamilyArchive, without earlier: SealedShelf) {
    self.archive = archive
    erased = earlier.erased
  }

  /// The visits that stand, by identity.
  public var visits: [RecordID: SealedVisit] {
    guard let archive else { return own }
    return archive.sealedVisits.filter {
      !takenBack.contains($0.key) && !erased.contains($0.value.family)
    }.merging(own) { $1 }
  }

  /// Drops the visits to a family that was erased.
  public mutating func forget(_ family: FamilyID) {
    own = own.filter { $0.value.family != family }
    erased.insert(family)
  }

  /// Two shelves are the same when the same visits stand on them.
  public static func == (left: SealedShelf, right: SealedShelf) -> Bool { left.visits == right.visits }

  /// Takes in what can be known of a sealed entry.
  public mutating func take(_ sealed: SealedFact, _ kept: KeptEntry) {
    guard let family = sealed.family else { return }
    switch sealed.kind {
    case .visitRecorded:
      guard let numbers = sealed.visit else { return }
      own[kept.entry.id] = SealedVisit(family: family, numbers: numbers)
    case .visitAmended:
      guard let record = sealed.record, let numbers = sealed.visit else { return }
      own[record] = SealedVisit(family: family, numbers: numbers)
      takenBack.remove(record)
    case .visitRetracted:
      guard let record = sealed.record else { return }
      own[record] = nil
      if archive != nil { takenBack.insert(record) }
    default: return
    }
  }
}
