import Support
import Testing
import VisitJournal

@Suite("A look at the disk")
struct DiskCheckTests {
  @Test("finds a good disk good, and leaves nothing behind")
  func good() throws {
    let disk = SimulatedDisk(seed: 1)
    try disk.makeFolder(JournalPath("/journal"))
    let check = try DiskCheck(of: JournalPath("/journal"), fileSystem: disk, randomness: .seeded(1))
    #expect(check.broken.isEmpty)
    #expect(check.commits == check.commits.sorted() && !check.commits.isEmpty)
    #expect(try disk.list(JournalPath("/journal")).isEmpty)
  }

  @Test("says that memory keeps nothing when the power goes")
  func memory() throws {
    let disk = MemoryFileSystem()
    try disk.makeFolder(JournalPath("/journal"))
    let check = try DiskCheck(of: JournalPath("/journal"), fileSystem: disk)
    #expect(check.broken == [.durable])
  }

  @Test("finds the disk that cannot sync, and leaves nothing behind")
  func failing() throws {
    let disk = SimulatedDisk(seed: 1)
    let folder = JournalPath("/journal")
    try disk.makeFolder(folder)
    disk.faults.failedSync = 1
    #expect(throws: DiskError.self) { try DiskCheck(of: folder, fileSystem: disk) }
    #expect(try disk.list(folder).isEmpty)
  }
}
