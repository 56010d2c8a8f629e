import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Members")
struct JournalMembersTests {
  let test = TestJournal()
  let coordinator = MemberChoice.number(MemberNumber(1))
  let volunteer = MemberChoice.number(MemberNumber(2))
  let other = FamilyID(rawValue: 99)

  /// A journal with a volunteer, V-07, and two families nobody visits yet.
  private func scheme() throws -> Journal {
    let (journal, _) = try test.create()
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "lantern"), cost: .rehearsal)
    try journal.record([
      .familyAdded(SampleFacts.family, SampleFacts.details),
      .familyAdded(other, Family(number: FamilyNumber(2), name: "Okafor")),
      .visitRecorded(SampleFacts.visit),
    ])
    return journal
  }

  private func match(_ family: FamilyID) -> Fact {
    .episodeOpened(
      family,
      EpisodeMove(episode: EpisodeNumber(1), state: .matched(VolunteerNumber(7)), day: SampleFacts.day))
  }

  private func asVolunteer(_ mode: Journal.Mode = .reading) throws -> Journal {
    try test.open(as: volunteer, passphrase: "lantern", mode: mode)
  }

  @Test("who visit no family see that there are visits, and how long they were, and nothing of whom")
  func unmatched() throws {
    let journal = try scheme()
    #expect(journal.canOpen(SampleFacts.family))
    let visiting = try asVolunteer()
    #expect(!visiting.canOpen(SampleFacts.family))
    let facts = try visiting.entries().map(\.entry.fact)
    let sealed = facts.compactMap { fact in if case .sealed(let sealed) = fact { sealed } else { nil } }
    #expect(sealed.map(\.kind) == [.familyAdded, .familyAdded, .visitRecorded])
    #expect(sealed.last?.visit?.minutes == Minutes(95))
    #expect(sealed.last?.visit?.volunteers == SampleFacts.visit.volunteers)
    #expect(facts.contains(.schemeSet(SampleFacts.scheme)))
    let said = String(describing: sealed)
    for word in SampleFacts.privateWords { #expect(!said.contains(word)) }
  }

  @Test("who are matched with a family read all of it from the first entry on, and no other family")
  func matched() throws {
    let journal = try scheme()
    try journal.record(match(SampleFacts.family))
    let visiting = try asVolunteer()
    #expect(visiting.canOpen(SampleFacts.family))
    #expect(!visiting.canOpen(other))
    let facts = try visiting.entries().map(\.entry.fact)
    #expect(facts.contains(.familyAdded(SampleFacts.family, SampleFacts.details)))
    #expect(facts.contains(.visitRecorded(SampleFacts.visit)))
    #expect(facts.filter { if case .sealed = $0 { true } else { false } }.count == 1)
    #expect(journal.isGranted(SampleFacts.family, to: MemberNumber(2)))
    #expect(!journal.isGranted(other, to: MemberNumber(2)))
  }

  @Test("from whom a family was withdrawn see its numbers alone from the next opening on")
  func withdrawn() throws {
    let journal = try scheme()
    try journal.record(match(SampleFacts.family))
    try journal.withdraw(SampleFacts.family, from: MemberNumber(2))
    #expect(!journal.isGranted(SampleFacts.family, to: MemberNumber(2)))
    #expect(try !asVolunteer().canOpen(SampleFacts.family))
    #expect(journal.canOpen(SampleFacts.family))
    try journal.grant(SampleFacts.family, to: MemberNumber(2))
    try journal.close()
    let visiting = try asVolunteer(.writing)
    #expect(visiting.canOpen(SampleFacts.family))
    #expect(throws: JournalError.notAllowed(nil)) {
      try visiting.withdraw(SampleFacts.family, from: MemberNumber(2))
    }
  }

  @Test("from whom a family was withdrawn cannot open what came after even with the keyring from before")
  func withdrawnForGood() throws {
    let journal = try scheme()
    try journal.record(match(SampleFacts.family))
    let ring = Keyring.path(in: test.root)
    let before = try test.disk.readAll(ring)
    try journal.withdraw(SampleFacts.family, from: MemberNumber(2))
    try journal.record(.visitRecorded(SampleFacts.visit))
    #expect(try journal.entries().last?.entry.fact == .visitRecorded(SampleFacts.visit))
    try journal.close()
    try test.disk.replaceAtomically(ring, with: before)
    let visiting = try asVolunteer()
    #expect(visiting.canOpen(SampleFacts.family))
    let last = try #require(try visiting.entries().last)
    guard case .sealed(let sealed) = last.entry.fact else {
      Issue.record("an entry from after the withdrawal was opened")
      return
    }
    #expect(sealed.kind == .visitRecorded)
  }

  @Test("who may not open a family cannot write into it either, and cannot let anybody in")
  func notAllowed() throws {
    let journal = try scheme()
    try journal.record(match(SampleFacts.family))
    try journal.close()
    let visiting = try asVolunteer(.writing)
    try visiting.record(.visitRecorded(SampleFacts.visit))
    var elsewhere = SampleFacts.visit
    elsewhere.family = other
    #expect(throws: JournalError.notAllowed(other)) { try visiting.record(.visitRecorded(elsewhere)) }
    #expect(throws: JournalError.notAllowed(nil)) { try visiting.grant(other, to: MemberNumber(2)) }
    #expect(throws: JournalError.notAllowed(nil)) {
      try visiting.addMember(
        name: "Mallory", role: .supervisor, passphrase: SecretBytes(text: "x"), cost: .rehearsal)
    }
  }

  @Test("who enter a family themselves read it, and so does the office")
  func ownFamily() throws {
    try scheme().close()
    let visiting = try asVolunteer(.writing)
    let own = FamilyID(rawValue: 5)
    let fact = Fact.familyAdded(own, Family(number: FamilyNumber(3), name: "Petrov"))
    try visiting.record(fact)
    try visiting.close()
    #expect(try asVolunteer().entries().last?.entry.fact == fact)
    #expect(try test.open(as: coordinator, mode: .reading).entries().last?.entry.fact == fact)
  }

  @Test("of the office who join later read every family from before")
  func lateOffice() throws {
    let journal = try scheme()
    let (member, code) = try journal.addMember(
      name: "Sue", role: .supervisor, passphrase: SecretBytes(text: "walnut"), cost: .rehearsal)
    try journal.close()
    let sue = try test.open(as: .name("sue"), passphrase: "walnut", mode: .reading)
    #expect(sue.member == member.number)
    #expect(try sue.entries().contains { $0.entry.fact == .visitRecorded(SampleFacts.visit) })
    #expect(sue.members.map(\.role) == [.coordinator, .volunteer, .supervisor])
    #expect(try test.open(as: .number(member.number), code: code).member == member.number)
  }

  @Test("who forgot the passphrase get in by the recovery code, which then is another one")
  func recovery() throws {
    let (journal, code) = try test.create()
    try journal.record(SampleFacts.all)
    try journal.close()
    let recovered = try test.open(code: code)
    let next = try recovered.resetPassphrase(to: SecretBytes(text: "gravel"), cost: .rehearsal)
    try recovered.close()
    #expect(next != code)
    #expect(throws: JournalError.wrongPassphrase) { try test.open() }
    #expect(throws: JournalError.wrongRecoveryCode) { try test.open(code: code) }
    let after = try test.open(passphrase: "gravel")
    #expect(try after.entries().count == SampleFacts.all.count + 2)
    try after.close()
    try test.open(code: next).close()
  }

  @Test("who change the passphrase keep the recovery code, and only the keyring is written again")
  func passphraseChange() throws {
    let (journal, code) = try test.create()
    try journal.close()
    let before = try test.files()
    let again = try test.open()
    try again.changePassphrase(to: SecretBytes(text: "teapot"), cost: .rehearsal)
    try again.close()
    let changed = zip(before, try test.files()).filter { $0.bytes != $1.bytes }.map(\.0.path)
    #expect(changed.filter { $0 != JournalLayout(test.root).lock } == [Keyring.path(in: test.root)])
    #expect(throws: JournalError.wrongPassphrase) { try test.open() }
    try test.open(passphrase: "teapot").close()
    try test.open(code: code).close()
  }

  @Test("who were unlocked a while ago get in with the key that was kept, and only they")
  func sessionKeys() throws {
    let journal = try scheme()
    let key = journal.sessionKey()
    try journal.close()
    func open(_ member: MemberChoice) throws -> Journal {
      try Journal.open(
        at: test.root, fileSystem: test.disk, environment: test.environment, member: member,
        secret: .sessionKey(key.copy()), mode: .reading)
    }
    #expect(try open(coordinator).canOpen(other))
    #expect(throws: JournalError.wrongSessionKey) { try open(volunteer) }
  }

  @Test("are told apart by number before anybody has unlocked anything")
  func listing() throws {
    try scheme().close()
    let members = try Journal.members(at: test.root, fileSystem: test.disk)
    #expect(members.map(\.number.count) == [1, 2])
    #expect(members.map(\.role) == [.coordinator, .volunteer])
  }
}
