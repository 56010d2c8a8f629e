/// Goes through one segment frame by frame, checking each against the one before.
///
/// With a seal every frame is opened as well; without, checksum, sequence, chain and checkpoints are checked.
struct SegmentWalk {
  let header: SegmentHeader
  let seal: FrameSeal?
  /// Where in the file the bytes it is given begin.
  let base: Int
  private let checkpoints: CheckpointForm
  /// Sums of the frames to come, where they were worked out beforehand.
  private var sums: FrameSums?
  /// The end of the last frame passed, or the segment's beginning.
  private(set) var position: LogPosition
  /// Whether the frame that closes the segment was passed.
  private(set) var isClosed = false

  /// What stands at the walk's position.
  enum Step {
    /// A good frame, which the walk has now passed; its body is empty without a seal, except a checkpoint's note.
    case frame(FrameHeader, body: [UInt8])
    /// The end of the segment's bytes.
    case end
    /// Something that is not the next frame.
    case bad(LogDamage.Reason)
  }

  init(
    header: SegmentHeader, seal: FrameSeal?, from position: LogPosition, base: Int, sums: FrameSums? = nil
  ) {
    self.base = base
    self.sums = sums
    checkpoints = CheckpointForm(header)
    self.header = header
    self.seal = seal
    self.position = position
  }

  /// Passes the next frame; `segment` is the file's bytes from `base` on.
  mutating func next(in segment: RawSpan) -> Step {
    let offset = position.end - base
    if offset == segment.byteCount { return .end }
    guard !isClosed else { return .bad(.beyondSegmentEnd) }
    let frame: FrameHeader
    var known: FrameSums.Sums?
    let reading = FrameHeader.read(segment, at: offset, marker: header.marker) { place in
      known = sums?.sums(of: place)
      return known?.checksum
    }
    switch reading {
    case .bad(let reason): return .bad(reason)
    case .frame(let found): frame = found
    }
    guard frame.sequence == position.sequence + 1 else {
      return .bad(.sequence(expected: position.sequence + 1, found: frame.sequence))
    }
    guard frame.epoch == header.epoch else { return .bad(.unknownKind) }
    var body: [UInt8] = []
    let bodyRange = offset + FrameHeader.byteCount..<offset + FrameHeader.byteCount + frame.bodyLength
    if frame.kind != .redacted, let seal {
      guard let opened = seal.open(segment, at: offset, frame, chain: position.chain) else {
        return .bad(.seal)
      }
      body = opened
    }
    if frame.kind == .checkpoint {
      if seal == nil { body = segment.copy(bodyRange) }
      guard frame.flags.contains(.plainBody), body.starts(with: checkpoints.text(at: position)) else {
        return .bad(.checkpoint)
      }
    }
    guard let digest = digest(frame, in: segment, bodyRange, known: known?.digest) else {
      return .bad(.unknownKind)
    }
    position = LogPosition(
      segment: header.number, frameOffset: position.end, end: position.end + frame.frameLength,
      sequence: frame.sequence,
      entryCount: position.entryCount + frame.entryCount, chainBefore: position.chain,
      chain: position.chain.extended(by: digest))
    isClosed = frame.kind == .segmentEnd
    return .frame(frame, body: body)
  }

  /// Puts the walk at the checkpoint frame at `offset`, trusting what it states of everything before it.
  mutating func resume(at offset: Int, _ checkpoint: Checkpoint) {
    position = LogPosition(
      segment: header.number, frameOffset: offset, end: offset, sequence: checkpoint.sequence,
      entryCount: checkpoint.entryCount, chainBefore: checkpoint.chain, chain: checkpoint.chain)
  }

  /// The digest the chain goes on with: a redacted stub carries that of the frame it replaced.
  private func digest(
    _ frame: FrameHeader, in segment: RawSpan, _ body: Range<Int>, known: ChainHash?
  ) -> ChainHash? {
    if frame.kind.carriesDigest {
      let end = frame.kind == .redacted ? body.upperBound : body.lowerBound + FrameHeader.digestByteCount
      return end <= body.upperBound ? ChainHash(segment.copy(body.lowerBound..<end)) : nil
    }
    if let known { return known }
    let start = body.lowerBound - FrameHeader.byteCount
    return FrameSeal.digest(of: segment.extracting(start..<start + frame.frameLength))
  }
}
