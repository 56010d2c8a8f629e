import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A power cut while a journal is copied,")
struct CopyCrashTests {
  enum Work: CaseIterable {
    case backUp, restore, salvage

    func run(_ test: TestJournal, to place: JournalPath) throws(CareError) {
      switch self {
      case .backUp: try Journal.backUp(from: test.root, to: place, fileSystem: test.disk)
      case .restore: try Journal.restore(from: test.root, to: place, fileSystem: test.disk)
      case .salvage:
        _ = try Journal.salvage(
          from: test.root, to: place, fileSystem: test.disk, environment: test.environment,
          secret: .passphrase(SecretBytes(text: TestJournal.passphrase)))
      }
    }
  }

  @Test(
    "leaves the whole copy or no journal at all, the next try works, and the one copied is untouched",
    arguments: Work.allCases)
  func powerCut(_ work: Work) throws {
    let disk = SimulatedDisk(seed: 11)
    let test = TestJournal(disk, root: JournalPath("/journal"))
    let (journal, _) = try test.create()
    try journal.record(SampleFacts.all)
    try journal.close()
    let entries = try test.open(mode: .reading).entries()
    var (whole, cut) = (0, 0)
    for call in 1...400 {
      let place = JournalPath("/copy\(call)")
      disk.faults.powerGoesAtCall = disk.callCount + call
      let isDone = (try? work.run(test, to: place)) != nil
      let wasCut = disk.isOff
      disk.faults.powerGoesAtCall = nil
      disk.restart()
      if try !disk.exists(JournalLayout(place).identity) {
        #expect(!isDone, "call \(call): what was said to be copied is gone")
        cut += 1
        try work.run(test, to: place)
      } else {
        whole += 1
      }
      #expect(try Journal.verify(at: place, fileSystem: disk, everySignature: true).verdict == .good)
      let copy = try Journal.open(
        at: place, fileSystem: disk, environment: test.environment,
        secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: .reading)
      #expect(try copy.entries() == entries, "call \(call)")
      if !wasCut { break }
    }
    #expect(whole > 0 && cut > 20, "\(cut) cuts, \(whole) whole copies")
    #expect(try test.open(mode: .reading).entries() == entries)
    #expect(try Journal.verify(at: test.root, fileSystem: disk).verdict == .good)
  }

  @Test(
    "or a call that fails costs no more than the copy, and is never taken for success",
    arguments: Work.allCases)
  func failingCall(_ work: Work) throws {
    let disk = SimulatedDisk(seed: 12)
    let test = TestJournal(disk, root: JournalPath("/journal"))
    let (journal, _) = try test.create()
    try journal.record(SampleFacts.all)
    try journal.close()
    let entries = try test.open(mode: .reading).entries()
    var refused = 0
    for call in 1...400 {
      let place = JournalPath("/copy\(call)")
      let last = disk.callCount + call
      disk.faults.failingCall = (last, .ioFailure(5))
      let isDone = (try? work.run(test, to: place)) != nil
      let hasFailed = disk.callCount >= last
      disk.faults.failingCall = nil
      // What was said to be copied has to outlive a power cut.
      disk.restart()
      if !isDone { refused += 1 }
      if try !disk.exists(JournalLayout(place).identity) {
        #expect(!isDone, "call \(call): what was said to be copied is gone")
        try work.run(test, to: place)
      }
      #expect(try Journal.verify(at: place, fileSystem: disk, everySignature: true).verdict == .good)
      let copy = try Journal.open(
        at: place, fileSystem: disk, environment: test.environment,
        secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: .reading)
      #expect(try copy.entries() == entries, "call \(call)")
      if !hasFailed { break }
    }
    #expect(refused > 20)
  }

  @Test("or in which a copy becomes a device of its own costs nothing that was acknowledged")
  func becoming() throws {
    let disk = SimulatedDisk(seed: 13)
    let test = TestJournal(disk, root: JournalPath("/journal"))
    let (journal, _) = try test.create()
    try journal.record(SampleFacts.all)
    try journal.close()
    let entries = try test.open(mode: .reading).entries()
    try Journal.backUp(from: test.root, to: JournalPath("/copy"), fileSystem: disk)
    var cuts = 0
    for call in 1...200 {
      let trial = disk.copy(seed: UInt64(call))
      let copy = TestJournal(trial, root: JournalPath("/copy"), seed: UInt64(call + 100))
      trial.faults.powerGoesAtCall = trial.callCount + call
      var acknowledged: KeptEntry?
      if let journal = try? copy.open() {
        acknowledged = try? journal.record(
          .volunteerAdded(Volunteer(number: VolunteerNumber(7), name: "Seven")))
        try? journal.close()
      }
      let wasCut = trial.isOff
      trial.faults.powerGoesAtCall = nil
      trial.restart()
      let again = try copy.open()
      #expect(again.canRecord, "call \(call)")
      let own = try again.record(.volunteerAdded(Volunteer(number: VolunteerNumber(8), name: "Eight")))
      try again.close()
      let after = try copy.open(mode: .reading).entries()
      #expect(after.starts(with: entries) && after.last == own, "call \(call)")
      #expect(acknowledged.map(after.contains) ?? true, "call \(call)")
      #expect(try Journal.verify(at: copy.root, fileSystem: trial, everySignature: true).verdict == .good)
      let segments = JournalLayout(copy.root).own
      let devices = try trial.list(segments).map { try trial.readAll(segments.appending($0))[32..<48] }
      #expect(Set(devices).count > 1, "call \(call)")
      guard wasCut else { break }
      cuts += 1
    }
    #expect(cuts > 20)
  }
}
