import Support
import Testing

@testable import VisitJournal

@Suite("A disk that fails at one call")
struct FailingCallTests {
  /// A short life that meets everything: making the journal, several frames, a full segment, a close, a second session.
  ///
  /// Returns the entries that were acknowledged and those that were refused, which may or may not be there.
  func live(_ fixture: LogFixture) -> (acknowledged: [Int], refused: Set<Int>, errors: [LogError]) {
    var fixture = fixture
    fixture.policy.segmentBytesMax = 1200
    fixture.policy.checkpointEveryFrames = 3
    var acknowledged: [Int] = []
    var refused: Set<Int> = []
    var errors: [LogError] = []
    for session in 0..<2 {
      do throws(LogError) {
        let writer = try fixture.open()
        if writer.isReadOnly { errors.append(.readOnly(writer.recovery.verdict)) }
        for number in session * 5 + 1...session * 5 + 5 {
          do throws(LogError) {
            try writer.append([LogFixture.entry(number)])
            acknowledged.append(number)
          } catch {
            if case .notSaved = error {} else { refused.insert(number) }
            errors.append(error)
          }
        }
        try writer.close()
      } catch {
        errors.append(error)
      }
    }
    return (acknowledged, refused, errors)
  }

  /// Opens what is left without faults and holds it against what was acknowledged.
  func check(
    _ fixture: LogFixture, _ life: (acknowledged: [Int], refused: Set<Int>, errors: [LogError]), _ call: Int
  ) {
    var found: [[UInt8]] = []
    do throws(LogError) {
      let writer = try fixture.open { found.append(Array($1)) }
      #expect(writer.recovery.verdict.allowsWriting, "call \(call): \(writer.recovery.verdict)")
      let kept = found.filter { entry in !life.refused.contains { LogFixture.entry($0) == entry } }
      #expect(kept == life.acknowledged.map { LogFixture.entry($0) }, "call \(call): \(life.errors)")
      try writer.append([LogFixture.entry(99)])
      try writer.close()
    } catch {
      Issue.record("call \(call): \(error)")
    }
    #expect(fixture.verify(deep: true).verdict == .good, "call \(call)")
  }

  static let causes: [DiskError.Cause] = [.noSpace, .ioFailure(5), .readOnly, .notPermitted]

  @Test("whichever call fails, what was acknowledged is kept and nothing else appears", arguments: causes)
  func everyCall(cause: DiskError.Cause) throws {
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(call))
      let fixture = try LogFixture.simulated(disk)
      let number = disk.callCount + call
      disk.faults.failingCall = (number, cause)
      let life = live(fixture)
      let isReached = disk.callCount >= number
      disk.faults.failingCall = nil
      disk.restart()
      check(fixture, life, call)
      if !isReached { break }
    }
    #expect(call > 60, "the life was shorter than thought")
  }

  @Test("at whichever call the power goes, what was acknowledged is kept", arguments: 0..<8)
  func everyPowerCut(seed: Int) throws {
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(seed * 1000 + call))
      let fixture = try LogFixture.simulated(disk)
      let number = disk.callCount + call
      disk.faults.powerGoesAtCall = number
      let life = live(fixture)
      let isReached = disk.isOff
      disk.restart()
      check(fixture, life, call)
      if !isReached { break }
    }
    #expect(call > 60, "the life was shorter than thought")
  }

  @Test("a full disk refuses an append, keeps the log whole, and takes the same append when there is room")
  func fullDisk() throws {
    let disk = SimulatedDisk(seed: 4)
    let fixture = try LogFixture.simulated(disk)
    let writer = try fixture.open()
    try writer.append([LogFixture.entry(1)])
    disk.faults.noSpace = 1
    for _ in 0..<5 {
      #expect(throws: LogError.notSaved(DiskError(.write, fixture.segment(), .noSpace))) {
        try writer.append([LogFixture.entry(2)])
      }
    }
    disk.faults.noSpace = 0
    #expect(try writer.append([LogFixture.entry(2)]).firstEntryNumber == 2)
    try writer.close()
    #expect(try fixture.read().entries == [1, 2].map { LogFixture.entry($0) })
    #expect(fixture.verify(deep: true).verdict == .good)
  }

  @Test("after a failed sync nothing more is written, and the next opening goes on in a new segment")
  func failedSync() throws {
    let disk = SimulatedDisk(seed: 5)
    let fixture = try LogFixture.simulated(disk)
    let writer = try fixture.open()
    try writer.append([LogFixture.entry(1)])
    disk.faults.failedSync = 1
    let cause = DiskError(.sync, fixture.segment(), .ioFailure(5))
    #expect(throws: LogError.poisoned(cause)) { try writer.append([LogFixture.entry(2)]) }
    disk.faults.failedSync = 0
    let calls = disk.callCount
    #expect(throws: LogError.poisoned(cause)) { try writer.append([LogFixture.entry(3)]) }
    try writer.close()
    #expect(disk.callCount == calls)
    #expect(writer.poison == cause)
    let next = try fixture.open()
    #expect(next.recovery.wasUnclean)
    try next.append([LogFixture.entry(4)])
    #expect(next.end.segment == 2)
    let entries = try fixture.read().entries
    #expect(entries.first == LogFixture.entry(1) && entries.last == LogFixture.entry(4))
    #expect(!entries.contains(LogFixture.entry(3)))
  }

  @Test("something else writing to the file is noticed before anything is overwritten")
  func foreignWriter() throws {
    let fixture = try LogFixture.inMemory()
    let writer = try fixture.open()
    try writer.append([LogFixture.entry(1)])
    let bytes = try fixture.disk.readAll(fixture.segment())
    try fixture.put(bytes + [1, 2, 3], at: fixture.segment())
    #expect(
      throws: LogError.changedUnderneath(fixture.segment(), expected: bytes.count, found: bytes.count + 3)
    ) {
      try writer.append([LogFixture.entry(2)])
    }
    #expect(try fixture.disk.readAll(fixture.segment()) == bytes + [1, 2, 3])
  }
}
