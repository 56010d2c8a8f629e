import FoundationEssentials
import Support
import Testing

@testable import VisitJournal

@Suite("Bytes on disk")
struct FormatTests {
  @Test("a batch gives back its entries", arguments: [0, 1, 127, 128, 16_383, 16_384, 900_000])
  func batch(length: Int) {
    let entries = [[UInt8](repeating: 1, count: length), [], [2]]
    var body: [UInt8] = []
    for entry in entries { Batch.add(entry, to: &body) }
    #expect(body.count == entries.reduce(0) { $0 + Batch.length(of: $1) })
    #expect(Batch.entries(of: body, count: 3)?.map { Array(body[$0]) } == entries)
    #expect(Batch.entries(of: body, count: 2) == nil)
    #expect(Batch.entries(of: body, count: 4) == nil)
  }

  @Test("a batch of any bytes is read or refused, never trusted")
  func hostileBatch() {
    var dice = Seed(3)
    for _ in 0..<20_000 {
      let body = dice.bytes(dice.below(12)).map { dice.once(in: 2) ? 0x0A : $0 & 0x83 }
      let count = dice.below(4)
      guard let entries = Batch.entries(of: body, count: count) else { continue }
      #expect(entries.count == count && entries.allSatisfy { $0.upperBound <= body.count })
    }
  }

  @Test("a segment's bytes of any kind are walked or refused, never trusted")
  func hostileSegment() throws {
    let fixture = try LogFixture.inMemory()
    try fixture.write(1...6)
    let good = try fixture.disk.readAll(fixture.segment())
    var dice = Seed(9)
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0...dice.below(3) {
        let start = dice.below(bytes.count)
        let end = min(bytes.count, start + dice.below(60))
        switch dice.below(3) {
        case 0: bytes.replaceSubrange(start..<end, with: dice.bytes(dice.below(60)))
        case 1: bytes.insert(contentsOf: good[dice.below(good.count)...].prefix(dice.below(200)), at: start)
        default: bytes.removeSubrange(start..<end)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      try fixture.put(bytes, at: fixture.segment())
      let verdict = fixture.verify(deep: true).verdict
      #expect(bytes == good ? verdict == .good : verdict != .good)
    }
  }

  @Test(
    "the golden segment of version 1 reads as it did when the format was fixed, and is still what is written")
  func golden() throws {
    let text = GoldenSegment.version1.split(separator: "\n").joined()
    let golden = try #require(Data(base64Encoded: text)).map { $0 }
    let reading = try LogFixture.inMemory()
    try reading.disk.makeFolder(reading.layout.own)
    try reading.put(golden, at: reading.segment())
    let (entries, result) = try reading.read()
    #expect(entries == [1, 2].map { LogFixture.entry($0) })
    #expect(result.verdict == .clean)
    #expect(reading.verify(deep: true).facts.signaturesChecked == 1)
    let writing = try LogFixture.inMemory()
    try writing.write(1...2)
    #expect(try writing.disk.readAll(writing.segment()) == golden)
  }

  @Test("ids read back from bytes and from hexadecimal, and from nothing else")
  func ids() throws {
    let id = try #require(LogID((0..<16).map { UInt8($0 * 16) }))
    #expect(id.hex == "00102030405060708090a0b0c0d0e0f0")
    #expect(LogID(hex: id.hex) == id && LogID(id.bytes) == id)
    for text in ["", "+0102030405060708090a0b0c0d0e0f0", id.hex + "0", "0x102030405060708090a0b0c0d0e0f0"] {
      #expect(LogID(hex: text) == nil)
    }
    #expect(LogID([1, 2, 3]) == nil)
  }

  @Test("segment names sort as their numbers do, and nothing else is taken for one")
  func segmentNames() {
    #expect(JournalLayout.segmentName(1) == "000001.vlog")
    #expect(JournalLayout.segmentName(1_234_567) == "1234567.vlog")
    for number in [1, 9, 999_999, 1_000_000] {
      #expect(JournalLayout.segmentNumber(JournalLayout.segmentName(number)) == number)
    }
    for name in ["1.vlog", "000000.vlog", "000001.vlog.tmp", "-00001.vlog", "+00001.vlog", "0000001.vlog"] {
      #expect(JournalLayout.segmentNumber(name) == nil)
    }
  }
}
