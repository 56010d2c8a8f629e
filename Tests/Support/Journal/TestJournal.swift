internal import Synchronization
public import VisitJournal
public import VisitModel

/// A journal on some disk, and the short ways a test needs to make it and to open it as this or that member.
public struct TestJournal: Sendable {
  /// The passphrase of every member of a test journal.
  public static let passphrase = "correct horse battery staple"

  /// The disk.
  public let disk: any FileSystem
  /// The journal's folder.
  public let root: JournalPath
  /// The clock.
  public let clock: TestClock
  /// Randomness and clock.
  public let environment: JournalEnvironment

  /// A journal that is to be at `root` on `disk`.
  public init(
    _ disk: any FileSystem = MemoryFileSystem(), root: JournalPath = JournalPath("/home/journal"),
    seed: UInt64 = 1
  ) {
    self.disk = disk
    self.root = root
    let clock = TestClock(1_795_000_000_000)
    self.clock = clock
    environment = JournalEnvironment(randomness: .seeded(seed)) { clock.now }
  }

  /// Makes the journal with its first member, Ines.
  public func create(
    role: Role = .coordinator, cost: KeyCost = .rehearsal
  ) throws(JournalError) -> (journal: Journal, recoveryCode: RecoveryCode) {
    try Journal.create(
      at: root, fileSystem: disk, environment: environment, scheme: SampleFacts.scheme,
      member: "Ines Coordinator", role: role, passphrase: SecretBytes(text: TestJournal.passphrase),
      cost: cost)
  }

  /// Opens the journal by a passphrase.
  public func open(
    as member: MemberChoice? = nil, passphrase: String = TestJournal.passphrase,
    mode: Journal.Mode = .writing,
    each: ((KeptEntry) -> Void)? = nil
  ) throws(JournalError) -> Journal {
    try Journal.open(
      at: root, fileSystem: disk, environment: environment, member: member,
      secret: .passphrase(SecretBytes(text: passphrase)), mode: mode, each: each)
  }

  /// Opens the journal by a passphrase, with what its entries add up to.
  public func openCaseload(
    as member: MemberChoice? = nil, mode: Journal.Mode = .writing, programMark: UInt64 = 0
  ) throws(JournalError) -> (journal: Journal, caseload: Caseload) {
    let clock = clock
    return try Journal.openCaseload(
      at: root, fileSystem: disk,
      environment: JournalEnvironment(randomness: environment.randomness, programMark: programMark) {
        clock.now
      },
      member: member, secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: mode)
  }

  /// Opens the journal by a recovery code.
  public func open(as member: MemberChoice? = nil, code: RecoveryCode) throws(JournalError) -> Journal {
    try Journal.open(
      at: root, fileSystem: disk, environment: environment, member: member, secret: .recoveryCode(code))
  }

  /// Every file below the journal's folder, with its bytes.
  public func files() throws(DiskError) -> [(path: JournalPath, bytes: [UInt8])] {
    var files: [(JournalPath, [UInt8])] = []
    var folders = [root]
    while let folder = folders.popLast() {
      for name in try disk.list(folder) {
        let path = folder.appending(name)
        if try disk.status(path)?.isFolder == true {
          folders.append(path)
        } else {
          files.append((path, try disk.readAll(path)))
        }
      }
    }
    return files
  }
}

/// A clock that a test sets.
public final class TestClock: Sendable {
  private let time: Mutex<Int64>

  /// A clock that stands at a time, in milliseconds since 1970-01-01 UTC.
  public init(_ milliseconds: Int64) { time = Mutex(milliseconds) }

  /// The time, in milliseconds since 1970-01-01 UTC.
  public var now: Int64 { time.withLock { $0 } }

  /// Moves the clock, forwards or back.
  public func move(byMilliseconds change: Int64) { time.withLock { $0 += change } }
}
