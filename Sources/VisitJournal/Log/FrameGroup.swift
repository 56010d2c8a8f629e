/// The frames of one commit, held back until its last frame is there: all of them count, or none.
struct FrameGroup {
  /// Where the group begins.
  let start: LogPosition
  private(set) var frameCount = 0
  private(set) var entryCount = 0
  private(set) var redactedCount = 0
  private(set) var isOpen = false
  private(set) var endsWithCheckpoint = false
  private var bodies: [(place: LogPosition, body: [UInt8], entries: [Range<Int>], isTrimmed: Bool)] = []

  init(start: LogPosition) {
    self.start = start
  }

  /// Takes in a frame; `false` if its body was opened and is not the batch its header states.
  mutating func add(_ frame: FrameHeader, _ body: [UInt8], at place: LogPosition) -> Bool {
    frameCount += 1
    entryCount += frame.entryCount
    isOpen = frame.flags.contains(.moreFollows)
    endsWithCheckpoint = frame.kind == .checkpoint
    switch frame.kind {
    case .redacted:
      redactedCount += 1
    case .entries where !body.isEmpty, .trimmed where !body.isEmpty:
      if frame.kind == .trimmed { redactedCount += 1 }
      guard let entries = Batch.entries(of: body, count: frame.entryCount) else { return false }
      bodies.append((place, body, entries, frame.kind == .trimmed))
    case .trimmed:
      redactedCount += 1
    case .entries, .checkpoint, .segmentEnd, .nothing:
      break
    }
    return true
  }

  /// Hands out the entries in order.
  func deliver(_ entry: (EntryPlace, ArraySlice<UInt8>) -> Void) {
    for (place, body, entries, isTrimmed) in bodies {
      var number = place.entryCount - entries.count
      for range in entries {
        number += 1
        // An entry that was taken out has no bytes left.
        if isTrimmed, range.isEmpty { continue }
        entry(
          EntryPlace(
            segment: place.segment, offset: place.frameOffset, sequence: place.sequence, entryNumber: number),
          body[range])
      }
    }
  }
}

extension LogDamage.Reason {
  /// Whether a write that was cut short can look like this. A frame whose checksum fits was written as it stands.
  var mayBeTorn: Bool {
    switch self {
    case .incomplete, .notAFrame, .checksum, .unfinishedGroup: true
    case .header, .misplacedSegment, .missingSegment, .brokenChain, .unknownKind, .sequence, .seal, .batch,
      .checkpoint, .signature, .beyondSegmentEnd:
      false
    }
  }
}
