import Support
import Testing

@testable import VisitJournal

@Suite("Frames that somebody tampered with")
struct TamperTests {
  let fixture: LogFixture
  let segment: [UInt8]
  let frames: [Range<Int>]

  init() throws {
    fixture = try LogFixture.inMemory()
    try fixture.write(1...4)
    segment = try fixture.disk.readAll(fixture.segment())
    frames = frameRanges(segment)
  }

  /// What a check with keys says of the segment with `bytes`, and no head to help it.
  func reason(_ bytes: [UInt8]) throws -> LogDamage.Reason? {
    try fixture.put(bytes, at: fixture.segment())
    let report = LogVerifier(
      fileSystem: fixture.disk, folder: fixture.layout.own, publicPart: fixture.keys.publicPart
    )
    .verify(everySignature: true, deepKeys: fixture.keys.reading)
    guard case .damage(let damage)? = report.finding else { return nil }
    return damage.reason
  }

  @Test("a frame left out is noticed")
  func dropped() throws {
    let bytes = Array(segment[..<frames[1].lowerBound] + segment[frames[2].lowerBound...])
    #expect(try reason(bytes) == .sequence(expected: 2, found: 3))
  }

  @Test("a frame repeated is noticed")
  func repeated() throws {
    let bytes = Array(
      segment[..<frames[1].upperBound] + segment[frames[1]] + segment[frames[2].lowerBound...])
    #expect(try reason(bytes) == .sequence(expected: 3, found: 2))
  }

  @Test("two frames changed about are noticed, even with their numbers and checksums made to fit")
  func moved() throws {
    let second = forged(segment[frames[2]]) { $0.put(UInt64(2), at: 16) }
    let third = forged(segment[frames[1]]) { $0.put(UInt64(3), at: 16) }
    let bytes = Array(segment[..<frames[1].lowerBound]) + second + third + segment[frames[3].lowerBound...]
    #expect(try reason(bytes) == .seal)
  }

  @Test("a frame of another history of the same device does not fit in")
  func spliced() throws {
    let other = try LogFixture.inMemory()
    try other.write(1...1)
    var later = other
    later.policy.frameBodyBytes = 900
    try later.write(2...4)
    let foreign = try other.disk.readAll(other.segment())
    let third = try #require(
      frameRanges(foreign).first { foreign.span.bytes.number(at: $0.lowerBound + 16, as: UInt64.self) == 3 })
    let marker = segment.span.bytes.number(at: frames[0].lowerBound, as: UInt32.self)
    let frame = forged(foreign[third]) { $0.put(marker, at: 0) }
    let bytes = Array(segment[..<frames[2].lowerBound]) + frame + segment[frames[3].lowerBound...]
    #expect(try reason(bytes) == .seal)
  }

  @Test("any changed byte of a frame is noticed by the key even when its checksum is made to fit")
  func everyByteForged() throws {
    for place in frames[1].indices.dropFirst(12) {
      let frame = forged(segment[frames[1]]) { $0[place - frames[1].lowerBound] ^= 0x40 }
      let bytes = Array(segment[..<frames[1].lowerBound]) + frame + segment[frames[1].upperBound...]
      #expect(try reason(bytes) != nil, "byte \(place - frames[1].lowerBound)")
    }
  }

  @Test("without a key, a forged frame is noticed at the next checkpoint")
  func forgedWithoutKey() throws {
    let frame = forged(segment[frames[1]]) { $0[50] ^= 1 }
    try fixture.put(
      Array(segment[..<frames[1].lowerBound]) + frame + segment[frames[1].upperBound...],
      at: fixture.segment())
    let report = fixture.verify()
    #expect(report.verdict == .damage)
    guard case .damage(let damage)? = report.finding else { return }
    #expect(damage.reason == .checkpoint)
  }

  @Test("a checkpoint signed by another device is noticed")
  func foreignSignature() throws {
    let last = try #require(frames.last)
    let note = Array(segment[last.lowerBound + 40..<last.upperBound - 16])
    let found = try #require(SignedCheckpoint(note: note)).checkpoint
    let foreign = found.signed(by: LogKeys.forTests(device: 2).deviceSigning)
    let frame = forged(segment[last]) { $0.replaceSubrange(40..<40 + foreign.count, with: foreign) }
    try fixture.put(Array(segment[..<last.lowerBound]) + frame, at: fixture.segment())
    let report = LogVerifier(
      fileSystem: fixture.disk, folder: fixture.layout.own, publicPart: fixture.keys.publicPart
    )
    .verify(everySignature: true)
    guard case .damage(let damage)? = report.finding else {
      Issue.record("\(report)")
      return
    }
    #expect(damage.reason == .signature)
  }

  @Test("a redacted frame breaks nothing behind it")
  func redacted() throws {
    let digest = FrameSeal.digest(of: segment.span.bytes.extracting(frames[1]))
    let stub = forged(segment[frames[1]]) { frame in
      frame.replaceSubrange(40..<frame.count - 16, with: digest.bytes)
      frame.put(UInt32(32), at: 4)
      frame[12] = FrameHeader.Kind.redacted.rawValue
    }
    let bytes = Array(segment[..<frames[1].lowerBound]) + stub + segment[frames[1].upperBound...]
    #expect(try reason(bytes) == nil)
    let (entries, result) = try fixture.read()
    #expect(entries == [1, 3, 4].map { LogFixture.entry($0) })
    #expect(result.facts.redactedFrames == 1)
    #expect(result.facts.entries == 4)
  }
}
