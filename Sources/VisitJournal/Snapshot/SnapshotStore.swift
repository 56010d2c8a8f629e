internal import Crypto
internal import VisitModel

/// Where a journal's snapshots lie: one file for each member who opened it here, in the folder `snapshot`.
struct SnapshotStore {
  private static let suffix = ".vsnap"
  private let folder: JournalPath
  private let fileSystem: any FileSystem

  init(_ layout: JournalLayout, _ fileSystem: any FileSystem) {
    folder = layout.snapshot
    self.fileSystem = fileSystem
  }

  /// A member's snapshot, open for reading; nil where there is none that can be read.
  func open(of member: MemberNumber) -> (any OpenFile)? { try? fileSystem.open(path(of: member), .read) }

  /// Puts a snapshot in the place of the one before. Not synced: what a power cut leaves is ignored if it is not whole.
  ///
  /// A folder that cannot be written to has no snapshot, and that is all.
  func put(
    of member: MemberNumber, randomness: Randomness, _ write: (any OpenFile) throws(DiskError) -> Void
  ) {
    let mark = randomness.fill(4).map { String($0, radix: 16) }.joined()
    let draft = folder.appending("\(path(of: member).name).\(mark).tmp")
    do throws(DiskError) {
      try fileSystem.makeFolderIfMissing(folder)
      for name in try fileSystem.list(folder) where name.hasSuffix(".tmp") {
        try fileSystem.remove(folder.appending(name))
      }
      try write(fileSystem.open(draft, .create))
      try fileSystem.rename(draft, to: path(of: member))
    } catch {
      try? fileSystem.remove(draft)
    }
  }

  /// Removes a member's snapshot: what they may not open any more must not lie there for them.
  func remove(of member: MemberNumber) throws(DiskError) {
    guard try fileSystem.exists(path(of: member)) else { return }
    try fileSystem.remove(path(of: member))
    try fileSystem.syncFolder(folder)
  }

  /// Removes every member's snapshot, durably.
  func removeAll() throws(DiskError) {
    guard let status = try fileSystem.status(folder), status.isFolder else { return }
    let names = try fileSystem.list(folder)
    for name in names { try fileSystem.remove(folder.appending(name)) }
    if !names.isEmpty { try fileSystem.syncFolder(folder) }
  }

  /// How many snapshots there are, and their bytes together.
  func sizes() throws(DiskError) -> (files: Int, bytes: Int) {
    guard let status = try fileSystem.status(folder), status.isFolder else { return (0, 0) }
    var (files, bytes) = (0, 0)
    for name in try fileSystem.list(folder) where name.hasSuffix(SnapshotStore.suffix) {
      files += 1
      bytes += try fileSystem.status(folder.appending(name))?.size ?? 0
    }
    return (files, bytes)
  }

  private func path(of member: MemberNumber) -> JournalPath {
    let digits = String(member.count)
    return folder.appending(
      String(repeating: "0", count: max(0, 6 - digits.count)) + digits + SnapshotStore.suffix)
  }
}
