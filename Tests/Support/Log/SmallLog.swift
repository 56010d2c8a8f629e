import VisitJournal

/// A log of some hundred entries on a disk in memory, and what must be found when one of its bits or its end goes.
///
/// Every worker makes its own: the log is the same each time, byte for byte.
package final class SmallLog {
  /// One file of the log, whose bytes are counted on from the file before it.
  private struct File {
    let path: JournalPath
    let bytes: [UInt8]
    let firstPlace: Int
  }

  private let disk = MemoryFileSystem()
  private let layout = JournalLayout(JournalPath("/journal"))
  private let keys = LogKeys.forTests()
  private let policy: WriterPolicy
  private let entries: [[UInt8]]
  private var segments: [File] = []
  private var head: File
  /// Where each entry's frame ends, counted over all segments.
  private var ends: [Int] = []

  /// Writes the log: one entry a frame, several segments, closed.
  package init(entries count: Int = 200) throws {
    var policy = LogTrial.smallPolicy
    policy.checkpointEveryFrames = 32
    self.policy = policy
    entries = (1...count).map { Array("entry \($0)".utf8) }
    head = File(path: layout.head, bytes: [], firstPlace: 0)
    try disk.makeFolder(layout.root)
    let writer = try open(nil)
    for entry in entries { try writer.append([entry]) }
    try writer.close()
    for name in try disk.list(layout.own) {
      let path = layout.own.appending(name)
      segments.append(File(path: path, bytes: try disk.readAll(path), firstPlace: logByteCount))
    }
    try LogReader(fileSystem: disk, folder: layout.own, keys: keys.reading).forEachEntry { place, _ in
      let file = segments[place.segment - 1]
      // The body's length, below 64 KiB here, stands 4 bytes into the frame; 56 bytes are around it.
      let length = Int(file.bytes[place.offset + 4]) + Int(file.bytes[place.offset + 5]) << 8
      ends.append(file.firstPlace + place.offset + 56 + length)
    }
    head = File(path: layout.head, bytes: try disk.readAll(layout.head), firstPlace: logByteCount)
  }

  /// The bytes of all segments.
  package var logByteCount: Int { segments.last.map { $0.firstPlace + $0.bytes.count } ?? 0 }

  /// The bytes of all segments and of the head.
  package var byteCount: Int { logByteCount + head.bytes.count }

  /// Flips one bit, and says what was not found or wrongly served; `nil` when all is as it must be.
  ///
  /// Without keys the flip must be found. With keys, asked for where `reads` is set, every entry that is still served must
  /// be one that was written, in its order, and nothing may be written behind it.
  package func flip(place: Int, bit: Int, reads: Bool) throws -> String? {
    guard let file = (segments + [head]).last(where: { $0.firstPlace <= place }) else {
      return "no such byte"
    }
    let offset = place - file.firstPlace
    let open = try disk.open(file.path, .update)
    _ = try open.write([file.bytes[offset] ^ 1 << UInt8(bit)], at: offset)
    defer { _ = try? open.write([file.bytes[offset]], at: offset) }
    let spot = "\(file.path.name), byte \(offset), bit \(bit)"
    let report = LogVerifier(
      fileSystem: disk, folder: layout.own, head: layout.head, publicPart: keys.publicPart
    ).verify()
    if file.path == layout.head {
      return report.verdict == .good && report.headSlotsReadable == 1
        ? nil : "\(spot): \(report.verdict), \(report.headSlotsReadable ?? 0) slots"
    }
    guard report.verdict == .damage else { return "\(spot): taken for \(report.verdict)" }
    guard reads else { return nil }
    let (found, verdict) = try read()
    if verdict?.allowsWriting == true { return "\(spot): writing would go on behind it" }
    var rest = entries[...]
    for entry in found {
      guard let match = rest.firstIndex(of: entry) else { return "\(spot): an entry nobody wrote, or twice" }
      rest = rest[(match + 1)...]
    }
    return nil
  }

  /// Cuts the log to `length` bytes, and says what is missing or too much; `nil` when exactly the entries before the cut
  /// are served, the head's word is taken, and, without a head, the writer goes on behind them.
  package func cut(to length: Int) throws -> String? {
    let expected = entries.prefix(ends.prefix { $0 <= length }.count)
    try put(length)
    defer { try? put(logByteCount) }
    let (found, verdict) = try read()
    guard found == Array(expected) else {
      return "cut to \(length): \(found.count) of \(expected.count) served"
    }
    if verdict?.allowsWriting != false, length < logByteCount { return "cut to \(length): not noticed" }
    try disk.remove(layout.head)
    var opened: [[UInt8]] = []
    let writer = try open { opened.append($0) }
    guard opened == Array(expected) else { return "cut to \(length): \(opened.count) entries opened" }
    if writer.isReadOnly {
      return isWithinHeader(length) ? nil : "cut to \(length): \(writer.recovery.verdict)"
    }
    try writer.append([[0x21]])
    try writer.close()
    let after = LogVerifier(fileSystem: disk, folder: layout.own, publicPart: keys.publicPart).verify()
    return after.verdict == .good && after.facts.entries == expected.count + 1
      ? nil : "cut to \(length): then \(after.verdict)"
  }

  /// A segment's header is durable before its file has a name, so only a hand can cut one: that is damage.
  private func isWithinHeader(_ length: Int) -> Bool {
    segments.contains { ($0.firstPlace..<$0.firstPlace + 512).contains(length) }
  }

  /// Puts the files back, the log cut to `length` bytes and without the segments that lie behind the cut.
  private func put(_ length: Int) throws {
    for name in try disk.list(layout.own) { try disk.remove(layout.own.appending(name)) }
    for file in segments where file.firstPlace < max(length, 1) {
      try disk.replaceAtomically(file.path, with: Array(file.bytes.prefix(length - file.firstPlace)))
    }
    try disk.replaceAtomically(layout.head, with: head.bytes)
  }

  private func open(_ entry: (([UInt8]) -> Void)?) throws -> LogWriter {
    try LogWriter.open(
      layout.root, fileSystem: disk, keys: keys, randomness: .seeded(7), now: { 1_795_000_000_000 },
      policy: policy, processID: 1, entry: entry.map { entry in { entry(Array($1)) } })
  }

  /// What a reader is served; no verdict where it cannot read at all.
  private func read() throws -> (entries: [[UInt8]], verdict: LogVerdict?) {
    var found: [[UInt8]] = []
    let reader = LogReader(fileSystem: disk, folder: layout.own, keys: keys.reading, head: layout.head)
    let result = try? reader.forEachEntry { found.append(Array($1)) }
    return (found, result?.verdict)
  }
}
