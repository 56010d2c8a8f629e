import Glibc
import Support
import Testing

@testable import VisitJournal

/// A folder of its own on the real disk, emptied when the test is over.
final class TemporaryFolder: Sendable {
  let path: JournalPath

  init() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    path = JournalPath(base).appending("visitbook-\(getpid())-\(Seed.random())")
    _ = mkdir(path.text, 0o700)
  }

  deinit {
    remove(path)
  }

  private func remove(_ path: JournalPath) {
    let disk = PosixFileSystem()
    for name in (try? disk.list(path)) ?? [] { remove(path.appending(name)) }
    if rmdir(path.text) != 0 { _ = unlink(path.text) }
  }
}

extension Seed {
  /// A number no other test run will have.
  static func random() -> UInt64 { UInt64.random(in: 0 ... .max) }
}

@Suite("The three disks keep the same promises")
struct FileSystemTests {
  enum Kind: CaseIterable, Sendable { case posix, memory, simulated }

  let temporary = TemporaryFolder()

  func disk(_ kind: Kind) throws -> (any FileSystem, JournalPath) {
    switch kind {
    case .posix: return (PosixFileSystem(), temporary.path)
    case .memory:
      let disk = MemoryFileSystem()
      try disk.makeFolder(JournalPath("/d"))
      return (disk, JournalPath("/d"))
    case .simulated:
      let disk = SimulatedDisk(seed: 1)
      try disk.makeFolder(JournalPath("/d"))
      return (disk, JournalPath("/d"))
    }
  }

  @Test("bytes written are bytes read, wherever they were put", arguments: Kind.allCases)
  func bytes(kind: Kind) throws {
    let (disk, folder) = try disk(kind)
    let file = try disk.open(folder.appending("a"), .create)
    try file.writeAll([1, 2, 3], at: 0)
    try file.writeAll([9], at: 6)
    try file.writeAll([7, 7], at: 2)
    #expect(try file.readAll() == [1, 2, 7, 7, 0, 0, 9])
    try file.truncate(to: 3)
    try file.syncData()
    #expect(try file.size() == 3)
    try file.truncate(to: 5)
    #expect(try disk.readAll(folder.appending("a")) == [1, 2, 7, 0, 0])
    #expect(try file.read(at: 1, count: 2) == [2, 7])
    #expect(try file.read(at: 4, count: 9) == [0])
    #expect(try file.read(at: 50, count: 9) == [])
  }

  @Test("names can be made once, changed, replaced and removed", arguments: Kind.allCases)
  func names(kind: Kind) throws {
    let (disk, folder) = try disk(kind)
    let (a, b) = (folder.appending("a"), folder.appending("b"))
    #expect(throws: DiskError(.open, a, .notFound)) { try disk.open(a, .read) }
    #expect(throws: DiskError(.open, a, .notFound)) { try disk.open(a, .update) }
    #expect(try !disk.exists(a))
    _ = try disk.open(a, .create)
    #expect(throws: DiskError(.create, a, .alreadyExists)) { try disk.open(a, .create) }
    _ = try disk.open(b, .updateOrCreate)
    try disk.makeFolder(folder.appending("c"))
    #expect(throws: DiskError(.makeFolder, folder.appending("c"), .alreadyExists)) {
      try disk.makeFolder(folder.appending("c"))
    }
    #expect(try disk.list(folder) == ["a", "b", "c"])
    #expect(try disk.status(folder.appending("c"))?.isFolder == true)
    try disk.rename(a, to: b)
    #expect(try disk.list(folder) == ["b", "c"])
    try disk.remove(b)
    #expect(throws: DiskError(.remove, b, .notFound)) { try disk.remove(b) }
    #expect(throws: DiskError(.rename, b, .notFound)) { try disk.rename(b, to: a) }
    #expect(throws: DiskError(.list, a, .notFound)) { try disk.list(a) }
    try disk.syncFolder(folder)
  }

  @Test("a file is replaced whole, over a draft that was left behind", arguments: Kind.allCases)
  func replace(kind: Kind) throws {
    let (disk, folder) = try disk(kind)
    let path = folder.appending("keyring")
    try disk.replaceAtomically(path, with: [1, 2, 3])
    _ = try disk.open(folder.appending("keyring.tmp"), .create)
    try disk.replaceAtomically(path, with: [4])
    #expect(try disk.readAll(path) == [4])
    #expect(try disk.list(folder) == ["keyring"])
  }

  @Test("only one holds the lock, until it lets go", arguments: Kind.allCases)
  func lock(kind: Kind) throws {
    let (disk, folder) = try disk(kind)
    let path = folder.appending("lock")
    var first: (any OpenFile)? = try disk.open(path, .updateOrCreate)
    try first?.lock()
    let second = try disk.open(path, .updateOrCreate)
    #expect(throws: DiskError(.lock, path, .locked)) { try second.lock() }
    first = nil
    try second.lock()
  }

  @Test("a power cut leaves the old file or the new one, never a mixture", arguments: 0..<200)
  func replaceThroughPowerCut(seed: Int) throws {
    let disk = SimulatedDisk(seed: UInt64(seed))
    let path = JournalPath("/keyring")
    let old = [UInt8](repeating: 1, count: 1500)
    let new = [UInt8](repeating: 2, count: 2500)
    try disk.replaceAtomically(path, with: old)
    disk.faults.powerGoesAtCall = disk.callCount + 1 + seed % 9
    let isDone = (try? disk.replaceAtomically(path, with: new)) != nil
    disk.restart()
    let found = try disk.readAll(path)
    #expect(found == new || !isDone && found == old)
  }

  @Test("files are their owner's alone whatever the umask says")
  func modes() throws {
    let before = umask(0)
    defer { _ = umask(before) }
    let disk = PosixFileSystem()
    let file = temporary.path.appending("f")
    let folder = temporary.path.appending("d")
    try disk.replaceAtomically(file, with: [1])
    _ = umask(0o777)
    let closed = temporary.path.appending("g")
    _ = try disk.open(closed, .create)
    try disk.makeFolder(folder)
    for (path, mode) in [(file, 0o600), (closed, 0o600), (folder, 0o700)] {
      var facts = stat()
      #expect(stat(path.text, &facts) == 0)
      #expect(Int(facts.st_mode & 0o7777) == mode)
    }
  }

  @Test("a full disk is told from other failures")
  func fullDevice() throws {
    let file = try PosixFileSystem().open(JournalPath("/dev/full"), .update)
    #expect(throws: DiskError(.write, JournalPath("/dev/full"), .noSpace)) { try file.writeAll([1], at: 0) }
  }

  @Test("a network file system is refused by name, a local one is not")
  func media() throws {
    #expect(Medium(magic: 0x6969) == Medium(name: "NFS", isNetwork: true))
    #expect(Medium(magic: Int64(Int32(bitPattern: 0xFF53_4D42))) == Medium(name: "CIFS", isNetwork: true))
    #expect(Medium(magic: 0xEF53) == Medium(name: "ext4", isNetwork: false))
    #expect(Medium(magic: 0x1234) == Medium(name: "0x1234", isNetwork: false))
    try PosixFileSystem().requireLocal(temporary.path)
  }

  @Test("paths are joined and taken apart as the system does")
  func paths() {
    #expect(JournalPath("/a/b//").text == "/a/b")
    #expect(JournalPath("/").text == "/")
    #expect(JournalPath("/").appending("a").text == "/a")
    #expect(JournalPath("/a").folder.text == "/")
    #expect(JournalPath("a").folder.text == ".")
    #expect(JournalPath("/a/b").name == "b")
    #expect(JournalPath("/a/b").folder.text == "/a")
  }
}
