/// The checksums and digests of the frames of a segment, worked out on all cores before anybody walks through them.
///
/// They depend on nothing but the frames' own bytes, and are most of the work of checking a log. Where something is that is
/// no frame the sums end; whoever walks there works out their own.
struct FrameSums: Sendable {
  struct Sums: Sendable {
    let checksum: UInt32
    let digest: ChainHash
  }

  private var frames: [Range<Int>] = []
  private var sums: [Sums] = []
  private var next = 0

  /// The sums of the frames that follow each other from an offset on, among the first `count` of the bytes.
  init(of bytes: [UInt8], count: Int, from offset: Int, marker: UInt32) {
    guard count - offset > FrameSums.bytesMin else { return }
    frames = FrameSums.frames(in: bytes.span.bytes.extracting(0..<count), from: offset, marker: marker)
    let shares = AllCores.shares(of: frames.count, least: 1, perCore: FrameSums.sharesPerCore)
    guard AllCores.count > 1, shares.count > 1 else {
      frames = []
      return
    }
    let frames = frames
    let made = AllCores.map(shares) { share in
      frames[share].map { FrameSums.sums(of: bytes.span.bytes.extracting($0)) }
    }
    sums = Array(made.joined())
  }

  /// The sums of the frame at a place, where they were worked out. To be asked in the order of the frames.
  mutating func sums(of frame: Range<Int>) -> Sums? {
    while next < frames.count, frames[next].lowerBound < frame.lowerBound { next += 1 }
    return next < frames.count && frames[next] == frame ? sums[next] : nil
  }

  static func sums(of frame: RawSpan) -> Sums {
    Sums(checksum: FrameHeader.checksum(frame), digest: FrameSeal.digest(of: frame))
  }

  /// Where frames seem to lie, by their markers and lengths.
  private static func frames(in segment: RawSpan, from start: Int, marker: UInt32) -> [Range<Int>] {
    var frames: [Range<Int>] = []
    var offset = start
    while segment.byteCount - offset >= FrameHeader.overhead,
      segment.number(at: offset, as: UInt32.self) == marker
    {
      let length = Int(segment.number(at: offset + 4, as: UInt32.self))
      let end = offset + FrameHeader.overhead + length
      guard length <= FrameHeader.bodyBytesMax, end <= segment.byteCount else { break }
      frames.append(offset..<end)
      offset = end
    }
    return frames
  }

  /// Below this sharing out costs more than it saves.
  private static let bytesMin = 1 << 18
  private static let sharesPerCore = 4
}
