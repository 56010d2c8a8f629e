import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Entries of format 1")
struct GoldenRecordTests {
  static let entries: [Entry] = SampleFacts.all.enumerated().map { place, fact in
    Entry(
      id: RecordID(bits: UInt64(place) &* 0x9E_3779_B97F),
      stamp: Stamp(milliseconds: 1_795_000_000_000 + Int64(place)),
      author: MemberNumber(1 + place % 3), fact: fact)
  }

  @Test("written by the first program are read for ever")
  func reading() throws {
    let codec = FixedVaults().codec()
    let golden = GoldenRecordTests.golden
    #expect(golden.count == GoldenRecordTests.entries.count)
    for (bytes, entry) in zip(golden, GoldenRecordTests.entries) {
      #expect(try codec.decode(bytes[...]) == entry)
    }
  }

  @Test("are written today as on the first day")
  func writing() throws {
    let written = try GoldenRecordTests.written()
    #expect(written == GoldenRecordTests.golden)
  }

  // To add the entries of a new kind: print these, and append the new lines to the golden ones.
  static func written() throws -> [[UInt8]] {
    let codec = FixedVaults().codec(seed: 77)
    return try entries.map { try codec.encode($0) }
  }

  /// One entry a line; a line that begins with a space goes on with the one before.
  static let golden: [[UInt8]] = {
    var entries: [[UInt8]] = []
    for line in GoldenRecords.hex.split(separator: "\n") {
      let digits = Array(line.utf8.drop { $0 == UInt8(ascii: " ") })
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
      }
      if line.hasPrefix(" "), let last = entries.popLast() {
        entries.append(last + bytes)
      } else {
        entries.append(bytes)
      }
    }
    return entries
  }()
}
