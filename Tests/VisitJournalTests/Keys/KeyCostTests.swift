import Crypto
import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("What a try of a passphrase costs")
struct KeyCostTests {
  @Test(
    "is the least on slow and small machines, and more where one try stays within 0.6 seconds and the memory",
    arguments: [
      (seconds: 3.0, gibibytes: 64, exponent: 17), (0.16, 64, 17), (0.14, 64, 17), (0.07, 64, 18),
      (0.037, 64, 19), (0.001, 64, 19), (0.001, 7, 18), (0.001, 3, 17), (0.001, 0, 17),
    ])
  func chosen(seconds: Double, gibibytes: UInt64, exponent: Int) {
    let cost = KeyCost.chosen(taking: .seconds(seconds), memoryBytes: gibibytes << 30)
    #expect(cost.exponent == exponent && cost.isForDisk)
  }

  @Test("never falls when a passphrase is changed or set anew, and an older and cheaper lock still opens")
  func neverLower() throws {
    let test = TestJournal()
    let (journal, code) = try test.create()
    #expect(try cost(of: test) == 4)
    try journal.changePassphrase(
      to: SecretBytes(text: "lantern"), cost: KeyCost(exponent: 6, isForDisk: true))
    #expect(try cost(of: test) == 6)
    try journal.changePassphrase(to: SecretBytes(text: "gander"), cost: .rehearsal)
    #expect(try cost(of: test) == 6)
    try journal.close()
    let recovered = try test.open(code: code)
    _ = try recovered.resetPassphrase(to: SecretBytes(text: "pigeon"), cost: .rehearsal)
    try recovered.close()
    #expect(try cost(of: test) == 6)
    try test.open(passphrase: "pigeon").close()
  }

  @Test(
    "that no program of ours writes is refused as tampering before any memory is taken",
    arguments: [0, 21, 63])
  func absurd(cost: UInt32) throws {
    let test = TestJournal()
    try test.create().journal.close()
    let path = Keyring.path(in: test.root)
    var ring = try KeyringFile(reading: test.disk.readAll(path), path: path).ring()
    ring.members[0].passphrase.cost = cost
    try test.disk.replaceAtomically(
      path, with: KeyringFile.bytes(of: ring, macKey: .init(size: .bits256), randomness: .seeded(6)))
    #expect(throws: JournalError.tampered(path)) { try test.open() }
  }

  private func cost(of test: TestJournal) throws -> UInt32 {
    let path = Keyring.path(in: test.root)
    return try KeyringFile(reading: test.disk.readAll(path), path: path).ring().members[0].passphrase.cost
  }
}
