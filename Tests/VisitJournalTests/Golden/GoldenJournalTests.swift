import Support
import Testing
import VisitModel

@testable import VisitJournal

/// A journal that an earlier program wrote, copied to memory.
struct KeptGolden {
  /// When format 1 was fixed; and with the keyring of version 2.
  static let names = ["format-1", "format-1-keyring-2"]
  static let root = JournalPath("/journal")

  let disk = MemoryFileSystem()
  let codes: [String]

  init(_ name: String) throws {
    let folder = JournalPath(#filePath).folder
    try KeptGolden.copy(folder.appending(name), to: KeptGolden.root, on: disk)
    let file = folder.appending("\(name).codes")
    codes = String(decoding: try PosixFileSystem().readAll(file), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private static func copy(_ folder: JournalPath, to copy: JournalPath, on disk: MemoryFileSystem) throws {
    let real = PosixFileSystem()
    try disk.makeFolder(copy)
    for name in try real.list(folder) {
      let (from, to) = (folder.appending(name), copy.appending(name))
      if try real.status(from)?.isFolder == true {
        try KeptGolden.copy(from, to: to, on: disk)
      } else {
        try disk.replaceAtomically(to, with: try real.readAll(from))
      }
    }
  }

  func open(
    _ member: MemberNumber, _ secret: consuming JournalSecret, _ mode: Journal.Mode = .reading
  ) throws -> Journal {
    try Journal.open(
      at: KeptGolden.root, fileSystem: disk, environment: TestJournal(disk).environment,
      member: .number(member), secret: secret, mode: mode)
  }
}

/// The journals that earlier programs wrote, opened by the program of today.
@Suite("A golden journal")
struct GoldenJournalTests {
  private func passphrase(_ member: MemberNumber) -> JournalSecret {
    .passphrase(SecretBytes(text: GoldenJournal.passphrases[member.count - 1]))
  }

  /// Holds what a journal says against what was put down; `opens` says which families the member may read.
  private func check(_ journal: Journal, opens: (FamilyID?) -> Bool) throws {
    let entries = try journal.entries()
    #expect(journal.unreadable.isEmpty)
    try #require(entries.count == 14)
    let expected = GoldenJournal.facts(correcting: entries[8].entry.id)
    for (kept, (author, fact)) in zip(entries, expected) {
      #expect(kept.entry.author == author, "entry \(kept.number)")
      guard opens(fact.family) else {
        guard case .sealed(let sealed) = kept.entry.fact else {
          Issue.record("entry \(kept.number) should be sealed to this member")
          continue
        }
        #expect(sealed.kind == fact.kind && sealed.family == fact.family, "entry \(kept.number)")
        continue
      }
      #expect(kept.entry.fact == fact, "entry \(kept.number)")
    }
    #expect(entries.map(\.number.count) == Array(1...14))
    #expect(entries.map(\.entry.stamp) == entries.map(\.entry.stamp).sorted())
    #expect(entries.first?.entry.stamp.milliseconds == 1_795_000_000_000)
  }

  @Test(
    "says to the office, by passphrase and by recovery code, every word that was put down",
    arguments: KeptGolden.names, [1, 3])
  func office(_ name: String, _ number: Int) throws {
    let golden = try KeptGolden(name)
    let member = MemberNumber(number)
    try check(golden.open(member, passphrase(member))) { _ in true }
    let code = try RecoveryCode(typed: golden.codes[number - 1])
    try check(golden.open(member, .recoveryCode(code))) { _ in true }
  }

  @Test(
    "says to the volunteer the words of her own family, and of the other its numbers alone",
    arguments: KeptGolden.names)
  func volunteer(_ name: String) throws {
    let golden = try KeptGolden(name)
    let code = try RecoveryCode(typed: golden.codes[1])
    for journal in [
      try golden.open(GoldenJournal.lowri, passphrase(GoldenJournal.lowri)),
      try golden.open(GoldenJournal.lowri, .recoveryCode(code)),
    ] {
      try check(journal) { $0 == nil || $0 == GoldenJournal.visited }
    }
  }

  @Test("opens to nobody who has left", arguments: KeptGolden.names)
  func leaver(_ name: String) throws {
    let golden = try KeptGolden(name)
    let code = try RecoveryCode(typed: golden.codes[3])
    #expect(throws: JournalError.memberLeft(GoldenJournal.mo)) {
      try golden.open(GoldenJournal.mo, passphrase(GoldenJournal.mo))
    }
    #expect(throws: JournalError.memberLeft(GoldenJournal.mo)) {
      try golden.open(GoldenJournal.mo, .recoveryCode(code))
    }
  }

  @Test("is sound without a key and with one, to the frame", arguments: KeptGolden.names)
  func verified(_ name: String) throws {
    let golden = try KeptGolden(name)
    let report = try Journal.verify(at: KeptGolden.root, fileSystem: golden.disk, everySignature: true)
    #expect(report.verdict == .good)
    #expect(report.facts.entries == 14)
    #expect(report.facts.segments == 2)
    #expect(report.facts.signaturesChecked == report.facts.checkpoints)
    #expect(report.headSlotsReadable == 2)
    let journal = try golden.open(GoldenJournal.ines, passphrase(GoldenJournal.ines))
    #expect(journal.verify(everySignature: true).verdict == .good)
    #expect(journal.unreadable.isEmpty)
  }

  @Test("offers the draft back, word for word", arguments: KeptGolden.names)
  func draft(_ name: String) throws {
    let golden = try KeptGolden(name)
    let journal = try golden.open(GoldenJournal.ines, passphrase(GoldenJournal.ines))
    #expect(try journal.drafts.load(GoldenJournal.draftKey)?.fields == GoldenJournal.draftFields)
    #expect(try journal.drafts.list().damaged.isEmpty)
  }

  @Test("is gone on with by the program of today", arguments: KeptGolden.names)
  func goneOnWith(_ name: String) throws {
    let golden = try KeptGolden(name)
    let journal = try golden.open(GoldenJournal.lowri, passphrase(GoldenJournal.lowri), .writing)
    try journal.record(.followUpDone(GoldenJournal.visited, visit: RecordID(bits: 1)))
    try journal.close()
    #expect(try golden.open(GoldenJournal.sue, passphrase(GoldenJournal.sue)).entries().count == 15)
    #expect(try Journal.verify(at: KeptGolden.root, fileSystem: golden.disk).verdict == .good)
  }

  // Only for the golden journal of a new format: `VISITBOOK_GOLDEN=/a/new/folder` makes one there.
  @Test("can be made again", .enabled(if: GoldenFolder.toMake != nil, "no folder is named to make one in"))
  func make() throws {
    let root = try #require(GoldenFolder.toMake)
    let real = PosixFileSystem()
    let memory = MemoryFileSystem()
    try memory.makeFolder(KeptGolden.root)
    let codes = try GoldenJournal.make(on: memory, root: KeptGolden.root)
    for (path, bytes) in try TestJournal(memory, root: KeptGolden.root).files() {
      let place = JournalPath(root.text + path.text.dropFirst(KeptGolden.root.text.count))
      try real.makeFolderIfMissing(root)
      try real.makeFolderIfMissing(place.folder)
      try real.replaceAtomically(place, with: bytes)
    }
    let lines = codes.map { $0.description + "\n" }.joined()
    try real.replaceAtomically(root.folder.appending(root.name + ".codes"), with: Array(lines.utf8))
  }
}
