import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A family that is erased")
struct ErasureTests {
  var test = TestJournal()
  let family = SampleFacts.family
  let other = FamilyID(rawValue: 99)
  let lowri = MemberNumber(2)

  /// A journal of a supervisor and a volunteer, with two families whose entries share frames with each other.
  func scheme() throws -> Journal {
    let (journal, _) = try test.create(role: .supervisor)
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "lantern"), cost: .rehearsal)
    try journal.record([
      .familyAdded(family, SampleFacts.details),
      .familyAdded(other, Family(number: FamilyNumber(2), name: "Okafor")),
      .episodeOpened(
        family,
        EpisodeMove(episode: EpisodeNumber(1), state: .matched(VolunteerNumber(7)), day: SampleFacts.day)),
    ])
    try journal.record(.visitRecorded(SampleFacts.visit))
    try journal.record([
      .oversight(
        .familyOpened(FamilyOpening(family: family, day: SampleFacts.day, reason: SampleFacts.reason))),
      .visitPlanned(other, VisitPlan(day: SampleFacts.day, start: nil)),
    ])
    try journal.drafts.save(
      DraftKey(.visit, family: family), fields: [DraftField(name: "note", text: "unfinished")])
    try journal.drafts.save(
      DraftKey(.visit, family: other), fields: [DraftField(name: "note", text: "of others")])
    return journal
  }

  static let facts: [Fact] = [
    .oversight(.familyErased(SampleFacts.erasure)), .oversight(.numbersKept(SampleFacts.numbers)),
  ]

  func caseload(of journal: Journal) throws -> Caseload {
    var caseload = Caseload()
    try journal.forEachEntry { caseload.apply($0) }
    return caseload
  }

  /// Opens the journal as a command does, going through its entries.
  func open(_ member: MemberNumber = MemberNumber(1), _ passphrase: String = TestJournal.passphrase) throws
    -> Journal
  {
    try test.open(as: .number(member), passphrase: passphrase) { _ in }
  }

  /// Nothing of the family is left, everything else is, and the log is sound.
  func expectErased(_ journal: Journal, _ comment: Comment? = nil) throws {
    let entries = try journal.entries()
    #expect(entries.filter { $0.entry.fact.subject == family }.map(\.entry.fact) == Self.facts, comment)
    #expect(
      entries.contains { $0.entry.fact == .visitPlanned(other, VisitPlan(day: SampleFacts.day, start: nil)) },
      comment)
    let caseload = try caseload(of: journal)
    #expect(caseload.families.ownIDs == [other], comment)
    #expect(caseload.oversight.erasures[family]?.what == SampleFacts.erasure, comment)
    #expect(caseload.oversight.numbers[family] == SampleFacts.numbers, comment)
    #expect(!journal.canOpen(family), comment)
    #expect(journal.keyring.family(family) == nil && journal.keyring.isErased(family), comment)
    #expect(try journal.drafts.list().drafts.map(\.key.family) == [other], comment)
    #expect(journal.verify(everySignature: true).verdict == .good, comment)
    #expect(try Journal.verify(at: test.root, fileSystem: test.disk).verdict == .good, comment)
  }

  @Test("leaves its erasure, its plain numbers and every other family; the chain still verifies")
  func erased() throws {
    let journal = try scheme()
    #expect(try journal.entries(about: family).count == 4)
    let (kept, cleared) = try journal.erase(recording: Self.facts)
    #expect(kept.map(\.entry.fact) == Self.facts)
    #expect(cleared.entries == 4 && cleared.drafts == 1)
    try expectErased(journal)
    try journal.record(.visitPlanned(other, VisitPlan(day: SampleFacts.day, start: nil)))
    #expect(throws: JournalError.notAllowed(family)) { try journal.record(.visitRecorded(SampleFacts.visit)) }
    try journal.close()
    let again = try open()
    #expect(again.finishedErasures.isEmpty && again.erasureTrouble == nil)
    try expectErased(again)
  }

  @Test("is gone for its volunteer too, with what they had typed of it, once they come back")
  func volunteer() throws {
    try scheme().close()
    let visiting = try open(lowri, "lantern")
    try visiting.drafts.save(
      DraftKey(.visit, family: family), fields: [DraftField(name: "note", text: "mine")])
    try visiting.close()
    let office = try open()
    _ = try office.erase(recording: Self.facts)
    try office.close()
    let back = try open(lowri, "lantern")
    #expect(try back.drafts.list().drafts.isEmpty)
    let caseload = try caseload(of: back)
    #expect(caseload.families.count == 0 && caseload.sealed.visits.isEmpty)
    #expect(caseload.oversight.numbers[family] == SampleFacts.numbers)
  }

  @Test(
    "does not come back with an older copy of the keyring: the next opening deletes the key again and says so"
  )
  func olderKeyring() throws {
    try scheme().close()
    let ring = Keyring.path(in: test.root)
    let old = try test.disk.readAll(ring)
    let office = try open()
    _ = try office.erase(recording: Self.facts)
    try office.close()
    try test.disk.replaceAtomically(ring, with: old)
    let again = try open()
    #expect(again.finishedErasures == [family])
    try expectErased(again)
  }

  @Test("takes its concerns along: what was done about them, and the copy that only its author can open")
  func concerns() throws {
    try scheme().close()
    let visiting = try open(lowri, "lantern")
    let bare = Fact.concern(.raised(SampleFacts.bareConcern))
    try visiting.record([.concern(.raised(SampleFacts.concern)), .concern(.copied(SampleFacts.concern))])
    try visiting.record([bare, .concern(.copied(SampleFacts.bareConcern))])
    try visiting.close()
    let office = try open()
    let mark = ConcernMark(at: SampleFacts.moment, words: "seen")
    try office.record([
      .concern(.acknowledged(SampleFacts.concern.id, mark)),
      .concern(.acknowledged(SampleFacts.bareConcern.id, mark)),
    ])
    #expect(try office.entries(about: family).count == 4 + 3)
    let (_, cleared) = try office.erase(recording: Self.facts)
    #expect(cleared.entries == 7)
    try expectErased(office)
    #expect(try caseload(of: office).concerns.all.map(\.id) == [SampleFacts.bareConcern.id])
    try office.close()
    let back = try open(lowri, "lantern")
    #expect(try caseload(of: back).concerns.all.map(\.id) == [SampleFacts.bareConcern.id])
    #expect(try !back.entries().contains { $0.entry.fact == .concern(.copied(SampleFacts.concern)) })
  }

  @Test("gets no key again, whatever is recorded about it")
  func tombstone() throws {
    let journal = try scheme()
    _ = try journal.erase(recording: Self.facts)
    #expect(throws: JournalError.notAllowed(family)) {
      try journal.record(.familyAdded(family, SampleFacts.details))
    }
  }

  @Test("is erased by a supervisor and nobody else")
  func role() throws {
    try scheme().close()
    let visiting = try open(lowri, "lantern")
    #expect(throws: JournalError.notAllowed(family)) { try visiting.erase(recording: Self.facts) }
    #expect(try visiting.entries().contains { $0.entry.fact == .visitRecorded(SampleFacts.visit) })
  }

  @Test("is gone from the quarantine and the snapshot as well")
  func elsewhere() throws {
    let journal = try scheme()
    let layout = JournalLayout(test.root)
    try test.disk.replaceAtomically(layout.quarantine.appending("1-512-0.torn"), with: [1, 2, 3])
    try test.disk.makeFolder(layout.snapshot)
    try test.disk.replaceAtomically(layout.snapshot.appending("000001.vsnap"), with: [4, 5, 6])
    let (_, cleared) = try journal.erase(recording: Self.facts)
    #expect(cleared.quarantined == 1)
    #expect(try test.disk.list(layout.quarantine).isEmpty)
    #expect(try test.disk.list(layout.snapshot).isEmpty)
  }

  @Test("while the power goes at any moment is whole or erased, and the next opening finishes what was begun")
  func powerCuts() throws {
    var call = 0
    var wasWhole = false
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(call))
      let trial = ErasureTests(test: TestJournal(disk, root: JournalPath("/journal")))
      try trial.scheme().close()
      disk.faults.powerGoesAtCall = disk.callCount + call
      try? trial.eraseAndClose()
      let isReached = disk.isOff
      disk.restart()
      let office = try trial.open()
      #expect(office.erasureTrouble == nil, "call \(call)")
      if try trial.caseload(of: office).oversight.erasures.isEmpty {
        wasWhole = true
        #expect(try office.entries(about: family).count == 4, "call \(call)")
        _ = try office.erase(recording: Self.facts)
      }
      try trial.expectErased(office, "call \(call)")
      try office.close()
      if !isReached { break }
    }
    #expect(wasWhole && call > 40, "erasing took fewer calls than thought: \(call)")
  }

  private func eraseAndClose() throws {
    let journal = try open()
    _ = try journal.erase(recording: Self.facts)
    try journal.close()
  }
}
