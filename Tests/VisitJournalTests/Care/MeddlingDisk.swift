import VisitJournal

/// A disk on which something else happens just before one of the files is opened: another program at work.
///
/// For tests on one thread, hence `@unchecked`.
final class MeddlingDisk: FileSystem, @unchecked Sendable {
  private let disk: any FileSystem
  private var opensLeft: Int
  private var meddle: (() -> Void)?

  /// Whether it has happened.
  var hasMeddled: Bool { meddle == nil }

  /// The files of `disk`, with `meddle` before the open of this number, counted from 1.
  init(_ disk: any FileSystem, beforeOpen number: Int, _ meddle: @escaping () -> Void) {
    self.disk = disk
    opensLeft = number
    self.meddle = meddle
  }

  func open(_ path: JournalPath, _ mode: OpenMode) throws(DiskError) -> any OpenFile {
    opensLeft -= 1
    if opensLeft == 0 {
      meddle?()
      meddle = nil
    }
    return try disk.open(path, mode)
  }

  func rename(_ old: JournalPath, to new: JournalPath) throws(DiskError) { try disk.rename(old, to: new) }
  func remove(_ path: JournalPath) throws(DiskError) { try disk.remove(path) }
  func makeFolder(_ path: JournalPath) throws(DiskError) { try disk.makeFolder(path) }
  func syncFolder(_ folder: JournalPath) throws(DiskError) { try disk.syncFolder(folder) }
  func list(_ folder: JournalPath) throws(DiskError) -> [String] { try disk.list(folder) }
  func status(_ path: JournalPath) throws(DiskError) -> FileStatus? { try disk.status(path) }
  func medium(of path: JournalPath) throws(DiskError) -> Medium { try disk.medium(of: path) }
}
