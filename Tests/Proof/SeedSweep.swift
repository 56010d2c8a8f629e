import Support

/// Many lives of a journal on a simulated disk, shared among the cores, and each mutant held against the same disk.
struct SeedSweep {
  let from: UInt64
  let count: UInt64

  /// How many lives a mutant may live before it must be noticed.
  private static let mutantLives: UInt64 = 500
  /// Seeds are handed out in pieces of this many.
  private static let piece: UInt64 = 512

  /// Lives them all; `false` when anything was lost, invented or falsely called damage, or a mutant went unnoticed.
  func run() async -> Bool {
    let watch = Stopwatch()
    let total = await findings()
    let rate = Double(count) / max(watch.seconds, 0.001)
    print(
      """
      \(count) seeds from \(from) on \(Proof.cores) cores in \(Stopwatch.text(watch.seconds)) s, \(Int(rate)) a second:
        \(total.appends) appends, \(total.powerCuts) power cuts, damage reported \(total.damageReported) times,
        \(total.ambiguous) rotten last writes taken for torn ones (no design can tell), \(total.violations.count) violations
      """)
    for violation in total.violations.prefix(20) { print("  \(violation)   (again: proof seed N)") }
    var isProven = total.violations.isEmpty && total.powerCuts > Int(count) / 2
    // Two lives in a hundred would mean that something else than the head's sync interval lets them through.
    if total.ambiguous * 50 > count {
      print("  too many rotten last writes were taken for torn ones")
      isProven = false
    }
    for mutant in LogMutant.all {
      guard let seed = SeedSweep.firstSeed(catching: mutant) else {
        print("  NOT NOTICED in \(SeedSweep.mutantLives) lives: \(mutant.name)")
        isProven = false
        continue
      }
      print("  seed \(seed) notices a writer that \(mutant.name)")
    }
    return isProven
  }

  /// One life again.
  static func replay(_ seed: UInt64) -> Bool {
    var trial = LogTrial(seed: seed)
    let findings = trial.run()
    print(
      """
      seed \(seed): \(findings.appends) appends, \(findings.powerCuts) power cuts, \(findings.rottenBits) rotten bits, \
      \(findings.ambiguous) rotten last writes taken for torn ones
      """)
    for violation in findings.violations { print("  \(violation)") }
    return findings.violations.isEmpty
  }

  private func findings() async -> LogTrial.Findings {
    await withTaskGroup(of: LogTrial.Findings.self) { group in
      var next = from
      let end = from + count
      func hand(_ group: inout TaskGroup<LogTrial.Findings>) {
        guard next < end else { return }
        let seeds = next..<min(end, next + SeedSweep.piece)
        next = seeds.upperBound
        group.addTask {
          var found = LogTrial.Findings()
          for seed in seeds {
            var trial = LogTrial(seed: seed)
            found.add(trial.run())
          }
          return found
        }
      }
      for _ in 0..<Proof.cores { hand(&group) }
      var total = LogTrial.Findings()
      while let found = await group.next() {
        total.add(found)
        if total.violations.count < 20 { hand(&group) }
      }
      return total
    }
  }

  private static func firstSeed(catching mutant: LogMutant) -> UInt64? {
    let policy = mutant.policy
    return (0..<mutantLives).first { seed in
      var trial = LogTrial(seed: seed, policy: policy)
      return !trial.run().violations.isEmpty
    }
  }
}
