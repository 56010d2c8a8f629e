public import VisitModel

/// Making a journal.
extension Journal {
  /// Makes a journal in a folder that is missing or empty, with its first member, and opens it for writing.
  ///
  /// The first entries say what the scheme is and who joined; a first member who is a volunteer is V-01. The first member
  /// holds the office's key whatever their role, so that somebody can let others in. The journal is there only once all
  /// of it is durable: what an interrupted try left behind is cleared by the next.
  ///
  /// - Parameters:
  ///   - path: the journal's folder; missing folders above it are made.
  ///   - member: the first member's name.
  ///   - cost: how much work one try of the passphrase costs; a rehearsal's is refused on a real disk.
  /// - Returns: the journal, and the recovery code; it is shown once.
  /// - Throws: `alreadyThere`, `folderNotEmpty`, `costTooLow`, `cannotCreate`, `notSaved`, `poisoned`.
  public static func create(
    at path: JournalPath, fileSystem: any FileSystem, environment: JournalEnvironment = .system,
    scheme: Scheme,
    member: String, role: Role, passphrase: borrowing SecretBytes, cost: KeyCost = .standard
  ) throws(JournalError) -> (journal: Journal, recoveryCode: RecoveryCode) {
    try require(cost, on: fileSystem)
    let layout = JournalLayout(path)
    let unfinished = path.appending("unfinished")
    try prepare(layout, unfinished, fileSystem)
    let identity = JournalIdentity(journal: LogID.random(environment.randomness))
    let volunteer = role == .volunteer ? VolunteerNumber(1) : nil
    let founder = Member(number: MemberNumber(1), name: member, role: role, volunteer: volunteer)
    let keyring = Keyring(
      startingAt: path, journal: identity.journal, fileSystem: fileSystem, randomness: environment.randomness)
    let journal: Journal
    let code: RecoveryCode
    do throws(KeyringError) {
      let keys: MemberKeys
      (keys, code) = try keyring.start(
        Keyring.NewMember(number: founder.number, name: member, role: role, volunteer: volunteer),
        passphrase: passphrase, cost: cost)
      journal = Journal(
        at: path, identity: identity, fileSystem: fileSystem, environment: environment, keyring: keyring,
        keys: keys, logKeys: try keyring.logKeys(for: keys), mode: .writing)
    } catch {
      if case .disk(let error) = error { throw .cannotCreate(error) }
      throw JournalError(error)
    }
    try journal.takeLog(nil)
    var facts: [Fact] = [.schemeSet(scheme), .memberJoined(founder)]
    if let volunteer { facts.append(.volunteerAdded(Volunteer(number: volunteer, name: member))) }
    try journal.record(facts)
    do throws(DiskError) {
      try fileSystem.replaceAtomically(layout.identity, with: identity.bytes)
      try fileSystem.remove(unfinished)
      try fileSystem.syncFolder(path)
      try fileSystem.syncFolder(path.folder)
    } catch {
      throw .cannotCreate(error)
    }
    return (journal, code)
  }

  /// Makes the folders, after making sure that nothing of anybody's is in them.
  private static func prepare(
    _ layout: JournalLayout, _ unfinished: JournalPath, _ fileSystem: any FileSystem
  ) throws(JournalError) {
    let names: [String]
    do throws(DiskError) {
      names = try fileSystem.exists(layout.root) ? fileSystem.list(layout.root) : []
    } catch {
      throw .cannotCreate(error)
    }
    if names.contains(layout.identity.name) { throw .alreadyThere(layout.root) }
    guard names.isEmpty || names.contains(unfinished.name) else { throw .folderNotEmpty(layout.root) }
    do throws(DiskError) {
      try clear(layout, fileSystem)
      try makeFolders(layout.root, fileSystem)
      if try !fileSystem.exists(unfinished) { try fileSystem.open(unfinished, .create).sync() }
      try fileSystem.syncFolder(layout.root)
      for folder in [layout.keyring, layout.own, layout.drafts] {
        try fileSystem.makeFolderIfMissing(folder)
      }
      try fileSystem.syncFolder(layout.root)
    } catch {
      throw .cannotCreate(error)
    }
  }

  /// Makes a folder and those above it that are missing.
  private static func makeFolders(_ folder: JournalPath, _ fileSystem: any FileSystem) throws(DiskError) {
    guard try !fileSystem.exists(folder) else { return }
    if folder.folder != folder { try makeFolders(folder.folder, fileSystem) }
    try fileSystem.makeFolder(folder)
    try fileSystem.syncFolder(folder.folder)
  }

  /// Removes what an interrupted try has left: nothing in it was ever acknowledged.
  private static func clear(_ layout: JournalLayout, _ fileSystem: any FileSystem) throws(DiskError) {
    for folder in [layout.keyring, layout.own] where try fileSystem.exists(folder) {
      for name in try fileSystem.list(folder) { try fileSystem.remove(folder.appending(name)) }
    }
    if try fileSystem.exists(layout.head) { try fileSystem.remove(layout.head) }
  }
}
