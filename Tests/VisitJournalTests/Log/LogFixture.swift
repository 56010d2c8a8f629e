import Support

@testable import VisitJournal

/// A journal folder on some disk, and the short ways a test needs to write, read and check its log.
struct LogFixture {
  let disk: any FileSystem
  let root: JournalPath
  var keys = LogKeys.forTests()
  var policy = LogTrial.smallPolicy
  var layout: JournalLayout { JournalLayout(root) }

  /// A journal at `/journal` on a new disk in memory.
  static func inMemory() throws -> LogFixture {
    let disk = MemoryFileSystem()
    try disk.makeFolder(JournalPath("/journal"))
    return LogFixture(disk: disk, root: JournalPath("/journal"))
  }

  /// A journal at `/journal` on `disk`, whose folder is durable.
  static func simulated(_ disk: SimulatedDisk) throws -> LogFixture {
    try disk.makeFolder(JournalPath("/journal"))
    try disk.syncFolder(JournalPath("/"))
    return LogFixture(disk: disk, root: JournalPath("/journal"))
  }

  /// Segment `number`'s file.
  func segment(_ number: Int = 1) -> JournalPath { layout.own.appending(JournalLayout.segmentName(number)) }

  /// The entry with this number: text that tells it from every other.
  static func entry(_ number: Int) -> [UInt8] { Array("entry \(number)".utf8) }

  func open(
    from start: LogPosition? = nil, entry: ((EntryPlace, ArraySlice<UInt8>) -> Void)? = nil
  ) throws(LogError) -> LogWriter {
    try LogWriter.open(
      root, fileSystem: disk, keys: keys, randomness: .seeded(7), now: { 1_795_000_000_000 }, policy: policy,
      from: start, entry: entry)
  }

  /// Appends entries `numbers` one by one in a session of their own.
  func write(_ numbers: ClosedRange<Int>, close: Bool = true) throws {
    let writer = try open()
    for number in numbers { try writer.append([LogFixture.entry(number)]) }
    if close { try writer.close() }
  }

  /// What a reader finds.
  func read(from start: LogPosition? = nil) throws -> (entries: [[UInt8]], result: LogReader.Result) {
    var entries: [[UInt8]] = []
    let reader = LogReader(fileSystem: disk, folder: layout.own, keys: keys.reading, head: layout.head)
    let result = try reader.forEachEntry(from: start) { entries.append(Array($1)) }
    return (entries, result)
  }

  /// What a check finds.
  func verify(deep: Bool = false) -> LogVerifier.Report {
    LogVerifier(fileSystem: disk, folder: layout.own, head: layout.head, publicPart: keys.publicPart)
      .verify(everySignature: true, deepKeys: deep ? keys.reading : nil)
  }

  /// Puts `bytes` in the place of a file, with nothing else touched.
  func put(_ bytes: [UInt8], at path: JournalPath) throws {
    let file = try disk.open(path, .updateOrCreate)
    try file.truncate(to: 0)
    try file.writeAll(bytes[...], at: 0)
  }
}

/// The frames of a segment's bytes, as ranges.
func frameRanges(_ segment: [UInt8]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var offset = SegmentHeader.byteCount
  while offset + FrameHeader.overhead <= segment.count {
    let length = Int(segment.span.bytes.number(at: offset + 4, as: UInt32.self))
    let end = min(offset + FrameHeader.overhead + length, segment.count)
    ranges.append(offset..<end)
    offset = end
  }
  return ranges
}

/// `frame` with `change` made to it and its checksum made to fit: what somebody without the key could write.
func forged(_ frame: ArraySlice<UInt8>, _ change: (inout [UInt8]) -> Void) -> [UInt8] {
  var bytes = Array(frame)
  change(&bytes)
  bytes.put(FrameHeader.checksum(bytes.span.bytes), at: 8)
  return bytes
}
