public import VisitModel

/// A scheme's journal, opened by one of its members: the entries, the drafts, and the keys to both.
///
/// To be used from one place at a time. What this member may not read comes back sealed; what they record is durable, all
/// of it or nothing, when ``record(_:)`` returns.
public final class Journal {
  /// Whether a journal is opened to be read or to be written.
  public enum Mode: Hashable, Sendable {
    /// Takes no lock, writes no byte, works on read-only media and beside a writer.
    case reading
    /// Takes the single writer's lock and puts a torn tail aside.
    case writing
  }

  /// An entry that could not be read; it stays in the log as it is.
  public struct UnreadableEntry: Hashable, Sendable {
    /// Its number in the log.
    public let number: EntryNumber
    /// What is wrong with it.
    public let error: RecordError
  }

  /// The member this journal was opened by.
  public let member: MemberNumber
  /// What the member may do.
  public let role: Role
  /// The volunteer the member is, where they are one.
  public let volunteer: VolunteerNumber?
  /// Twelve letters and digits that tell this scheme's journal from others; says nothing about it.
  public let code: String
  /// The journal's folder.
  public let path: JournalPath
  /// How it was opened.
  public let mode: Mode
  /// The member's unfinished forms.
  public let drafts: Drafts
  /// What going through the log found; nil until that has happened (a journal opened for reading looks only when asked).
  public internal(set) var recovery: LogWriter.Recovery?
  /// Entries that could not be read, of those gone through so far.
  public internal(set) var unreadable: [UnreadableEntry] = []
  /// Families whose erasure this opening took up again: it had been interrupted, or an older copy of the keyring was put
  /// back in place of the one that had no key of theirs.
  public internal(set) var finishedErasures: Set<FamilyID> = []
  /// Why the erasure of a family could not be finished; the next opening tries again.
  public internal(set) var erasureTrouble: JournalError?
  /// How many entries opening read one by one, where it gave a caseload; the rest came from the snapshot.
  public internal(set) var entriesReadOnOpening = 0
  /// The latest stamp seen.
  public internal(set) var lastStamp = Stamp(rawValue: 0)

  let fileSystem: any FileSystem
  let environment: JournalEnvironment
  let layout: JournalLayout
  let keyring: Keyring
  let vaults: JournalVaults
  let codec: EntryCodec
  private(set) var recordIDs: RecordIDSource
  var logKeys: LogKeys {
    didSet { recordIDs = RecordIDSource(device: logKeys.deviceSigning) }
  }
  var writer: LogWriter?
  /// The plain bytes of a snapshot that is worth keeping, to be made when there is time; nil where they cannot be.
  var pendingSnapshot: PendingSnapshot?

  init(
    at path: JournalPath, identity: JournalIdentity, fileSystem: any FileSystem,
    environment: JournalEnvironment,
    keyring: Keyring, keys: MemberKeys, logKeys: LogKeys, mode: Mode
  ) {
    self.path = path
    self.fileSystem = fileSystem
    self.environment = environment
    self.mode = mode
    self.keyring = keyring
    layout = JournalLayout(path)
    code = identity.code
    member = keys.member
    role = keys.role
    volunteer = keyring.entry(of: keys.member).flatMap {
      $0.hasVolunteer ? VolunteerNumber(Int($0.volunteer)) : nil
    }
    vaults = JournalVaults(keyring: keyring, keys: keys)
    codec = EntryCodec(journal: identity.journal, vaults: vaults, randomness: environment.randomness)
    drafts = Drafts(
      layout: layout, fileSystem: fileSystem, environment: environment, secret: keys.secret,
      isReadOnly: mode == .reading)
    self.logKeys = logKeys
    recordIDs = RecordIDSource(device: logKeys.deviceSigning)
  }

  /// Whether ``record(_:)`` can work: opened for writing, the log sound, no failed sync in this run.
  public var canRecord: Bool {
    guard let writer else { return false }
    return !writer.isReadOnly && writer.poison == nil
  }

  /// Every member's number and role, in the order they joined; names are in the entries.
  public var members: [(number: MemberNumber, role: Role)] {
    keyring.members
  }

  /// Whether this member can open the boxes of a family.
  public func canOpen(_ family: FamilyID) -> Bool {
    let vault = Vault.family(family)
    return vaults.key(of: vault, epoch: vaults.epoch(of: vault)) != nil
  }

  /// The key that opens this journal again without the passphrase, to be kept in memory that the system guards and
  /// forgets. Whoever has it can do what this member can.
  public func sessionKey() -> SecretBytes { vaults.keys.secret.seedCopy() }

  /// Writes the closing checkpoint, makes everything durable and lets the lock go. Nothing can be recorded after it.
  /// Leaves a snapshot where that saves the next opening enough.
  ///
  /// - Throws: `notSaved`, `poisoned`: every recorded entry is safe all the same, the next opening looks closer.
  public func close() throws(JournalError) {
    defer { keepSnapshot() }
    guard let writer else { return }
    self.writer = nil
    do throws(LogError) {
      try writer.close()
    } catch {
      throw JournalError(error)
    }
  }
}
