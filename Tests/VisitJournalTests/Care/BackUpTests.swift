import Crypto
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

  @Test("whoever writes in a copy first makes it a device of its own, in a new segment, and loses no entry")
  func ownDevice() throws {
    let entries = try care.test.open(mode: .reading).entries()
    try Journal.restore(from: care.test.root, to: care.place, fileSystem: care.disk)
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
    let journal = try care.openCopy()
    #expect(journal.recovery?.verdict == .clean)
    let kept = try journal.record(care.fact(9))
    try journal.close()
    #expect(try care.disk.list(JournalLayout(care.place).own) == ["000001.vlog", "000002.vlog"])
    #expect(try care.device(of: "000001.vlog", at: care.test.root) == care.device(of: "000001.vlog"))
    #expect(try care.device(of: "000001.vlog") != care.device(of: "000002.vlog"))
    #expect(try care.openCopy(mode: .reading).entries() == entries + [kept])
    let report = try Journal.verify(at: care.place, fileSystem: care.disk, everySignature: true)
    #expect(report.verdict == .good && report.facts.signaturesChecked >= 2)
    #expect(try care.openCopy().canRecord)
    #expect(try care.disk.list(JournalLayout(care.place).own) == ["000001.vlog", "000002.vlog"])
  }

  @Test("a lost journal that turns up and the one restored from its backup share only their beginning")
  func noFork() throws {
    try Journal.backUp(from: care.test.root, to: JournalPath("/stick/kept"), fileSystem: care.disk)
    let lost = try care.test.open()
    let before = try lost.entries().count
    let late = try lost.record(care.fact(7))
    try lost.close()
    try Journal.restore(from: JournalPath("/stick/kept"), to: care.place, fileSystem: care.disk)
    let journal = try care.openCopy()
    let own = try journal.record(care.fact(8))
    try journal.close()
    #expect(own.number == late.number && own.entry.id != late.entry.id)
    #expect(try care.device(of: "000002.vlog") != care.device(of: "000001.vlog", at: care.test.root))
    #expect(try care.test.open(mode: .reading).entries().count == before + 1)
    #expect(try care.openCopy(mode: .reading).entries().last == own)
  }

  @Test("a copy of a copy that goes on has three devices, and all of it can be checked, read and salvaged")
  func copyOfCopy() throws {
    try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    let first = try care.openCopy()
    try first.record(care.fact(7))
    try first.close()
    let second = JournalPath("/stick/second")
    try Journal.backUp(from: care.place, to: second, fileSystem: care.disk)
    let journal = try care.openCopy(at: second)
    try journal.record(care.fact(8))
    try journal.close()
    let devices = try (1...3).map { try care.device(of: JournalLayout.segmentName($0), at: second) }
    #expect(Set(devices).count == 3)
    let check = try care.openCopy(at: second, mode: .reading).deepCheck(everySignature: true)
    #expect(check.verdict == .good && check.misread.isEmpty)
    try care.spoil(JournalLayout(second).own.appending("000002.vlog"), at: 40)
    let salvaged = try Journal.salvage(
      from: second, to: JournalPath("/stick/saved"), fileSystem: care.disk,
      environment: care.test.environment,
      secret: .passphrase(SecretBytes(text: TestJournal.passphrase)))
    #expect(salvaged.check.verdict == .good && salvaged.losses.count == 1 && salvaged.losses[0].entries == 0)
  }

  @Test("a segment of an earlier device behind one of a later device is damage")
  func devicesInOrder() throws {
    try Journal.backUp(from: care.test.root, to: care.place, fileSystem: care.disk)
    let journal = try care.openCopy()
    try journal.record(care.fact(7))
    try journal.close()
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .good)
    // The earlier device writes on behind the later one: right in all but whose turn it is.
    let (old, new) = (try care.test.open(mode: .reading).logKeys, journal.logKeys)
    let keys = LogKeys(
      journalID: old.journalID, deviceID: old.deviceID, epoch: old.epoch, journalKey: old.journalKey,
      deviceSigning: old.deviceSigning,
      earlierDevices: [
        LogKeys.Device(id: old.deviceID, key: old.deviceSigning.publicKey),
        LogKeys.Device(id: new.deviceID, key: new.deviceSigning.publicKey),
      ])
    let writer = try LogWriter.open(
      care.place, fileSystem: care.disk, keys: keys, randomness: care.test.environment.randomness, now: { 1 })
    try writer.append([[1, 2, 3]])
    try writer.close()
    #expect(try Journal.verify(at: care.place, fileSystem: care.disk).verdict == .damage)
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
