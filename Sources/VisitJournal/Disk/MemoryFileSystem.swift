internal import Synchronization

/// A disk in memory that never fails and leaves nothing behind: for `visitbook demo` and for quick tests.
public final class MemoryFileSystem: FileSystem {
  private struct Names {
    var files: [JournalPath: MemoryNode] = [:]
    var folders: Set<JournalPath> = [JournalPath("/"), JournalPath(".")]
  }

  private let names = Mutex(Names())

  /// Makes an empty disk with the folders `/` and `.`.
  public init() {}

  /// Opens a file in memory.
  public func open(_ path: JournalPath, _ mode: OpenMode) throws(DiskError) -> any OpenFile {
    let found = names.withLock { names -> Result<MemoryNode, DiskError> in
      if let node = names.files[path] {
        if mode == .create { return .failure(DiskError(.create, path, .alreadyExists)) }
        return .success(node)
      }
      guard mode == .create || mode == .updateOrCreate, names.folders.contains(path.folder) else {
        return .failure(DiskError(mode == .create ? .create : .open, path, .notFound))
      }
      let node = MemoryNode()
      names.files[path] = node
      return .success(node)
    }
    return MemoryFile(path: path, node: try found.get())
  }

  /// Renames a file in memory.
  public func rename(_ old: JournalPath, to new: JournalPath) throws(DiskError) {
    let moved = names.withLock { names in
      guard let node = names.files.removeValue(forKey: old) else { return false }
      names.files[new] = node
      return true
    }
    if !moved { throw DiskError(.rename, old, .notFound) }
  }

  /// Removes a file from memory.
  public func remove(_ path: JournalPath) throws(DiskError) {
    let removed = names.withLock { $0.files.removeValue(forKey: path) != nil }
    if !removed { throw DiskError(.remove, path, .notFound) }
  }

  /// Makes a folder in memory.
  public func makeFolder(_ path: JournalPath) throws(DiskError) {
    let cause = names.withLock { names -> DiskError.Cause? in
      if names.folders.contains(path) || names.files[path] != nil { return .alreadyExists }
      guard names.folders.contains(path.folder) else { return .notFound }
      names.folders.insert(path)
      return nil
    }
    if let cause { throw DiskError(.makeFolder, path, cause) }
  }

  /// Does nothing: memory has no cache to write back.
  public func syncFolder(_ folder: JournalPath) throws(DiskError) {}

  /// Lists files and folders directly inside `folder`.
  public func list(_ folder: JournalPath) throws(DiskError) -> [String] {
    let found = names.withLock { names -> [String]? in
      guard names.folders.contains(folder) else { return nil }
      let inside = names.files.keys.filter { $0.folder == folder }
      let folders = names.folders.filter { $0.folder == folder && $0 != folder }
      return inside.map(\.name) + folders.map(\.name)
    }
    guard let found else { throw DiskError(.list, folder, .notFound) }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is at `path`.
  public func status(_ path: JournalPath) throws(DiskError) -> FileStatus? {
    names.withLock { names in
      if names.folders.contains(path) { return FileStatus(isFolder: true, size: 0) }
      return names.files[path].map { FileStatus(isFolder: false, size: $0.content.withLock(\.count)) }
    }
  }

  /// Always `memory`, and local.
  public func medium(of path: JournalPath) throws(DiskError) -> Medium {
    Medium(name: "memory", isNetwork: false)
  }
}

/// The bytes of one file in memory, alive while a name or an open file refers to them.
private final class MemoryNode: Sendable {
  let content = Mutex<[UInt8]>([])
  let isLocked = Mutex(false)
}

/// One open file in memory.
private final class MemoryFile: OpenFile {
  let path: JournalPath
  private let node: MemoryNode
  private let holdsLock = Mutex(false)

  init(path: JournalPath, node: MemoryNode) {
    self.path = path
    self.node = node
  }

  deinit {
    if holdsLock.withLock({ $0 }) { node.isLocked.withLock { $0 = false } }
  }

  func size() throws(DiskError) -> Int { node.content.withLock(\.count) }

  func read(at offset: Int, into buffer: inout [UInt8]) throws(DiskError) -> Int {
    let found = node.content.withLock { Array($0.dropFirst(offset).prefix(buffer.count)) }
    buffer.replaceSubrange(0..<found.count, with: found)
    return found.count
  }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) -> Int {
    node.content.withLock { content in
      let end = offset + bytes.count
      if content.count < offset {
        content.append(contentsOf: repeatElement(0, count: offset - content.count))
      }
      content.replaceSubrange(offset..<min(end, content.count), with: bytes)
    }
    return bytes.count
  }

  func truncate(to size: Int) throws(DiskError) {
    node.content.withLock { content in
      if size < content.count {
        content.removeLast(content.count - size)
      } else {
        content.append(contentsOf: repeatElement(0, count: size - content.count))
      }
    }
  }

  func syncData() throws(DiskError) {}

  func sync() throws(DiskError) {}

  func lock() throws(DiskError) {
    let taken = node.isLocked.withLock { isLocked in
      if isLocked { return false }
      isLocked = true
      return true
    }
    if !taken { throw DiskError(.lock, path, .locked) }
    holdsLock.withLock { $0 = true }
  }

  func dropCache(from offset: Int) throws(DiskError) {}
}
