import Crypto
import FoundationEssentials
import Support
import SwiftProtobuf
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A box written to the office")
struct SentBoxTests {
  let fact = Fact.visitRecorded(SampleFacts.visit)
  let office = FixedVaults()
  let volunteer = FixedVaults(shut: [.office])

  private var entry: Entry {
    Entry(
      id: RecordID(bits: 0xFF_0000_00FF), stamp: Stamp(rawValue: 1_795_000_000_000 << 16 | 5),
      author: MemberNumber(3), fact: fact)
  }

  private func isSealed(_ entry: Entry) -> Bool { if case .sealed = entry.fact { true } else { false } }

  @Test("by somebody without its key is read by the office and never again by who wrote it")
  func oneWay() throws {
    let bytes = try volunteer.codec().encode(entry, into: .office)
    #expect(try !WireEntry(serializedBytes: bytes).encapsulatedKey.isEmpty)
    #expect(try office.codec().decode(bytes[...]) == entry)
    #expect(isSealed(try volunteer.codec().decode(bytes[...])))
  }

  @Test("by the office itself takes no public key, and no volunteer reads it")
  func within() throws {
    let bytes = try office.codec().encode(entry, into: .office)
    #expect(try WireEntry(serializedBytes: bytes).encapsulatedKey.isEmpty)
    #expect(try office.codec().decode(bytes[...]) == entry)
    #expect(isSealed(try volunteer.codec().decode(bytes[...])))
  }

  @Test("or for its author alone is shut to everybody else", arguments: [false, true])
  func author(_ isSent: Bool) throws {
    let author = Vault.member(MemberNumber(3))
    let other = FixedVaults(shut: [author])
    let bytes = try (isSent ? other : office).codec().encode(entry, into: .author)
    #expect(try office.codec().decode(bytes[...]) == entry)
    #expect(isSealed(try other.codec().decode(bytes[...])))
  }

  @Test("differs from the next one of the same words, as no nonce is used twice")
  func fresh() throws {
    let codec = volunteer.codec()
    #expect(try codec.encode(entry, into: .office) != codec.encode(entry, into: .office))
  }

  @Test("does not open once any bit of it, of its key or of what stands outside was changed")
  func tampering() throws {
    let good = try WireEntry(serializedBytes: volunteer.codec().encode(entry, into: .office))
    for part in [\WireEntry.box, \.encapsulatedKey, \.outer] {
      for place in 0..<good[keyPath: part].count {
        var bad = good
        bad[keyPath: part][place] ^= 1
        let read = try? office.codec().decode(wireBytes(bad)[...])
        #expect(read == nil, "byte \(place)")
      }
    }
    var moved = good
    moved.vault = .author
    #expect(throws: RecordError(.boxDoesNotOpen, "box")) {
      try office.codec().decode(wireBytes(moved)[...])
    }
  }

  @Test("of a journal outlives the end of an office member's time, and is shut to the volunteer who wrote it")
  func journal() throws {
    let test = TestJournal()
    let (journal, _) = try test.create()
    for (name, role, passphrase) in [
      ("Lowri", Role.volunteer, "lantern"), ("Sue", .supervisor, "walnut"), ("Pat", .coordinator, "cobble"),
    ] {
      _ = try journal.addMember(
        name: name, role: role, passphrase: SecretBytes(text: passphrase), cost: .rehearsal)
    }
    try journal.record(.familyAdded(SampleFacts.family, SampleFacts.details))
    try journal.close()
    let opened = Fact.oversight(.accessPackMade(SampleFacts.family, SampleFacts.day, SampleFacts.reason))
    let volunteer = try test.open(as: .name("Lowri"), passphrase: "lantern")
    try volunteer.record(opened)
    #expect(try volunteer.entries().last.map { isSealed($0.entry) } == true)
    try volunteer.close()
    let office = try test.open(as: .number(MemberNumber(1)))
    try office.endMembership(of: MemberNumber(4), reason: SampleFacts.reason)
    try office.close()
    let again = try test.open(as: .name("Lowri"), passphrase: "lantern")
    try again.record(opened)
    try again.close()
    for (name, passphrase) in [("Ines Coordinator", TestJournal.passphrase), ("Sue", "walnut")] {
      let reader = try test.open(as: .name(name), passphrase: passphrase, mode: .reading)
      #expect(try reader.entries().count { $0.entry.fact == opened } == 2)
      #expect(reader.unreadable.isEmpty)
    }
  }

  @Test("written by the first program that could is read for ever")
  func golden() throws {
    let bytes = stride(from: 0, to: SentBoxTests.hex.count, by: 2).compactMap {
      UInt8(String(decoding: Array(SentBoxTests.hex.utf8)[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    let entry = try office.codec().decode(bytes[...])
    #expect(entry.fact == .followUpDone(SampleFacts.family, visit: SampleFacts.record))
  }

  private static let hex = """
    0a28090700000000000000100d1909000000000000002003298877665544332211319a785634120000001210d8ce3e5e2a9d\
    a617260f2d10a13c7e0b18012a20f9e889e91433adec3b474d7bd1da4e648c02d48a24526eaa73461ea82eb20d23
    """
}
