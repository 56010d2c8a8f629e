/// Reading and replacing whole small files, over the bare calls.
extension FileSystem {
  /// All bytes of the file at `path`.
  public func readAll(_ path: JournalPath) throws(DiskError) -> [UInt8] {
    try open(path, .read).readAll()
  }

  /// Whether anything is at `path`.
  public func exists(_ path: JournalPath) throws(DiskError) -> Bool {
    try status(path) != nil
  }

  /// Makes `folder` if it is missing. Its own name is durable after `syncFolder(folder.folder)`.
  public func makeFolderIfMissing(_ folder: JournalPath) throws(DiskError) {
    if try status(folder) == nil { try makeFolder(folder) }
  }

  /// Puts `bytes` in the place of the file at `path`: after a crash either the old file is there or the new one, whole.
  ///
  /// Writes a neighbour called `<name>.tmp`, syncs it, renames it and syncs the folder.
  public func replaceAtomically(_ path: JournalPath, with bytes: [UInt8]) throws(DiskError) {
    let draft = path.folder.appending(path.name + ".tmp")
    if try exists(draft) { try remove(draft) }
    let file = try open(draft, .create)
    try file.writeAll(bytes[...], at: 0)
    try file.sync()
    try rename(draft, to: path)
    try syncFolder(path.folder)
  }

  /// Throws `networkFileSystem` when `folder` is where a lock does not keep a second computer out.
  public func requireLocal(_ folder: JournalPath) throws(DiskError) {
    let medium = try medium(of: folder)
    if medium.isNetwork { throw DiskError(.lock, folder, .networkFileSystem(medium.name)) }
  }
}

extension OpenFile {
  /// All bytes of the file.
  public func readAll() throws(DiskError) -> [UInt8] {
    try read(at: 0, count: size())
  }

  /// Up to `count` bytes from `offset` on; fewer only at the file's end.
  public func read(at offset: Int, count: Int) throws(DiskError) -> [UInt8] {
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = try read(at: offset, into: &bytes)
    if length < count { bytes.removeLast(count - length) }
    return bytes
  }

  /// Writes all of `bytes` at `offset`, however many pieces the system makes of it.
  public func writeAll(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) {
    var rest = bytes
    var place = offset
    while !rest.isEmpty {
      let written = try write(rest, at: place)
      if written <= 0 { throw DiskError(.write, path, .noSpace) }
      rest = rest.dropFirst(written)
      place += written
    }
  }
}
