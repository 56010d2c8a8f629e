import Support
import Testing

@testable import VisitJournal

@Suite("Redaction")
struct RedactionTests {
  static let gone: Set<Int> = [3, 11, 30]

  /// Writes 30 entries over several segments, one or several in a frame.
  func prepare(_ fixture: LogFixture, together: Bool = false) throws {
    var fixture = fixture
    fixture.policy.segmentBytesMax = 2000
    if together {
      let writer = try fixture.open()
      for first in stride(from: 1, through: 30, by: 10) {
        try writer.append((first..<first + 10).map { LogFixture.entry($0) })
      }
      try writer.close()
    } else {
      try fixture.write(1...30)
    }
  }

  static let kept = (1...30).filter { ![3, 11, 30].contains($0) }.map { LogFixture.entry($0) }

  @Test(
    "takes the frames out of the files and leaves everything else readable, numbered and verified as before")
  func redact() throws {
    let fixture = try LogFixture.inMemory()
    try prepare(fixture)
    let before = fixture.verify()
    let writer = try fixture.open()
    #expect(try writer.redact(Self.gone) == 3)
    try writer.append([LogFixture.entry(31)])
    #expect(try writer.redact(Self.gone) == 0)
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

  @Test("takes an entry out of a frame that others share, and leaves the others where they were")
  func partial() throws {
    let fixture = try LogFixture.inMemory()
    try prepare(fixture, together: true)
    let before = fixture.verify()
    let writer = try fixture.open()
    #expect(try writer.redact(Self.gone) == 3)
    #expect(try writer.redact([4]) == 1)
    #expect(try writer.redact(Set(21...30)) == 9)
    #expect(try writer.redact(Set(1...4)) == 2)
    try writer.append([LogFixture.entry(31)])
    try writer.close()
    var numbers: [Int] = []
    var entries: [[UInt8]] = []
    try LogReader(fileSystem: fixture.disk, folder: fixture.layout.own, keys: fixture.keys.reading)
      .forEachEntry { place, bytes in
        numbers.append(place.entryNumber)
        entries.append(Array(bytes))
      }
    #expect(numbers == Array(5...10) + Array(12...20) + [31])
    #expect(entries == numbers.map { LogFixture.entry($0) })
    let after = fixture.verify(deep: true)
    #expect(after.verdict == .good)
    #expect(after.facts.redactedFrames == 3)
    #expect(after.facts.entries == 31)
    #expect(fixture.verify().verdict == .good)
    #expect(before.end.chain != after.end.chain)
  }

  @Test("of part of a frame leaves nothing that can be changed unnoticed by somebody without the key")
  func tampering() throws {
    let fixture = try LogFixture.inMemory()
    try prepare(fixture, together: true)
    let writer = try fixture.open()
    _ = try writer.redact(Self.gone)
    try writer.close()
    let good = try fixture.disk.readAll(fixture.segment())
    let trimmed = try #require(frameRanges(good).first { good[$0.lowerBound + 12] == 7 })
    for place in 13..<trimmed.count {
      var bad = good
      bad.replaceSubrange(trimmed, with: forged(good[trimmed]) { $0[place] ^= 4 })
      try fixture.put(bad, at: fixture.segment())
      #expect(fixture.verify(deep: true).verdict != .good, "byte \(place)")
    }
  }

  @Test("at whichever call the power goes, the log is whole, and doing it again finishes it")
  func powerCuts() throws {
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: UInt64(call))
      let fixture = try LogFixture.simulated(disk)
      try prepare(fixture, together: call % 2 == 0)
      disk.faults.powerGoesAtCall = disk.callCount + call
      let isDone = (try? fixture.open().redact(Self.gone)) != nil
      disk.restart()
      let writer = try fixture.open()
      #expect(writer.recovery.verdict.allowsWriting, "call \(call): \(writer.recovery.verdict)")
      _ = try writer.redact(Self.gone)
      try writer.close()
      #expect(try fixture.read().entries == Self.kept, "call \(call)")
      #expect(fixture.verify(deep: true).verdict == .good, "call \(call)")
      if isDone { break }
    }
    #expect(call > 20, "the redaction was shorter than thought")
  }
}
