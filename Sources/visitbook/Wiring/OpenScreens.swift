internal import Glibc
internal import Terminal
internal import VisitJournal
internal import VisitLibrary
internal import VisitModel
internal import VisitReports
internal import VisitScreens

/// Hands a journal to the screens, where a terminal is at both ends.
struct OpenScreens {
  let desk: FrontDesk

  /// Opens the screens on a journal whose passphrase is known, as for an invented scheme.
  func open(
    _ path: JournalPath, on fileSystem: any FileSystem, as member: MemberChoice, passphrase: String
  ) throws {
    let (journal, caseload) = try Journal.openCaseload(
      at: path, fileSystem: fileSystem, member: member, secret: .passphrase(SecretBytes(text: passphrase)))
    try run(.atWork(journal, caseload))
  }

  /// Opens the screens on the journal that the options name, which ask for what they need.
  func open() throws {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    let typed = desk.options.member
    let opening: Beginning.Opening = { member, passphrase throws(JournalError) in
      try journal(folder, fileSystem, typed ?? member, SecretBytes(text: passphrase))
    }
    do {
      let members = try Journal.members(at: folder, fileSystem: fileSystem)
      if desk.options.passphraseFile(desk.around) != nil { return try openUnlocked(folder, fileSystem) }
      let asksMember = typed == nil && members.count > 1
      if let (journal, caseload) = try desk.unlocked(folder, on: fileSystem, .writing) {
        return try run(.unlocked(journal, caseload, asksMember: asksMember, open: opening))
      }
      try run(.locked(asksMember: asksMember, open: opening))
    } catch JournalError.noJournal {
      let making: Beginning.Making = { scheme throws(JournalError) in try made(scheme, in: folder, fileSystem)
      }
      try run(.firstRun(make: making, open: opening))
    }
  }

  /// Opens the screens with the passphrase from a file, for rehearsal and tests.
  private func openUnlocked(_ folder: JournalPath, _ fileSystem: any FileSystem) throws {
    let secret = try desk.passphrases.existing(desk.words("passphrase.ask"))
    let (journal, caseload) = try journal(folder, fileSystem, desk.options.member, secret)
    try run(.atWork(journal, caseload))
  }

  private func journal(
    _ folder: JournalPath, _ fileSystem: any FileSystem, _ member: String?, _ secret: consuming SecretBytes
  ) throws(JournalError) -> (Journal, Caseload) {
    try Journal.openCaseload(
      at: folder, fileSystem: fileSystem, member: member.map(MemberChoice.init(typed:)),
      secret: .passphrase(secret))
  }

  private func made(
    _ scheme: NewScheme, in folder: JournalPath, _ fileSystem: any FileSystem
  ) throws(JournalError) -> (journal: Journal, caseload: Caseload, code: [String]) {
    let (journal, code) = try Journal.create(
      at: folder, fileSystem: fileSystem, scheme: Scheme(name: scheme.scheme), member: scheme.member,
      role: scheme.role, passphrase: SecretBytes(text: scheme.passphrase), cost: .ofThisMachine())
    var caseload = Caseload()
    try journal.forEachEntry { caseload.apply($0) }
    return (journal, caseload, code.groups)
  }

  private func run(_ beginning: Beginning) throws {
    guard desk.around.isTerminal else { throw Failure(.usage, desk.words("screens.noTerminal")) }
    _ = ProcessSecrecy.forbidCoreDumps()
    let around = try surroundings()
    let environment = TerminalEnvironment(variables: desk.around.terminalVariables)
    do throws(TerminalError) {
      try runScreens(
        beginning, surroundings: around, environment: environment,
        colour: desk.options.noColor ? .never : .auto)
    } catch {
      throw Failure(.configuration, sentence(for: error))
    }
  }

  /// What the screens take from the world: the clock, randomness, sentences for errors, a place for exports.
  private func surroundings() throws -> Surroundings {
    let library = desk.library
    var instruments: [Instrument] = []
    for id in library.instrumentIDs { instruments.append(try library.instrument(id)) }
    let (clock, explain, words, files) = (desk.clock, desk.explain, desk.words, desk.files)
    return Surroundings(
      library: library, instruments: instruments,
      watch: Watch(
        today: { clock.today }, clock: { clock.timeText }, uptime: { clock.uptimeMilliseconds },
        zoneOffsetMinutes: clock.zoneOffsetMinutes),
      bits: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      }, explain: { explain.failure($0).message }, notice: { explain.notice($0) },
      write: { folder, made in
        do throws(Failure) {
          try ExportPlace(folder, files: files).write(made, replacing: false)
          let names = made.map(\.name).joined(separator: ", ")
          return Message(.done, words("export.written", ["files": names, "folder": folder]))
        } catch {
          return Message(.error, error.message)
        }
      })
  }

  private func sentence(for error: TerminalError) -> String {
    switch error {
    case .notATerminal: desk.words("screens.noTerminal")
    case .dumbTerminal(let name): desk.words("screens.dumb", ["name": name])
    case .unknownTerminal(let name): desk.words("screens.unknown", ["name": name])
    case .refused(let number): desk.words("screens.refused", ["why": desk.words.systemError(number)])
    }
  }
}
