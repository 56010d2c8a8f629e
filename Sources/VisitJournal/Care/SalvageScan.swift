internal import Crypto
internal import FoundationEssentials

/// Goes through a damaged log and hands out every frame of entries that still opens, with what could not be read.
///
/// It reads on where a scan stops: at the next checkpoint that the device signed, in the next segment, and behind sectors
/// the disk refuses. Frames between damage and the next checkpoint cannot be opened by anybody: their seal covers the
/// chain before them.
struct SalvageScan {
  let disk: SalvageDisk
  let keys: LogReadingKeys
  let head: HeadMark?
  private(set) var findings = SalvageFindings()
  /// The end of the last good frame.
  private var cursor = LogPosition.start
  /// The entries of a commit whose last frame has not come yet.
  private var waiting: [[[UInt8]]] = []

  init(disk: SalvageDisk, keys: LogReadingKeys, head: HeadMark?) {
    self.disk = disk
    self.keys = keys
    self.head = head
  }

  /// Goes through all segments; `frame` is told the entries of each good frame, in order.
  mutating func run(_ frame: ([[UInt8]]) throws(CareError) -> Void) throws(CareError) {
    let numbers: [Int]
    do throws(DiskError) { numbers = try disk.segmentNumbers() } catch { throw CareError(error) }
    let last = numbers.last ?? 0
    for number in 1..<max(1, last + 1) {
      guard numbers.contains(number) else {
        lose(LogPlace(segment: number, offset: 0), .missingSegment)
        continue
      }
      let bytes: [UInt8]
      do throws(DiskError) { bytes = try disk.read(number) } catch { throw CareError(error) }
      if let header = header(of: bytes, number) {
        begin(header)
        try pass(header, bytes.span.bytes, isLast: number == last, frame)
      } else {
        lose(LogPlace(segment: number, offset: 0), .header)
        let rebuilding = HeaderFromCheckpoint(keys: keys, before: cursor)
        guard let header = rebuilding.header(of: bytes, number) else { continue }
        cursor = LogPosition(beginning: header)
        try pass(header, bytes.span.bytes, isLast: number == last, frame)
      }
    }
    guard let head, head.entryCount > cursor.entryCount else { return }
    if !isLossOpen { lose(LogPlace(segment: cursor.segment, offset: cursor.end), .incomplete) }
    settle(at: head.entryCount, resumedAt: nil)
  }

  /// Whether nothing good has followed the last loss yet.
  private var isLossOpen: Bool { findings.losses.last.map { $0.entries == nil } ?? false }

  private mutating func pass(
    _ header: SegmentHeader, _ segment: RawSpan, isLast: Bool, _ frame: ([[UInt8]]) throws(CareError) -> Void
  ) throws(CareError) {
    guard let journalKey = keys.journalKeys[header.epoch],
      let key = SegmentKey(journalKey: journalKey, header: header)
    else { return lose(LogPlace(segment: header.number, offset: 0), .header) }
    let search = FrameSearch(marker: header.marker, asksWhichWrite: true)
    var walk = SegmentWalk(
      header: header, seal: FrameSeal(key: key, header: header), from: cursor, base: 0)
    while true {
      switch walk.next(in: segment) {
      case .frame(let found, let body):
        settle(at: walk.position.entryCount - found.entryCount, resumedAt: walk.position)
        cursor = walk.position
        take(found, body, at: walk.position)
        if !found.flags.contains(.moreFollows) { try handOut(frame) }
      case .end:
        if isLast, !waiting.isEmpty { return dropUnfinished(0) }
        return try handOut(frame)
      case .bad(let reason):
        let place = LogPlace(segment: header.number, offset: walk.position.end)
        let next = search.checkpoint(in: segment, behind: place.offset) { $0.isSigned(by: header.deviceKey) }
        if next == nil, isLast, isUnfinished(place, reason, segment, search, after: walk.position.sequence) {
          return dropUnfinished(segment.byteCount - place.offset)
        }
        try handOut(frame)
        lose(place, reason)
        guard let next else { return }
        walk.resume(at: next.offset, next.checkpoint)
      }
    }
  }

  /// Puts the cursor at a segment's beginning, noting what is missing before it.
  private mutating func begin(_ header: SegmentHeader) {
    if !isLossOpen, header.entriesBefore > cursor.entryCount || header.firstSequence > cursor.sequence + 1 {
      lose(LogPlace(segment: cursor.segment, offset: cursor.end), .incomplete)
    }
    let beginning = LogPosition(beginning: header)
    settle(at: header.entriesBefore, resumedAt: beginning)
    cursor = beginning
  }

  private mutating func take(_ frame: FrameHeader, _ body: [UInt8], at place: LogPosition) {
    if frame.kind == .redacted { findings.redacted += frame.entryCount }
    guard frame.kind == .entries || frame.kind == .trimmed else { return }
    guard let ranges = Batch.entries(of: body, count: frame.entryCount) else {
      findings.losses.append(
        SalvageLoss(
          path: disk.path(place.segment), place: LogPlace(segment: place.segment, offset: place.frameOffset),
          reason: .batch, resumedAt: LogPlace(segment: place.segment, offset: place.end),
          entries: frame.entryCount))
      return
    }
    let kept = frame.kind == .trimmed ? ranges.filter { !$0.isEmpty } : ranges
    findings.redacted += ranges.count - kept.count
    if !kept.isEmpty { waiting.append(kept.map { Array(body[$0]) }) }
  }

  private mutating func handOut(_ frame: ([[UInt8]]) throws(CareError) -> Void) throws(CareError) {
    for entries in waiting {
      findings.entries += entries.count
      try frame(entries)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Whether a bad place at the end is only a write that was cut short.
  private func isUnfinished(
    _ place: LogPlace, _ reason: LogDamage.Reason, _ segment: RawSpan, _ search: FrameSearch, after: Int
  ) -> Bool {
    let isAcknowledged = head.map { place < $0.place } ?? false
    return reason.mayBeTorn && !isAcknowledged
      && !search.hasLaterWrite(in: segment, behind: place.offset, than: after + 1)
  }

  private mutating func dropUnfinished(_ bytes: Int) {
    findings.unfinishedBytes += bytes
    waiting.removeAll()
  }

  private mutating func lose(_ place: LogPlace, _ reason: LogDamage.Reason) {
    findings.losses.append(
      SalvageLoss(path: disk.path(max(1, place.segment)), place: place, reason: reason))
  }

  /// Says of losses that were open how many entries they cost, now that something good follows them.
  private mutating func settle(at entryCount: Int, resumedAt position: LogPosition?) {
    var isFirst = true
    let open = findings.losses.indices.reversed().prefix { findings.losses[$0].entries == nil }
    for index in open.reversed() {
      findings.losses[index].entries = isFirst ? max(0, entryCount - cursor.entryCount) : 0
      findings.losses[index].resumedAt = position.map {
        LogPlace(segment: $0.segment, offset: $0.frameOffset)
      }
      isFirst = false
    }
  }

  /// A segment's header, if it is whole and this log's.
  private func header(of bytes: [UInt8], _ number: Int) -> SegmentHeader? {
    guard case .header(let header) = SegmentHeader.read(bytes.span.bytes), header.number == number,
      keys.publicPart.writer(of: header) != nil
    else { return nil }
    return header
  }
}

extension SignedCheckpoint {
  /// Whether the key with these bytes made the signature.
  fileprivate func isSigned(by key: [UInt8]) -> Bool {
    (try? Curve25519.Signing.PublicKey(rawRepresentation: key)).map { isSigned(by: $0) } ?? false
  }
}

extension LogPosition {
  /// The beginning of the segment with this header.
  fileprivate init(beginning header: SegmentHeader) {
    self.init(
      segment: header.number, frameOffset: SegmentHeader.byteCount, end: SegmentHeader.byteCount,
      sequence: header.firstSequence - 1, entryCount: header.entriesBefore, chainBefore: header.chain,
      chain: header.chain)
  }
}
