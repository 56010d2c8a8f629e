import VisitJournal

/// One short session of a writer, cut off at one call, and everything the disk may then have kept of it.
///
/// Most crash bugs need three operations or fewer on a fresh file system (Mohan et al., OSDI 2018), so all short lives
/// are tried, and not a sample of them.
package struct ShortLife: Sendable {
  /// What a session may do.
  package enum Step: CaseIterable, Sendable {
    /// One entry within a sector.
    case append
    /// Two groups in one write.
    case appendTwo
    /// One group of two frames over several sectors.
    case appendLong
    /// A checkpoint of its own.
    case checkpoint
    /// The log is closed and opened again.
    case reopen
    /// The program ends without closing, and starts again.
    case end
  }

  /// What trying a life at every call came to.
  package struct Findings: Sendable {
    package var crashes = 0
    package var violations: [String] = []

    package init() {}
  }

  private let steps: [Step]
  private let keys = LogKeys.forTests()
  private static let root = JournalPath("/journal")
  private static let policy: WriterPolicy = {
    var policy = LogTrial.smallPolicy
    policy.segmentBytesMax = 1_600
    policy.checkpointEveryFrames = 3
    policy.headSyncEvery = 2
    return policy
  }()

  /// A life of these steps, each of which stands behind one entry that is there already.
  package init(_ steps: [Step]) { self.steps = steps }

  /// Every life of up to `length` steps.
  package static func all(upTo length: Int) -> [ShortLife] {
    var lives: [[Step]] = [[]]
    var longest = lives
    for _ in 0..<length {
      longest = longest.flatMap { life in Step.allCases.map { life + [$0] } }
      lives += longest
    }
    return lives.dropFirst().map { ShortLife($0) }
  }

  /// Cuts the power at every call, keeps every subset of the sectors that were not synced, and looks at what opens.
  package func run() -> Findings {
    var findings = Findings()
    var call = 0
    while true {
      call += 1
      let disk = SimulatedDisk(seed: 1)
      guard (try? begin(disk)) != nil else {
        findings.violations.append("\(steps): the life could not begin")
        return findings
      }
      disk.faults.powerGoesAtCall = disk.callCount + call
      let written = live(on: disk)
      guard disk.isOff else { return findings }
      let sectors = min(disk.unsyncedSectorsMax, 6)
      for kept in 0..<1 << sectors {
        for (keepsLength, seed) in [(true, UInt64(call)), (false, UInt64(call + 1_000))] {
          let crashed = disk.copy(seed: seed)
          crashed.faults.tearing = (kept, keepsLength)
          crashed.restart()
          crashed.faults = DiskFaults()
          findings.crashes += 1
          if let problem = look(at: crashed, written) {
            let sectors = "sectors \(String(kept, radix: 2)), length \(keepsLength)"
            findings.violations.append("\(steps), call \(call), \(sectors): \(problem)")
          }
        }
      }
    }
  }

  /// What was written: the entries that were acknowledged, and the groups of a write that was not.
  private struct Written {
    var acknowledged: [[UInt8]] = [[0]]
    var underway: [[[UInt8]]] = []
  }

  private func begin(_ disk: SimulatedDisk) throws {
    try disk.makeFolder(ShortLife.root)
    try disk.syncFolder(JournalPath("/"))
    let writer = try open(disk)
    try writer.append([[0]])
    try writer.close()
  }

  private func live(on disk: SimulatedDisk) -> Written {
    var written = Written()
    do {
      var writer = try open(disk)
      for (place, step) in steps.enumerated() {
        let mark = UInt8(place + 1)
        switch step {
        case .append: written.underway = [[[mark]]]
        case .appendTwo: written.underway = [[[mark, 1]], [[UInt8](repeating: mark, count: 200)]]
        case .appendLong:
          written.underway = [[[UInt8](repeating: mark, count: 280), [UInt8](repeating: mark, count: 700)]]
        case .checkpoint: try writer.checkpoint()
        case .reopen:
          try writer.close()
          writer = try open(disk)
        case .end:
          disk.endPrograms()
          writer = try open(disk)
        }
        guard !written.underway.isEmpty else { continue }
        _ = try writer.append(together: written.underway)
        written.acknowledged += written.underway.joined()
        written.underway = []
      }
      try writer.close()
    } catch {
      return written
    }
    return written
  }

  /// What is wrong with what the disk kept; `nil` where nothing is.
  private func look(at disk: SimulatedDisk, _ written: Written) -> String? {
    var found: [[UInt8]] = []
    do {
      let writer = try open(disk) { found.append($0) }
      guard writer.recovery.verdict.allowsWriting else { return "false alarm: \(writer.recovery.verdict)" }
      let allowed = (0...written.underway.count).map { count in
        written.acknowledged + written.underway.prefix(count).joined()
      }
      guard allowed.contains(found) else {
        return "\(found.count) entries found, \(written.acknowledged.count) acknowledged"
      }
      try writer.append([[99]])
      try writer.close()
    } catch {
      return "\(error)"
    }
    let layout = JournalLayout(ShortLife.root)
    let report = LogVerifier(
      fileSystem: disk, folder: layout.own, head: layout.head, publicPart: keys.publicPart
    ).verify(everySignature: true, deepKeys: keys.reading)
    return report.verdict == .good && report.facts.entries == found.count + 1 ? nil : "then \(report.verdict)"
  }

  private func open(_ disk: SimulatedDisk, _ entry: (([UInt8]) -> Void)? = nil) throws(LogError) -> LogWriter
  {
    try LogWriter.open(
      ShortLife.root, fileSystem: disk, keys: keys, randomness: .seeded(7), now: { 1_795_000_000_000 },
      policy: ShortLife.policy, processID: 1, entry: entry.map { entry in { entry(Array($1)) } })
  }
}
