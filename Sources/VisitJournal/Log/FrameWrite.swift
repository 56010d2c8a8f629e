internal import Crypto

/// The frames of one write in the making: one buffer, and where the log will end if it succeeds.
struct FrameWrite {
  let header: SegmentHeader
  let seal: FrameSeal
  let randomness: Randomness
  /// Where the write begins in the segment.
  let start: Int
  /// Where the log ends with the frames so far.
  private(set) var end: LogPosition
  private(set) var bytes: [UInt8] = []
  private(set) var frameCount = 0
  /// Good frames behind the last checkpoint of this write; `nil` when it has none.
  private(set) var framesSinceCheckpoint: Int?

  init(header: SegmentHeader, seal: FrameSeal, randomness: Randomness, from end: LogPosition) {
    self.header = header
    self.seal = seal
    self.randomness = randomness
    self.end = end
    start = end.end
  }

  /// Adds a group of entries in as many frames of about `bodyBytes` as it takes.
  mutating func add(_ entries: [[UInt8]], bodyBytes: Int) {
    var body: [UInt8] = []
    var count = 0
    for entry in entries {
      if count > 0, body.count + Batch.length(of: entry) > bodyBytes || count == Int(UInt16.max) {
        add(.entries, .moreFollows, body, entryCount: count)
        body.removeAll(keepingCapacity: true)
        count = 0
      }
      Batch.add(entry, to: &body)
      count += 1
    }
    add(.entries, [], body, entryCount: count)
  }

  /// Adds a signed statement of how far the log reaches.
  mutating func addCheckpoint(signedBy device: Curve25519.Signing.PrivateKey) {
    let checkpoint = Checkpoint(
      journalID: header.journalID, deviceID: header.deviceID, sequence: end.sequence,
      entryCount: end.entryCount,
      chain: end.chain, segment: header.number, salt: header.salt)
    add(.checkpoint, .plainBody, checkpoint.signed(by: device), entryCount: 0)
    framesSinceCheckpoint = 0
  }

  /// Adds the frame that closes the segment.
  mutating func addSegmentEnd() {
    add(.segmentEnd, .plainBody, [], entryCount: 0)
  }

  private mutating func add(
    _ kind: FrameHeader.Kind, _ flags: FrameHeader.Flags, _ body: [UInt8], entryCount: Int
  ) {
    let frame = FrameHeader(
      marker: header.marker, bodyLength: body.count, kind: kind, flags: flags, epoch: header.epoch,
      sequence: end.sequence + 1, entryCount: entryCount, placeInWrite: min(frameCount, Int(UInt16.max)),
      nonce: randomness.fill(12))
    let digest = seal.write(frame, body: body, chain: end.chain, to: &bytes)
    end = LogPosition(
      segment: header.number, frameOffset: end.end, end: start + bytes.count, sequence: frame.sequence,
      entryCount: end.entryCount + entryCount, chainBefore: end.chain, chain: end.chain.extended(by: digest))
    frameCount += 1
    framesSinceCheckpoint = framesSinceCheckpoint.map { $0 + 1 }
  }
}
