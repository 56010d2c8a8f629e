package import VisitJournal

/// One life of a journal on a simulated disk: sessions, faults, power cuts; all from one seed.
///
/// It knows what was acknowledged and holds every opening against it: each acknowledged group is there, each other group
/// is there whole or not at all, nothing else is, the order is kept, and damage is reported if and only if bits rotted.
package struct LogTrial {
  /// What the trial came to.
  package struct Findings: Sendable {
    package var violations: [String] = []
    package var appends = 0
    package var powerCuts = 0
    package var damageReported = 0
    /// A bit rotted in the last acknowledged write before the head was durable: no design can tell that from a torn tail.
    package var ambiguous = 0
    /// How many bits rotted.
    package var rottenBits = 0

    package init() {}

    /// Adds what another trial came to.
    package mutating func add(_ other: Findings) {
      violations += other.violations
      appends += other.appends
      powerCuts += other.powerCuts
      damageReported += other.damageReported
      ambiguous += other.ambiguous
      rottenBits += other.rottenBits
    }
  }

  private struct Group {
    let entries: [[UInt8]]
    let write: Int
    var isAcknowledged: Bool
  }

  private let disk: SimulatedDisk
  private let root = JournalPath("/journal")
  private let keys = LogKeys.forTests()
  private let policy: WriterPolicy
  private let seed: UInt64
  private var dice: Seed
  private var history: [Group] = []
  private var writes = 0
  /// Whether an opening failed since the last one that did not: it may have cut a tail and not come to say so.
  private var hasFailedOpening = false
  /// Rotten bits that explain why an acknowledged last write is gone.
  private var excusedBits = 0
  package private(set) var findings = Findings()

  /// The faults of an ordinary bad year.
  package static let faults: DiskFaults = {
    var faults = DiskFaults()
    faults.shortWrite = 25
    faults.noSpace = 60
    faults.failedWrite = 90
    faults.failedSync = 50
    faults.rot = 6
    faults.ignoredDrop = 4
    return faults
  }()

  /// Small sizes, so that a short life meets every boundary.
  package static var smallPolicy: WriterPolicy {
    var policy = WriterPolicy()
    policy.segmentBytesMax = 6000
    policy.frameBodyBytes = 300
    policy.checkpointEveryFrames = 7
    policy.headSyncEvery = 3
    return policy
  }

  package init(
    seed: UInt64, policy: WriterPolicy = LogTrial.smallPolicy, faults: DiskFaults = LogTrial.faults
  ) {
    self.seed = seed
    self.policy = policy
    dice = Seed(seed &* 31 &+ 7)
    disk = SimulatedDisk(seed: seed)
    _ = try? disk.makeFolder(root)
    _ = try? disk.syncFolder(JournalPath("/"))
    disk.faults = faults
  }

  /// Lives through the seed.
  package mutating func run() -> Findings {
    for session in 0..<2 + dice.below(4) {
      if dice.once(in: 2) { disk.faults.powerGoesAtCall = disk.callCount + 1 + dice.below(90) }
      guard live(session) else { return findings }
      if disk.isOff || dice.once(in: 3) {
        disk.restart()
        findings.powerCuts += 1
      } else {
        disk.endPrograms()
        disk.faults.powerGoesAtCall = nil
      }
    }
    disk.faults = DiskFaults()
    findings.rottenBits = disk.rottenBits
    guard live(99) else { return findings }
    disk.endPrograms()
    inspect()
    return findings
  }

  /// One run of the program; `false` when the journal turned out damaged and the life is over.
  private mutating func live(_ session: Int) -> Bool {
    var found: [[UInt8]] = []
    let writer: LogWriter
    do throws(LogError) {
      writer = try LogWriter.open(
        root, fileSystem: disk, keys: keys, randomness: .seeded(seed << 8 + UInt64(session)),
        now: { 1_795_000_000_000 },
        policy: policy, processID: 1, entry: { found.append(Array($1)) })
    } catch {
      if case .disk = error {
        hasFailedOpening = true
        return true
      }
      violate("session \(session): opening threw \(error)")
      return false
    }
    guard check(found, writer.recovery.verdict, session) else { return false }
    for _ in 0..<(session == 99 ? 1 : dice.below(9)) {
      guard append(to: writer) else { return true }
    }
    if session == 99 || !dice.once(in: 3) { try? writer.close() }
    return true
  }

  /// Appends something; `false` when the session is over.
  private mutating func append(to writer: LogWriter) -> Bool {
    let groups = (0...(dice.once(in: 4) ? dice.below(3) : 0)).map { _ in
      (0...(dice.once(in: 3) ? dice.below(6) : 0)).map { _ in
        dice.bytes(4)
          + [UInt8](repeating: UInt8(dice.below(256)), count: dice.below(dice.once(in: 5) ? 700 : 90))
      }
    }
    writes += 1
    findings.appends += 1
    do throws(LogError) {
      _ = try writer.append(together: groups)
      history += groups.map { Group(entries: $0, write: writes, isAcknowledged: true) }
      return true
    } catch {
      switch error {
      case .notSaved where !disk.isOff:
        return true
      case .notSaved, .poisoned:
        history += groups.map { Group(entries: $0, write: writes, isAcknowledged: false) }
        return false
      default:
        // With the power gone, any call may be the one that fails.
        history += groups.map { Group(entries: $0, write: writes, isAcknowledged: false) }
        if !disk.isOff { violate("append threw \(error)") }
        return false
      }
    }
  }

  /// Holds what an opening found against what was acknowledged; `false` ends the life.
  private mutating func check(_ found: [[UInt8]], _ verdict: LogVerdict, _ session: Int) -> Bool {
    let isRotten = disk.rottenBits > 0
    var place = 0
    var lost: [Group] = []
    var present: [Group] = []
    for var group in history {
      if found[place...].starts(with: group.entries) {
        place += group.entries.count
        if group.isAcknowledged, let first = lost.first, verdict.allowsWriting {
          violate("session \(session): write \(first.write) lost from the middle")
        }
        group.isAcknowledged = true
        present.append(group)
      } else if group.isAcknowledged {
        lost.append(group)
      }
    }
    if place < found.count { violate("session \(session): \(found.count - place) entries nobody wrote") }
    guard verdict.allowsWriting else {
      findings.damageReported += 1
      if !isRotten { violate("session \(session): false alarm \(verdict)") }
      return false
    }
    if let first = lost.first {
      let isTorn = if case .tornTail = verdict { true } else { false }
      // A write for each bit that rotted and has not been held to account yet, and only from the end.
      let writes = Set(history.filter(\.isAcknowledged).map(\.write)).sorted()
      let lostWrites = Set(lost.map(\.write)).count
      if isTorn || hasFailedOpening, lostWrites <= disk.rottenBits - excusedBits,
        first.write >= writes[writes.count - lostWrites]
      {
        findings.ambiguous += 1
        excusedBits += lostWrites
      } else {
        violate("session \(session): \(lost.count) acknowledged groups lost, \(verdict)")
      }
    }
    history = present
    hasFailedOpening = false
    return true
  }

  /// The last look, without keys and with them.
  private mutating func inspect() {
    let layout = JournalLayout(root)
    let verifier = LogVerifier(
      fileSystem: disk, folder: layout.own, head: layout.head, publicPart: keys.publicPart)
    for deepKeys in [nil, keys.reading] {
      let report = verifier.verify(everySignature: deepKeys != nil && seed % 8 == 0, deepKeys: deepKeys)
      let entries = history.map(\.entries.count).reduce(0, +)
      if report.verdict != .good || report.facts.entries != entries {
        violate(
          "the last look: \(report.verdict), \(report.facts.entries) of \(entries) entries, \(report.finding as Any)"
        )
      }
    }
  }

  private mutating func violate(_ text: String) {
    findings.violations.append("seed \(seed), \(text)")
  }
}
