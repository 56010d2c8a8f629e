import FoundationEssentials
import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Recording")
struct JournalRecordingTests {
  let test = TestJournal()

  @Test("gives later entries later stamps, even when the clock jumps back")
  func clock() throws {
    let (journal, _) = try test.create()
    var stamps = [journal.lastStamp]
    for jump in [1_000, -86_400_000, 0, 5, -1, 172_800_000] {
      test.clock.move(byMilliseconds: Int64(jump))
      let kept = try journal.record([
        .volunteerAdded(SampleFacts.volunteer), .volunteerAdded(SampleFacts.volunteer),
      ])
      stamps += kept.map(\.entry.stamp)
    }
    test.clock.move(byMilliseconds: -365 * 86_400_000)
    try journal.close()
    let again = try test.open()
    stamps.append(try again.record(.volunteerAdded(SampleFacts.volunteer)).entry.stamp)
    #expect(zip(stamps, stamps.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(
    "is all or nothing, whichever call to the disk fails",
    arguments: [DiskError.Cause.noSpace, .ioFailure(5), .readOnly])
  func allOrNothing(cause: DiskError.Cause) throws {
    for call in 1...14 {
      let disk = SimulatedDisk(seed: UInt64(call))
      let test = TestJournal(disk)
      let (journal, _) = try test.create()
      disk.faults.failingCall = (disk.callCount + call, cause)
      let kept = try? journal.record(SampleFacts.all)
      disk.faults.failingCall = nil
      disk.restart()
      withExtendedLifetime(journal) {}
      let count = try test.open(mode: .reading).entries().count - 2
      if kept != nil {
        #expect(count == SampleFacts.all.count)
      } else {
        #expect(count == 0 || count == SampleFacts.all.count)
      }
    }
  }

  @Test("that was acknowledged is there after the power goes at any later moment", arguments: 1...20)
  func powerCut(call: Int) throws {
    let disk = SimulatedDisk(seed: UInt64(1_000 + call))
    let test = TestJournal(disk)
    let (journal, _) = try test.create()
    var acknowledged = [try journal.record(.familyAdded(SampleFacts.family, SampleFacts.details))]
    disk.faults.powerGoesAtCall = disk.callCount + call
    for fact in SampleFacts.all {
      guard let kept = try? journal.record(fact) else { break }
      acknowledged.append(kept)
    }
    disk.faults.powerGoesAtCall = nil
    disk.restart()
    withExtendedLifetime(journal) {}
    let after = try test.open()
    let entries = try after.entries().dropFirst(2)
    #expect(entries.starts(with: acknowledged))
    #expect(after.unreadable.isEmpty)
    #expect(throws: Never.self) { try after.record(.visitRecorded(SampleFacts.visit)) }
  }

  @Test("after a failed sync says NOT SAVED and saves nothing more until the journal is opened again")
  func poison() throws {
    let disk = SimulatedDisk(seed: 4)
    let test = TestJournal(disk)
    let (journal, _) = try test.create()
    try journal.record(.familyAdded(SampleFacts.family, SampleFacts.details))
    disk.faults.failedSync = 1
    #expect {
      try journal.record(.visitRecorded(SampleFacts.visit))
    } throws: { error in
      if case JournalError.poisoned = error { true } else { false }
    }
    disk.faults = DiskFaults()
    #expect(!journal.canRecord)
    #expect {
      try journal.record(.visitRecorded(SampleFacts.visit))
    } throws: { error in
      if case JournalError.poisoned = error { true } else { false }
    }
    try journal.close()
    #expect(throws: Never.self) { try test.open().record(.visitRecorded(SampleFacts.visit)) }
  }

  @Test("into a damaged log is refused, and what is good is still read")
  func damage() throws {
    let (journal, _) = try test.create()
    try journal.record(.familyAdded(SampleFacts.family, SampleFacts.details))
    for _ in 0..<5 { try journal.record(.visitRecorded(SampleFacts.visit)) }
    try journal.close()
    let path = JournalLayout(test.root).own.appending(JournalLayout.segmentName(1))
    var bytes = try test.disk.readAll(path)
    bytes[bytes.count / 2] ^= 0x10
    try test.disk.replaceAtomically(path, with: bytes)
    let after = try test.open()
    #expect(!after.canRecord)
    #expect {
      try after.record(.visitRecorded(SampleFacts.visit))
    } throws: { error in
      guard case JournalError.logRefusesWriting(.damage(let damage)) = error else { return false }
      return damage.path == path
    }
    #expect(try after.entries().count >= 2)
    #expect(after.verify().verdict == .damage)
    #expect(try Journal.verify(at: test.root, fileSystem: test.disk).verdict == .damage)
    #expect(try test.disk.readAll(path) == bytes)
  }

  @Test("of an invented past keeps the given stamps, authors and identities, and packs them close")
  func history() throws {
    let (journal, _) = try test.create()
    let start = journal.lastStamp.milliseconds
    var entries = [
      Entry(
        id: RecordID(bits: 1), stamp: Stamp(milliseconds: start + 1), author: MemberNumber(1),
        fact: .familyAdded(SampleFacts.family, SampleFacts.details))
    ]
    for count in 2..<9_000 {
      entries.append(
        Entry(
          id: RecordID(bits: UInt64(count)), stamp: Stamp(milliseconds: start + Int64(count)),
          author: MemberNumber(1 + count % 5), fact: .visitRecorded(SampleFacts.missedVisit)))
    }
    #expect(try journal.recordHistory(entries) == entries.count)
    #expect(try journal.entries().dropFirst(2).map(\.entry) == entries)
    #expect(journal.stats().frames < 160)
    #expect(journal.lastStamp == entries.last?.stamp)
    try journal.close()
    #expect(try Journal.verify(at: test.root, fileSystem: test.disk, everySignature: true).verdict == .good)
  }

  @Test("keeps an entry of a newer program's kind: it is counted, left out, and the others are read")
  func newerKinds() throws {
    let (journal, _) = try test.create()
    var outer = WireOuter()
    outer.kind = .UNRECOGNIZED(200)
    outer.author = 1
    outer.stamp = Stamp(milliseconds: test.clock.now + 5_000).rawValue
    var wire = WireEntry()
    wire.outer = .init(wireBytes(outer))
    let writer = try #require(journal.writer)
    try writer.append([wireBytes(wire)])
    let kept = try journal.record(.volunteerAdded(SampleFacts.volunteer))
    try journal.close()
    var read: [KeptEntry] = []
    let again = try test.open { read.append($0) }
    #expect(read.count == 3)
    #expect(read.last == kept)
    #expect(again.unreadable.map(\.number.count) == [3])
    #expect(again.unreadable.map(\.error) == [RecordError(.unknownKind(200), "outer.kind")])
    #expect(again.lastStamp >= Stamp(milliseconds: test.clock.now + 5_000))
  }

  @Test("once and closing does both with one write, and leaves a log that ends in a checkpoint")
  func recordAndClose() throws {
    let (journal, _) = try test.create()
    let kept = try journal.recordAndClose([.volunteerAdded(SampleFacts.volunteer)])
    #expect(!journal.canRecord)
    #expect(throws: JournalError.readingOnly) { try journal.record(.volunteerAdded(SampleFacts.volunteer)) }
    let report = try Journal.verify(at: test.root, fileSystem: test.disk)
    #expect(report.verdict == .good)
    #expect(report.facts.checkpoints == 1)
    let again = try test.open()
    #expect(again.recovery?.wasUnclean == false)
    #expect(try again.entries().last == kept.last)
  }

  @Test("nothing is nothing")
  func nothing() throws {
    let (journal, _) = try test.create()
    #expect(try journal.record([]).isEmpty)
    #expect(try journal.entries().count == 2)
  }
}
