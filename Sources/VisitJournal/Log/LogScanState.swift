internal import Crypto
internal import FoundationEssentials

/// One pass over a log under way.
struct LogScanState {
  let scan: LogScan
  let visit: LogScan.Visit
  var outcome = LogScan.Outcome()

  /// The damage found first; everything behind it is read only to be served.
  var damage: LogDamage?
  var bytesTotal = 0
  var bytesDone = 0
  /// Where in the segment progress was told last.
  var toldAt = 0
  /// The end of the last good frame read, behind damage too.
  var cursor = LogPosition.start
  var isBroken: Bool { damage != nil }
  var isFork = false
  /// The last checkpoint found, unread, and the key it is checked with.
  var lastNote: (bytes: [UInt8], key: Curve25519.Signing.PublicKey?)?
  /// The key that the segment's checkpoints are checked with, which is a known one where any is known.
  var deviceKey: Curve25519.Signing.PublicKey?
  /// Which of the log's devices wrote the segment.
  private var writer = 0

  init(scan: LogScan, visit: LogScan.Visit) {
    self.scan = scan
    self.visit = visit
  }

  mutating func goThrough(from start: LogPosition?) throws {
    let numbers = try scan.segmentNumbers()
    let first = max(1, start?.segment ?? 1)
    for number in numbers where number >= first {
      bytesTotal += try scan.fileSystem.status(path(number))?.size ?? 0
    }
    outcome.facts.segments = numbers.count
    if let start, start.segment > 0 {
      guard numbers.contains(start.segment) else { throw LogError.positionNotFound(start) }
      cursor = start
      outcome.end = start
      outcome.facts.frames = start.sequence
      outcome.facts.entries = start.entryCount
    }
    var bytes: [UInt8] = []
    for number in 1..<max(first, 1) where !numbers.contains(number) {
      noteDamage(number, 0, .missingSegment)
    }
    let last = numbers.last ?? 0
    for number in first..<max(first, last + 1) {
      guard numbers.contains(number) else {
        noteDamage(number, 0, .missingSegment)
        continue
      }
      let base = start?.segment == number ? start?.frameOffset ?? 0 : 0
      let count = try read(number, from: base, into: &bytes)
      let found =
        base == 0 ? SegmentHeader.read(bytes.span.bytes.extracting(0..<count)) : try readHeader(number)
      var sums: FrameSums?
      if case .header(let header) = found {
        let first = base == 0 ? SegmentHeader.byteCount : 0
        sums = FrameSums(of: bytes, count: count, from: first, marker: header.marker)
      }
      try pass(
        found, bytes.span.bytes.extracting(0..<count), sums, base: base, number, isLast: number == last,
        start: start?.segment == number ? start : nil)
      bytesDone += base + count
      visit.progress?(bytesDone, bytesTotal)
    }
    outcome.facts.bytes = bytesTotal
    outcome.facts.lastSequence = cursor.sequence
    if let lastNote, scan.signatures != .none {
      outcome.lastCheckpoint = SignedCheckpoint(note: lastNote.bytes)
      if scan.signatures == .last, outcome.lastCheckpoint.map({ !isTrusted($0, by: lastNote.key) }) ?? true {
        noteDamage(cursor.segment, 0, .signature)
      }
    }
    concludeVerdict()
  }

  func path(_ number: Int) -> JournalPath { scan.folder.appending(JournalLayout.segmentName(number)) }

  /// Reads segment `number` from `base` on.
  private func read(_ number: Int, from base: Int, into bytes: inout [UInt8]) throws(DiskError) -> Int {
    let file = try scan.fileSystem.open(path(number), .read)
    let count = try max(0, file.size() - base)
    if bytes.count < count {
      bytes = [UInt8](repeating: 0, count: count)
    } else {
      bytes.removeLast(bytes.count - count)
    }
    return try file.read(at: base, into: &bytes)
  }

  private func readHeader(_ number: Int) throws(DiskError) -> SegmentHeader.Reading {
    let bytes = try scan.fileSystem.open(path(number), .read).read(at: 0, count: SegmentHeader.byteCount)
    return SegmentHeader.read(bytes.span.bytes)
  }

  /// Goes through one segment: `segment` is its bytes from the walk's beginning at `base` on.
  private mutating func pass(
    _ found: SegmentHeader.Reading, _ segment: RawSpan, _ sums: FrameSums?, base: Int, _ number: Int,
    isLast: Bool, start: LogPosition?
  ) throws {
    guard let header = try accept(found, number) else { return }
    if start == nil, !isBroken { compareWithBefore(header) }
    if isBroken, damage?.resumesAt == nil {
      damage?.resumesAt = LogPlace(segment: number, offset: SegmentHeader.byteCount)
    }
    let seal = try seal(for: header)
    if start == nil {
      cursor = LogPosition(
        segment: number, frameOffset: SegmentHeader.byteCount, end: SegmentHeader.byteCount,
        sequence: header.firstSequence - 1, entryCount: header.entriesBefore, chainBefore: header.chain,
        chain: header.chain)
      if !isBroken {
        outcome.end = cursor
        outcome.framesInSegment = 0
      }
    }
    if !isBroken { outcome.header = header }
    if let start { try rebind(start, header, seal, segment, base: base) }
    var walk = SegmentWalk(header: header, seal: seal, from: cursor, base: base, sums: sums)
    follow(&walk, segment, isLast: isLast)
    if !isBroken { outcome.isClosed = walk.isClosed }
  }

  /// Notes when a segment does not go on where the one before it ended.
  private mutating func compareWithBefore(_ header: SegmentHeader) {
    if header.firstSequence > cursor.sequence + 1, cursor.segment > 0 {
      noteDamage(cursor.segment, cursor.end, .incomplete)
    } else if header.firstSequence != cursor.sequence + 1 || header.entriesBefore != cursor.entryCount
      || header.chain != cursor.chain
    {
      noteDamage(header.number, 0, .brokenChain)
    }
  }

  /// Reads the frame a start position names once more: only if it is there is the position one of this log.
  private mutating func rebind(
    _ start: LogPosition, _ header: SegmentHeader, _ seal: FrameSeal?, _ segment: RawSpan, base: Int
  ) throws(LogError) {
    outcome.framesInSegment = start.sequence + 1 - header.firstSequence
    guard start.frameOffset < start.end else {
      guard start.end == SegmentHeader.byteCount, start.chain == header.chain else {
        throw .positionNotFound(start)
      }
      return
    }
    var before = start
    before.end = start.frameOffset
    before.sequence = start.sequence - 1
    before.chain = start.chainBefore
    // Only a checkpoint compares the count of entries, and it adds none.
    var walk = SegmentWalk(header: header, seal: seal, from: before, base: base)
    guard start.end <= base + segment.byteCount, case .frame = walk.next(in: segment),
      walk.position.chain == start.chain, walk.position.end == start.end
    else { throw .positionNotFound(start) }
  }

  /// The header, if it is this segment's and of the log that is expected.
  private mutating func accept(
    _ found: SegmentHeader.Reading, _ number: Int
  ) throws(LogError) -> SegmentHeader? {
    switch found {
    case .unsupported(let version, let suite):
      throw LogError.unsupportedVersion(path(number), version: version, suite: suite)
    case .notAHeader:
      noteDamage(number, 0, .header)
      return nil
    case .header(let header):
      guard let place = scan.publicPart.writer(of: header) else { throw LogError.foreign(path(number)) }
      if header.number != number || place < writer {
        noteDamage(number, 0, .misplacedSegment)
        return nil
      }
      writer = place
      deviceKey = try? Curve25519.Signing.PublicKey(rawRepresentation: header.deviceKey)
      return header
    }
  }

  private func seal(for header: SegmentHeader) throws(LogError) -> FrameSeal? {
    guard let keys = scan.journalKeys else { return nil }
    guard let journalKey = keys[header.epoch] else {
      throw LogError.keyMissing(path(header.number), epoch: header.epoch)
    }
    guard let key = SegmentKey(journalKey: journalKey, header: header) else {
      throw LogError.wrongKeys(path(header.number), epoch: header.epoch)
    }
    return FrameSeal(key: key, header: header)
  }
}
