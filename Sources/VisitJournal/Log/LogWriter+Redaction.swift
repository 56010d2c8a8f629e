/// Taking frames out of the log for good, with everything that follows still fitting.
extension LogWriter {
  /// Replaces the frames with these sequence numbers by stubs that carry only their digests, and returns how many were
  /// replaced. All entries of a frame go; the counts, the chain and every checkpoint stay as they were.
  ///
  /// Each segment is rewritten beside the old one, synced, and takes its place by a rename, so that a power cut leaves one
  /// or the other; the old bytes stay on the medium until their blocks are used again. The segment being written is closed first: the head then points behind everything that is rewritten.
  /// Positions remembered in a redacted segment are no longer valid.
  ///
  /// - Throws: as `append`, and `disk`. After an error some segments may be redacted and others not; do it again.
  public func redact(_ sequences: Set<Int>) throws(LogError) -> Int {
    guard !sequences.isEmpty else { return 0 }
    try closeSegment()
    syncHead()
    if let headTrouble { throw .disk(headTrouble) }
    var count = 0
    do {
      for name in try fileSystem.list(layout.own) {
        guard let number = JournalLayout.segmentNumber(name), number < end.segment else { continue }
        let path = layout.own.appending(name)
        let bytes = try fileSystem.readAll(path)
        guard let redacted = SegmentRedaction(sequences).redact(bytes.span.bytes) else { continue }
        try fileSystem.replaceAtomically(path, with: redacted.bytes)
        count += redacted.count
      }
    } catch {
      throw .disk(error)
    }
    return count
  }
}

/// The rewriting of one segment's bytes.
struct SegmentRedaction {
  let sequences: Set<Int>

  init(_ sequences: Set<Int>) {
    self.sequences = sequences
  }

  /// The segment with its named frames replaced, and how many there were; `nil` if there are none to replace.
  ///
  /// A stub is the frame's own header with kind 5 and body length 32, the digest, and a tag of zeros. Bytes behind the last
  /// good frame are kept as they are.
  func redact(_ segment: RawSpan) -> (bytes: [UInt8], count: Int)? {
    guard case .header(let header) = SegmentHeader.read(segment) else { return nil }
    var bytes = segment.copy(0..<SegmentHeader.byteCount)
    var offset = SegmentHeader.byteCount
    var count = 0
    while case .frame(let frame) = FrameHeader.read(segment, at: offset, marker: header.marker) {
      let whole = segment.extracting(offset..<offset + frame.frameLength)
      if frame.kind == .entries, sequences.contains(frame.sequence) {
        bytes += stub(for: whole)
        count += 1
      } else {
        bytes.append(whole)
      }
      offset += frame.frameLength
    }
    guard count > 0 else { return nil }
    bytes.append(segment.extracting(offset..<segment.byteCount))
    return (bytes, count)
  }

  private func stub(for frame: RawSpan) -> [UInt8] {
    let digest = FrameSeal.digest(of: frame)
    var stub = frame.copy(0..<FrameHeader.byteCount)
    digest.append(to: &stub)
    stub += [UInt8](repeating: 0, count: FrameHeader.tagByteCount)
    stub.put(UInt32(32), at: 4)
    stub[12] = FrameHeader.Kind.redacted.rawValue
    stub.put(FrameHeader.checksum(stub.span.bytes), at: 8)
    return stub
  }
}
