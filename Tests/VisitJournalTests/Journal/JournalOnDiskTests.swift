import Glibc
import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A journal on the real disk")
struct JournalOnDiskTests {
  let temporary = TemporaryFolder()

  @Test("is made below folders that are missing, open to its owner alone, and read again")
  func life() throws {
    let test = TestJournal(PosixFileSystem(), root: temporary.path.appending("a/b/journal"))
    let (journal, code) = try test.create(cost: .testOnDisk)
    let kept = try journal.record(SampleFacts.all)
    try journal.drafts.save(DraftKey(.visit, family: SampleFacts.family), fields: [])
    #expect {
      try test.open()
    } throws: { error in
      error as? JournalError == .inUse(lock: JournalLayout(test.root).lock, processID: Int(getpid()))
    }
    try journal.close()
    for (path, _) in try test.files() {
      #expect(mode(path) == 0o600, "\(path)")
      #expect(mode(path.folder) == 0o700, "\(path.folder)")
    }
    let again = try test.open(code: code)
    #expect(try again.entries().dropFirst(2).elementsEqual(kept))
    #expect(try again.drafts.list().drafts.count == 1)
    #expect(throws: JournalError.costTooLow) {
      try again.changePassphrase(to: SecretBytes(text: "teapot"), cost: .rehearsal)
    }
  }

  @Test("on a medium that cannot be written is read all the same")
  func readOnly() throws {
    let test = TestJournal(PosixFileSystem(), root: temporary.path.appending("journal"))
    let (journal, _) = try test.create(cost: .testOnDisk)
    try journal.recordAndClose(SampleFacts.all)
    let before = try test.files().map(\.bytes)
    let reader = try test.open(mode: .reading)
    #expect(try reader.entries().count == SampleFacts.all.count + 2)
    #expect(reader.verify().verdict == .good)
    #expect(try reader.drafts.list() == DraftList.nothing)
    #expect(try test.files().map(\.bytes) == before)
  }

  @Test("that came with a folder open to others, as from an archive, is closed to them by the next writer")
  func closedAgain() throws {
    let test = TestJournal(PosixFileSystem(), root: temporary.path.appending("journal"))
    try test.create(cost: .testOnDisk).journal.close()
    #expect(chmod(test.root.text, 0o755) == 0)
    try test.open(mode: .reading).close()
    #expect(mode(test.root) == 0o755)
    try test.open().close()
    #expect(mode(test.root) == 0o700)
  }

  private func mode(_ path: JournalPath) -> mode_t {
    var facts = stat()
    return stat(path.text, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }
}
