import Crypto
import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("The identities of a device's entries")
struct RecordIDSourceTests {
  private func source(_ device: UInt8) throws -> RecordIDSource {
    RecordIDSource(
      device: try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: device, count: 32)))
  }

  @Test("never meet, are the same in every run, and follow no order")
  func distinct() throws {
    let source = try source(1)
    let ids = (1...20_000).map { source.id(of: $0) }
    #expect(Set(ids).count == ids.count)
    #expect(ids[..<5].elementsEqual((1...5).map { source.id(of: $0) }))
    let rising = zip(ids, ids.dropFirst()).filter { $0 < $1 }.count
    #expect((9_500...10_500).contains(rising))
  }

  @Test("are others on another device")
  func devices() throws {
    let (first, second) = (try source(1), try source(2))
    #expect((1...2_000).allSatisfy { first.id(of: $0) != second.id(of: $0) })
  }
}
