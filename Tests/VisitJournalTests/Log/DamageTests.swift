import Support
import Testing

@testable import VisitJournal

@Suite("What damage looks like")
struct DamageTests {
  let fixture: LogFixture
  let segment: [UInt8]
  let head: [UInt8]

  init() throws {
    fixture = try LogFixture.inMemory()
    try fixture.write(1...4)
    segment = try fixture.disk.readAll(fixture.segment())
    head = try fixture.disk.readAll(fixture.layout.head)
  }

  @Test("cut at any byte, the log opens and gives back every entry that was acknowledged by then")
  func everyTruncation() throws {
    let ends = frameRanges(segment).map(\.upperBound)
    for cut in SegmentHeader.byteCount..<segment.count {
      let fresh = try LogFixture.inMemory()
      let whole = ends.filter { $0 <= cut }.count
      try fresh.disk.makeFolder(fresh.layout.own)
      try fresh.put(Array(segment[..<cut]), at: fresh.segment())
      var entries: [[UInt8]] = []
      let writer = try fresh.open { entries.append(Array($1)) }
      #expect(entries == (1...4).prefix(whole).map { LogFixture.entry($0) })
      if whole > 0, ends[whole - 1] == cut {
        #expect(writer.recovery.verdict == .clean)
      } else if cut > SegmentHeader.byteCount {
        guard case .tornTail(_, let bytes, let kept?) = writer.recovery.verdict else {
          Issue.record("cut at \(cut): \(writer.recovery.verdict)")
          return
        }
        #expect(try fresh.disk.readAll(kept) == Array(segment[cut - bytes..<cut]))
      }
      try writer.append([[9]])
      #expect(try fresh.read().entries.last == [9])
      #expect(fresh.verify(deep: true).verdict == .good)
    }
  }

  @Test("cut at any byte below the head, the log is read-only and says what is missing; not a byte changes")
  func everyTruncationBelowHead() throws {
    let ends = frameRanges(segment).map(\.upperBound)
    for cut in 0..<segment.count {
      try fixture.put(Array(segment[..<cut]), at: fixture.segment())
      var count = 0
      let writer = try fixture.open { _, _ in count += 1 }
      #expect(writer.isReadOnly, "cut at \(cut)")
      #expect(count == ends.prefix(4).filter { $0 <= cut }.count, "cut at \(cut)")
      #expect(throws: LogError.readOnly(writer.recovery.verdict)) { try writer.append([[9]]) }
      #expect(try fixture.disk.readAll(fixture.segment()) == Array(segment[..<cut]))
      #expect([.damage, .rollback].contains(fixture.verify().verdict))
      try writer.close()
    }
  }

  @Test("any one flipped bit of the log is found without a key")
  func everyBitOfTheLog() throws {
    var bytes = segment
    for place in bytes.indices {
      for bit in 0..<8 {
        bytes[place] ^= 1 << UInt8(bit)
        try fixture.put(bytes, at: fixture.segment())
        #expect(fixture.verify().verdict == .damage, "byte \(place), bit \(bit)")
        bytes[place] ^= 1 << UInt8(bit)
      }
    }
  }

  @Test("any one flipped bit of the head costs one slot, which the check counts, and no entry")
  func everyByteOfTheHead() throws {
    var bytes = head
    for place in bytes.indices {
      bytes[place] ^= 1 << UInt8(place % 8)
      try fixture.put(bytes, at: fixture.layout.head)
      let report = fixture.verify()
      #expect(report.headSlotsReadable == 1, "byte \(place)")
      #expect(report.verdict == .good)
      bytes[place] ^= 1 << UInt8(place % 8)
    }
  }

  @Test("zeros behind the last frame are a torn tail")
  func zeroTail() throws {
    try fixture.put(segment + [UInt8](repeating: 0, count: 3000), at: fixture.segment())
    let writer = try fixture.open()
    guard case .tornTail(let place, 3000, _?) = writer.recovery.verdict else {
      Issue.record("\(writer.recovery.verdict)")
      return
    }
    #expect(place == LogPlace(segment: 1, offset: segment.count))
    #expect(try fixture.disk.readAll(fixture.segment()) == segment)
    try writer.append([[1]])
    #expect(try fixture.disk.list(fixture.layout.own) == ["000001.vlog", "000002.vlog"])
  }

  @Test("entries behind a damaged frame are served from the next signed checkpoint on")
  func readsOnBehindDamage() throws {
    try fixture.write(5...8)
    var bytes = try fixture.disk.readAll(fixture.segment())
    bytes[frameRanges(bytes)[1].lowerBound + 45] ^= 1
    try fixture.put(bytes, at: fixture.segment())
    let (entries, result) = try fixture.read()
    #expect(entries == [1, 5, 6, 7, 8].map { LogFixture.entry($0) })
    guard case .damage(let damage) = result.verdict else {
      Issue.record("\(result.verdict)")
      return
    }
    #expect(damage.place == LogPlace(segment: 1, offset: frameRanges(bytes)[1].lowerBound))
    #expect(damage.lastGoodSequence == 1)
    #expect(damage.resumesAt == LogPlace(segment: 1, offset: frameRanges(bytes)[4].lowerBound))
    #expect(result.end.sequence == 1)
  }

  @Test("an older copy of the log put back in its place is a rollback")
  func olderCopy() throws {
    try fixture.write(5...6)
    try fixture.put(segment, at: fixture.segment())
    guard case .rollback(let rollback) = try fixture.open().recovery.verdict else {
      Issue.record("an older log was taken for the newest")
      return
    }
    #expect(rollback == LogRollback(foundSequence: 5, acknowledgedSequence: 8, isFork: false))
    #expect(fixture.verify().verdict == .rollback)
  }

  @Test("another history of the same length is a fork")
  func otherHistory() throws {
    let other = try LogFixture.inMemory()
    try other.write(11...14)
    try fixture.put(try other.disk.readAll(other.segment()), at: fixture.segment())
    guard case .rollback(let rollback) = try fixture.open().recovery.verdict else {
      Issue.record("another history was taken for ours")
      return
    }
    #expect(rollback.isFork)
  }

  @Test("a log that is gone while its head is there is a rollback")
  func missingLog() throws {
    try fixture.disk.remove(fixture.segment())
    #expect(try fixture.open().isReadOnly)
    #expect(fixture.verify().verdict == .rollback)
  }

  @Test(
    "an early segment cut short is damage at its end, and the later ones are still served",
    arguments: [0, 1, 30])
  func earlySegmentCutShort(bytesLeftOfLastFrame: Int) throws {
    try fixture.write(5...150)
    let bytes = try fixture.disk.readAll(fixture.segment(2))
    let frames = frameRanges(bytes)
    let cut = frames[frames.count - 6].lowerBound
    try fixture.put(Array(bytes[..<(cut + bytesLeftOfLastFrame)]), at: fixture.segment(2))
    let (entries, result) = try fixture.read()
    guard case .damage(let damage) = result.verdict else {
      Issue.record("\(result.verdict)")
      return
    }
    #expect(damage.reason == .incomplete)
    #expect(damage.place == LogPlace(segment: 2, offset: cut))
    #expect(damage.resumesAt == LogPlace(segment: 3, offset: SegmentHeader.byteCount))
    #expect(entries.last == LogFixture.entry(150))
    #expect((140..<150).contains(entries.count))
  }

  @Test("a missing segment is damage, and the later ones are still served")
  func missingSegment() throws {
    try fixture.write(5...150)
    try fixture.disk.remove(fixture.segment(2))
    let (entries, result) = try fixture.read()
    guard case .damage(let damage) = result.verdict else {
      Issue.record("\(result.verdict)")
      return
    }
    #expect(damage.reason == .missingSegment)
    #expect(entries.first == LogFixture.entry(1))
    #expect(entries.last == LogFixture.entry(150))
    #expect(entries.count < 150)
  }
}
