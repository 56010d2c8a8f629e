import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Saving what is good of a damaged journal")
struct SalvageTests {
  let care: CareFixture

  init() throws { care = try CareFixture() }

  private func salvage() throws -> Journal.Salvaged {
    try Journal.salvage(
      from: care.test.root, to: care.place, fileSystem: care.disk, environment: care.test.environment,
      secret: .passphrase(SecretBytes(text: TestJournal.passphrase)))
  }

  /// Records facts one by one, with a checkpoint behind each `every`; returns every entry the journal then has.
  private func record(_ count: Int, checkpointEvery every: Int) throws -> [KeptEntry] {
    let journal = try care.test.open()
    for number in 1...count {
      try journal.record(care.fact(number + 10))
      if number % every == 0 { try journal.writer?.checkpoint() }
    }
    try journal.close()
    return try care.test.open(mode: .reading).entries()
  }

  /// Where the frames of entries begin in the first segment, and the number of the first entry of each.
  private func frames() throws -> [(offset: Int, entry: Int)] {
    var frames: [(offset: Int, entry: Int)] = []
    let journal = try care.test.open(mode: .reading)
    let reader = LogReader(
      fileSystem: care.disk, folder: JournalLayout(care.test.root).own, keys: journal.logKeys.reading)
    try reader.forEachEntry { place, _ in
      if place.segment == 1, frames.last?.offset != place.offset {
        frames.append((place.offset, place.entryNumber))
      }
    }
    return frames
  }

  @Test("a good journal comes over whole, signed by a device of its own, and can be written on")
  func good() throws {
    let entries = try care.test.open(mode: .reading).entries()
    let saved = try salvage()
    #expect(saved.losses.isEmpty && saved.entries == entries.count)
    let journal = try care.openCopy()
    #expect(try journal.entries() == entries)
    #expect(try journal.logKeys.deviceID != care.test.open(mode: .reading).logKeys.deviceID)
    try journal.record(care.fact(99))
    try journal.close()
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk, everySignature: true).verdict == .good)
  }

  @Test("a spoilt frame costs what stands before the next checkpoint, and the loss is counted and placed")
  func spoiltFrame() throws {
    let entries = try record(12, checkpointEvery: 4)
    let frames = try frames()
    let hit = try #require(frames.dropLast(6).last)
    try care.spoil(care.segment, at: hit.offset + 50)
    let saved = try salvage()
    let kept = try care.openCopy(mode: .reading).entries().map(\.entry)
    let loss = try #require(saved.losses.first)
    #expect(saved.losses.count == 1)
    #expect(loss.place == LogPlace(segment: 1, offset: hit.offset) && loss.reason == .checksum)
    let lost = try #require(loss.entries)
    #expect((1...4).contains(lost))
    let expected = entries[..<(hit.entry - 1)] + entries[(hit.entry - 1 + lost)...]
    #expect(kept == expected.map(\.entry))
  }

  @Test(
    "every single spoilt byte leaves a journal that opens, checks good, and holds entries of the old one only"
  )
  func everyByte() throws {
    let entries = try record(3, checkpointEvery: 1).map(\.entry)
    let good = try care.disk.readAll(care.segment)
    for offset in stride(from: 0, to: good.count, by: 37) {
      var bytes = good
      bytes[offset] ^= 0x10
      try care.disk.replaceAtomically(care.segment, with: bytes)
      let place = JournalPath("/stick/\(offset)")
      let saved = try Journal.salvage(
        from: care.test.root, to: place, fileSystem: care.disk, environment: care.test.environment,
        secret: .passphrase(SecretBytes(text: TestJournal.passphrase)))
      let kept = try Journal.open(
        at: place, fileSystem: care.disk, environment: care.test.environment,
        secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: .reading
      ).entries().map(\.entry)
      #expect(kept.count == saved.entries && kept.allSatisfy(entries.contains))
      let lost = saved.losses.reduce(0) { $0 + ($1.entries ?? 0) }
      #expect(!saved.losses.isEmpty && kept.count + lost == entries.count, "byte \(offset): \(saved.losses)")
    }
  }

  @Test("a spoilt segment header costs nothing, for the checkpoint behind it says the same")
  func spoiltHeader() throws {
    let entries = try record(4, checkpointEvery: 2)
    try care.spoil(care.segment, at: 100)
    let saved = try salvage()
    #expect(saved.losses.map(\.reason) == [.header] && saved.losses.map(\.entries) == [0])
    #expect(try care.openCopy(mode: .reading).entries() == entries)
  }

  @Test("a segment that is missing is named with what it held, and the next one is still read")
  func missingSegment() throws {
    let entries = try record(4, checkpointEvery: 2)
    let journal = try care.test.open()
    try journal.writer?.closeSegment()
    let later = try journal.record(care.fact(50))
    try journal.close()
    try care.disk.remove(care.segment)
    let saved = try salvage()
    #expect(saved.losses.map(\.reason) == [.missingSegment])
    #expect(saved.losses.map(\.entries) == [entries.count])
    #expect(try care.openCopy(mode: .reading).entries().map(\.entry) == [later.entry])
  }

  @Test("an end that was cut off is counted as lost from what the head says")
  func cutOff() throws {
    let entries = try record(4, checkpointEvery: 4)
    let cut = try #require(frames().last)
    let bytes = try care.disk.readAll(care.segment)
    try care.disk.replaceAtomically(care.segment, with: Array(bytes.prefix(cut.offset)))
    let saved = try salvage()
    #expect(saved.losses.map(\.entries) == [1] && saved.entries == entries.count - 1)
  }

  @Test("an unfinished write at the end is no loss")
  func tornTail() throws {
    let bytes = try care.disk.readAll(care.segment)
    try care.disk.replaceAtomically(care.segment, with: bytes + bytes[512..<560])
    let saved = try salvage()
    #expect(saved.losses.isEmpty && saved.unfinishedBytes == 48)
  }

  @Test(
    "a member saves what they cannot read: families' entries stay sealed for them and open for the office")
  func sealed() throws {
    let office = try care.test.open()
    let code = try office.addMember(
      name: "Vera", role: .volunteer, passphrase: SecretBytes(text: "another passphrase"), cost: .rehearsal)
    #expect(code.member.number.count == 2)
    try office.close()
    let entries = try care.test.open(as: .number(MemberNumber(1)), mode: .reading).entries()
    let saved = try Journal.salvage(
      from: care.test.root, to: care.place, fileSystem: care.disk, environment: care.test.environment,
      member: .name("Vera"), secret: .passphrase(SecretBytes(text: "another passphrase")))
    #expect(saved.check.sealed > 0)
    let journal = try Journal.open(
      at: care.place, fileSystem: care.disk, environment: care.test.environment,
      member: .number(MemberNumber(1)), secret: .passphrase(SecretBytes(text: TestJournal.passphrase)),
      mode: .reading)
    #expect(try journal.entries() == entries)
  }

  @Test("a wrong passphrase saves nothing and makes nothing")
  func wrongPassphrase() throws {
    #expect(throws: CareError.journal(.wrongPassphrase)) {
      try Journal.salvage(
        from: care.test.root, to: care.place, fileSystem: care.disk, environment: care.test.environment,
        secret: .passphrase(SecretBytes(text: "guess")))
    }
    #expect(try !care.disk.exists(care.place))
  }
}
