import Crypto
import Glibc
import Testing

@Suite("What the program answers")
struct ExitStatusTests {
  static let refused: [(status: Int32, arguments: [String])] = [
    (64, ["visit", "log"]),
    (64, ["visit", "log", "--family", "F-1", "--colour", "red"]),
    (64, ["summary", "--period", "the day before"]),
    (64, ["export", "visits", "--period", "2026", "--to", "out", "--identifiable"]),
    (65, ["visit", "log", "--family", "F-1", "--minutes", "13h"]),
    (65, ["family", "add", "--name", "Nobody"]),
    (65, ["family", "move", "F-2", "--to", "supported"]),
    (65, ["checkin", "record", "--family", "F-1", "--instrument", "who5", "--answers", "9,9"]),
    (66, ["visit", "log", "--family", "F-0999", "--minutes", "30"]),
    (66, ["visit", "show", "zzzzzzzz"]),
    (66, ["visit", "log", "--from", "/nowhere/at/all.json"]),
    (66, ["instrument", "score", "horoscope", "--answers", "1"]),
    (66, ["visit", "list", "--as", "Somebody Else"]),
    (73, ["new", "--scheme", "Other", "--member", "Other"]),
    (73, ["export", "visits", "--period", "2026", "--to", "/nowhere/at/all/"]),
  ]

  @Test(
    "each way to go wrong has its number, words on standard error and nothing on standard output",
    arguments: refused)
  func status(_ expected: (status: Int32, arguments: [String])) throws {
    let run = try ReadyBook.copied()
    let outcome = try run(expected.arguments)
    #expect(outcome.status == expected.status, "\(outcome.messages)")
    #expect(outcome.text.isEmpty)
    #expect(!outcome.messages.isEmpty)
    #expect(!outcome.messages.contains("["), "a key without words: \(outcome.messages)")
  }

  @Test("a wrong, an empty and a missing passphrase are told apart")
  func passphrases() throws {
    var run = try ReadyBook.copied()
    try run.folder.write("something else\n", to: "wrong")
    try run.folder.write("\n", to: "empty")
    run.passphraseFile = "wrong"
    #expect(try run("visit", "list").status == 77)
    run.passphraseFile = "empty"
    #expect(try run("visit", "list").status == 77)
    run.passphraseFile = "not-there"
    #expect(try run("visit", "list").status == 66)
    run.passphraseFile = nil
    let none = try run("visit", "list")
    #expect(none.status == 77)
    #expect(none.messages.contains("--passphrase-file"))
  }

  @Test("a keyring with a rotten byte is damaged; one that somebody made to look whole opens nothing")
  func keyring() throws {
    let run = try ReadyBook.copied()
    var bytes = try run.folder.read("book/keyring/ring")
    bytes[bytes.count - 40] ^= 1
    try run.folder.write(bytes, to: "book/keyring/ring")
    let rotten = try run("visit", "list")
    #expect(rotten.status == 74 && rotten.messages.contains("damaged"), "\(rotten.messages)")
    bytes.replaceSubrange((bytes.count - 32)..., with: Array(SHA256.hash(data: bytes.dropLast(32))))
    try run.folder.write(bytes, to: "book/keyring/ring")
    let forged = try run("visit", "list")
    #expect(forged.status == 77 && forged.text.isEmpty, "\(forged.messages)")
    #expect(forged.messages.contains("not written by a member"))
  }

  @Test("a damaged log is read, and what is to be recorded is refused with the place and the cure, said once")
  func damagedLog() throws {
    let run = try ReadyBook.copied()
    var bytes = try run.folder.read("book/own/000001.vlog")
    bytes[bytes.count / 2] ^= 1
    try run.folder.write(bytes, to: "book/own/000001.vlog")
    _ = try run.shell("rm -f book/snapshot/*")
    let list = try run("visit", "list")
    #expect(list.status == 0 && list.messages.contains("damaged"), "\(list.messages)")
    let logged = try run("visit", "log", "--family", "F-1", "--minutes", "30", "--note", "Slept")
    #expect(logged.status == 74 && logged.text.isEmpty)
    #expect(
      logged.messages.split(separator: "\n").count { $0.contains("damaged") } == 1, "\(logged.messages)")
    #expect(logged.messages.contains("backup") && logged.messages.contains("nothing can be written"))
    #expect(try run.folder.read("book/own/000001.vlog") == bytes)
  }

  @Test("no journal, and a journal that somebody else is writing in, are said as such")
  func journalAway() throws {
    var run = try ReadyBook.copied()
    let lock = open(run.folder.path("book/lock"), O_RDWR)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    #expect(try run("visit", "log", "--family", "F-1", "--minutes", "30").status == 75)
    #expect(try run("visit", "list").status == 0)
    run.journal = "nowhere"
    #expect(try run("visit", "list").status == 66)
  }

  @Test("the screens are not opened without a terminal, and the program says what to do instead")
  func noTerminal() throws {
    let outcome = try ReadyBook.copied()()
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("--help"))
  }

  @Test("a reader that has seen enough ends a list without a word")
  func brokenPipe() throws {
    let run = BuiltProgram(try Workspace())
    let outcome = try run.shell(
      "{ $VISITBOOK instrument list --format json; echo $? >&2; } | head -c 5")
    #expect(outcome.messages == "0\n")
  }

  static let commands = [
    ["demo"], ["new"], ["family", "add"], ["family", "list"], ["family", "show"], ["family", "amend"],
    ["family", "move"], ["visit", "log"], ["visit", "list"], ["visit", "show"], ["visit", "amend"],
    ["visit", "retract"], ["checkin", "record"], ["checkin", "list"], ["checkin", "show"],
    ["volunteer", "add"], ["volunteer", "list"], ["caseload"], ["summary"], ["export", "visits"],
    ["journal", "verify"], ["journal", "log"], ["journal", "stats"], ["member", "list"], ["member", "add"],
    ["member", "passphrase"], ["member", "recover"], ["instrument", "list"], ["instrument", "check"],
    ["instrument", "score"],
  ]

  @Test("every command explains itself and takes the options that all commands take", arguments: commands)
  func help(_ command: [String]) throws {
    let run = BuiltProgram(try Workspace())
    let help = try run(command + ["--help"])
    #expect(help.status == 0)
    for option in ["--journal", "--passphrase-file", "--as", "--today", "--no-color"] {
      #expect(help.text.contains(option), "\(option)")
    }
  }
}
