import Testing
import VisitJournal
import VisitModel

/// A journal with one volunteer, two families and one visit, made once and copied for every test.
///
/// Its passphrase opens it at once: unlocking a real one is slow on purpose, and other tests wait for that.
struct ReadyBook {
  static let passphrase = "four quiet ducks in the yard"

  private let folder: Workspace

  private init() throws {
    folder = try Workspace()
    try folder.write(ReadyBook.passphrase + "\n", to: "passphrase")
    let run = BuiltProgram(folder)
    let (journal, _) = try Journal.create(
      at: JournalPath(folder.path("book")), fileSystem: PosixFileSystem(), scheme: Scheme(name: "Rushmoor"),
      member: "Ann Lee", role: .coordinator, passphrase: SecretBytes(text: ReadyBook.passphrase),
      cost: .testOnDisk)
    try journal.close()
    try #require(try run("volunteer", "add", "--name", "Jo Simms").status == 0)
    let family = try run(
      "family", "add", "--name", "Abbott", "--carer", "Rosie Abbott", "--child", "Noah:2025-09-20",
      "--child", "Baby:due 2027-03-02", "--phone", "07700 900142", "--safe-to", "text", "--postcode",
      "gu117ck", "--stage", "supported", "--volunteer", "Jo Simms", "--date", "2026-06-03")
    try #require(family.status == 0, "\(family.messages)")
    try #require(
      try run("family", "add", "--name", "Llewelyn", "--carer", "Siân:grandparent", "--stage", "accepted")
        .status == 0)
    let visit = try run(
      "visit", "log", "--family", "F-0001", "--date", "2026-11-20", "--start", "10:00", "--minutes", "1h30",
      "--travel", "25", "--miles", "6.4", "--expenses", "3.40", "--there", "P1,Noah", "--activity",
      "listening",
      "--need", "isolation", "--note", "Rosie had slept.", "--words", "He points at the moon now")
    try #require(visit.status == 0, "\(visit.messages)")
  }

  private static let made = Result { try ReadyBook() }

  /// A copy of the journal in a folder of its own, and the program to work on it.
  static func copied() throws -> BuiltProgram {
    let ready = try made.get().folder
    let copy = try Workspace()
    try copy.copy(ready.path("book"), to: "book")
    try copy.write(passphrase + "\n", to: "passphrase")
    return BuiltProgram(copy)
  }
}

extension BuiltProgram {
  /// The identity of the only visit that the list shows.
  func visitID() throws -> String {
    let line = try #require(try self("visit", "list", "--format", "csv").lines.last)
    return String(line.prefix { $0 != "," })
  }

  /// How many entries the journal holds.
  func entryCount() throws -> Substring {
    let lines = try self("journal", "stats").lines
    return try #require(lines.first { $0.hasPrefix("Entries: ") }).dropFirst("Entries: ".count)
  }
}
