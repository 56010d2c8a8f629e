import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Copies of a journal")
struct BackUpTests {
  let care: CareFixture

  init() throws { care = try CareFixture() }

  @Test("a backup opens with the same passphrase and says the same, entry by entry")
  func same() throws {
    let copied = try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    let entries = try care.test.open(mode: .reading).entries()
    #expect(copied.facts.entries == entries.count)
    #expect(try care.openCopy(mode: .reading).entries() == entries)
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
    #expect(try !care.disk.list(care.place).contains("unfinished-copy"))
  }

  @Test("a backup beside a writer holds what was acknowledged when it was made")
  func beside() throws {
    let writer = try care.test.open()
    try writer.record(care.fact(7))
    let copied = try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    try writer.record(care.fact(8))
    let facts = try care.openCopy(mode: .reading).entries().map(\.entry.fact)
    #expect(facts.count == copied.facts.entries)
    #expect(facts.contains(care.fact(7)) && !facts.contains(care.fact(8)))
  }

  @Test("an unfinished write at the end is left out of a backup")
  func tornTail() throws {
    let count = try care.test.open(mode: .reading).entries().count
    let torn = try care.disk.readAll(care.segment)
    try care.disk.replaceAtomically(care.segment, with: torn + torn[512..<540])
    let copied = try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    #expect(copied.facts.entries == count)
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
  }

  @Test("unfinished forms come along only when they are asked for", arguments: [true, false])
  func drafts(asked: Bool) throws {
    let journal = try care.test.open()
    try journal.drafts.save(DraftKey(.visit, family: SampleFacts.family), fields: [])
    let copied = try Journal.backUp(
      from: care.test.root, to: care.place, fileSystem: care.disk, withDrafts: asked)
    #expect(copied.drafts == (asked ? 1 : 0))
    #expect(try care.openCopy().drafts.list().drafts.count == copied.drafts)
  }

  @Test("a damaged journal is not copied, and its finding is named")
  func damaged() throws {
    try care.spoil(care.segment, at: 600)
    #expect {
      try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    } throws: { error in
      if case CareError.sourceNotGood(care.test.root, let report) = error {
        report.verdict == .damage
      } else {
        false
      }
    }
    #expect(try !care.disk.exists(care.place))
  }

  @Test("a folder that holds anything is refused and left as it is")
  func occupied() throws {
    try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    #expect(throws: CareError.journal(.alreadyThere(care.place))) {
      try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    }
    let other = JournalPath("/stick/other")
    try care.disk.makeFolder(other)
    try care.disk.replaceAtomically(other.appending("letter.txt"), with: [1])
    #expect(throws: CareError.journal(.folderNotEmpty(other))) {
      try Journal.restore(from: care.place, to: other, fileSystem: care.disk)
    }
    #expect(try care.disk.list(other) == ["letter.txt"])
  }

  @Test("a copy that was interrupted is no journal, and the next try begins anew")
  func interrupted() throws {
    try JournalFiles(from: care.test.root, to: care.place, on: care.disk).begin()
    try care.disk.replaceAtomically(JournalLayout(care.place).own.appending("000001.vlog"), with: [1])
    #expect(throws: JournalError.noJournal(care.place)) { try care.openCopy() }
    try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    #expect(try care.openCopy().canRecord)
  }

  @Test("a restored journal goes on in a new segment, under another key, and keeps every entry")
  func restored() throws {
    let entries = try care.test.open(mode: .reading).entries()
    try Journal.restore(from: care.test.root, to: care.place, fileSystem: care.disk)
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
    let journal = try care.openCopy()
    #expect(journal.recovery?.verdict == .clean)
    let kept = try journal.record(care.fact(9))
    try journal.close()
    #expect(try care.disk.list(JournalLayout(care.place).own) == ["000001.vlog", "000002.vlog"])
    #expect(try care.openCopy(mode: .reading).entries() == entries + [kept])
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
  }

  @Test("a restored journal whose end is cut off is a rollback or damage, never good")
  func restoredAndCut() throws {
    try Journal.restore(from: care.test.root, to: care.place, fileSystem: care.disk)
    let path = JournalLayout(care.place).own.appending("000001.vlog")
    let bytes = try care.disk.readAll(path)
    try care.disk.replaceAtomically(path, with: Array(bytes.prefix(bytes.count / 2)))
    let verdict = try Journal.verify(at: care.place, fileSystem: care.disk).verdict
    #expect(verdict == .damage || verdict == .rollback)
  }

  @Test("a family added at any moment of a backup is in it with its key, or not at all")
  func addedMeanwhile() throws {
    let writer = try care.test.open()
    var (number, isOver) = (0, false)
    while !isOver {
      number += 1
      let family = FamilyID(rawValue: UInt64(number))
      let disk = MeddlingDisk(care.disk, beforeOpen: number) {
        do {
          try writer.record(.familyAdded(family, SampleFacts.details))
        } catch {
          Issue.record("\(error)")
        }
      }
      let place = JournalPath("/stick/\(number)")
      try Journal.backUp(from: care.test.root, to: place, fileSystem: disk)
      isOver = !disk.hasMeddled
      let copy = try Journal.open(
        at: place, fileSystem: care.disk, environment: care.test.environment,
        secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: .reading)
      let check = copy.deepCheck(everySignature: true)
      #expect(check.verdict == .good && check.sealed == 0, "open \(number): \(check)")
    }
    #expect(number > 8)
  }
}
