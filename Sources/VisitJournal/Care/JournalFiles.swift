/// Copies the files of a journal into a folder of its own, each durable when its copying returns.
///
/// The file `journal.id` comes last: until then the folder holds no journal, and the file `unfinished-copy` says that
/// whatever is there may be cleared away by the next try.
struct JournalFiles {
  private static let marker = "unfinished-copy"
  private static let chunk = 1 << 20

  let fileSystem: any FileSystem
  let source: JournalLayout
  let target: JournalLayout

  init(from source: JournalPath, to target: JournalPath, on fileSystem: any FileSystem) {
    self.source = JournalLayout(source)
    self.target = JournalLayout(target)
    self.fileSystem = fileSystem
  }

  /// Makes the target's folders, after making sure that nothing of anybody's is in them.
  func begin() throws(CareError) {
    let names: [String]
    do throws(DiskError) {
      names = try fileSystem.exists(target.root) ? fileSystem.list(target.root) : []
    } catch {
      throw .journal(.cannotCreate(error))
    }
    if names.contains(target.identity.name) { throw .journal(.alreadyThere(target.root)) }
    guard names.isEmpty || names.contains(JournalFiles.marker) else {
      throw .journal(.folderNotEmpty(target.root))
    }
    do throws(DiskError) {
      try makeFolders(target.root)
      if names.isEmpty {
        try fileSystem.open(target.root.appending(JournalFiles.marker), .create).sync()
        try fileSystem.syncFolder(target.root)
      }
      try clear()
      for folder in [target.keyring, target.own, target.drafts] {
        try fileSystem.makeFolderIfMissing(folder)
      }
      try fileSystem.syncFolder(target.root)
    } catch {
      throw .journal(.cannotCreate(error))
    }
  }

  /// Makes the target a journal: its identity is the last file to come. With `asCopy` it says that it is a copy.
  func finish(_ identity: JournalIdentity, asCopy: Bool) throws(DiskError) {
    if asCopy { try fileSystem.open(target.copied, .updateOrCreate).sync() }
    try fileSystem.replaceAtomically(target.identity, with: identity.bytes)
    try fileSystem.remove(target.root.appending(JournalFiles.marker))
    try fileSystem.syncFolder(target.root)
    try fileSystem.syncFolder(target.root.folder)
  }

  /// Copies this device's log up to `end`: what a writer adds meanwhile is left out.
  func copyLog(upTo end: LogPosition) throws(DiskError) {
    for number in 1..<max(1, end.segment + 1) {
      let name = JournalLayout.segmentName(number)
      try copy(
        source.own.appending(name), to: target.own.appending(name),
        upTo: number == end.segment ? end.end : .max)
    }
    try fileSystem.syncFolder(target.own)
  }

  /// Copies the keyring as it is now. It comes after the log: a family's key is durable before its first entry is.
  func copyKeyring() throws(DiskError) {
    let path = Keyring.path(in: target.root)
    try copy(Keyring.path(in: source.root), to: path, upTo: .max)
    try fileSystem.syncFolder(path.folder)
  }

  /// Copies the other devices' logs as they are.
  func copyPeers() throws(DiskError) {
    guard try fileSystem.exists(source.peers) else { return }
    try fileSystem.makeFolderIfMissing(target.peers)
    for device in try fileSystem.list(source.peers) where LogID(hex: device) != nil {
      let (from, to) = (source.peers.appending(device), target.peers.appending(device))
      try fileSystem.makeFolderIfMissing(to)
      try copyFiles(in: from, to: to) { JournalLayout.segmentNumber($0) != nil }
    }
    try fileSystem.syncFolder(target.peers)
  }

  /// Copies unfinished forms, sealed as they are; returns how many.
  func copyDrafts() throws(DiskError) -> Int {
    guard try fileSystem.exists(source.drafts) else { return 0 }
    return try copyFiles(in: source.drafts, to: target.drafts) { $0.hasSuffix(".draft") }
  }

  @discardableResult
  private func copyFiles(
    in folder: JournalPath, to target: JournalPath, where isWanted: (String) -> Bool
  ) throws(DiskError) -> Int {
    var count = 0
    for name in try fileSystem.list(folder) where isWanted(name) {
      do throws(DiskError) {
        try copy(folder.appending(name), to: target.appending(name), upTo: .max)
        count += 1
      } catch {
        // A form that was finished meanwhile has no draft any more.
        guard error.cause == .notFound, error.operation == .open else { throw error }
      }
    }
    try fileSystem.syncFolder(target)
    return count
  }

  /// Copies a file up to a length. Its cached pages are dropped, so that the check reads what the medium holds.
  private func copy(_ path: JournalPath, to copy: JournalPath, upTo limit: Int) throws(DiskError) {
    let from = try fileSystem.open(path, .read)
    let to = try fileSystem.open(copy, .create)
    let end = min(limit, try from.size())
    var offset = 0
    while offset < end {
      let bytes = try from.read(at: offset, count: min(JournalFiles.chunk, end - offset))
      if bytes.isEmpty { break }
      try to.writeAll(bytes[...], at: offset)
      offset += bytes.count
    }
    try to.sync()
    try to.dropCache(from: 0)
  }

  private func makeFolders(_ folder: JournalPath) throws(DiskError) {
    guard try !fileSystem.exists(folder) else { return }
    if folder.folder != folder { try makeFolders(folder.folder) }
    try fileSystem.makeFolder(folder)
    try fileSystem.syncFolder(folder.folder)
  }

  /// Removes what an interrupted try has left.
  private func clear() throws(DiskError) {
    var folders = [target.keyring, target.own, target.drafts]
    if try fileSystem.exists(target.peers) {
      folders += try fileSystem.list(target.peers).map { target.peers.appending($0) }
    }
    for folder in folders where try fileSystem.exists(folder) {
      for name in try fileSystem.list(folder) { try fileSystem.remove(folder.appending(name)) }
    }
    for file in [target.head, target.lock, target.copied] where try fileSystem.exists(file) {
      try fileSystem.remove(file)
    }
  }
}
