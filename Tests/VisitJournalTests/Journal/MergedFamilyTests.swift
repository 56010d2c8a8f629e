import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Two families that are one in a journal")
struct MergedFamilyTests {
  let test = TestJournal()
  let family = SampleFacts.family
  let again = FamilyID(rawValue: 99)
  let lowri = MemberNumber(2)
  let sue = Member(number: MemberNumber(1), name: "Sue", role: .supervisor)

  /// A supervisor's journal with one family entered twice; a volunteer is matched with the second.
  private func scheme(visits: Int = 1) throws -> (journal: Journal, caseload: Caseload) {
    let (journal, _) = try test.create(role: .supervisor)
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: TestJournal.passphrase), cost: .rehearsal)
    let mother = Person(number: PersonNumber(1), role: .mother, name: "Giulia Marchetti")
    try journal.record([
      .familyAdded(family, Family(number: FamilyNumber(1), name: "Marchetti", people: [mother])),
      .familyAdded(again, Family(number: FamilyNumber(2), name: "Marcheti", people: [mother])),
      .episodeOpened(
        again,
        EpisodeMove(episode: EpisodeNumber(1), state: .matched(VolunteerNumber(7)), day: SampleFacts.day)),
    ])
    for id in [family, again] {
      var visit = SampleFacts.missedVisit
      visit.family = id
      try journal.record(Array(repeating: .visitRecorded(visit), count: visits))
    }
    return (journal, try caseload(of: journal))
  }

  private func caseload(of journal: Journal) throws -> Caseload {
    var caseload = Caseload()
    try journal.forEachEntry { caseload.apply($0) }
    return caseload
  }

  private func merging(_ journal: Journal, _ caseload: Caseload) throws -> [Fact] {
    try MergeFamilies(family: again, into: family, reason: "twice").facts(
      in: caseload, lists: .empty, by: sue, today: SampleFacts.day, holders: journal.holders(of:))
  }

  private func seenByLowri() throws -> Caseload {
    let visiting = try test.open(as: .number(lowri), mode: .reading)
    return try caseload(of: visiting)
  }

  @Test("open to the volunteer of either, whole, and to nobody more once the merge is taken back")
  func keys() throws {
    var (journal, caseload) = try scheme()
    #expect(try seenByLowri().familiesInOrder.map(\.number) == [FamilyNumber(2)])
    for kept in try journal.record(try merging(journal, caseload)) { caseload.apply(kept) }
    try journal.close()
    let seen = try seenByLowri()
    #expect(seen.familiesInOrder.map(\.number) == [FamilyNumber(1)])
    #expect(seen.families[family]?.visits.count == 2 && seen.sealedVisits.isEmpty)
    #expect(seen.families[family]?.volunteer == VolunteerNumber(7))

    let office = try test.open(as: .number(sue.number)) { _ in }
    let facts = try UndoMerge(family: again, reason: "two after all").facts(
      in: caseload, by: sue, holders: office.holders(of:))
    for kept in try office.record(facts) { caseload.apply(kept) }
    try office.close()
    #expect(try seenByLowri().familiesInOrder.map(\.number) == [FamilyNumber(2)])
    #expect(try seenByLowri().families[again]?.visits.count == 1)
    #expect(caseload.familiesInOrder.map(\.visits.count) == [1, 1])
  }

  @Test("are the same whether the book is opened by its snapshot or read from the log")
  func snapshot() throws {
    let (journal, caseload) = try scheme(visits: 70)
    try journal.record(try merging(journal, caseload))
    try journal.close()
    let (first, whole) = try test.openCaseload(as: .number(sue.number))
    #expect(whole.families.count == 1 && whole.families[family]?.visits.count == 140)
    try first.close()
    let (second, kept) = try test.openCaseload(as: .number(sue.number), mode: .reading)
    #expect(second.entriesReadOnOpening == 0)
    #expect(kept == whole)
    #expect(kept.families.standings == whole.families.standings)
    #expect(kept.family(FamilyNumber(2))?.number == FamilyNumber(1))
  }

  @Test("are erased together: both keys go, and every entry of both")
  func erased() throws {
    var (journal, caseload) = try scheme()
    for kept in try journal.record(try merging(journal, caseload)) { caseload.apply(kept) }
    #expect(try journal.entries(about: caseload.parts(of: family)).count == 3 + 2 + 2)
    let facts = try EraseFamily(family: family, reason: "asked for").facts(
      in: caseload, by: sue, confirmed: "F-0001", counts: [], today: SampleFacts.day)
    let (_, cleared) = try journal.erase(recording: facts)
    #expect(cleared.entries == 7)
    for id in [family, again] {
      #expect(!journal.canOpen(id) && journal.keyring.isErased(id))
      #expect(
        try journal.entries().filter { $0.entry.fact.goesWithFamily && $0.entry.fact.isAbout(id) }.isEmpty)
    }
    let left = try self.caseload(of: journal)
    #expect(left.families.count == 0 && left.families.merges.all.isEmpty)
    #expect(left.oversight.erasure(of: FamilyNumber(2)) != nil)
    #expect(left.oversight.numbers[family]?.visits.count == 2)
    #expect(journal.verify(everySignature: true).verdict == .good)
  }
}
