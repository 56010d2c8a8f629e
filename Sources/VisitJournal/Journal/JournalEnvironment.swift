internal import Glibc

/// What a journal takes from the world around it, so that a test can replay a run.
public struct JournalEnvironment: Sendable {
  /// Where random bytes come from.
  public let randomness: Randomness
  /// The clock, in milliseconds since 1970-01-01 UTC.
  public let nowMilliseconds: @Sendable () -> Int64

  /// An environment of a source of randomness and a clock.
  public init(randomness: Randomness, nowMilliseconds: @escaping @Sendable () -> Int64) {
    self.randomness = randomness
    self.nowMilliseconds = nowMilliseconds
  }

  /// The kernel's randomness and the laptop's clock.
  public static let system = JournalEnvironment(randomness: .system) {
    var time = timespec()
    guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
