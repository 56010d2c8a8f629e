internal import Glibc

/// What a journal takes from the world around it, so that a test can replay a run.
public struct JournalEnvironment: Sendable {
  /// Where random bytes come from.
  public let randomness: Randomness
  /// The clock, in milliseconds since 1970-01-01 UTC.
  public let nowMilliseconds: @Sendable () -> Int64
  /// What tells this program from another one, which may add the same entries up differently: a snapshot is trusted by
  /// the program that wrote it alone.
  public let programMark: UInt64

  /// An environment of a source of randomness, a clock and the mark of the program.
  public init(
    randomness: Randomness, programMark: UInt64 = 0, nowMilliseconds: @escaping @Sendable () -> Int64
  ) {
    self.randomness = randomness
    self.programMark = programMark
    self.nowMilliseconds = nowMilliseconds
  }

  /// The kernel's randomness and the laptop's clock.
  public static let system = JournalEnvironment(randomness: .system, programMark: executableMark()) {
    var time = timespec()
    guard clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }

  /// The length of the program's own file and when it was written, which no two builds share.
  private static func executableMark() -> UInt64 {
    var facts = stat()
    guard stat("/proc/self/exe", &facts) == 0 else { return 0 }
    let time =
      UInt64(bitPattern: Int64(facts.st_mtim.tv_sec)) &* 1_000_000_007 &+ UInt64(facts.st_mtim.tv_nsec)
    return time &* 31 &+ UInt64(bitPattern: Int64(facts.st_size))
  }
}
