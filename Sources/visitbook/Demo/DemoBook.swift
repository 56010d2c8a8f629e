internal import VisitJournal
internal import VisitLibrary
internal import VisitModel

/// Writes an invented scheme into a journal.
struct DemoBook {
  let request: DemoRequest
  let role: Role
  let library: Library

  /// The passphrase of every member of an invented scheme; it guards nothing.
  static let passphrase = "demo"

  /// An invented scheme in its journal.
  struct Made {
    let path: JournalPath
    /// Who opens it.
    let member: MemberNumber
    let families: Int
    let visits: Int
    let entries: Int
  }

  /// Makes the journal and writes the scheme's whole history into it.
  func write(to path: JournalPath, on fileSystem: any FileSystem, cost: KeyCost) throws -> Made {
    let scheme = try self.scheme()
    let secret = SecretBytes(text: DemoBook.passphrase)
    // The journal begins before the first invented entry, so that its entries stand in the order of time.
    let began = request.today.advanced(by: -request.years * 365 - 62)
    let environment = JournalEnvironment(randomness: .system) {
      Int64(began.daysSinceEpoch) * 86_400_000 + 8 * 3_600_000
    }
    let (journal, _) = try Journal.create(
      at: path, fileSystem: fileSystem, environment: environment, scheme: settings,
      member: "Ann Lee", role: .coordinator, passphrase: secret, cost: cost)
    var opener = journal.member
    if role != .coordinator {
      let name = scheme.writingVolunteer.map(scheme.name(of:)) ?? "Ruth Delacourt"
      opener = try journal.addMember(
        name: name, role: role, volunteer: scheme.writingVolunteer, passphrase: secret, cost: cost
      ).member.number
    }
    let entries = try journal.recordHistory(scheme)
    try journal.close()
    return Made(
      path: path, member: opener, families: scheme.families.count, visits: scheme.visitCount, entries: entries
    )
  }

  /// The settings of the invented scheme, so that whom to ring and who signs off is there to be seen.
  private var settings: Scheme {
    var scheme = Scheme(name: "Rushmoor")
    scheme.code = "RUSH"
    scheme.limits.familiesMax = 4
    scheme.contacts.coordinatorPhone = "01632 960100"
    scheme.contacts.outOfHoursPhone = "01632 960109"
    scheme.contacts.safeguardingLead = "Ann Lee"
    scheme.contacts.safeguardingPhone = "01632 960108"
    return scheme
  }

  /// The scheme that the request asks for.
  func scheme() throws -> DemoScheme {
    let texts = try ["demo/names.txt", "demo/phrases.txt", "demo/pathway.txt"].map {
      String(decoding: try Library.bytes(of: $0), as: UTF8.self)
    }
    let scales = try ["coping", "who5"].compactMap { id -> DemoScale? in
      let wanted = InstrumentID(rawValue: id)
      return library.instrumentIDs.contains(wanted) ? DemoScale(try library.instrument(wanted)) : nil
    }
    let goals = library.instrumentIDs.contains(.goals) ? try library.instrument(.goals).version : nil
    return DemoScheme(
      request, words: DemoWords(texts), lists: library.lists, scales: scales, goalsVersion: goals, role: role)
  }
}
