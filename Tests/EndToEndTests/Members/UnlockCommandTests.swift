import Glibc
import Testing
import VisitJournal
import VisitModel

@testable import visitbook

/// Most of these run where the kernel keeps keys for programs; the last one where it does not.
@Suite("Unlocking for a while")
struct UnlockCommandTests {
  /// Whether this machine's kernel keeps keys; many containers forbid it.
  static let keepsKeys: Bool = {
    let place = KeptSessionKey(journal: "test-\(getpid())")
    defer { _ = try? place.forget() }
    return (try? place.keep(SecretBytes(copying: Array(repeating: 7, count: 32)), of: MemberNumber(1))) != nil
  }()

  /// A book of its own: copies of one book would share the key that is kept for it.
  private func book() throws -> BuiltProgram {
    let folder = try Workspace()
    try folder.write(ReadyBook.passphrase + "\n", to: "passphrase")
    let (journal, _) = try Journal.create(
      at: JournalPath(folder.path("book")), fileSystem: PosixFileSystem(), scheme: Scheme(name: "Rushmoor"),
      member: "Ann Lee", role: .coordinator, passphrase: SecretBytes(text: ReadyBook.passphrase),
      cost: .testOnDisk)
    try journal.close()
    return BuiltProgram(folder)
  }

  @Test("after it commands need no passphrase, and after lock they ask again", .enabled(if: keepsKeys))
  func unlocking() throws {
    var run = try book()
    #expect(try run("unlock").status == 0)
    run.passphraseFile = nil
    let added = try run("volunteer", "add", "--name", "Kit Moor")
    #expect(added.status == 0, "\(added.messages)")
    #expect(try run("volunteer", "list").text.contains("Kit Moor"))
    #expect(try run("lock").status == 0)
    #expect(try run("family", "list").status == 77)
    #expect(try run("lock").status == 0)
  }

  @Test("what lets somebody in for longer wants the passphrase all the same", .enabled(if: keepsKeys))
  func lastingAccess() throws {
    var run = try book()
    try run.folder.write("a quite long new passphrase\n", to: "new")
    #expect(try run("unlock").status == 0)
    defer { _ = try? run("lock") }
    run.passphraseFile = nil
    let new = ["--new-passphrase-file", run.folder.path("new")]
    #expect(try run(["member", "passphrase"] + new).status == 77)
    #expect(try run(["member", "add", "--name", "Pat", "--role", "supervisor"] + new).status == 77)
    #expect(try run("member", "list").lines.count == 2)
  }

  @Test("a wrong passphrase unlocks nothing", .enabled(if: keepsKeys))
  func wrongPassphrase() throws {
    var run = try book()
    try run.folder.write("something else\n", to: "wrong")
    run.passphraseFile = "wrong"
    #expect(try run("unlock").status == 77)
    run.passphraseFile = nil
    #expect(try run("family", "list").status == 77)
  }

  @Test("the key kept is that of one member: whoever else is named is asked", .enabled(if: keepsKeys))
  func otherMember() throws {
    var run = try book()
    let journal = try Journal.open(
      at: JournalPath(run.folder.path("book")), fileSystem: PosixFileSystem(),
      secret: .passphrase(SecretBytes(text: ReadyBook.passphrase)))
    _ = try journal.addMember(
      name: "Sue Hart", role: .supervisor, passphrase: SecretBytes(text: "walnut"), cost: .testOnDisk)
    try journal.close()
    #expect(try run("unlock", "--as", "M1").status == 0)
    run.passphraseFile = nil
    #expect(try run("family", "list").status == 0)
    #expect(try run("family", "list", "--as", "M2").status == 77)
    _ = try run("lock")
  }

  @Test("what the kernel shows of a kept key names nobody", .enabled(if: keepsKeys))
  func description() throws {
    let run = try book()
    #expect(try run("unlock").status == 0)
    defer { _ = try? run("lock") }
    let code = try Journal.code(
      at: JournalPath(run.folder.path("book")), fileSystem: PosixFileSystem())
    let shown = try run.shell("grep -o 'visitbook:.*' /proc/keys").lines
    #expect(shown.contains { $0.hasPrefix("visitbook:" + code) })
    for line in shown { #expect(!line.contains("Ann") && !line.contains("Rushmoor"), "\(line)") }
  }

  @Test("where the kernel keeps no key, unlock says so, and lock has nothing to do", .enabled(if: !keepsKeys))
  func refused() throws {
    let run = try book()
    let outcome = try run("unlock")
    #expect(outcome.status == 78)
    #expect(!outcome.messages.isEmpty)
    #expect(try run("lock").status == 0)
  }
}
