import Support
import Testing

@testable import VisitJournal

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Lives of a journal on a bad disk")
struct SimulatedLivesTests {
  /// How many seeds are tried: 3,000, or what `VISITBOOK_SEEDS` says.
  static var seedCount: UInt64 {
    getenv("VISITBOOK_SEEDS").flatMap { UInt64(String(cString: $0)) } ?? 3000
  }

  @Test("no acknowledged entry is lost and none invented, whatever the disk does", arguments: UInt64(0)..<6)
  func safePolicy(part: UInt64) {
    var total = LogTrial.Findings()
    let seeds = stride(from: part, to: Self.seedCount, by: 6)
    for seed in seeds {
      var trial = LogTrial(seed: seed)
      let findings = trial.run()
      total.violations += findings.violations
      total.ambiguous += findings.ambiguous
      total.powerCuts += findings.powerCuts
      total.damageReported += findings.damageReported
      if total.violations.count > 10 { break }
    }
    let count = seeds.underestimatedCount
    #expect(total.violations.isEmpty, "\(total.violations.joined(separator: "\n"))")
    #expect(total.powerCuts > count, "the disk was hardly ever cut off")
    #expect(total.damageReported > count / 20, "hardly any damage was reported")
    #expect(total.ambiguous * 50 < count, "\(total.ambiguous) rotten last writes were taken for torn ones")
  }

  /// A writer with one durability step left out.
  struct Mutant: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout WriterPolicy) -> Void
  }

  static let mutants = [
    Mutant(testDescription: "acknowledges without a sync") { $0.syncsBeforeAcknowledging = false },
    Mutant(testDescription: "tries a failed sync again") { $0.retriesFailedSync = true },
    Mutant(testDescription: "cuts at the first bad frame") { $0.cutsAtFirstBadFrame = true },
    Mutant(testDescription: "moves the head before the sync") { $0.movesHeadBeforeSync = true },
    Mutant(testDescription: "does not sync the folder") { $0.syncsFolders = false },
    Mutant(testDescription: "takes a short write for a whole one") { $0.loopsShortWrites = false },
    Mutant(testDescription: "takes a later frame of the same write for damage") { $0.asksWhichWrite = false },
    Mutant(testDescription: "trusts a tail nobody saw synced") { $0.writesDoubtfulTailAgain = false },
    Mutant(testDescription: "keeps half a frame when the disk is full") { $0.cutsAfterFailedWrite = false },
  ]

  @Test("leaving out any one step is noticed within 500 lives", arguments: mutants)
  func mutantIsCaught(_ mutant: Mutant) {
    var policy = LogTrial.smallPolicy
    mutant.change(&policy)
    for seed in 0..<UInt64(500) {
      var trial = LogTrial(seed: seed, policy: policy)
      if !trial.run().violations.isEmpty { return }
    }
    Issue.record("500 lives did not notice it")
  }
}
