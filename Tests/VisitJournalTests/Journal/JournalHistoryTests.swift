import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A long history written at once")
struct JournalHistoryTests {
  @Test("loses a hundred or so entries to a bad byte, and not the whole book")
  func oneBadByte() throws {
    let test = TestJournal()
    let (journal, _) = try test.create()
    let start = test.clock.now
    let history = (1...2_000).map { count in
      Entry(
        id: RecordID(bits: UInt64(count)), stamp: Stamp(milliseconds: start + Int64(count)),
        author: MemberNumber(1),
        fact: .volunteerAdded(Volunteer(number: VolunteerNumber(count), name: "Volunteer \(count)")))
    }
    try journal.recordHistory(history)
    try journal.close()
    let path = JournalLayout(test.root).own.appending("000001.vlog")
    var bytes = try test.disk.readAll(path)
    bytes[bytes.count / 2] ^= 1
    try test.disk.replaceAtomically(path, with: bytes)
    let read = try test.open(mode: .reading).entries()
    #expect((1_850..<2_002).contains(read.count), "\(read.count) of 2,002 entries are served")
    #expect(read.last?.entry == history.last)
  }
}
