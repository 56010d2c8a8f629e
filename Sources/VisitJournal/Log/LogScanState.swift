/// One pass over a log under way.
struct LogScanState {
  let scan: LogScan
  let visit: LogScan.Visit
  var outcome = LogScan.Outcome()

  /// The damage found first; everything behind it is read only to be served.
  private var damage: LogDamage?
  private var bytesTotal = 0
  private var bytesDone = 0
  /// The end of the last good frame read, behind damage too.
  private var cursor = LogPosition.start
  private var isBroken: Bool { damage != nil }
  /// Whether the place the next frame should be at is known: not right behind damage.
  private var isLost = false
  private var isFork = false

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
        isLost = true
        continue
      }
      let count = try read(number, into: &bytes)
      let segment = bytes.span.bytes.extracting(0..<count)
      try pass(segment, number, isLast: number == last, start: start?.segment == number ? start : nil)
      bytesDone += count
      visit.progress?(bytesDone, bytesTotal)
    }
    outcome.facts.bytes = bytesTotal
    outcome.facts.lastSequence = cursor.sequence
    concludeVerdict()
    if scan.signatures == .last, let found = outcome.lastCheckpoint, !isTrusted(found) {
      noteDamage(found.checkpoint.segment, 0, .signature)
      concludeVerdict()
    }
  }

  private func path(_ number: Int) -> JournalPath { scan.folder.appending(JournalLayout.segmentName(number)) }

  private func read(_ number: Int, into bytes: inout [UInt8]) throws(DiskError) -> Int {
    let file = try scan.fileSystem.open(path(number), .read)
    let size = try file.size()
    if bytes.count < size { bytes = [UInt8](repeating: 0, count: size) }
    if bytes.count == size { return try file.read(at: 0, into: &bytes) }
    bytes.removeLast(bytes.count - size)
    return try file.read(at: 0, into: &bytes)
  }

  private mutating func pass(_ segment: RawSpan, _ number: Int, isLast: Bool, start: LogPosition?) throws {
    guard let header = try header(of: segment, number) else { return }
    if outcome.end.segment != number, !isBroken {
      guard header.firstSequence == cursor.sequence + 1, header.entriesBefore == cursor.entryCount,
        header.chain == cursor.chain
      else { return lose(number, 0, .brokenChain) }
    }
    let seal = try seal(for: header)
    if start == nil {
      cursor = LogPosition(
        segment: number, frameOffset: SegmentHeader.byteCount, end: SegmentHeader.byteCount,
        sequence: header.firstSequence - 1, entryCount: header.entriesBefore, chainBefore: header.chain,
        chain: header.chain)
      isLost = false
      if !isBroken {
        outcome.end = cursor
        outcome.framesInSegment = 0
      }
    }
    if !isBroken { outcome.header = header }
    var walk = SegmentWalk(path: path(number), header: header, seal: seal, from: cursor)
    if let start { try rebind(start, header, seal, segment) }
    try follow(&walk, segment, isLast: isLast)
    if !isBroken { outcome.isClosed = walk.isClosed }
  }

  /// Reads the frame a start position names once more: only if it is there is the position one of this log.
  private func rebind(_ start: LogPosition, _ header: SegmentHeader, _ seal: FrameSeal?, _ segment: RawSpan)
    throws
  {
    guard start.frameOffset < start.end else {
      guard start.end == SegmentHeader.byteCount, start.chain == header.chain else {
        throw LogError.positionNotFound(start)
      }
      return
    }
    var before = start
    before.end = start.frameOffset
    before.sequence = start.sequence - 1
    before.chain = start.chainBefore
    // The entry count before the frame does not matter here, except to a checkpoint, which adds none.
    var walk = SegmentWalk(path: path(header.number), header: header, seal: seal, from: before)
    guard start.end <= segment.byteCount, case .frame = walk.next(in: segment),
      walk.position.chain == start.chain,
      walk.position.end == start.end
    else { throw LogError.positionNotFound(start) }
  }

  private mutating func header(of segment: RawSpan, _ number: Int) throws -> SegmentHeader? {
    switch SegmentHeader.read(segment) {
    case .unsupported(let version, let suite):
      throw LogError.unsupportedVersion(path(number), version: version, suite: suite)
    case .notAHeader:
      lose(number, 0, .header)
      return nil
    case .header(let header):
      if let known = scan.publicPart.journalID, known != header.journalID {
        throw LogError.foreign(path(number))
      }
      if let known = scan.publicPart.deviceID, known != header.deviceID {
        throw LogError.foreign(path(number))
      }
      if header.number != number {
        lose(number, 0, .misplacedSegment)
        return nil
      }
      return header
    }
  }

  private func seal(for header: SegmentHeader) throws -> FrameSeal? {
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

extension LogScanState {
  /// Follows the frames of one segment to its end, or to the last that can be read.
  private mutating func follow(_ walk: inout SegmentWalk, _ segment: RawSpan, isLast: Bool) throws {
    var group = FrameGroup(start: walk.position)
    noteHead(walk.position)
    while true {
      switch walk.next(in: segment) {
      case .frame(let frame, let body, let checkpoint):
        let place = walk.position
        if !group.add(frame, body, at: place) {
          guard goOn(&walk, segment, from: place.frameOffset, .batch, isLast, &group) else { return }
          continue
        }
        if let checkpoint, !note(checkpoint) {
          guard goOn(&walk, segment, from: place.frameOffset, .signature, isLast, &group) else { return }
          continue
        }
        noteHead(place)
        if !frame.flags.contains(.moreFollows) { commit(&group, at: place) }
      case .end:
        guard group.isOpen else { return }
        _ = goOn(&walk, segment, from: group.start.end, .unfinishedGroup, isLast, &group)
        return
      case .bad(let reason):
        let place = group.isOpen && reason.mayBeTorn ? group.start.end : walk.position.end
        guard goOn(&walk, segment, from: place, reason, isLast, &group) else { return }
      }
    }
  }

  private mutating func commit(_ group: inout FrameGroup, at place: LogPosition) {
    cursor = place
    outcome.facts.frames += group.frameCount
    outcome.facts.entries += group.entryCount
    outcome.facts.redactedFrames += group.redactedCount
    if let entry = visit.entry { group.deliver(entry) }
    if !isBroken {
      outcome.end = place
      outcome.framesInSegment += group.frameCount
      outcome.framesSinceCheckpoint =
        group.endsWithCheckpoint ? 0 : outcome.framesSinceCheckpoint + group.frameCount
    }
    group = FrameGroup(start: place)
  }

  private mutating func note(_ checkpoint: SignedCheckpoint) -> Bool {
    outcome.facts.checkpoints += 1
    outcome.lastCheckpoint = checkpoint
    guard scan.signatures == .every else { return true }
    return isTrusted(checkpoint)
  }

  private mutating func isTrusted(_ checkpoint: SignedCheckpoint) -> Bool {
    guard let key = scan.publicPart.deviceKey else { return true }
    outcome.facts.signaturesChecked += 1
    return checkpoint.isSigned(by: key)
  }

  /// Decides what a bad place is, and puts the walk behind it if there is something to read on; `false` if not.
  private mutating func goOn(
    _ walk: inout SegmentWalk, _ segment: RawSpan, from offset: Int, _ reason: LogDamage.Reason,
    _ isLast: Bool,
    _ group: inout FrameGroup
  ) -> Bool {
    let search = FrameSearch(marker: walk.header.marker)
    let place = LogPlace(segment: walk.header.number, offset: offset)
    let expected = (group.isOpen ? group.start.sequence : walk.position.sequence) + 1
    let isAcknowledged = scan.head.map { place < $0.place } ?? false
    if !isBroken, isLast,
      scan.cutsAtFirstBadFrame
        || reason.mayBeTorn && !isAcknowledged
          && !search.hasLaterWrite(in: segment, behind: offset, than: expected)
    {
      outcome.verdict = .tornTail(place: place, bytes: segment.byteCount - offset, quarantined: nil)
      return false
    }
    lose(place.segment, offset, reason)
    guard let key = scan.publicPart.deviceKey,
      let found = search.checkpoint(in: segment, behind: offset, { $0.isSigned(by: key) })
    else { return false }
    walk.resume(at: found.offset, found.checkpoint)
    group = FrameGroup(start: walk.position)
    if damage?.resumesAt == nil {
      damage?.resumesAt = LogPlace(segment: place.segment, offset: found.offset)
    }
    isLost = false
    return true
  }

  private mutating func lose(_ number: Int, _ offset: Int, _ reason: LogDamage.Reason) {
    noteDamage(number, offset, reason)
    isLost = true
  }

  private mutating func noteDamage(_ number: Int, _ offset: Int, _ reason: LogDamage.Reason) {
    guard damage == nil else { return }
    damage = LogDamage(
      path: path(number), place: LogPlace(segment: number, offset: offset), reason: reason,
      lastGoodSequence: outcome.end.sequence, resumesAt: nil, acknowledgedSequence: scan.head?.sequence)
  }

  /// Compares the chain with the head's where the log passes it.
  private mutating func noteHead(_ place: LogPosition) {
    guard let head = scan.head, !isBroken, head.sequence == place.sequence else { return }
    if head.chain != place.chain { isFork = true }
  }

  private mutating func concludeVerdict() {
    if let damage {
      outcome.verdict = .damage(damage)
    } else if let head = scan.head, isFork || head.sequence > outcome.end.sequence {
      outcome.verdict = .rollback(
        LogRollback(
          foundSequence: outcome.end.sequence, acknowledgedSequence: head.sequence, isFork: isFork))
    }
  }
}
