import Crypto
import FoundationEssentials
import Support
import SwiftProtobuf
import Testing
import VisitModel

@testable import VisitJournal

@Suite("The keyring")
struct KeyringTests {
  let test = TestJournal()

  /// A keyring of a coordinator and a volunteer.
  private func twoMembers() throws -> [UInt8] {
    let (journal, _) = try test.create()
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "lantern"), cost: .rehearsal)
    try journal.close()
    return try test.disk.readAll(Keyring.path(in: test.root))
  }

  @Test("with a wrong passphrase opens nothing")
  func wrongPassphrase() throws {
    let (journal, code) = try test.create()
    try journal.close()
    for wrong in ["", "correct horse battery stapl", "Correct horse battery staple", "demo"] {
      #expect(throws: JournalError.wrongPassphrase) { try test.open(passphrase: wrong) }
    }
    let other = RecoveryCode(randomness: .seeded(99))
    #expect(other != code)
    #expect(throws: JournalError.wrongRecoveryCode) { try test.open(code: other) }
  }

  @Test("with any one bit flipped is refused, and the file is named")
  func flippedBits() throws {
    let good = try twoMembers()
    let path = Keyring.path(in: test.root)
    for place in good.indices {
      for bit in [UInt8(1), 0x80] {
        var bad = good
        bad[place] ^= bit
        #expect(throws: KeyringError.damaged(path)) { try KeyringFile(reading: bad, path: path) }
      }
    }
    #expect(throws: Never.self) { try KeyringFile(reading: good, path: path) }
  }

  @Test("cut short or grown at any place is refused")
  func truncated() throws {
    let good = try twoMembers()
    let path = Keyring.path(in: test.root)
    for length in 0..<good.count {
      #expect(throws: KeyringError.damaged(path)) {
        try KeyringFile(reading: Array(good[..<length]), path: path)
      }
    }
    #expect(throws: KeyringError.damaged(path)) { try KeyringFile(reading: good + [0], path: path) }
  }

  @Test("whose MAC is another's, or has anything behind it, is found out by who unlocks it")
  func anotherMac() throws {
    let good = try twoMembers()
    let path = Keyring.path(in: test.root)
    for place in good.count - 64..<good.count - 32 {
      var bad = good
      bad[place] ^= 1
      bad.replaceSubrange((bad.count - 32)..., with: Array(SHA256.hash(data: bad[..<(bad.count - 32)])))
      try test.disk.replaceAtomically(path, with: bad)
      #expect(throws: JournalError.tampered(path), "byte \(place)") {
        try test.open(as: .number(MemberNumber(1)))
      }
    }
  }

  @Test("as it was written in version 1 opens, and is written as version 2 when it changes")
  func versionOne() throws {
    var old = try twoMembers()
    let path = Keyring.path(in: test.root)
    let head = try KeyringFile(reading: old, path: path).head
    let keys = try test.open(as: .number(MemberNumber(1)), mode: .reading).vaults.keys
    let (journal, journalKey) = (
      try #require(LogID(head.journal)), try #require(keys.journalKeys[head.epoch])
    )
    old[8] = 1
    let covered = old[..<(old.count - 64)]
    let macKey = MemberKeys.oldMacKey(of: journalKey, journal: journal)
    old = covered + Array(HMAC<SHA256>.authenticationCode(for: covered, using: macKey))
    old += Array(SHA256.hash(data: old))
    try test.disk.replaceAtomically(path, with: old)
    let opened = try test.open(as: .number(MemberNumber(1)))
    _ = try opened.addMember(
      name: "Meg Pryce", role: .supervisor, passphrase: SecretBytes(text: "lamp post"), cost: .rehearsal)
    try opened.close()
    #expect(try test.disk.readAll(path)[8] == 2)
    #expect(throws: Never.self) { try test.open(as: .number(MemberNumber(1))).close() }
  }

  @Test("that somebody without the journal key wrote anew is found out by the first member who unlocks it")
  func forged() throws {
    let good = try twoMembers()
    let path = Keyring.path(in: test.root)
    let ring = try KeyringFile(reading: good, path: path).ring()
    let forger = MemberKeys.macKey(of: .init(size: .bits256), journal: LogID.random(.seeded(5)))
    var forgeries: [WireKeyring] = [ring]
    // The volunteer called a supervisor; the office's key exchanged; a member struck off; a family invented.
    forgeries.append(changed(ring) { $0.members[1].role = .supervisor })
    forgeries.append(changed(ring) { $0.officeKey[0] ^= 1 })
    forgeries.append(changed(ring) { $0.members.removeLast() })
    forgeries.append(changed(ring) { $0.families.append(WireRingFamily()) })
    for forgery in forgeries {
      try test.disk.replaceAtomically(
        path, with: KeyringFile.bytes(of: forgery, macKey: forger, randomness: .seeded(6)))
      #expect(throws: JournalError.tampered(path)) { try test.open(as: .number(MemberNumber(1))) }
    }
    try test.disk.replaceAtomically(path, with: good)
    #expect(throws: Never.self) { try test.open(as: .number(MemberNumber(1))).close() }
  }

  private func changed(_ ring: WireKeyring, _ change: (inout WireKeyring) -> Void) -> WireKeyring {
    var ring = ring
    change(&ring)
    return ring
  }

  @Test(
    "made up by somebody who knows the format, in any way, opens nothing and never brings the program down")
  func hostile() throws {
    let good = try twoMembers()
    let path = Keyring.path(in: test.root)
    let forger = MemberKeys.macKey(of: .init(size: .bits256), journal: LogID.random(.seeded(5)))
    let body = Array(good[16..<good.count - 64])
    var seed = Seed(8)
    var opened = 0
    for _ in 0..<1_500 {
      var bad = body
      for _ in 0...seed.below(3) { bad[seed.below(bad.count)] = UInt8(seed.below(256)) }
      guard let ring = try? WireKeyring(serializedBytes: bad) else { continue }
      try test.disk.replaceAtomically(
        path, with: KeyringFile.bytes(of: ring, macKey: forger, randomness: .seeded(6)))
      if (try? test.open(as: .number(MemberNumber(1)), mode: .reading)) != nil { opened += 1 }
    }
    #expect(opened == 0)
  }

  @Test("does not open a member's lock in another member's place, nor with a cheaper cost written over it")
  func locksAreBound() throws {
    let ring = try KeyringFile(reading: twoMembers(), path: test.root).ring()
    let journal = try #require(LogID(ring.journal))
    let lock = ring.members[1].passphrase
    func opens(_ lock: WireLock, as number: Int) throws -> Bool {
      try SeedLock.open(
        lock, passphrase: SecretBytes(text: "lantern"), journal: journal, number: MemberNumber(number)) != nil
    }
    #expect(try opens(lock, as: 2))
    #expect(try !opens(lock, as: 1))
    var cheaper = lock
    cheaper.cost -= 1
    #expect(try !opens(cheaper, as: 2))
    var absurd = lock
    absurd.cost = 63
    #expect(try !opens(absurd, as: 2))
  }

  @Test("finds a member by number, by name in any case, and by a role that only one has")
  func choices() throws {
    _ = try twoMembers()
    for (typed, number) in [
      ("M2", 2), ("m1", 1), ("lowri  HUGHES", 2), ("Ines coordinator", 1), ("volunteer", 2),
    ] {
      let passphrase = number == 2 ? "lantern" : TestJournal.passphrase
      let journal = try test.open(as: MemberChoice(typed: typed), passphrase: passphrase, mode: .reading)
      #expect(journal.member == MemberNumber(number))
    }
    #expect(throws: JournalError.unknownMember) { try test.open(as: MemberChoice(typed: "M9")) }
    #expect(throws: JournalError.unknownMember) { try test.open(as: .name("supervisor")) }
    #expect(throws: JournalError.severalMembers([MemberNumber(1), MemberNumber(2)])) { try test.open() }
  }

  @Test("wraps open for whom they are closed, in their place, and for nobody else")
  func wraps() throws {
    let journal = LogID.random(.seeded(1))
    let own = MemberSecret.new(journal: journal, number: MemberNumber(1), randomness: .seeded(2))
    let other = MemberSecret.new(journal: journal, number: MemberNumber(2), randomness: .seeded(3))
    func slot(_ family: UInt64, epoch: UInt32 = 0, member: Int = 1, in journal: LogID = journal) -> KeyWrap {
      KeyWrap(
        journal: journal, purpose: .family(FamilyID(rawValue: family)), epoch: epoch,
        recipient: .member(MemberNumber(member)))
    }
    let key = own.vault
    let wrap = try #require(slot(7).close(key, for: .init(own.agreement.publicKey.rawRepresentation)))
    #expect(slot(7).open(wrap, with: own.agreement) == key)
    #expect(slot(7).open(wrap, with: other.agreement) == nil)
    #expect(slot(8).open(wrap, with: own.agreement) == nil)
    #expect(slot(7, epoch: 1).open(wrap, with: own.agreement) == nil)
    #expect(slot(7, member: 2).open(wrap, with: own.agreement) == nil)
    #expect(slot(7, in: LogID.random(.seeded(9))).open(wrap, with: own.agreement) == nil)
  }
}
