import Support
import Testing

@testable import VisitJournal

@Suite("Writing and reading a log")
struct LogWriterTests {
  let disk = MemoryFileSystem()
  let root = JournalPath("/journal")
  let keys = LogKeys.forTests()

  init() throws {
    try disk.makeFolder(root)
  }

  func open(policy: WriterPolicy = WriterPolicy(), from start: LogPosition? = nil) throws -> LogWriter {
    try LogWriter.open(
      root, fileSystem: disk, keys: keys, randomness: .seeded(7), now: { 1_795_000_000_000 }, policy: policy,
      from: start)
  }

  func readBack() throws -> [[UInt8]] {
    var entries: [[UInt8]] = []
    let reader = LogReader(
      fileSystem: disk, folder: JournalLayout(root).own, keys: keys.reading, head: JournalLayout(root).head)
    let result = try reader.forEachEntry { place, bytes in
      #expect(place.entryNumber == entries.count + 1)
      entries.append(Array(bytes))
    }
    #expect(result.verdict == .clean)
    return entries
  }

  @Test("what was appended is read back in order, across sessions")
  func roundTrip() throws {
    var written: [[UInt8]] = []
    for session in 0..<3 {
      let writer = try open()
      #expect(writer.recovery.verdict == .clean)
      #expect(!writer.recovery.wasUnclean)
      for index in 0..<5 {
        let entries = (0...index).map { [UInt8](repeating: UInt8(session * 16 + $0), count: $0 * 50) }
        let receipt = try writer.append(entries)
        #expect(receipt.firstEntryNumber == written.count + 1)
        written += entries
      }
      try writer.close()
    }
    #expect(try readBack() == written)
    #expect(try disk.list(JournalLayout(root).own) == ["000001.vlog"])
  }
}
