import Glibc

/// The long proofs of the journal, built for speed: many simulated lives, and every bit of a log.
///
/// ```
/// proof seeds COUNT [FROM]   simulated lives FROM ..< FROM + COUNT on every core, then every mutant
/// proof seed NUMBER          one life again, with all it violates
/// proof short                every life of up to three steps, cut at every call, every subset of its sectors kept
/// proof bits                 every bit and every length of a log of 200 entries
/// ```
///
/// Ends with 0 when everything held, with 1 and the numbers to replay when something did not.
@main
struct Proof {
  static func main() async {
    let words = Array(CommandLine.arguments.dropFirst())
    let numbers = words.dropFirst().compactMap { UInt64($0) }
    let isProven: Bool
    switch (words.first, numbers.count, words.count) {
    case ("seeds", 1, 2): isProven = await SeedSweep(from: 0, count: numbers[0]).run()
    case ("seeds", 2, 3): isProven = await SeedSweep(from: numbers[1], count: numbers[0]).run()
    case ("seed", 1, 2): isProven = SeedSweep.replay(numbers[0])
    case ("short", 0, 1): isProven = await ShortSweep.run()
    case ("bits", 0, 1): isProven = await BitSweep.run()
    default:
      print("usage: proof seeds COUNT [FROM] | proof seed NUMBER | proof short | proof bits")
      exit(64)
    }
    exit(isProven ? 0 : 1)
  }

  /// How many cores there are to share the work.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// Seconds since it was made, by the clock that nobody sets.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double {
    let passed = (ContinuousClock.now - start).components
    return Double(passed.seconds) + Double(passed.attoseconds) / 1e18
  }

  /// One decimal.
  static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
