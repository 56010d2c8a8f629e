import Support
import Testing
@testable import VisitJournal
import VisitModel

@Suite("Drafts")
struct DraftTests {
  let test = TestJournal()
  let first = DraftKey(.visit, family: FamilyID(rawValue: 1))
  let second = DraftKey(.visit, family: FamilyID(rawValue: 2))
  let fields = [
    DraftField(name: "note", text: "Giulia said: \u{1F9F8}"), DraftField(name: "minutes", text: "9"),
    DraftField(name: "worry", text: ""),
  ]

  private func draftFiles() throws -> [JournalPath] {
    try test.files().map(\.path).filter { $0.name.hasSuffix(".draft") }
  }

  @Test("are there again after the program is gone, word for word")
  func survival() throws {
    let (journal, _) = try test.create()
    let saved = try journal.drafts.save(first, fields: fields)
    #expect(saved.savedAtMilliseconds == test.clock.now)
    // Neither closed nor anything else: the program was killed.
    let after = try test.open(mode: .reading)
    #expect(try after.drafts.load(first) == saved)
    #expect(try after.drafts.load(first)?.text(of: "minutes") == "9")
    #expect(try after.drafts.load(second) == nil)
    withExtendedLifetime(journal) {}
  }

  @Test("replace one another per form, family and record, and are listed newest first")
  func listing() throws {
    let (journal, _) = try test.create()
    let amend = DraftKey(.amendVisit, family: FamilyID(rawValue: 1), record: SampleFacts.record)
    try journal.drafts.save(first, fields: fields)
    test.clock.move(byMilliseconds: 10)
    try journal.drafts.save(amend, fields: [])
    test.clock.move(byMilliseconds: 10)
    try journal.drafts.save(second, fields: fields)
    test.clock.move(byMilliseconds: 10)
    let latest = try journal.drafts.save(first, fields: [DraftField(name: "note", text: "again")])
    let list = try journal.drafts.list()
    #expect(list.drafts.map(\.key) == [first, second, amend])
    #expect(list.drafts.first == latest)
    #expect(list.damaged.isEmpty)
    try journal.drafts.remove(first)
    try journal.drafts.remove(first)
    #expect(try journal.drafts.list().drafts.map(\.key) == [second, amend])
    #expect(try journal.drafts.load(first) == nil)
  }

  @Test("put in the place of another family's do not open there, and are put aside")
  func crossing() throws {
    let (journal, _) = try test.create()
    try journal.drafts.save(first, fields: fields)
    let firstFile = try #require(try draftFiles().first)
    let bytes = try test.disk.readAll(firstFile)
    try journal.drafts.save(second, fields: [])
    let secondFile = try #require(try draftFiles().first { $0 != firstFile })
    try test.disk.replaceAtomically(secondFile, with: bytes)
    #expect(try journal.drafts.load(second) == nil)
    #expect(try journal.drafts.load(first)?.fields == fields)
    #expect(try test.disk.exists(secondFile) == false)
    #expect(
      try test.disk.list(JournalLayout(test.root).quarantine).contains { $0.hasSuffix(secondFile.name) })
  }

  @Test("that went bad are named and put aside, and the others are listed all the same")
  func damage() throws {
    let (journal, _) = try test.create()
    try journal.drafts.save(first, fields: fields)
    let file = try #require(try draftFiles().first)
    try journal.drafts.save(second, fields: fields)
    var bytes = try test.disk.readAll(file)
    bytes[bytes.count / 2] ^= 1
    try test.disk.replaceAtomically(file, with: bytes)
    let list = try journal.drafts.list()
    #expect(list.drafts.map(\.key) == [second])
    #expect(list.damaged.count == 1)
    #expect(list.damaged.allSatisfy { $0.folder == JournalLayout(test.root).quarantine })
    #expect(try journal.drafts.list().damaged.isEmpty)
  }

  @Test("of one member are nothing to another")
  func members() throws {
    let (journal, _) = try test.create()
    _ = try journal.addMember(
      name: "Lowri", role: .supervisor, passphrase: SecretBytes(text: TestJournal.passphrase),
      cost: .rehearsal)
    try journal.drafts.save(first, fields: fields)
    try journal.close()
    let other = try test.open(as: .number(MemberNumber(2)))
    #expect(try other.drafts.list() == DraftList.nothing)
    #expect(try other.drafts.load(first) == nil)
    try other.close()
    #expect(try test.open(as: .number(MemberNumber(1))).drafts.load(first)?.fields == fields)
  }

  @Test("are not written by someone who opened the journal for reading")
  func reading() throws {
    let (journal, _) = try test.create()
    try journal.drafts.save(first, fields: fields)
    try journal.close()
    let reader = try test.open(mode: .reading)
    #expect(throws: JournalError.readingOnly) { try reader.drafts.save(first, fields: []) }
    #expect(throws: JournalError.readingOnly) { try reader.drafts.remove(first) }
    #expect(try reader.drafts.load(first)?.fields == fields)
  }

  @Test("leave the one before in place when the disk is full, and say so")
  func fullDisk() throws {
    let disk = SimulatedDisk(seed: 5)
    let test = TestJournal(disk)
    let (journal, _) = try test.create()
    let saved = try journal.drafts.save(first, fields: fields)
    for call in 1...12 {
      disk.faults.failingCall = (disk.callCount + call, .noSpace)
      _ = try? journal.drafts.save(first, fields: [])
      disk.faults.failingCall = nil
      let kept = try #require(try journal.drafts.load(first))
      #expect(kept == saved || kept.fields.isEmpty)
      try journal.drafts.save(first, fields: fields)
    }
  }

  @Test("that were saved are there after the power goes at any moment", arguments: 1...14)
  func powerCut(call: Int) throws {
    let disk = SimulatedDisk(seed: UInt64(call))
    let test = TestJournal(disk)
    let (journal, _) = try test.create()
    let saved = try journal.drafts.save(first, fields: fields)
    disk.faults.powerGoesAtCall = disk.callCount + call
    _ = try? journal.drafts.save(first, fields: [])
    disk.faults.powerGoesAtCall = nil
    disk.restart()
    let after = try test.open(mode: .reading)
    let list = try after.drafts.list()
    #expect(list.damaged.isEmpty)
    #expect(list.drafts.count == 1)
    #expect(list.drafts.allSatisfy { $0.fields == saved.fields || $0.fields.isEmpty })
    withExtendedLifetime(journal) {}
  }
}

extension DraftList {
  static var nothing: DraftList { DraftList(drafts: [], damaged: []) }
}
