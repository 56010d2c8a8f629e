public import VisitJournal
internal import VisitModel

/// Records random facts in a journal, one commit after the other: families that come and move, visits that are corrected
/// and taken back, check-ins, plans, follow-ups, and now and then one of every kind of fact.
public struct RandomLife {
  private var seed: Seed
  private var families: [FamilyID] = []
  private var visits: [(id: RecordID, visit: Visit)] = []
  private var checkIns: [(id: RecordID, family: FamilyID)] = []
  private var merges: [(id: RecordID, into: FamilyID)] = []
  private var day = SampleFacts.day
  private let words: String

  /// A life told by its seed; every note is `wordCount` words long.
  public init(seed: UInt64, wordCount: Int = 20) {
    self.seed = Seed(seed)
    words = String(repeating: "notes ", count: wordCount)
  }

  /// Records about so many facts.
  public mutating func go(on journal: Journal, facts count: Int) throws(JournalError) {
    var recorded = 0
    while recorded < count {
      let facts = families.isEmpty ? [newFamily()] : (0..<1 + seed.below(6)).map { _ in next() }
      for kept in try journal.record(facts) { remember(kept) }
      recorded += facts.count
      day = day.advanced(by: seed.below(3))
    }
  }

  /// Records one of every kind of fact, all about one more family.
  public mutating func recordEveryKind(on journal: Journal) throws(JournalError) {
    for kept in try journal.record(SampleFacts.all) { remember(kept) }
  }

  private mutating func remember(_ kept: KeptEntry) {
    switch kept.entry.fact {
    case .visitRecorded(let visit): visits.append((kept.entry.id, visit))
    case .checkInRecorded(let checkIn): checkIns.append((kept.entry.id, checkIn.family))
    case .familyMerged(let merge, _): merges.append((kept.entry.id, merge.into))
    default: return
    }
  }

  private mutating func newFamily() -> Fact {
    let id = FamilyID(rawValue: seed.next())
    families.append(id)
    let people = SampleFacts.details.people
    return .familyAdded(
      id, Family(number: FamilyNumber(families.count + 100), name: "Family \(families.count)", people: people)
    )
  }

  private mutating func next() -> Fact {
    let family = families[seed.below(families.count)]
    let episode = EpisodeNumber(1 + seed.below(2))
    switch seed.below(22) {
    case 20:
      // Families end up in themselves now and then, as on two laptops that did not know of each other.
      let merge = FamilyMerge(
        family: family, into: families[seed.below(families.count)], day: day,
        people: [PersonNumber(1): PersonNumber(1), PersonNumber(2): PersonNumber(4)],
        episodes: [EpisodeNumber(1): EpisodeNumber(3)])
      return .familyMerged(merge, SampleFacts.reason)
    case 21:
      guard !merges.isEmpty else { return newVisit(family) }
      let (id, into) = merges[seed.below(merges.count)]
      return .mergeUndone(into, amendment(id))
    case 0: return newFamily()
    case 1:
      let details = Family(
        number: FamilyNumber((families.firstIndex(of: family) ?? 0) + 101), name: "Renamed")
      return .familyAmended(family, details, SampleFacts.reason)
    case 2: return .episodeOpened(family, EpisodeMove(episode: episode, state: .referred, day: day))
    case 3, 4:
      let state = SampleFacts.states[seed.below(SampleFacts.states.count)]
      return .episodeMoved(family, EpisodeMove(episode: episode, state: state, day: day))
    case 5: return .visitPlanned(family, VisitPlan(day: day.advanced(by: 7), start: nil))
    case 6, 7:
      var checkIn = SampleFacts.checkIn
      (checkIn.family, checkIn.day) = (family, day)
      checkIn.person = PersonNumber(1 + seed.below(2))
      return .checkInRecorded(checkIn)
    case 8:
      guard !checkIns.isEmpty else { return newVisit(family) }
      let (id, family) = checkIns[seed.below(checkIns.count)]
      return .checkInRetracted(amendment(id), family)
    case 9, 10:
      guard !visits.isEmpty else { return newVisit(family) }
      let index = seed.below(visits.count)
      visits[index].visit.note += "again "
      visits[index].visit.day = day
      return .visitAmended(amendment(visits[index].id), visits[index].visit)
    case 11:
      guard !visits.isEmpty else { return newVisit(family) }
      let (id, visit) = visits[seed.below(visits.count)]
      return .visitRetracted(amendment(id), visit.family)
    case 12:
      guard !visits.isEmpty else { return newVisit(family) }
      let (id, visit) = visits[seed.below(visits.count)]
      return .followUpDone(visit.family, visit: id)
    default: return newVisit(family)
    }
  }

  private mutating func newVisit(_ family: FamilyID) -> Fact {
    var visit = seed.once(in: 4) ? SampleFacts.missedVisit : SampleFacts.visit
    (visit.family, visit.day, visit.note) = (family, day, words)
    visit.volunteers = (0..<seed.below(3)).map { _ in VolunteerNumber(1 + seed.below(9)) }
    visit.travel = Minutes(seed.below(60))
    return .visitRecorded(visit)
  }

  private func amendment(_ id: RecordID) -> Amendment {
    Amendment(record: id, basedOn: id, reason: SampleFacts.reason)
  }
}
