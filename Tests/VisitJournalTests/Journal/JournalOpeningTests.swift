import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Opening a journal")
struct JournalOpeningTests {
  let test = TestJournal()

  @Test("that was just made finds the scheme and its first member")
  func firstEntries() throws {
    let (journal, _) = try test.create()
    #expect(journal.canRecord)
    #expect(journal.role == .coordinator)
    try journal.close()
    let entries = try test.open(mode: .reading).entries()
    let founder = Member(number: MemberNumber(1), name: "Ines Coordinator", role: .coordinator)
    #expect(entries.map(\.entry.fact) == [.schemeSet(SampleFacts.scheme), .memberJoined(founder)])
    #expect(entries.map(\.number.count) == [1, 2])
    #expect(entries.allSatisfy { $0.entry.author == MemberNumber(1) })
  }

  @Test("made by a volunteer alone also finds the volunteer, V-01")
  func volunteerFounder() throws {
    let (journal, _) = try test.create(role: .volunteer)
    #expect(journal.volunteer == VolunteerNumber(1))
    let facts = try journal.entries().map(\.entry.fact)
    #expect(facts.last == .volunteerAdded(Volunteer(number: VolunteerNumber(1), name: "Ines Coordinator")))
  }

  @Test("gives every kind of entry back as it was recorded, in order")
  func reopening() throws {
    let (journal, _) = try test.create()
    let kept = try journal.record(SampleFacts.all)
    #expect(kept.map(\.number.count) == Array(3..<3 + SampleFacts.all.count))
    try journal.close()
    var read: [KeptEntry] = []
    let again = try test.open { read.append($0) }
    #expect(read.dropFirst(2).elementsEqual(kept))
    #expect(again.unreadable.isEmpty)
    #expect(again.recovery?.verdict == .clean)
    #expect(again.lastStamp == kept.last?.entry.stamp)
    #expect(try again.entries() == read)
  }

  @Test("where there is none says so, and where there is one refuses to make another")
  func absence() throws {
    #expect(throws: JournalError.noJournal(test.root)) { try test.open() }
    let (journal, _) = try test.create()
    try journal.close()
    let before = try test.files().map(\.bytes)
    #expect(throws: JournalError.alreadyThere(test.root)) { try test.create() }
    #expect(try test.files().map(\.bytes) == before)
  }

  @Test("in a folder that holds other things is refused")
  func otherThings() throws {
    try test.disk.makeFolder(JournalPath("/home"))
    try test.disk.makeFolder(test.root)
    try test.disk.replaceAtomically(test.root.appending("letter.txt"), with: [1])
    #expect(throws: JournalError.folderNotEmpty(test.root)) { try test.create() }
    #expect(try test.disk.list(test.root) == ["letter.txt"])
  }

  @Test("a second time for writing says which program has it, and works once that has closed it")
  func secondWriter() throws {
    let (journal, _) = try test.create()
    #expect {
      try test.open()
    } throws: { error in
      if case JournalError.inUse(let lock, _) = error { lock == JournalLayout(test.root).lock } else { false }
    }
    #expect(try test.open(mode: .reading).entries().count == 2)
    try journal.close()
    #expect(try test.open().canRecord)
  }

  @Test("for reading shows what a writer has recorded so far, and records nothing")
  func readingBesideAWriter() throws {
    let (journal, _) = try test.create()
    let reader = try test.open(mode: .reading)
    try journal.record(.volunteerAdded(SampleFacts.volunteer))
    #expect(try reader.entries().count == 3)
    #expect(!reader.canRecord)
    #expect(throws: JournalError.readingOnly) { try reader.record(.volunteerAdded(SampleFacts.volunteer)) }
    #expect(throws: JournalError.readingOnly) { try reader.grant(SampleFacts.family, to: MemberNumber(1)) }
  }

  @Test("after its identity or keyring was changed names the file")
  func damagedFiles() throws {
    let (journal, _) = try test.create()
    try journal.close()
    for path in [JournalLayout(test.root).identity, Keyring.path(in: test.root)] {
      let good = try test.disk.readAll(path)
      for place in good.indices {
        var bad = good
        bad[place] ^= 4
        try test.disk.replaceAtomically(path, with: bad)
        #expect {
          try Journal.open(
            at: test.root, fileSystem: test.disk, environment: test.environment,
            secret: .sessionKey(SecretBytes(copying: [1])), mode: .reading)
        } throws: { error in
          switch error as? JournalError {
          case .fileDamaged(path), .newerFormat(path, _): true
          default: false
          }
        }
      }
      try test.disk.replaceAtomically(path, with: good)
    }
    try test.disk.remove(Keyring.path(in: test.root))
    #expect(throws: JournalError.fileDamaged(Keyring.path(in: test.root))) { try test.open() }
  }

  @Test("made anew after the power went at any moment while it was being made", arguments: 0..<60)
  func interruptedMaking(call: Int) throws {
    let disk = SimulatedDisk(seed: UInt64(call))
    let test = TestJournal(disk, root: JournalPath("/journal"))
    disk.faults.powerGoesAtCall = call
    let made = try? test.create()
    disk.faults.powerGoesAtCall = nil
    disk.restart()
    if made != nil {
      #expect(try test.open().entries().count == 2)
    } else if try disk.exists(JournalLayout(test.root).identity) {
      #expect(try test.open().entries().count == 2)
    } else {
      #expect(try test.create().journal.entries().count == 2)
    }
  }

  @Test("with the cost of a rehearsal is refused on a real disk")
  func rehearsalOnDisk() {
    let path = JournalPath("/nonexistent-folder-for-a-test/journal")
    #expect(throws: JournalError.costTooLow) {
      try TestJournal(PosixFileSystem(), root: path).create(cost: .rehearsal)
    }
  }

  @Test("made at the cost the program uses says so in its keyring, and a rehearsal's is far below it")
  func standardCost() throws {
    let (journal, _) = try test.create(cost: .standard)
    #expect(journal.keyring.ring.members.map(\.passphrase.cost) == [17])
    #expect(KeyCost.rehearsal.rounds < 1 << 17)
  }
}
