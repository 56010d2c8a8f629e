import Crypto
import FoundationEssentials
import Support
import SwiftProtobuf
import Testing
import VisitModel

@testable import VisitJournal

@Suite("An entry's bytes")
struct EntryCodecTests {
  let vaults = FixedVaults()

  private func entry(_ fact: Fact) -> Entry {
    Entry(
      id: RecordID(bits: 0xFF_0000_00FF), stamp: Stamp(rawValue: 1_795_000_000_000 << 16 | 5),
      author: MemberNumber(3),
      fact: fact)
  }

  @Test("give back every fact as it was", arguments: SampleFacts.all.indices)
  func roundTrip(index: Int) throws {
    let entry = entry(SampleFacts.all[index])
    let codec = vaults.codec()
    let bytes = try codec.encode(entry)
    #expect(try codec.decode(bytes[...]) == entry)
    #expect(codec.stamp(of: bytes[...]) == entry.stamp)
  }

  @Test("exist for every kind of fact")
  func everyKind() {
    #expect(Set(SampleFacts.all.map(\.kind)) == Set(FactKind.allCases))
  }

  @Test(
    "show a reader without the family's key its kind and plain numbers, and nothing else",
    arguments: SampleFacts.all.indices)
  func sealed(index: Int) throws {
    let fact = SampleFacts.all[index]
    let bytes = try vaults.codec().encode(entry(fact))
    let stranger = FixedVaults(shut: [.family(SampleFacts.family)])
    let read = try stranger.codec().decode(bytes[...])
    guard fact.family != nil, fact.readers == .usual else {
      #expect(read.fact == fact)
      return
    }
    guard case .sealed(let sealed) = read.fact else {
      Issue.record("\(fact.kind) was not sealed")
      return
    }
    #expect(sealed.kind == fact.kind)
    #expect(sealed.family == SampleFacts.family)
    #expect(read.stamp == entry(fact).stamp)
    if case .visitRecorded(let visit) = fact {
      #expect(
        sealed.visit
          == VisitNumbers(
            day: visit.day, outcome: visit.outcome.kind, minutes: visit.outcome.minutes,
            volunteers: visit.volunteers))
    }
  }

  @Test("cannot be written into a vault that the author cannot open")
  func noKey() {
    let stranger = FixedVaults(shut: [.family(SampleFacts.family)])
    #expect(throws: RecordError(.noKey, "entry.vault")) {
      try stranger.codec().encode(entry(.visitRecorded(SampleFacts.visit)))
    }
  }

  @Test("hold no word of anybody in the clear", arguments: SampleFacts.all.indices)
  func secrecy(index: Int) throws {
    let bytes = try vaults.codec().encode(entry(SampleFacts.all[index]))
    for word in SampleFacts.privateWords {
      #expect(!bytes.contains(Array(word.utf8)), "\(word)")
    }
  }

  @Test("with a box from another entry, or an outer part changed by one bit, do not open")
  func boxIsBound() throws {
    let codec = vaults.codec()
    let first = try WireEntry(serializedBytes: codec.encode(entry(.visitRecorded(SampleFacts.visit))))
    let second = try WireEntry(
      serializedBytes: codec.encode(entry(.familyAdded(SampleFacts.family, SampleFacts.details))))
    var swapped = first
    swapped.box = second.box
    #expect(throws: RecordError(.boxDoesNotOpen, "box")) { try codec.decode(wireBytes(swapped)[...]) }
    var outer = try WireOuter(serializedBytes: first.outer)
    outer.minutes += 1
    var longer = first
    longer.outer = Data(wireBytes(outer))
    #expect(throws: RecordError(.boxDoesNotOpen, "box")) { try codec.decode(wireBytes(longer)[...]) }
  }

  @Test("in a vault that a newer program added say so")
  func unknownVault() throws {
    var wire = try WireEntry(serializedBytes: vaults.codec().encode(entry(.visitRecorded(SampleFacts.visit))))
    wire.vault = .UNRECOGNIZED(8)
    #expect(throws: RecordError(.unknownValue(8), "entry.vault")) {
      try vaults.codec().decode(wireBytes(wire)[...])
    }
  }

  @Test("of a kind that a newer program added are named, not guessed at")
  func unknownKind() throws {
    var outer = WireOuter()
    outer.kind = .UNRECOGNIZED(250)
    outer.author = 1
    var wire = WireEntry()
    wire.outer = Data(wireBytes(outer))
    wire.box = Data([1, 2, 3])
    #expect(throws: RecordError(.unknownKind(250), "outer.kind")) {
      try vaults.codec().decode(wireBytes(wire)[...])
    }
  }

  @Test(
    "with a choice that a newer program added, or with a field missing, say which field it is",
    arguments: BadRecord.all)
  func badRecords(bad: BadRecord) throws {
    #expect(throws: bad.error) { try vaults.codec().decode(bad.bytes(vaults)[...]) }
  }

  @Test("of any kind, cut, flipped or made up, never bring the program down")
  func hostile() throws {
    let codec = vaults.codec()
    var seed = Seed(11)
    for fact in SampleFacts.all {
      let good = try codec.encode(entry(fact))
      for length in 0..<good.count { _ = try? codec.decode(good[..<length]) }
      for _ in 0..<200 {
        var bad = good
        bad[seed.below(bad.count)] ^= UInt8(truncatingIfNeeded: 1 << seed.below(8))
        // A family that is not the one it was belongs to a vault that nobody can open.
        guard let read = try? codec.decode(bad[...]), read != entry(fact) else { continue }
        if case .sealed = read.fact { continue }
        Issue.record("a changed bit made \(read.fact) of \(fact)")
      }
    }
    for _ in 0..<2_000 { _ = try? codec.decode(seed.bytes(seed.below(80))[...]) }
  }

  @Test("of a visit with a note of 120 letters fit on disk in 270 bytes, its frame included")
  func size() throws {
    var visit = Visit(
      family: SampleFacts.family, episode: EpisodeNumber(1), volunteers: [VolunteerNumber(7)],
      day: SampleFacts.day,
      outcome: .done(
        Contact(start: TimeOfDay(minutesAfterMidnight: 600), minutes: Minutes(90), channel: .home)),
      travel: Minutes(20), miles: Miles(tenths: 60))
    visit.note = String(repeating: "n", count: 120)
    let bytes = try vaults.codec().encode(entry(.visitRecorded(visit)))
    #expect(Batch.length(of: bytes) + 56 <= 270)
  }
}
