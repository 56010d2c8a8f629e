/// What the journal asks of a disk, and nothing more.
///
/// The program uses `PosixFileSystem`, `visitbook demo` a `MemoryFileSystem`, and the tests a simulated disk that tears,
/// forgets and fails: every durability rule of the journal goes through these calls, so all of them can be put to the test.
public protocol FileSystem: AnyObject, Sendable {
  /// Opens `path` in `mode`.
  func open(_ path: JournalPath, _ mode: OpenMode) throws(DiskError) -> any OpenFile

  /// Gives the file at `old` the name `new`, replacing what was there; durable only after `syncFolder`.
  func rename(_ old: JournalPath, to new: JournalPath) throws(DiskError)

  /// Removes the file at `path`; durable only after `syncFolder`.
  func remove(_ path: JournalPath) throws(DiskError)

  /// Makes a folder that only its owner can enter; `alreadyExists` if the name is taken.
  func makeFolder(_ path: JournalPath) throws(DiskError)

  /// Makes the names in `folder` durable: files created, renamed or removed in it.
  func syncFolder(_ folder: JournalPath) throws(DiskError)

  /// The names in `folder`, in byte order.
  func list(_ folder: JournalPath) throws(DiskError) -> [String]

  /// What is at `path`; `nil` when nothing is.
  func status(_ path: JournalPath) throws(DiskError) -> FileStatus?

  /// Lets nobody but its owner into a folder that may have come with a copy or an archive; on a disk without owners nothing.
  func keepToOwner(_ folder: JournalPath) throws(DiskError)

  /// The kind of file system that holds `path`.
  func medium(of path: JournalPath) throws(DiskError) -> Medium
}

extension FileSystem {
  /// Does nothing: what is only in memory has no owner.
  public func keepToOwner(_ folder: JournalPath) throws(DiskError) {}
}

/// An open file; it closes, and gives up its lock, when the last reference to it goes.
public protocol OpenFile: AnyObject, Sendable {
  /// The path it was opened by.
  var path: JournalPath { get }

  /// The length in bytes.
  func size() throws(DiskError) -> Int

  /// Fills `buffer` from `offset` on and returns how many bytes there were: fewer than asked only at the file's end.
  func read(at offset: Int, into buffer: inout [UInt8]) throws(DiskError) -> Int

  /// Writes a first part of `bytes` at `offset` and returns its length, which may be short, as the system allows.
  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) -> Int

  /// Cuts or extends the file to `size` bytes.
  func truncate(to size: Int) throws(DiskError)

  /// Makes the bytes and the size durable (`fdatasync`).
  func syncData() throws(DiskError)

  /// Makes the bytes and every fact about the file durable (`fsync`).
  func sync() throws(DiskError)

  /// Takes the exclusive lock on the file at once, or throws `locked`.
  func lock() throws(DiskError)

  /// Forgets cached pages from `offset` on, so that the next read comes from the medium. A hint: it may do less.
  func dropCache(from offset: Int) throws(DiskError)
}

/// How a file is opened.
public enum OpenMode: Hashable, Sendable {
  /// To read an existing file.
  case read
  /// To read and write an existing file.
  case update
  /// To make a new file; `alreadyExists` if the name is taken.
  case create
  /// To read and write a file, made if there is none (for the lock, which is never deleted).
  case updateOrCreate
}

/// What a path leads to.
public struct FileStatus: Hashable, Sendable {
  /// Whether it is a folder.
  public let isFolder: Bool
  /// Its length in bytes (files only).
  public let size: Int

  /// Makes a status of its two facts.
  public init(isFolder: Bool, size: Int) {
    self.isFolder = isFolder
    self.size = size
  }
}

/// The kind of file system a folder is on.
public struct Medium: Hashable, Sendable {
  /// Its common name, for a message.
  public let name: String
  /// Whether other computers may write to it, so that a lock taken here proves nothing.
  public let isNetwork: Bool

  /// Makes a medium of its two facts.
  public init(name: String, isNetwork: Bool) {
    self.name = name
    self.isNetwork = isNetwork
  }
}
