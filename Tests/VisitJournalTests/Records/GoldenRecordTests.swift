import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Entries of format 1")
struct GoldenRecordTests {
  static func entries(of facts: [Fact]) -> [Entry] {
    facts.enumerated().map { place, fact in
      Entry(
        id: RecordID(bits: UInt64(place) &* 0x9E_3779_B97F),
        stamp: Stamp(milliseconds: 1_795_000_000_000 + Int64(place)),
        author: MemberNumber(1 + place % 3), fact: fact)
    }
  }

  @Test("written by the first program are read for ever", arguments: SampleFacts.groups.map(\.name))
  func reading(group: String) throws {
    let codec = FixedVaults().codec()
    let golden = try #require(GoldenRecordTests.golden[group], "a group of facts has golden lines")
    let entries = GoldenRecordTests.entries(of: SampleFacts.groups.first { $0.name == group }?.facts ?? [])
    #expect(golden.count == entries.count)
    for (bytes, entry) in zip(golden, entries) {
      #expect(try codec.decode(bytes[...]) == entry)
    }
  }

  @Test("are written today as on the first day", arguments: SampleFacts.groups.map(\.name))
  func writing(group: String) throws {
    let written = try GoldenRecordTests.written(group)
    if written != GoldenRecordTests.golden[group] { print(GoldenRecordTests.lines(of: written)) }
    #expect(written == GoldenRecordTests.golden[group])
  }

  // The lines of a new group, or those to append to an old one, are printed where they differ.
  static func written(_ group: String) throws -> [[UInt8]] {
    let codec = FixedVaults().codec(seed: 77)
    return try entries(of: SampleFacts.groups.first { $0.name == group }?.facts ?? []).map {
      try codec.encode($0)
    }
  }

  private static func lines(of entries: [[UInt8]]) -> String {
    entries.map { entry in
      let digits = entry.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      return stride(from: 0, to: digits.count, by: 48).map { start in
        (start == 0 ? "    " : "     ") + digits[start..<min(start + 48, digits.count)].joined()
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// By group, one entry a line; a line that begins with a space goes on with the one before.
  static let golden: [String: [[UInt8]]] = GoldenRecords.hex.mapValues { hex in
    var entries: [[UInt8]] = []
    for line in hex.split(separator: "\n") {
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
  }
}
