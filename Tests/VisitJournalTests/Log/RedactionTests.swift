import Support
import Testing

@testable import VisitJournal

@Suite("Redaction")
struct RedactionTests {
  /// Writes 30 entries over several segments and returns the frames of entries 3, 11 and 30.
  func prepared(_ fixture: LogFixture) throws -> Set<Int> {
    var fixture = fixture
    fixture.policy.segmentBytesMax = 2000
    try fixture.write(1...30)
    var sequences: Set<Int> = []
    try LogReader(fileSystem: fixture.disk, folder: fixture.layout.own, keys: fixture.keys.reading)
      .forEachEntry { place, _ in
        if [3, 11, 30].contains(place.entryNumber) { sequences.insert(place.sequence) }
      }
    return sequences
  }

  static let kept = (1...30).filter { ![3, 11, 30].contains($0) }.map { LogFixture.entry($0) }

  @Test(
    "takes the frames out of the files and leaves everything else readable, numbered and verified as before")
  func redact() throws {
    let fixture = try LogFixture.inMemory()
    let sequences = try prepared(fixture)
    let before = fixture.verify()
    let writer = try fixture.open()
    #expect(try writer.redact(sequences) == 3)
    try writer.append([LogFixture.entry(31)])
    #expect(try writer.redact(sequences) == 0)
    try writer.close()
    let (entries, result) = try fixture.read()
    #expect(entries == Self.kept + [LogFixture.entry(31)])
    #expect(result.facts.redactedFrames == 3)
    #expect(result.facts.entries == 31)
    let after = fixture.verify(deep: true)
    #expect(after.verdict == .good)
    #expect(after.facts.checkpoints > before.facts.checkpoints)
    #expect(try !fixture.open().recovery.wasUnclean)
  }

  @Test("at whichever call the power goes, the log is whole, and doing it again finishes it")
  func powerCuts() throws {
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(call))
      let fixture = try LogFixture.simulated(disk)
      let sequences = try prepared(fixture)
      disk.faults.powerGoesAtCall = disk.callCount + call
      let isDone = (try? fixture.open().redact(sequences)) != nil
      disk.restart()
      let writer = try fixture.open()
      #expect(writer.recovery.verdict.allowsWriting, "call \(call): \(writer.recovery.verdict)")
      _ = try writer.redact(sequences)
      try writer.close()
      #expect(try fixture.read().entries == Self.kept, "call \(call)")
      #expect(fixture.verify(deep: true).verdict == .good, "call \(call)")
      if isDone { break }
    }
    #expect(call > 20, "the redaction was shorter than thought")
  }
}
