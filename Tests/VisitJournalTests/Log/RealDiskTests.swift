import Support
import Testing

@testable import VisitJournal

@Suite("A log on the real disk")
struct RealDiskTests {
  let temporary = TemporaryFolder()

  @Test("sessions, segments, a torn tail and a second writer behave as on the simulated one")
  func wholeLife() throws {
    let fixture = LogFixture(disk: PosixFileSystem(), root: temporary.path)
    try fixture.write(1...40)
    try fixture.write(41...60)
    #expect(try fixture.disk.list(fixture.layout.own).count > 1)
    let last = try #require(try fixture.disk.list(fixture.layout.own).last)
    let path = fixture.layout.own.appending(last)
    let bytes = try fixture.disk.readAll(path)
    try fixture.put(bytes + [1, 2, 3], at: path)
    let writer = try fixture.open()
    #expect(throws: LogError.self) { try fixture.open() }
    guard case .tornTail(_, 3, let kept?) = writer.recovery.verdict else {
      Issue.record("\(writer.recovery.verdict)")
      return
    }
    #expect(try fixture.disk.readAll(kept) == [1, 2, 3])
    try writer.append([LogFixture.entry(61)])
    try writer.close()
    #expect(try fixture.read().entries == (1...61).map { LogFixture.entry($0) })
    #expect(fixture.verify(deep: true).verdict == .good)
  }
}
