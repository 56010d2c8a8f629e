import Support
import Testing

@testable import VisitJournal

/// The first lives; `proof seeds` tries as many more as there is time for.
@Suite("Lives of a journal on a bad disk")
struct SimulatedLivesTests {
  static let seedCount: UInt64 = 1_500

  @Test("no acknowledged entry is lost and none invented, whatever the disk does", arguments: UInt64(0)..<6)
  func safePolicy(part: UInt64) {
    var total = LogTrial.Findings()
    let seeds = stride(from: part, to: Self.seedCount, by: 6)
    for seed in seeds {
      var trial = LogTrial(seed: seed)
      total.add(trial.run())
      if total.violations.count > 10 { break }
    }
    let count = seeds.underestimatedCount
    #expect(total.violations.isEmpty, "\(total.violations.joined(separator: "\n"))")
    #expect(total.powerCuts > count, "the disk was hardly ever cut off")
    #expect(total.damageReported > count / 20, "hardly any damage was reported")
    #expect(total.ambiguous * 50 < count, "\(total.ambiguous) rotten last writes were taken for torn ones")
  }

  @Test("leaving out any one step is noticed within 500 lives", arguments: LogMutant.all)
  func mutantIsCaught(_ mutant: LogMutant) {
    for seed in 0..<UInt64(500) {
      var trial = LogTrial(seed: seed, policy: mutant.policy)
      if !trial.run().violations.isEmpty { return }
    }
    Issue.record("500 lives did not notice it")
  }
}
