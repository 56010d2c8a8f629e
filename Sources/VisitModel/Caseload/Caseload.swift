/// The caseload: what the entries of a journal add up to. It is derived, and may be thrown away at any time.
///
/// Entries are applied in the order of their stamps. What comes out of the journal was checked when it was made,
/// so applying never fails; an entry about something unknown (its beginning is sealed to this reader) is counted
/// in ``sealedEntries`` and left out.
public struct Caseload: Equatable, Sendable {
  /// The scheme.
  public private(set) var scheme = Scheme(name: "")
  /// The members, by number, those who have left among them.
  public private(set) var members: [MemberNumber: Member] = [:]
  /// The volunteers, by number.
  public private(set) var volunteers = VolunteerShelf()
  /// The families that the reader may open, by identity.
  public private(set) var families = FamilyShelf()
  /// What is known of the volunteers beyond name and number.
  public var volunteering: [VolunteerNumber: VolunteerFile] { lateVolunteering.value }
  /// The services the scheme knows of.
  public private(set) var directory = ServiceDirectory()
  /// The concerns that the reader may see.
  public var concerns: ConcernBook {
    var book = lateConcerns.value
    book.merges = families.merges
    return book
  }
  /// The official wordings of instruments that were added.
  public private(set) var wordings = Wordings()
  /// What was done with the records themselves.
  public private(set) var oversight = OversightBook()
  /// The numbers of visits to families that the reader may not open.
  public private(set) var sealed = SealedShelf()
  /// How many entries there were, and the latest of them.
  public private(set) var counts = CaseloadCounts()

  private var lateVolunteering = Late([VolunteerNumber: VolunteerFile]())
  private var lateConcerns = Late(ConcernBook())

  /// An empty caseload.
  public init() {}

  /// A caseload as it was added up before: families, sealed visits, volunteers and concerns stay in the archive until they
  /// are asked for.
  ///
  /// - Parameters:
  ///   - entries: Every entry that went nowhere else, in their order.
  ///   - counts: How many entries there were in all, and the latest of them.
  package init(
    resuming archive: any FamilyArchive & VolunteerArchive, entries: some Sequence<KeptEntry>,
    counts: CaseloadCounts
  ) {
    volunteers = VolunteerShelf(archive)
    lateVolunteering = Late(making: {
      var files: [VolunteerNumber: VolunteerFile] = [:]
      for kept in archive.volunteerEntries { Caseload.take(kept, into: &files) }
      return files
    })
    for entry in entries { apply(entry) }
    // After the entries, of which an erasure forgets the concerns that came before it and no others.
    lateConcerns = Late(making: { ConcernBook(archive.concernEntries, erasures: archive.erasures) })
    families = FamilyShelf(archive, merges: families.merges)
    sealed = SealedShelf(archive, without: sealed)
    self.counts = counts
  }

  /// Takes in one more entry. Constant time for all but the first entry of a family.
  ///
  /// - Returns: Where the entry went: into a family's file, among the sealed visits, or into the caseload at large.
  @discardableResult
  public mutating func apply(_ kept: KeptEntry) -> EntryShelf {
    counts.entries += 1
    counts.lastStamp = max(counts.lastStamp, kept.entry.stamp)
    switch kept.entry.fact.kind {
    case .familyAdded: counts.families += 1
    case .volunteerAdded: counts.volunteers += 1
    default: break
    }
    switch kept.entry.fact {
    case .schemeSet(let scheme): self.scheme = scheme
    case .memberJoined(let member): members[member.number] = member
    case .memberLeft(let number, _): members[number]?.hasLeft = true
    case .volunteerAdded(let volunteer), .volunteerAmended(let volunteer, _):
      volunteers.put(volunteer)
      lateVolunteering.change { Caseload.take(kept, into: &$0) }
      return .volunteers
    case .familyAdded(let id, let family):
      families.begin(FamilyFile(id: id, details: Record(first: Version(kept, value: family))))
      return .family(id)
    case .familyMerged(let merge, let reason):
      families.merge(merge, reason, kept)
      return .caseload
    case .mergeUndone(_, let amendment):
      if case .unknown = families.takeBackMerge(amendment, kept) { counts.sealed += 1 }
      return .caseload
    case .volunteering:
      lateVolunteering.change { Caseload.take(kept, into: &$0) }
      return .volunteers

    case .directory(let fact): directory.take(fact, kept)

    case .concern(let fact):
      lateConcerns.change { $0.take(fact, kept) }
      return .concerns

    case .wording(let fact): wordings.take(fact, kept)

    case .oversight(let fact):
      oversight.take(fact, kept)
      if case .familyErased(let erasure) = fact { forget(erasure.family) }

    case .sealed(let fact):
      counts.sealed += 1
      sealed.take(fact, kept)
      if fact.kind == .familyErased, let family = fact.family { forget(family) }
      return .sealed
    case .familyAmended, .episodeOpened, .episodeMoved, .visitPlanned, .visitRecorded, .visitAmended,
      .visitRetracted, .followUpDone, .checkInRecorded, .checkInRetracted, .background, .assessment, .outing,
      .service, .evaluation:
      guard let id = kept.entry.fact.family, let taken = families.take(kept, of: id) else {
        counts.sealed += 1
        return .caseload
      }
      if case .unknown = taken { counts.sealed += 1 }
      return .family(id)
    }
    return .caseload
  }

  /// Drops all that is known of a family that was erased; its numbers are in ``oversight``.
  private mutating func forget(_ family: FamilyID) {
    families.forget(family)
    sealed.forget(family)
    lateConcerns.changeLater { $0.forget(family) }
  }

  /// Takes an entry into the file of the volunteer it is about.
  private static func take(_ kept: KeptEntry, into files: inout [VolunteerNumber: VolunteerFile]) {
    switch kept.entry.fact {
    case .volunteerAdded(let volunteer):
      files[volunteer.number, default: VolunteerFile()].take(volunteer, reason: nil, kept)
    case .volunteerAmended(let volunteer, let reason):
      files[volunteer.number, default: VolunteerFile()].take(volunteer, reason: reason, kept)
    case .volunteering(let volunteer, let fact):
      files[volunteer, default: VolunteerFile()].take(fact, kept)
    default: break
    }
  }
}

/// Where an entry was put when it was taken into a caseload.
public enum EntryShelf: Hashable, Sendable {
  /// Into a family's file.
  case family(FamilyID)
  /// Among what the reader may know the numbers of alone.
  case sealed
  /// Into a volunteer's file.
  case volunteers
  /// Among the concerns.
  case concerns
  /// Into the caseload at large, or nowhere because what it is about is not known.
  case caseload
}

/// How many entries a caseload was added up from.
public struct CaseloadCounts: Hashable, Sendable {
  /// How many entries were applied.
  public var entries = 0
  /// How many of them the reader could not open, or not place.
  public var sealed = 0
  /// How many families were ever added, those among them whose numbers the reader may not see.
  public var families = 0
  /// How many volunteers were ever added.
  public var volunteers = 0
  /// The latest stamp among them.
  public var lastStamp = Stamp(rawValue: 0)

  /// Nothing counted yet.
  public init() {}

  /// Adds what other entries come to.
  package mutating func add(_ other: CaseloadCounts) {
    entries += other.entries
    sealed += other.sealed
    families += other.families
    volunteers += other.volunteers
    lastStamp = max(lastStamp, other.lastStamp)
  }
}

extension Caseload {
  /// The family of that number; where it was merged into another, that one.
  public func family(_ number: FamilyNumber) -> FamilyFile? {
    families.id(of: number).flatMap { families[$0] }
  }
  /// The identity of the family that a number was given to, also where another stands for it now.
  public func id(givenTo number: FamilyNumber) -> FamilyID? { families.id(of: number) }
  /// The merge by which a number is not used any more; nil for all other numbers.
  public func merge(of number: FamilyNumber) -> Record<FamilyMerge>? {
    families.id(of: number).flatMap(families.merges.merge(of:))
  }
  /// The family whose file a record stands in.
  public func family(holding record: RecordID) -> FamilyFile? {
    families.id(holding: record).flatMap { families[$0] }
  }
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
    guard prefix.count >= 3, let range = RecordID.range(beginning: prefix) else { return [] }
    return families.records(in: range)
  }
  /// Every family, by number.
  public var familiesInOrder: [FamilyFile] { families.values }
  /// The numbers of visits to families that the reader may not open.
  public var sealedVisits: [RecordID: SealedVisit] { sealed.visits }
  /// How many entries could not be opened by this reader.
  public var sealedEntries: Int { counts.sealed }
  /// How many entries were applied.
  public var entryCount: Int { counts.entries }
  /// The latest stamp seen.
  public var lastStamp: Stamp { counts.lastStamp }
  /// Every volunteer, by number.
  public var volunteersInOrder: [Volunteer] { volunteers.values }
  /// The number a new family gets: after every number known, and after as many as were ever given, since a family
  /// that is erased or sealed to the reader keeps its own.
  public var nextFamilyNumber: FamilyNumber {
    let erased = oversight.erasures.values.map(\.what.number).max()
    return FamilyNumber(max(families.lastNumber?.count ?? 0, erased?.count ?? 0, counts.families) + 1)
  }
  /// The number a new volunteer gets; counted like that of a family.
  public var nextVolunteerNumber: VolunteerNumber {
    VolunteerNumber(max(volunteers.lastNumber?.count ?? 0, counts.volunteers) + 1)
  }
  /// Whether a member does the office's work: a coordinator or supervisor, or a volunteer whose book has no office.
  public func isOffice(_ member: Member) -> Bool {
    member.role.isOffice || !members.values.contains { $0.role.isOffice && !$0.hasLeft }
  }
  /// Whether a member works on families and volunteers: a coordinator, or whoever stands in where there is none. Beside a
  /// coordinator a supervisor reads (`domain.md`, "Roles"); concerns are everybody's of the office.
  public func coordinates(_ member: Member) -> Bool {
    isOffice(member)
      && (member.role != .supervisor || !members.values.contains { $0.role == .coordinator && !$0.hasLeft })
  }
  /// Whether a member may take out files that name families: a supervisor, or the office where there is no supervisor.
  public func mayExportNames(_ member: Member) -> Bool { maySet(member) }
  /// Whether a member may change the scheme's settings: a supervisor, or the office where there is no supervisor.
  public func maySet(_ member: Member) -> Bool {
    member.role == .supervisor
      || (isOffice(member) && !members.values.contains { $0.role == .supervisor && !$0.hasLeft })
  }
  /// The name of a member, or their number where the name is not known.
  public func name(of member: MemberNumber) -> String { members[member]?.name ?? member.description }
  /// The name of a volunteer, or their number where the name is not known.
  public func name(of volunteer: VolunteerNumber) -> String {
    volunteers[volunteer]?.name ?? volunteer.description
  }
}
