internal import Crypto

/// The rewriting of one segment's bytes without some of its entries.
struct SegmentRedaction {
  /// The running numbers of the entries that go.
  let entries: Set<Int>
  /// Opens and closes what stays of a frame, by epoch.
  let journalKeys: [UInt16: SymmetricKey]
  let randomness: Randomness

  /// The segment without those entries, and how many there were; `nil` if it holds none of them.
  ///
  /// A stub is the frame's own header with kind 5 and body length 32, the digest, and a tag of zeros. Bytes behind the last
  /// good frame are kept as they are.
  func redact(_ segment: RawSpan) -> (bytes: [UInt8], count: Int)? {
    guard case .header(let header) = SegmentHeader.read(segment),
      let journalKey = journalKeys[header.epoch], let key = SegmentKey(journalKey: journalKey, header: header)
    else { return nil }
    let seal = FrameSeal(key: key, header: header)
    var walk = SegmentWalk(
      header: header, seal: seal,
      from: LogPosition(
        segment: header.number, frameOffset: SegmentHeader.byteCount, end: SegmentHeader.byteCount,
        sequence: header.firstSequence - 1, entryCount: header.entriesBefore, chainBefore: header.chain,
        chain: header.chain), base: 0)
    var bytes = segment.copy(0..<SegmentHeader.byteCount)
    var count = 0
    while case .frame(let frame, let body) = walk.next(in: segment) {
      let place = walk.position
      let whole = segment.extracting(place.frameOffset..<place.end)
      if let rest = remainder(of: frame, body, at: place) {
        count += rest.count
        let digest = frame.kind == .trimmed ? carriedDigest(whole) : FrameSeal.digest(of: whole)
        guard let digest else { return nil }
        if let batch = rest.batch {
          var header = frame
          header.nonce = randomness.fill(12)
          seal.write(header, remainder: batch, replacing: digest, chain: place.chainBefore, to: &bytes)
        } else {
          bytes += stub(for: whole, digest)
        }
      } else {
        bytes.append(whole)
      }
    }
    guard count > 0 else { return nil }
    bytes.append(segment.extracting(walk.position.end..<segment.byteCount))
    return (bytes, count)
  }

  /// What stays of a frame, with how many entries go; nil where none of those it still has goes, and no batch where all of
  /// them do.
  private func remainder(
    of frame: FrameHeader, _ body: [UInt8], at place: LogPosition
  ) -> (batch: [UInt8]?, count: Int)? {
    guard frame.kind == .entries || frame.kind == .trimmed,
      let ranges = Batch.entries(of: body, count: frame.entryCount)
    else { return nil }
    var batch: [UInt8] = []
    var (count, left) = (0, 0)
    for (index, range) in ranges.enumerated() {
      let goes = entries.contains(place.entryCount - ranges.count + index + 1)
      let isThere = frame.kind == .entries || !range.isEmpty
      if goes, isThere { count += 1 }
      if !goes, isThere { left += 1 }
      Batch.add(goes ? [] : Array(body[range]), to: &batch)
    }
    guard count > 0 else { return nil }
    return (left > 0 ? batch : nil, count)
  }

  private func carriedDigest(_ frame: RawSpan) -> ChainHash? {
    let start = FrameHeader.byteCount
    return ChainHash(frame.copy(start..<start + FrameHeader.digestByteCount))
  }

  private func stub(for frame: RawSpan, _ digest: ChainHash) -> [UInt8] {
    var stub = frame.copy(0..<FrameHeader.byteCount)
    digest.append(to: &stub)
    stub += [UInt8](repeating: 0, count: FrameHeader.tagByteCount)
    stub.put(UInt32(FrameHeader.digestByteCount), at: 4)
    stub[12] = FrameHeader.Kind.redacted.rawValue
    stub.put(FrameHeader.checksum(stub.span.bytes), at: 8)
    return stub
  }
}
