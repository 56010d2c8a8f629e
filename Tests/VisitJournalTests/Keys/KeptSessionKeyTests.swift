import Glibc
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A session key kept by the kernel")
struct KeptSessionKeyTests {
  /// Whether this machine's kernel keeps keys; many containers forbid it.
  static let isPossible: Bool = {
    let place = KeptSessionKey(journal: "probe-\(getpid())")
    defer { _ = try? place.forget() }
    return (try? place.keep(key(1), of: MemberNumber(1))) != nil
  }()

  private static func key(_ fill: UInt8) -> SecretBytes {
    SecretBytes(copying: [UInt8](repeating: fill, count: 32))
  }

  private func found(_ place: KeptSessionKey) -> (member: Int, isKey: Bool)? {
    guard let found = place.find() else { return nil }
    return (found.member.count, found.key.equals(KeptSessionKeyTests.key(7)))
  }

  @Test("is found again as it was with whose it is, until it is forgotten", .enabled(if: isPossible))
  func roundTrip() throws {
    let place = KeptSessionKey(journal: "round-\(getpid())")
    #expect(found(place) == nil)
    try place.keep(KeptSessionKeyTests.key(7), of: MemberNumber(70_000))
    for _ in 0..<2 {
      let here = try #require(found(place))
      #expect(here.member == 70_000)
      #expect(here.isKey)
    }
    #expect(try place.forget())
    #expect(found(place) == nil)
    #expect(try !place.forget())
  }

  @Test("takes the place of the one before, and is no other journal's", .enabled(if: isPossible))
  func replaced() throws {
    let place = KeptSessionKey(journal: "twice-\(getpid())")
    defer { _ = try? place.forget() }
    try place.keep(KeptSessionKeyTests.key(1), of: MemberNumber(1))
    try place.keep(KeptSessionKeyTests.key(7), of: MemberNumber(2))
    let here = try #require(found(place))
    #expect(here.member == 2)
    #expect(here.isKey)
    #expect(found(KeptSessionKey(journal: "twice-\(getpid())-other")) == nil)
  }
}
