/// The head file, open for writing.
struct HeadFile {
  let file: any OpenFile
  private(set) var mark: HeadMark
  private(set) var isSynced = true
  private(set) var writesSinceSync = 0

  /// Makes the file with both slots holding `mark`.
  static func make(
    _ fileSystem: any FileSystem, _ path: JournalPath, _ mark: HeadMark
  ) throws(DiskError) -> HeadFile {
    var second = mark
    second.generation += 1
    let slots = mark.slotOffset == 0 ? [mark, second] : [second, mark]
    try fileSystem.replaceAtomically(path, with: slots.flatMap(\.bytes))
    return HeadFile(file: try fileSystem.open(path, .update), mark: second)
  }

  init(file: any OpenFile, mark: HeadMark) {
    self.file = file
    self.mark = mark
  }

  /// Notes that the log is known to reach `position`.
  mutating func move(to position: LogPosition) throws(DiskError) {
    guard position.end != mark.end || position.segment != mark.segment else { return }
    let next = HeadMark(deviceID: mark.deviceID, generation: mark.generation + 1, position: position)
    try file.writeAll(next.bytes[...], at: next.slotOffset)
    mark = next
    isSynced = false
    writesSinceSync += 1
  }

  /// Makes the last note durable.
  mutating func sync() throws(DiskError) {
    guard !isSynced else { return }
    isSynced = true
    writesSinceSync = 0
    try file.syncData()
  }
}
