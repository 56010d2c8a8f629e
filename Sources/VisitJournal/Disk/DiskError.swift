/// A disk operation that did not happen: what was asked, of which file, and why it failed.
public struct DiskError: Error, Hashable, Sendable {
  /// What was asked of the disk.
  public enum Operation: String, Hashable, Sendable {
    /// Opening a file that should exist.
    case open
    /// Making a new file.
    case create
    /// Reading bytes or a size.
    case read
    /// Writing bytes.
    case write
    /// Cutting a file to a length.
    case truncate
    /// Making a file's bytes durable.
    case sync
    /// Making a folder's names durable.
    case syncFolder
    /// Giving a file another name.
    case rename
    /// Removing a file.
    case remove
    /// Making a folder.
    case makeFolder
    /// Listing a folder.
    case list
    /// Asking what a path is.
    case status
    /// Taking the single-writer lock.
    case lock
    /// Forgetting cached pages.
    case dropCache
  }

  /// Why an operation failed.
  public enum Cause: Hashable, Sendable {
    /// The disk or the quota is full.
    case noSpace
    /// The medium cannot be written.
    case readOnly
    /// The account may not do this.
    case notPermitted
    /// There is no such file or folder.
    case notFound
    /// The name is taken.
    case alreadyExists
    /// Another program holds the lock.
    case locked
    /// The folder is on a network file system (its name), where a lock does not keep a second writer out.
    case networkFileSystem(String)
    /// Anything else, with the system's error number.
    case ioFailure(Int32)
  }

  /// What was asked.
  public let operation: Operation
  /// The file or folder it was asked of.
  public let path: JournalPath
  /// Why it failed.
  public let cause: Cause

  /// Makes an error of its three facts.
  public init(_ operation: Operation, _ path: JournalPath, _ cause: Cause) {
    self.operation = operation
    self.path = path
    self.cause = cause
  }
}
