/// The caseload: what the entries of a journal add up to. It is derived, and may be thrown away at any time.
///
/// Entries are applied in the order of their stamps. What comes out of the journal was checked when it was made,
/// so applying never fails; an entry about something unknown (its beginning is sealed to this reader) is counted
/// in ``sealedEntries`` and left out.
public struct Caseload: Sendable {
  /// The scheme.
  public private(set) var scheme = Scheme(name: "")
  /// The members, by number, those who have left among them.
  public private(set) var members: [MemberNumber: Member] = [:]
  /// The volunteers, by number.
  public private(set) var volunteers: [VolunteerNumber: Volunteer] = [:]
  /// The families that the reader may open, by identity.
  public private(set) var families: [FamilyID: FamilyFile] = [:]
  /// What is known of the volunteers beyond name and number.
  public private(set) var volunteering: [VolunteerNumber: VolunteerFile] = [:]
  /// The services the scheme knows of.
  public private(set) var directory = ServiceDirectory()
  /// The concerns that the reader may see.
  public private(set) var concerns = ConcernBook()
  /// The official wordings of instruments that were added.
  public private(set) var wordings = Wordings()
  /// What was done with the records themselves.
  public private(set) var oversight = OversightBook()
  /// The numbers of visits to families that the reader may not open.
  public private(set) var sealedVisits: [RecordID: SealedVisit] = [:]
  /// How many entries could not be opened by this reader.
  public private(set) var sealedEntries = 0
  /// How many entries were applied.
  public private(set) var entryCount = 0
  /// The latest stamp seen.
  public private(set) var lastStamp = Stamp(rawValue: 0)

  private var familiesByNumber: [FamilyNumber: FamilyID] = [:]
  /// Which family's file each record stands in.
  private var places: [RecordID: FamilyID] = [:]

  /// An empty caseload.
  public init() {}

  /// Takes in one more entry. Constant time for all but the first entry of a family.
  public mutating func apply(_ kept: KeptEntry) {
    entryCount += 1
    lastStamp = max(lastStamp, kept.entry.stamp)
    switch kept.entry.fact {
    case .schemeSet(let scheme): self.scheme = scheme
    case .memberJoined(let member): members[member.number] = member
    case .memberLeft(let number, _): members[number]?.hasLeft = true
    case .volunteerAdded(let volunteer), .volunteerAmended(let volunteer, _):
      volunteers[volunteer.number] = volunteer
    case .familyAdded(let id, let family):
      families[id] = FamilyFile(id: id, details: Record(first: Version(kept, value: family)))
      familiesByNumber[family.number] = id
    case .volunteering(let volunteer, let fact):
      volunteering[volunteer, default: VolunteerFile()].take(fact, kept)

    case .directory(let fact): directory.take(fact, kept)

    case .concern(let fact): concerns.take(fact, kept)

    case .wording(let fact): wordings.take(fact, kept)

    case .oversight(let fact): oversight.take(fact, kept)

    case .sealed(let sealed): applySealed(sealed, kept)
    case .familyAmended, .episodeOpened, .episodeMoved, .visitPlanned, .visitRecorded, .visitAmended,
      .visitRetracted, .followUpDone, .checkInRecorded, .checkInRetracted, .background, .assessment, .outing,
      .service, .evaluation:
      applyToFamily(kept)
    }
  }

  private mutating func applyToFamily(_ kept: KeptEntry) {
    guard let id = kept.entry.fact.family, let taken = families[id]?.take(kept) else {
      sealedEntries += 1
      return
    }
    switch taken {
    case .known: break
    case .begins: places[kept.entry.id] = id
    case .unknown: sealedEntries += 1
    }
  }

  private mutating func applySealed(_ sealed: SealedFact, _ kept: KeptEntry) {
    sealedEntries += 1
    guard let family = sealed.family else { return }
    switch sealed.kind {
    case .visitRecorded:
      guard let numbers = sealed.visit else { return }
      sealedVisits[kept.entry.id] = SealedVisit(family: family, numbers: numbers)
    case .visitAmended:
      guard let record = sealed.record, let numbers = sealed.visit else { return }
      sealedVisits[record] = SealedVisit(family: family, numbers: numbers)
    case .visitRetracted:
      guard let record = sealed.record else { return }
      sealedVisits[record] = nil
    default: return
    }
  }
}

/// A visit of which the reader may know the numbers alone.
public struct SealedVisit: Hashable, Sendable {
  /// The family, by its random identity.
  public let family: FamilyID
  /// The plain numbers.
  public let numbers: VisitNumbers
}

extension Caseload {
  /// The family of that number.
  public func family(_ number: FamilyNumber) -> FamilyFile? {
    familiesByNumber[number].flatMap { families[$0] }
  }
  /// The family whose file a record stands in.
  public func family(holding record: RecordID) -> FamilyFile? { places[record].flatMap { families[$0] } }
  /// The visit of that identity, with the family it belongs to.
  public func visit(_ id: RecordID) -> (family: FamilyFile, visit: Record<Visit>)? {
    guard let file = family(holding: id), let visit = file.visit(id) else { return nil }
    return (file, visit)
  }
  /// The check-in of that identity, with the family it belongs to.
  public func checkIn(_ id: RecordID) -> (family: FamilyFile, checkIn: Record<CheckIn>)? {
    guard let file = family(holding: id), let checkIn = file.checkIn(id) else { return nil }
    return (file, checkIn)
  }
  /// Identities that begin with what was typed, for people who type only the first letters (three or more).
  public func records(beginning prefix: String) -> [RecordID] {
    guard prefix.count >= 3 else { return [] }
    let folded = RecordID.unconfused(prefix)
    return places.keys.filter { $0.description.hasPrefix(folded) }.sorted()
  }
  /// Every family, by number.
  public var familiesInOrder: [FamilyFile] {
    families.values.sorted { $0.number < $1.number }
  }
  /// Every volunteer, by number.
  public var volunteersInOrder: [Volunteer] { volunteers.values.sorted { $0.number < $1.number } }
  /// The number a new family gets.
  public var nextFamilyNumber: FamilyNumber {
    FamilyNumber((familiesByNumber.keys.max()?.count ?? 0) + 1)
  }
  /// The number a new volunteer gets.
  public var nextVolunteerNumber: VolunteerNumber {
    VolunteerNumber((volunteers.keys.max()?.count ?? 0) + 1)
  }
  /// Whether a member does the office's work: a coordinator or supervisor, or a volunteer whose book has no office.
  public func isOffice(_ member: Member) -> Bool {
    member.role.isOffice || !members.values.contains { $0.role.isOffice && !$0.hasLeft }
  }
  /// The name of a member, or their number where the name is not known.
  public func name(of member: MemberNumber) -> String { members[member]?.name ?? member.description }
  /// The name of a volunteer, or their number where the name is not known.
  public func name(of volunteer: VolunteerNumber) -> String {
    volunteers[volunteer]?.name ?? volunteer.description
  }
}
