internal import CSystem
internal import Glibc

/// The real disk, through the system's own calls.
///
/// Files are 0600 and folders 0700 whatever the umask says; every descriptor is close-on-exec; interrupted calls are
/// repeated.
public final class PosixFileSystem: FileSystem {
  /// Makes a view of the real disk; it holds nothing.
  public init() {}

  /// Opens `path`; the corresponding C function is `open`.
  public func open(_ path: JournalPath, _ mode: OpenMode) throws(DiskError) -> any OpenFile {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .update: O_RDWR
      case .create: O_RDWR | O_CREAT | O_EXCL
      case .updateOrCreate: O_RDWR | O_CREAT
      }
    let operation: DiskError.Operation = mode == .create ? .create : .open
    let descriptor = visit_disk_open(path.text, flags, 0o600)
    if descriptor < 0 { throw DiskError(operation, path, DiskError.Cause(errorNumber: -descriptor)) }
    let file = PosixFile(path: path, descriptor: descriptor)
    if mode == .create { try file.restrictToOwner() }
    return file
  }

  /// Renames; the corresponding C function is `rename`.
  public func rename(_ old: JournalPath, to new: JournalPath) throws(DiskError) {
    if Glibc.rename(old.text, new.text) != 0 { throw DiskError(.rename, old, .current) }
  }

  /// Removes a file; the corresponding C function is `unlink`.
  public func remove(_ path: JournalPath) throws(DiskError) {
    if unlink(path.text) != 0 { throw DiskError(.remove, path, .current) }
  }

  /// Makes a folder for its owner only; the corresponding C functions are `mkdir` and `chmod`.
  public func makeFolder(_ path: JournalPath) throws(DiskError) {
    if mkdir(path.text, 0o700) != 0 { throw DiskError(.makeFolder, path, .current) }
    if chmod(path.text, 0o700) != 0 { throw DiskError(.makeFolder, path, .current) }
  }

  /// Takes every right but the owner's away; the corresponding C function is `chmod`.
  public func keepToOwner(_ folder: JournalPath) throws(DiskError) {
    var facts = stat()
    if stat(folder.text, &facts) != 0 { throw DiskError(.status, folder, .current) }
    guard facts.st_mode & 0o077 != 0 else { return }
    if chmod(folder.text, 0o700) != 0 { throw DiskError(.makeFolder, folder, .current) }
  }

  /// Makes the names in a folder durable; the corresponding C function is `fsync` on the folder.
  public func syncFolder(_ folder: JournalPath) throws(DiskError) {
    let descriptor = visit_disk_open(folder.text, O_RDONLY | O_DIRECTORY, 0)
    if descriptor < 0 {
      throw DiskError(.syncFolder, folder, DiskError.Cause(errorNumber: -descriptor))
    }
    defer { _ = close(descriptor) }
    if fsync(descriptor) != 0 { throw DiskError(.syncFolder, folder, .current) }
  }

  /// Lists a folder without `.` and `..`; the corresponding C function is `readdir`.
  public func list(_ folder: JournalPath) throws(DiskError) -> [String] {
    guard let stream = opendir(folder.text) else { throw DiskError(.list, folder, .current) }
    defer { _ = closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw DiskError(.list, folder, .current) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is at a path; the corresponding C function is `stat`.
  public func status(_ path: JournalPath) throws(DiskError) -> FileStatus? {
    var facts = stat()
    if stat(path.text, &facts) != 0 {
      let cause = DiskError.Cause.current
      if cause == .notFound { return nil }
      throw DiskError(.status, path, cause)
    }
    return FileStatus(isFolder: facts.st_mode & S_IFMT == S_IFDIR, size: Int(facts.st_size))
  }

  /// How many bytes this account may still write; the corresponding C function is `statvfs`.
  public func freeBytes(at path: JournalPath) throws(DiskError) -> Int {
    var facts = statvfs()
    if statvfs(path.text, &facts) != 0 { throw DiskError(.status, path, .current) }
    return Int(
      clamping: UInt64(facts.f_bavail).multipliedReportingOverflow(by: UInt64(facts.f_frsize)).partialValue)
  }

  /// The kind of file system; the corresponding C function is `statfs`.
  public func medium(of path: JournalPath) throws(DiskError) -> Medium {
    var magic: Int64 = 0
    let result = visit_disk_magic(path.text, &magic)
    if result < 0 { throw DiskError(.status, path, DiskError.Cause(errorNumber: -result)) }
    return Medium(magic: magic)
  }
}

extension DiskError.Cause {
  /// The cause named by the calling thread's `errno`.
  static var current: DiskError.Cause { DiskError.Cause(errorNumber: errno) }

  /// The cause a system error number stands for.
  init(errorNumber: Int32) {
    self =
      switch errorNumber {
      case ENOSPC, EDQUOT, EFBIG: .noSpace
      case EROFS: .readOnly
      case EACCES, EPERM: .notPermitted
      case ENOENT, ENOTDIR: .notFound
      case EEXIST, ENOTEMPTY: .alreadyExists
      case EWOULDBLOCK: .locked
      default: .ioFailure(errorNumber)
      }
  }
}
