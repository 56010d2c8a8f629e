import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A membership that ends")
struct JournalLeavingTests {
  var test = TestJournal()
  let reason = SampleFacts.reason
  let other = FamilyID(rawValue: 99)
  let ines = MemberNumber(1)
  let lowri = MemberNumber(2)
  let sue = MemberNumber(3)

  /// A journal of a coordinator, a volunteer who visits the first of two families, and a supervisor.
  private func scheme() throws -> Journal {
    let (journal, _) = try test.create()
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "lantern"), cost: .rehearsal)
    _ = try journal.addMember(
      name: "Sue", role: .supervisor, passphrase: SecretBytes(text: "walnut"), cost: .rehearsal)
    try journal.record([
      .familyAdded(SampleFacts.family, SampleFacts.details),
      .familyAdded(other, Family(number: FamilyNumber(2), name: "Okafor")),
      .episodeOpened(
        SampleFacts.family,
        EpisodeMove(episode: EpisodeNumber(1), state: .matched(VolunteerNumber(7)), day: SampleFacts.day)),
      .visitRecorded(SampleFacts.visit),
    ])
    return journal
  }

  private func open(
    _ member: MemberNumber, _ passphrase: String, _ mode: Journal.Mode = .reading
  ) throws -> Journal {
    try test.open(as: .number(member), passphrase: passphrase, mode: mode)
  }

  private func sealedCount(_ journal: Journal) throws -> Int {
    try journal.entries().count { if case .sealed = $0.entry.fact { true } else { false } }
  }

  @Test("opens nothing any more: neither by passphrase, nor by code, nor by a key kept from before")
  func opensNothing() throws {
    let journal = try scheme()
    let (member, code) = try journal.addMember(
      name: "Mo", role: .volunteer, passphrase: SecretBytes(text: "gravel"), cost: .rehearsal)
    try journal.close()
    let before = try open(member.number, "gravel")
    let key = before.sessionKey()
    let office = try open(ines, TestJournal.passphrase, .writing)
    try office.endMembership(of: member.number, reason: reason)
    try office.close()
    let left = JournalError.memberLeft(member.number)
    #expect(throws: left) { try open(member.number, "gravel") }
    #expect(throws: left) { try test.open(as: .name("Mo"), passphrase: "gravel") }
    #expect(throws: left) { try test.open(as: .number(member.number), code: code) }
    #expect(throws: left) {
      try Journal.open(
        at: test.root, fileSystem: test.disk, environment: test.environment, member: .number(member.number),
        secret: .sessionKey(key.copy()), mode: .reading)
    }
    #expect(office.members.map(\.number) == [ines, lowri, sue])
  }

  @Test("leaves every earlier entry readable to all who stay, and the log sound", arguments: [2, 3])
  func earlierEntries(_ leaver: Int) throws {
    let journal = try scheme()
    let before = try journal.entries().map(\.entry.fact)
    try journal.endMembership(of: MemberNumber(leaver), reason: reason)
    let after = Fact.familyAmended(other, Family(number: FamilyNumber(2), name: "Okafor-Hall"), reason)
    try journal.record(after)
    let all = before + [.memberLeft(MemberNumber(leaver), reason), after]
    #expect(try journal.entries().map(\.entry.fact) == all)
    try journal.close()
    for (member, passphrase) in [(ines, TestJournal.passphrase), (sue, "walnut")]
    where member.count != leaver {
      let staying = try open(member, passphrase)
      #expect(try staying.entries().map(\.entry.fact) == all)
      #expect(staying.unreadable.isEmpty)
      #expect(staying.verify(everySignature: true).verdict == .good)
    }
    #expect(try Journal.verify(at: test.root, fileSystem: test.disk).verdict == .good)
  }

  @Test("of somebody of the office leaves volunteers their own families and no others")
  func officeLeaves() throws {
    let journal = try scheme()
    try journal.endMembership(of: sue, reason: reason)
    try journal.record(.visitRecorded(SampleFacts.visit))
    try journal.close()
    let visiting = try open(lowri, "lantern", .writing)
    #expect(visiting.canOpen(SampleFacts.family))
    #expect(!visiting.canOpen(other))
    #expect(try sealedCount(visiting) == 1)
    try visiting.record(.visitRecorded(SampleFacts.visit))
    let own = FamilyID(rawValue: 7)
    try visiting.record(.familyAdded(own, Family(number: FamilyNumber(3), name: "Petrov")))
    try visiting.close()
    #expect(try sealedCount(open(ines, TestJournal.passphrase)) == 0)
  }

  @Test("goes on in a new segment under keys that the leaver's old copy of the keyring does not hold")
  func oldKeyring() throws {
    try scheme().close()
    let ring = Keyring.path(in: test.root)
    let old = try test.disk.readAll(ring)
    let journal = try open(ines, TestJournal.passphrase, .writing)
    try journal.endMembership(of: sue, reason: reason)
    try journal.record(.visitRecorded(SampleFacts.visit))
    try journal.close()
    let new = try test.disk.readAll(ring)
    try test.disk.replaceAtomically(ring, with: old)
    #expect(throws: JournalError.logKeysMissing(test.root.appending("own/000002.vlog"))) {
      _ = try open(sue, "walnut").entries()
    }
    try test.disk.replaceAtomically(ring, with: new)
    #expect(try open(ines, TestJournal.passphrase).entries().count == 10)
  }

  @Test("can be followed by another, by somebody new, and by grants that reach back to the first entry")
  func afterwards() throws {
    let journal = try scheme()
    try journal.endMembership(of: sue, reason: reason)
    try journal.endMembership(of: lowri, reason: reason)
    let (new, _) = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(8),
      passphrase: SecretBytes(text: "pebble"), cost: .rehearsal)
    try journal.grant(SampleFacts.family, to: new.number)
    try journal.record(.visitRecorded(SampleFacts.visit))
    let (late, _) = try journal.addMember(
      name: "Pat", role: .coordinator, passphrase: SecretBytes(text: "cobble"), cost: .rehearsal)
    try journal.close()
    let visiting = try test.open(as: .name("lowri hughes"), passphrase: "pebble", mode: .reading)
    #expect(visiting.member == new.number)
    #expect(try sealedCount(visiting) == 1)
    #expect(try sealedCount(open(late.number, "cobble")) == 0)
    #expect(try open(late.number, "cobble").unreadable.isEmpty)
  }

  @Test("is ended by the office alone, never by oneself, and named where there is no such member")
  func notAllowed() throws {
    let journal = try scheme()
    #expect(throws: JournalError.notAllowed(nil)) { try journal.endMembership(of: ines, reason: reason) }
    #expect(throws: JournalError.unknownMember) {
      try journal.endMembership(of: MemberNumber(9), reason: reason)
    }
    try journal.close()
    let visiting = try open(lowri, "lantern", .writing)
    #expect(throws: JournalError.notAllowed(nil)) { try visiting.endMembership(of: sue, reason: reason) }
    try visiting.close()
    #expect(try open(sue, "walnut").members.count == 3)
  }

  @Test("interrupted by a power cut at any moment leaves all in order, and is ended when it is done again")
  func powerCuts() throws {
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(call))
      let trial = JournalLeavingTests(test: TestJournal(disk, root: JournalPath("/journal")))
      try trial.scheme().close()
      let number = disk.callCount + call
      disk.faults.powerGoesAtCall = number
      try? trial.endLowri()
      let isReached = disk.isOff
      disk.restart()
      let office = try trial.open(trial.ines, TestJournal.passphrase, .writing)
      let isSaid = try office.entries().contains { $0.entry.fact == .memberLeft(lowri, reason) }
      if !isSaid { try office.endMembership(of: lowri, reason: reason) }
      try office.close()
      #expect(throws: JournalError.memberLeft(lowri), "call \(call)") { try trial.open(lowri, "lantern") }
      let staying = try trial.open(sue, "walnut")
      #expect(try trial.sealedCount(staying) == 0, "call \(call)")
      #expect(try staying.entries().last?.entry.fact == .memberLeft(lowri, reason), "call \(call)")
      #expect(staying.verify(everySignature: true).verdict == .good, "call \(call)")
      if !isReached { break }
    }
    #expect(call > 20, "ending a membership took fewer calls than thought")
  }

  private func endLowri() throws {
    let journal = try open(ines, TestJournal.passphrase, .writing)
    try journal.endMembership(of: lowri, reason: reason)
    try journal.close()
  }
}
