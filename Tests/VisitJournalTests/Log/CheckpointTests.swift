import Crypto
import FoundationEssentials
import Support
import Testing

@testable import VisitJournal

@Suite("Checkpoints")
struct CheckpointTests {
  let fixture: LogFixture
  let note: [UInt8]

  init() throws {
    fixture = try LogFixture.inMemory()
    try fixture.write(1...4)
    let segment = try fixture.disk.readAll(fixture.segment())
    let last = try #require(frameRanges(segment).last)
    note = Array(segment[last.lowerBound + 40..<last.upperBound - 16])
  }

  @Test("is plain text that anybody can check with the device's public key and nothing of ours")
  func byHand() throws {
    let lines = String(decoding: note, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let device = fixture.keys.deviceID.hex
    #expect(lines[0] == "visitbook/\(device)")
    #expect(lines[1] == "4")
    #expect(Data(base64Encoded: String(lines[2]))?.count == 32)
    #expect(lines[4] == "entries 4")
    #expect(lines[6].isEmpty)
    let signature = lines[7].split(separator: " ")
    #expect(signature[0] == "—" && signature[1] == "visitbook/\(device)")
    let blob = try #require(Data(base64Encoded: String(signature[2])))
    let text = lines[0...5].joined(separator: "\n") + "\n"
    #expect(fixture.keys.deviceSigning.publicKey.isValidSignature(blob.dropFirst(4), for: Data(text.utf8)))
  }

  @Test("any changed byte is refused")
  func everyByte() {
    let key = fixture.keys.deviceSigning.publicKey
    #expect(SignedCheckpoint(note: note)?.isSigned(by: key) == true)
    for place in note.indices {
      var bytes = note
      bytes[place] ^= 1
      #expect(SignedCheckpoint(note: bytes)?.isSigned(by: key) != true, "byte \(place)")
    }
  }

  @Test("any shorter or longer text is refused")
  func everyLength() {
    for count in 0..<note.count { #expect(SignedCheckpoint(note: Array(note.prefix(count))) == nil) }
    #expect(SignedCheckpoint(note: note + [0x0A]) == nil)
    #expect(SignedCheckpoint(note: [UInt8](repeating: 0x0A, count: 8)) == nil)
    #expect(SignedCheckpoint(note: [UInt8](repeating: 0xFF, count: 100)) == nil)
  }

  @Test("comes at least every so many frames, and at each close")
  func howOften() throws {
    var often = fixture
    often.policy.segmentBytesMax = 1 << 20
    try often.write(5...104)
    let report = often.verify()
    #expect(report.facts.checkpoints == report.facts.signaturesChecked)
    #expect(report.facts.checkpoints >= 100 / often.policy.checkpointEveryFrames)
    #expect(report.lastCheckpoint?.checkpoint.entryCount == 104)
    #expect(report.lastCheckpoint?.checkpoint.sequence == report.facts.lastSequence - 1)
  }
}
