internal import VisitJournal
internal import VisitLibrary
internal import VisitModel

/// The opened visit book: the journal, what its entries add up to, and who opened it.
final class Book {
  let journal: Journal
  let member: Member
  let lists: SchemeLists
  let today: Day
  let words: Wording
  /// The library's own words, which forms show as well.
  let labels: Words
  private let streams: Streams
  private(set) var caseload: Caseload
  /// Why a family outside the member's own caseload is opened, where they said.
  private let opening: String?
  /// Whether the command came to write; one that came to read writes down no more than why a family was opened.
  private let isWriting: Bool

  private init(_ journal: Journal, _ caseload: Caseload, writing: Bool, at desk: FrontDesk) {
    self.journal = journal
    self.caseload = caseload
    isWriting = writing
    opening = desk.options.opening
    lists = desk.lists
    today = desk.today
    words = desk.words
    labels = desk.library.words
    streams = desk.streams
    var member =
      caseload.members[journal.member]
      ?? Member(
        number: journal.member, name: journal.member.description, role: journal.role,
        volunteer: journal.volunteer)
    member.granted = journal.role.isOffice ? [] : journal.grantedFamilies
    self.member = member
  }

  /// Opens the journal that the options name, with the key kept by `unlock` or the passphrase they lead to.
  ///
  /// With `asking` the passphrase is wanted whatever was unlocked: for what lets somebody in for longer than that.
  static func open(at desk: FrontDesk, writing: Bool = false, asking: Bool = false) throws -> Book {
    let folder = try desk.options.journalFolder(desk.around)
    let fileSystem = PosixFileSystem()
    let mayRecord = writing || desk.options.opening != nil
    let (journal, caseload) = try desk.journal(
      folder, on: fileSystem, mayRecord ? .writing : .reading, asking: asking)
    // What is to be recorded cannot be: said once, before anything is asked.
    if mayRecord, let verdict = journal.recovery?.verdict, !verdict.allowsWriting {
      throw JournalError.logRefusesWriting(verdict)
    }
    let book = Book(journal, caseload, writing: writing, at: desk)
    if let notice = desk.explain.notice(journal) { desk.streams.message(notice) }
    // A command that records leaves its snapshot when it closes the journal; one that reads never closes it.
    if !writing { journal.keepSnapshot() }
    return book
  }

  /// Records facts, all of them or none, and takes them into the caseload.
  @discardableResult
  func record(_ facts: [Fact]) throws(JournalError) -> [KeptEntry] {
    let ended = caseload.matchesEnded(by: facts)
    let kept = try journal.record(caseload.homed(facts))
    for entry in kept { caseload.apply(entry) }
    try journal.close(ended)
    return kept
  }

  /// Records the last facts of a command, all of them or none, and leaves the book, with one write for both.
  @discardableResult
  func recordLast(_ facts: [Fact]) throws(JournalError) -> [KeptEntry] {
    // The end of a match takes a key away, which is a write of its own.
    if !caseload.matchesEnded(by: facts).isEmpty { return try record(facts) }
    let kept = try journal.recordAndClose(caseload.homed(facts))
    for entry in kept { caseload.apply(entry) }
    return kept
  }

  /// Erases a family for good, and drops it from the caseload.
  func erase(_ facts: [Fact]) throws(JournalError) -> Journal.Cleared {
    let (kept, cleared) = try journal.erase(recording: facts)
    for entry in kept { caseload.apply(entry) }
    return cleared
  }

  /// Says that a number stands for another family now, where it does.
  func noteMerge(of number: FamilyNumber) {
    guard let merge = caseload.merge(of: number) else { return }
    streams.message(
      words(
        "family.mergedNote",
        ["merge": labels.sentence(for: merge, in: caseload), "family": number.description]))
  }

  /// Opens a family to be shown or worked on: where it is outside the member's own caseload, why is recorded first.
  ///
  /// - Parameter reason: why the command is given at all, which is taken for the reason where no other was said.
  func open(_ file: FamilyFile, because reason: String? = nil) throws {
    guard caseload.needsReason(toOpen: file, as: member, today: today) else { return }
    guard let why = opening ?? (isWriting ? reason : nil) else {
      throw Failure(.notAllowed, words("open.needsReason", ["family": file.number.description]))
    }
    let facts = try OpenFamily(family: file.id, reason: why).facts(in: caseload, today: today)
    if isWriting { try record(facts) } else { try recordLast(facts) }
  }

  /// Leaves the book, after which another program may write in it. What was recorded is safe whatever happens here.
  func close(at desk: FrontDesk) {
    do throws(JournalError) {
      try journal.close()
    } catch {
      desk.streams.message(desk.explain.closing(error))
    }
  }

  /// Stops somebody who is not of the office; the sealed boxes would stop them anyway, without saying so.
  func requireOffice(_ doing: String) throws(Failure) {
    guard !caseload.isOffice(member) else { return }
    throw Failure(.notAllowed, words("role.officeOnly", ["doing": words("doing.\(doing)")]))
  }

  /// Stops whoever does not work on families and volunteers; a supervisor beside a coordinator reads.
  func requireCoordinator(_ doing: String) throws(Failure) {
    try requireOffice(doing)
    guard !caseload.coordinates(member) else { return }
    throw Failure(.notAllowed, words("role.coordinatorOnly", ["doing": words("doing.\(doing)")]))
  }

  /// Stops whoever may not take out files that name families.
  func requireNames() throws(Failure) {
    guard !caseload.mayExportNames(member) else { return }
    throw Failure(.notAllowed, words("export.supervisorOnly"))
  }

  /// Whether the member may write about a family: the office about any, a volunteer about their own.
  func mayWrite(about file: FamilyFile) -> Bool {
    caseload.isOffice(member) || member.works(with: file.id, visitedBy: file.volunteer)
  }

  /// Stops a volunteer from writing about a family that is not theirs.
  func requireOwn(_ file: FamilyFile) throws(Failure) {
    if mayWrite(about: file) { return }
    throw Failure(.notAllowed, words("role.notYours", ["family": file.number.description]))
  }
}

extension FrontDesk {
  /// Who opens the journal: as the options say, else the only member, else as the person at the terminal says.
  func member(of folder: JournalPath, on fileSystem: any FileSystem) throws -> MemberChoice? {
    if let typed = options.member { return MemberChoice(typed: typed) }
    let members = try Journal.members(at: folder, fileSystem: fileSystem)
    guard members.count > 1 else { return nil }
    guard let typed = Questions().ask(words("member.ask")) else {
      throw JournalError.severalMembers(members.map(\.number))
    }
    return MemberChoice(typed: typed)
  }
}
