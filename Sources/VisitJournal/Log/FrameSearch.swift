/// Looks behind a bad frame for whole ones: the evidence that tells damage from a torn tail, and where to read on.
struct FrameSearch {
  let marker: UInt32
  /// Off only to show that the tests notice it.
  let asksWhichWrite: Bool

  /// How many bytes are put through the checksum before the search gives up and calls it damage, so that a file made of
  /// nothing but look-alike headers cannot cost hours.
  private static let checkedBytesMax = 256 << 20

  /// Whether a frame behind `offset` was written by a later write than the bad frame `sequence` that should begin there.
  ///
  /// Later frames of the *same* write prove nothing: the disk may have kept them and lost the bad one.
  func hasLaterWrite(in segment: RawSpan, behind offset: Int, than sequence: Int) -> Bool {
    var budget = FrameSearch.checkedBytesMax
    var place = offset + 1
    while let candidate = nextMarker(in: segment, from: place) {
      place = candidate + 1
      guard candidate + FrameHeader.overhead <= segment.byteCount else { return false }
      guard let found = segment.count(at: candidate + 16) else { continue }
      let length = Int(segment.number(at: candidate + 4, as: UInt32.self))
      let placeInWrite = asksWhichWrite ? Int(segment.number(at: candidate + 26, as: UInt16.self)) : 0
      guard length <= FrameHeader.bodyBytesMax, found - placeInWrite > sequence else { continue }
      budget -= length + FrameHeader.overhead
      if budget < 0 { return true }
      if case .frame = FrameHeader.read(segment, at: candidate, marker: marker) { return true }
    }
    return false
  }

  /// The first whole checkpoint frame behind `offset` that `isTrusted` accepts.
  func checkpoint(
    in segment: RawSpan, behind offset: Int, _ isTrusted: (SignedCheckpoint) -> Bool
  ) -> (offset: Int, checkpoint: Checkpoint)? {
    var budget = FrameSearch.checkedBytesMax
    var place = offset + 1
    while let candidate = nextMarker(in: segment, from: place) {
      place = candidate + 1
      guard candidate + FrameHeader.overhead <= segment.byteCount else { return nil }
      guard segment.number(at: candidate + 12, as: UInt8.self) == FrameHeader.Kind.checkpoint.rawValue else {
        continue
      }
      budget -= Int(min(segment.number(at: candidate + 4, as: UInt32.self), 1 << 20))
      if budget < 0 { return nil }
      guard case .frame(let frame) = FrameHeader.read(segment, at: candidate, marker: marker) else {
        continue
      }
      let body = candidate + FrameHeader.byteCount
      guard let signed = SignedCheckpoint(note: segment.copy(body..<body + frame.bodyLength)),
        signed.checkpoint.sequence == frame.sequence - 1, isTrusted(signed)
      else { continue }
      return (candidate, signed.checkpoint)
    }
    return nil
  }

  private func nextMarker(in segment: RawSpan, from offset: Int) -> Int? {
    var place = offset
    while place + 4 <= segment.byteCount {
      if segment.number(at: place, as: UInt32.self) == marker { return place }
      place += 1
    }
    return nil
  }
}
