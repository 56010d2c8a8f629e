public import VisitJournal
internal import Synchronization

/// A small generator whose every run is told by its seed (SplitMix64, Steele, Lea and Flood 2014).
public struct Seed: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts at `seed`.
  public init(_ seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number in 0..<`bound`.
  public mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// Whether something that happens once in `times` happens now.
  public mutating func once(in times: Int) -> Bool {
    times > 0 && below(times) == 0
  }

  /// As many random bytes as asked.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count {
      let word = next()
      for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (shift * 8))) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

extension Randomness {
  /// A source that gives the same bytes in every run with the same seed.
  public static func seeded(_ seed: UInt64) -> Randomness {
    let source = SeededSource(seed)
    return Randomness { count in source.bytes(count) }
  }
}

private final class SeededSource: Sendable {
  private let seed: Mutex<Seed>

  init(_ seed: UInt64) {
    self.seed = Mutex(Seed(seed))
  }

  func bytes(_ count: Int) -> [UInt8] {
    seed.withLock { $0.bytes(count) }
  }
}
