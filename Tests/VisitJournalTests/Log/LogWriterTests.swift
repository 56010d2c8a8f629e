import Support
import Testing

@testable import VisitJournal

@Suite("Writing and reading a log")
struct LogWriterTests {
  var fixture: LogFixture

  init() throws {
    fixture = try LogFixture.inMemory()
  }

  @Test("what was appended is read back in order, across sessions and segments")
  func roundTrip() throws {
    var written: [[UInt8]] = []
    for session in 0..<12 {
      let writer = try fixture.open()
      #expect(writer.recovery.verdict == .clean)
      #expect(!writer.recovery.wasUnclean)
      for index in 0..<5 {
        let entries = (0...index).map { [UInt8](repeating: UInt8(session * 16 + $0), count: $0 * 70) }
        let receipt = try writer.append(entries)
        #expect(receipt.firstEntryNumber == written.count + 1)
        #expect(receipt.lastSequence <= writer.end.sequence)
        written += entries
      }
      try writer.close()
    }
    let (entries, result) = try fixture.read()
    #expect(entries == written)
    #expect(result.verdict == .clean)
    #expect(result.facts.segments > 3)
    #expect(result.facts.entries == written.count)
    #expect(try fixture.disk.list(fixture.layout.own).count == result.facts.segments)
  }

  @Test("groups appended together are numbered one after the other")
  func groups() throws {
    let writer = try fixture.open()
    let receipts = try writer.append(together: [[[1], [2]], [[3]], [[4], [5], [6]]])
    #expect(receipts.map(\.firstEntryNumber) == [1, 3, 4])
    #expect(receipts.map(\.lastSequence) == [1, 2, 3])
    #expect(try fixture.read().entries == [[1], [2], [3], [4], [5], [6]])
  }

  @Test("an entry may be empty, or as large as a frame; one byte more is refused and costs nothing")
  func sizes() throws {
    let writer = try fixture.open()
    let largest = [UInt8](repeating: 5, count: FrameHeader.bodyBytesMax - 4)
    try writer.append([[], largest])
    #expect(throws: LogError.entryTooLarge(bytes: largest.count + 1, limit: largest.count)) {
      try writer.append([[7], largest + [5]])
    }
    try writer.append([[8]])
    #expect(try fixture.read().entries == [[], largest, [8]])
  }

  @Test("a second writer is told who is writing")
  func secondWriter() throws {
    let first = try fixture.open()
    do throws(LogError) {
      _ = try fixture.open()
      Issue.record("two writers at once")
    } catch {
      guard case .inUse(let lock, let processID) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(lock == fixture.layout.lock)
      #expect((processID ?? 0) > 0)
    }
    try first.close()
    #expect(try fixture.open().recovery.verdict == .clean)
  }

  @Test("a reader needs no lock and sees what was acknowledged so far")
  func readerBesideWriter() throws {
    let writer = try fixture.open()
    for number in 1...20 {
      try writer.append([LogFixture.entry(number)])
      #expect(try fixture.read().entries.count == number)
    }
  }

  @Test("opening at a remembered position hands out only what came after it")
  func fromPosition() throws {
    var positions: [LogPosition] = []
    let writer = try fixture.open()
    for number in 1...60 {
      positions.append(writer.end)
      try writer.append([LogFixture.entry(number)])
    }
    try writer.close()
    for (count, position) in positions.enumerated() {
      let (entries, result) = try fixture.read(from: position)
      #expect(entries == (count + 1...60).map { LogFixture.entry($0) })
      #expect(result.end == writer.end)
      #expect(result.facts.entries == 60)
    }
  }

  @Test("a position of another log is refused")
  func foreignPosition() throws {
    try fixture.write(1...9)
    var position = try fixture.read().result.end
    position.chain = .zero
    #expect(throws: LogError.positionNotFound(position)) { try fixture.read(from: position) }
    position.segment = 8
    #expect(throws: LogError.positionNotFound(position)) { try fixture.read(from: position) }
  }

  @Test("opening and closing without an append writes nothing")
  func idleSession() throws {
    try fixture.write(1...3)
    let before = try fixture.disk.readAll(fixture.segment())
    let head = try fixture.disk.readAll(fixture.layout.head)
    try fixture.open().close()
    #expect(try fixture.disk.readAll(fixture.segment()) == before)
    #expect(try fixture.disk.readAll(fixture.layout.head) == head)
  }

  @Test("a new journal key begins a new segment, and both are read")
  func epochs() throws {
    try fixture.write(1...3)
    var later = fixture
    later.keys = .forTests(epoch: 2)
    try later.write(4...5)
    #expect(try later.read().entries == (1...5).map { LogFixture.entry($0) })
    #expect(try fixture.disk.list(fixture.layout.own).count == 2)
    #expect(throws: LogError.keyMissing(fixture.segment(2), epoch: 2)) { try fixture.read() }
  }

  @Test("wrong keys are told from damage, and another journal from both")
  func wrongKeys() throws {
    try fixture.write(1...3)
    var other = fixture
    let keys = fixture.keys
    other.keys = LogKeys(
      journalID: keys.journalID, deviceID: keys.deviceID, epoch: 1,
      journalKey: LogKeys.forTests(epoch: 9).journalKey,
      deviceSigning: keys.deviceSigning)
    #expect(throws: LogError.wrongKeys(fixture.segment(), epoch: 1)) { try other.open() }
    other.keys = .forTests(device: 2)
    #expect(throws: LogError.self) { try other.open() }
    #expect(throws: LogError.foreign(fixture.segment())) { try other.read() }
  }
}
