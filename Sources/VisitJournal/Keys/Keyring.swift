internal import Crypto
internal import FoundationEssentials
internal import VisitModel

/// The members of a journal and the keys wrapped for them, over the file that keeps them.
///
/// A keyring as read can say who may try; ``unlock(_:with:)`` gives a member's keys, and only then is the file known to
/// be genuine. Every change replaces the file as a whole and is durable when it returns.
final class Keyring {
  let journal: LogID
  private let path: JournalPath
  private let fileSystem: any FileSystem
  let randomness: Randomness
  /// Everything but the families, of which there may be ten thousands.
  private(set) var ring: WireKeyring
  private(set) var families = RingFamilies()
  private var file: KeyringFile?

  /// Reads the keyring of the journal at `root`.
  ///
  /// With `toUnlock` its bytes are not held against their sum: what ``unlock(_:with:)`` finds genuine is whole, and where
  /// that fails ``requireWhole()`` says whether they are to blame.
  init(
    reading root: JournalPath, journal: LogID, fileSystem: any FileSystem, randomness: Randomness,
    toUnlock: Bool = false
  ) throws(KeyringError) {
    path = Keyring.path(in: root)
    self.journal = journal
    self.fileSystem = fileSystem
    self.randomness = randomness
    ring = WireKeyring()
    let bytes = try read()
    do throws(KeyringError) {
      try take(toUnlock ? KeyringFile(unchecked: bytes, path: path) : KeyringFile(reading: bytes, path: path))
    } catch {
      throw KeyringFile.isWhole(bytes) ? error : .damaged(path)
    }
  }

  /// A keyring that is not written yet, with nobody in it.
  init(startingAt root: JournalPath, journal: LogID, fileSystem: any FileSystem, randomness: Randomness) {
    path = Keyring.path(in: root)
    self.journal = journal
    self.fileSystem = fileSystem
    self.randomness = randomness
    ring = WireKeyring()
    ring.journal = Data(journal.bytes)
    ring.nameSalt = Data(randomness.fill(16))
  }

  static func path(in root: JournalPath) -> JournalPath {
    JournalLayout(root).keyring.appending("ring")
  }

  /// Stops where a byte of the file is not as it was written: that is why something else failed.
  ///
  /// - Throws: `damaged`.
  func requireWhole() throws(KeyringError) {
    if let file, !KeyringFile.isWhole(file.bytes) { throw .damaged(path) }
  }

  /// What tells this keyring from all others that members wrote. Means something once it was found genuine.
  var mark: UInt64 { file?.mark ?? 0 }

  /// Reads the file again: somebody else may have replaced it before this program got the lock. Whether they had.
  func reload() throws(KeyringError) -> Bool {
    if try isAsRead() { return false }
    try take(KeyringFile(reading: read(), path: path))
    return true
  }

  /// Whether the file still ends as the one that was read: it is only ever replaced as a whole, and its end is a MAC.
  private func isAsRead() throws(KeyringError) -> Bool {
    guard let tail = file?.tail else { return false }
    do throws(DiskError) {
      let file = try fileSystem.open(path, .read)
      guard try file.size() == tail.endIndex else { return false }
      return try file.read(at: tail.startIndex, count: tail.count)[...] == tail
    } catch {
      throw unreadable(error)
    }
  }

  private func read() throws(KeyringError) -> [UInt8] {
    do throws(DiskError) {
      return try fileSystem.readAll(path)
    } catch {
      throw unreadable(error)
    }
  }

  private func unreadable(_ error: DiskError) -> KeyringError {
    error.cause == .notFound ? .notFound(path) : .disk(error)
  }

  private func take(_ file: KeyringFile) throws(KeyringError) {
    guard [UInt8](file.head.journal) == journal.bytes else { throw .foreign(path) }
    self.file = file
    ring = file.head
    families = file.families
  }

  /// The entry of a member; nil where there is none.
  func entry(of member: MemberNumber) -> WireRingMember? {
    ring.members.first { Int($0.number) == member.count }
  }

  /// The members of today, in the order they joined.
  var members: [(number: MemberNumber, role: Role)] {
    ring.members.compactMap { entry in
      guard entry.leftAtEpoch == 0, let role = entry.role.meaning else { return nil }
      return (MemberNumber(Int(entry.number)), role)
    }
  }

  /// Which member is meant. Where a name or a role fits members of today and some who left, it is those of today.
  func find(_ choice: MemberChoice?) throws(KeyringError) -> WireRingMember {
    let found: [WireRingMember]
    switch choice {
    case nil: found = ring.members.filter { $0.leftAtEpoch == 0 }
    case .number(let number): found = ring.members.filter { Int($0.number) == number.count }
    case .name(let name):
      let digest = nameDigest(name)
      let named = ring.members.filter { $0.nameDigest == digest }
      let role = Role(rawValue: NameFold.folded(name))
      let fitting = named.isEmpty && role != nil ? ring.members.filter { $0.role.meaning == role } : named
      let present = fitting.filter { $0.leftAtEpoch == 0 }
      found = present.isEmpty ? fitting.suffix(1) : present
    }
    guard let first = found.first else { throw .unknownMember }
    guard found.count == 1 else {
      throw .severalMembers(found.map { MemberNumber(Int($0.number)) })
    }
    if first.leftAtEpoch != 0 { throw .memberLeft(MemberNumber(Int(first.number))) }
    return first
  }

  /// A member's keys, where the secret is the right one.
  ///
  /// - Throws: `wrongPassphrase`, `wrongRecoveryCode`, `wrongKey`, and `tampered` where the member was right but the
  ///   file is not what a member wrote.
  func unlock(_ member: WireRingMember, with secret: borrowing JournalSecret) throws(KeyringError)
    -> MemberKeys
  {
    let number = MemberNumber(Int(member.number))
    switch secret {
    case .passphrase(let passphrase):
      // No member wrote a cost like that: it would only take the memory that there is.
      guard KeyCost.accepted.contains(Int(member.passphrase.cost)) else { throw .tampered(path) }
      guard
        let own = try SeedLock.open(
          member.passphrase, passphrase: passphrase, journal: journal, number: number)
      else { throw .wrongPassphrase }
      return try keys(of: member, own)
    case .recoveryCode(let code):
      guard let own = SeedLock.open(member.recovery, code: code, journal: journal, number: number) else {
        throw .wrongRecoveryCode
      }
      return try keys(of: member, own)
    case .sessionKey(let seed):
      guard let own = MemberSecret(journal: journal, number: number, seed: seed.copy()),
        Data(own.agreement.publicKey.rawRepresentation) == member.agreementKey
      else { throw .wrongKey }
      return try keys(of: member, own)
    }
  }

  /// The keys of a member whose seed is at hand, and the proof that the keyring is genuine.
  func keys(of member: WireRingMember, _ own: MemberSecret) throws(KeyringError) -> MemberKeys {
    guard let role = member.role.meaning,
      Data(own.agreement.publicKey.rawRepresentation) == member.agreementKey
    else { throw .tampered(path) }
    let agreement = own.agreement
    var journalKeys: [UInt32: SymmetricKey] = [:]
    var offices: [UInt32: Curve25519.KeyAgreement.PrivateKey] = [:]
    for wrap in member.wraps {
      switch wrap.purpose {
      case .journal:
        let slot = KeyWrap(
          journal: journal, purpose: .journal, epoch: wrap.epoch, recipient: .member(own.number))
        journalKeys[wrap.epoch] = slot.open(wrap, with: agreement)
      case .office:
        let slot = KeyWrap(
          journal: journal, purpose: .office, epoch: wrap.epoch, recipient: .member(own.number))
        guard let key = slot.open(wrap, with: agreement) else { continue }
        offices[wrap.epoch] = key.withUnsafeBytes {
          try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: $0)
        }
      default: continue
      }
    }
    guard let current = journalKeys[ring.epoch] else { throw .tampered(path) }
    if let file, !file.isGenuine(journalKey: current, journal: journal) {
      throw .tampered(path)
    }
    if let office = offices[ring.officeEpoch], Data(office.publicKey.rawRepresentation) != ring.officeKey {
      throw .tampered(path)
    }
    return MemberKeys(
      member: own.number, role: role, secret: own, journalKeys: journalKeys, offices: offices,
      officeEpoch: ring.officeEpoch)
  }

  /// Changes the keyring and replaces its file. Where the file cannot be replaced, nothing has changed.
  func change<Answer>(
    as keys: MemberKeys, _ change: (inout WireKeyring) throws(KeyringError) -> Answer
  ) throws(KeyringError) -> Answer {
    var next = try file?.ring() ?? ring
    let answer = try change(&next)
    next.generation += 1
    // In the order of their identities they are found faster, and do not say which came first.
    next.families.sort { $0.id < $1.id }
    guard let journalKey = keys.journalKeys[next.epoch] else { throw .notAllowed }
    let bytes = KeyringFile.bytes(
      of: next, macKey: MemberKeys.macKey(of: journalKey, journal: journal), randomness: randomness)
    precondition(bytes.count <= KeyringFile.bytesMax, "a keyring of more than a million families")
    do throws(DiskError) {
      try fileSystem.replaceAtomically(path, with: bytes)
    } catch {
      throw .disk(error)
    }
    try take(KeyringFile(unchecked: bytes, path: path))
    return answer
  }

  /// The keys of a family, as they are wrapped; nil where there are none.
  func family(_ id: FamilyID) -> WireRingFamily? { families[id] }

  /// Where a family stands in a ring that is being changed.
  func place(of id: FamilyID) -> Int? { families.place(of: id) }

  /// What a member's name is found by.
  func nameDigest(_ name: String) -> Data {
    Data(SHA256.hash(data: ring.nameSalt + Data(NameFold.folded(name).utf8)).prefix(2))
  }
}
