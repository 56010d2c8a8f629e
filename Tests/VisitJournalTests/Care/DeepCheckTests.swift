import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("Checking a journal with its keys")
struct DeepCheckTests {
  let care: CareFixture

  init() throws { care = try CareFixture() }

  @Test("counts every entry of a good journal")
  func good() throws {
    let check = try care.test.open(mode: .reading).deepCheck()
    #expect(check.verdict == .good)
    #expect(check.read == SampleFacts.all.count + 2)
    #expect(check.sealed == 0 && check.newer == 0 && check.misread.isEmpty)
  }

  @Test("an entry that is no entry is damage, named by its place, though the chain around it is whole")
  func misread() throws {
    let journal = try care.test.open()
    let before = try #require(journal.writer?.end)
    try journal.writer?.append([[0xFF, 0xFF, 0xFF]])
    try journal.close()
    #expect(try Journal.verify(at: care.test.root, fileSystem: care.disk).verdict == .good)
    let check = try care.test.open(mode: .reading).deepCheck()
    #expect(check.verdict == .damage)
    #expect(check.misread.map(\.number.count) == [before.entryCount + 1])
    #expect(check.misread.map(\.place) == [LogPlace(segment: 1, offset: before.end)])
  }

  @Test("progress ends with all bytes")
  func progress() throws {
    var told: [(Int, Int)] = []
    _ = try care.test.open(mode: .reading).deepCheck { told.append(($0, $1)) }
    let last = try #require(told.last)
    #expect(last.0 == last.1)
    #expect(try care.disk.readAll(care.segment).count == last.1)
  }

  @Test("what was put aside is listed")
  func quarantine() throws {
    #expect(try Journal.quarantined(at: care.test.root, fileSystem: care.disk).isEmpty)
    let bytes = try care.disk.readAll(care.segment)
    try care.disk.replaceAtomically(care.segment, with: bytes + bytes[512..<540])
    try care.test.open().close()
    #expect(try Journal.quarantined(at: care.test.root, fileSystem: care.disk).count == 1)
  }
}
