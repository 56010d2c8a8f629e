import Support
import Testing

@testable import VisitJournal

@Suite("A write that the power cut tore")
struct TornWriteTests {
  /// Three groups in one write, the second of two frames, over five or six sectors.
  static let groups = [
    [[UInt8](repeating: 1, count: 400)],
    [[UInt8](repeating: 2, count: 700), [UInt8](repeating: 3, count: 700)],
    [[UInt8](repeating: 4, count: 600)],
  ]

  @Test(
    "whichever of its sectors the disk kept, nothing before it is lost, no group is halved, and it is no damage"
  )
  func everySubset() throws {
    for keepsLength in [true, false] {
      for keptSectors in 0..<64 {
        let disk = SimulatedDisk(seed: 1)
        let fixture = try LogFixture.simulated(disk)
        try fixture.write(1...3)
        let writer = try fixture.open()
        // The first call asks the size, the second writes: the power goes before the sync.
        disk.faults.powerGoesAtCall = disk.callCount + 2
        #expect(throws: LogError.self) { try writer.append(together: Self.groups) }
        disk.faults.tearing = (keptSectors, keepsLength)
        disk.restart()
        disk.faults.tearing = nil
        var found: [[UInt8]] = []
        let next = try fixture.open { found.append(Array($1)) }
        let place = "sectors \(String(keptSectors, radix: 2)), length \(keepsLength)"
        #expect(next.recovery.verdict.allowsWriting, "\(place): \(next.recovery.verdict)")
        let before = (1...3).map { LogFixture.entry($0) }
        let prefixes = (0...3).map { before + Self.groups.prefix($0).joined() }
        #expect(prefixes.contains(found), "\(place)")
        if keptSectors == 0 { #expect(found == before) }
        if keptSectors == 63, keepsLength { #expect(found == prefixes[3]) }
        try next.append([LogFixture.entry(4)])
        try next.close()
        #expect(fixture.verify(deep: true).verdict == .good, "\(place)")
      }
    }
  }
}
