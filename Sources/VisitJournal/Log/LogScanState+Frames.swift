internal import Crypto

/// Frame by frame: what is told, what is counted, and what a bad place is taken for.
extension LogScanState {
  /// Follows the frames of one segment to its end, or to the last that can be read.
  mutating func follow(_ walk: inout SegmentWalk, _ segment: RawSpan, isLast: Bool) {
    var group = FrameGroup(start: walk.position)
    noteHead(walk.position)
    while true {
      switch walk.next(in: segment) {
      case .frame(let frame, let body):
        let place = walk.position
        if !group.add(frame, body, at: place) {
          guard goOn(&walk, segment, from: place.frameOffset, .batch, isLast, &group) else { return }
          continue
        }
        if frame.kind == .checkpoint, !note(body) {
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
    tellProgress(at: place)
  }

  /// Tells how far the pass is, about once a mebibyte.
  private mutating func tellProgress(at place: LogPosition) {
    guard let progress = visit.progress, place.end - toldAt > 1 << 20 || place.end < toldAt else { return }
    toldAt = place.end
    progress(bytesDone + place.end, bytesTotal)
  }

  private mutating func note(_ checkpoint: [UInt8]) -> Bool {
    outcome.facts.checkpoints += 1
    lastNote = (checkpoint, deviceKey)
    guard scan.signatures == .every else { return true }
    guard let found = SignedCheckpoint(note: checkpoint) else { return false }
    return isTrusted(found, by: deviceKey)
  }

  mutating func isTrusted(
    _ checkpoint: SignedCheckpoint, by key: Curve25519.Signing.PublicKey?
  ) -> Bool {
    guard let key else { return true }
    outcome.facts.signaturesChecked += 1
    return checkpoint.isSigned(by: key)
  }

  /// Decides what a bad place is, and puts the walk behind it if there is something to read on; `false` if not.
  private mutating func goOn(
    _ walk: inout SegmentWalk, _ segment: RawSpan, from offset: Int, _ reason: LogDamage.Reason,
    _ isLast: Bool, _ group: inout FrameGroup
  ) -> Bool {
    let search = FrameSearch(marker: walk.header.marker, asksWhichWrite: scan.asksWhichWrite)
    let place = LogPlace(segment: walk.header.number, offset: offset)
    let expected = (group.isOpen ? group.start.sequence : walk.position.sequence) + 1
    let isAcknowledged = scan.head.map { place < $0.place } ?? false
    if !isBroken, isLast,
      scan.cutsAtFirstBadFrame
        || reason.mayBeTorn && !isAcknowledged
          && !search.hasLaterWrite(in: segment, behind: offset - walk.base, than: expected)
    {
      outcome.verdict = .tornTail(
        place: place, bytes: walk.base + segment.byteCount - offset, quarantined: nil)
      return false
    }
    noteDamage(place.segment, offset, reason)
    guard let key = deviceKey,
      let found = search.checkpoint(in: segment, behind: offset - walk.base, { $0.isSigned(by: key) })
    else { return false }
    walk.resume(at: walk.base + found.offset, found.checkpoint)
    group = FrameGroup(start: walk.position)
    if damage?.resumesAt == nil {
      damage?.resumesAt = LogPlace(segment: place.segment, offset: walk.base + found.offset)
    }
    return true
  }

  mutating func noteDamage(_ number: Int, _ offset: Int, _ reason: LogDamage.Reason) {
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

  mutating func concludeVerdict() {
    if let damage {
      outcome.verdict = .damage(damage)
    } else if !scan.cutsAtFirstBadFrame, let head = scan.head, isFork || head.sequence > outcome.end.sequence
    {
      outcome.verdict = .rollback(
        LogRollback(
          foundSequence: outcome.end.sequence, acknowledgedSequence: head.sequence, isFork: isFork))
    }
  }
}
