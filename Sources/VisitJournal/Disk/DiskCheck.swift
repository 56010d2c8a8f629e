/// What the disk under a journal promises, tried out on files of the check's own: nothing of the journal is touched.
///
/// A program can see whether the calls the journal builds on work as they should, and how long they take. What a disk
/// does when the power goes, it can only be told.
public struct DiskCheck: Hashable, Sendable {
  /// Something the journal relies on.
  public enum Promise: String, Hashable, Sendable, CaseIterable {
    /// The folder is on this computer, not on another one's disk.
    case local
    /// The folder is on a disk, not in memory.
    case durable
    /// A second program does not get a lock that is held.
    case lock
    /// What was written and synced is read back when the cache is dropped.
    case sync
    /// A name is given to another file in one step.
    case rename
  }

  /// The kind of file system.
  public let medium: Medium
  /// How many bytes are free for this account; `nil` where the disk does not say.
  public let freeBytes: Int?
  /// The promises it does not keep; empty on a good disk.
  public let broken: [Promise]
  /// How long it took to write 300 bytes and sync them, each time, shortest first.
  public let commits: [Duration]

  /// How long a commit usually takes: half of them took less.
  public var usualCommit: Duration { commits[commits.count / 2] }

  private static let commitCount = 40
  /// File systems in memory, by the names that ``Medium`` gives them.
  private static let memory: Set<String> = ["tmpfs", "memory", "ramfs"]

  /// Tries out the disk that holds `folder`, with three files in it that are removed again.
  ///
  /// - Throws: where the disk fails at something that any disk can do: it is full, read-only, or not ours.
  public init(
    of folder: JournalPath, fileSystem: any FileSystem, freeBytes: Int? = nil,
    randomness: Randomness = .system
  ) throws(DiskError) {
    let medium = try fileSystem.medium(of: folder)
    let place = Place(folder: folder, name: "check-" + LogID.random(randomness).hex)
    defer { DiskCheck.clear(place, fileSystem) }
    var broken: [Promise] = []
    if medium.isNetwork { broken.append(.local) }
    if DiskCheck.memory.contains(medium.name) { broken.append(.durable) }
    if try !DiskCheck.keepsSecondOut(place, fileSystem) { broken.append(.lock) }
    let (commits, isReadBack) = try DiskCheck.commits(place, fileSystem)
    if !isReadBack { broken.append(.sync) }
    if try !DiskCheck.replaces(place, fileSystem) { broken.append(.rename) }
    self.medium = medium
    self.freeBytes = freeBytes
    self.broken = broken
    self.commits = commits.sorted()
  }

  /// Where the check's own files lie.
  private struct Place {
    let folder: JournalPath
    let name: String
    var lock: JournalPath { folder.appending(name + ".lock") }
    var log: JournalPath { folder.appending(name + ".log") }
    var ring: JournalPath { folder.appending(name + ".ring") }
  }

  private static func keepsSecondOut(
    _ place: Place, _ fileSystem: any FileSystem
  ) throws(DiskError) -> Bool {
    let first = try fileSystem.open(place.lock, .updateOrCreate)
    try first.lock()
    let second = try fileSystem.open(place.lock, .updateOrCreate)
    do throws(DiskError) {
      try second.lock()
      return false
    } catch {
      guard error.cause == .locked else { throw error }
      withExtendedLifetime(first) {}
      return true
    }
  }

  /// Commits as the log does: written at the end of a growing file, then synced.
  private static func commits(
    _ place: Place, _ fileSystem: any FileSystem
  ) throws(DiskError) -> (times: [Duration], isReadBack: Bool) {
    let file = try fileSystem.open(place.log, .create)
    try fileSystem.syncFolder(place.folder)
    var written: [UInt8] = []
    var times: [Duration] = []
    for number in 0..<commitCount {
      let bytes = [UInt8](repeating: UInt8(truncatingIfNeeded: number + 1), count: 300)
      let start = ContinuousClock.now
      try file.writeAll(bytes[...], at: written.count)
      try file.syncData()
      times.append(ContinuousClock.now - start)
      written += bytes
    }
    try file.dropCache(from: 0)
    let found = try file.readAll()
    return (times, found == written)
  }

  private static func replaces(
    _ place: Place, _ fileSystem: any FileSystem
  ) throws(DiskError) -> Bool {
    let path = place.ring
    try fileSystem.replaceAtomically(path, with: [1])
    let before = try fileSystem.open(path, .read)
    try fileSystem.replaceAtomically(path, with: [2, 2])
    // Whoever had the old file open still reads it whole.
    let old = try before.readAll()
    let new = try fileSystem.readAll(path)
    return old == [1] && new == [2, 2]
  }

  private static func clear(_ place: Place, _ fileSystem: any FileSystem) {
    for path in [place.lock, place.log, place.ring] { try? fileSystem.remove(path) }
  }
}
