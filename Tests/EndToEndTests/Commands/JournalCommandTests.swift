import Testing

@Suite("The journal from the command line")
struct JournalCommandTests {
  @Test("a new book shows its recovery code once, and the code sets a new passphrase")
  func recovery() throws {
    var run = BuiltProgram(try Workspace())
    try run.folder.write("a first passphrase\n", to: "passphrase")
    let made = try run("new", "--scheme", "Tŷ'r Dŵr", "--member", "Siân Prŷs", "--role", "coordinator")
    #expect(made.status == 0)
    let codes = made.lines.filter { $0.hasPrefix("Recovery code: ") }
    try #require(codes.count == 1)
    try run.folder.write(String(codes[0].dropFirst("Recovery code: ".count)).uppercased() + "\n", to: "code")
    try run.folder.write("a second passphrase\n", to: "second")
    let recovered = try run(
      "member", "recover", "--code-file", run.folder.path("code"), "--new-passphrase-file",
      run.folder.path("second"))
    #expect(recovered.status == 0, "\(recovered.messages)")
    #expect(try run("member", "list").status == 77)
    run.passphraseFile = "second"
    #expect(try run("member", "list").text.contains("Siân Prŷs"))
    let again = try run(
      "member", "recover", "--code-file", run.folder.path("code"), "--new-passphrase-file",
      run.folder.path("second"))
    #expect(again.status == 77)
  }

  @Test("a changed passphrase opens the book and the old one does not")
  func passphraseChanged() throws {
    var run = try ReadyBook.copied()
    try run.folder.write("another passphrase\n", to: "next")
    #expect(try run("member", "passphrase", "--new-passphrase-file", run.folder.path("next")).status == 0)
    #expect(try run("visit", "list").status == 77)
    run.passphraseFile = "next"
    #expect(try run("visit", "list").status == 0)
  }

  @Test("nothing on the disk names a family, a person or a passphrase")
  func nothingReadable() throws {
    let run = try ReadyBook.copied()
    let files = run.folder.files(below: "book")
    #expect(files.contains { $0.hasSuffix(".vlog") })
    for file in files {
      let bytes = try run.folder.read("book/" + file)
      for secret in ["Abbott", "Rosie", "Noah", "Simms", "Ann Lee", "moon", "GU11", "ducks"] {
        #expect(!file.lowercased().contains(secret.lowercased()), "\(secret) in the name \(file)")
        #expect(!contains(bytes, Array(secret.utf8)), "\(secret) in \(file)")
      }
    }
  }

  @Test("a good journal verifies without a passphrase")
  func good() throws {
    var run = try ReadyBook.copied()
    run.passphraseFile = nil
    let verified = try run("journal", "verify", "--every-signature")
    #expect(verified.status == 0)
    #expect(verified.text.hasPrefix("The journal is good."))
  }

  @Test("damage is found, named with its file and place, and answered with 2")
  func damaged() throws {
    let run = try ReadyBook.copied()
    let log = try #require(run.folder.files(below: "book").first { $0.hasSuffix(".vlog") })
    var bytes = try run.folder.read("book/" + log)
    bytes[700] ^= 1
    try run.folder.write(bytes, to: "book/" + log)
    let verified = try run("journal", "verify")
    #expect(verified.status == 2)
    #expect(verified.text.contains(log))
    #expect(verified.text.contains("byte"))
    #expect(try run("visit", "log", "--family", "F-1", "--minutes", "30").status != 0)
  }

  @Test("a journal cut back behind what was acknowledged is answered with 3 or as damage, never as good")
  func cutBack() throws {
    let run = try ReadyBook.copied()
    let log = try #require(run.folder.files(below: "book").first { $0.hasSuffix(".vlog") })
    let bytes = try run.folder.read("book/" + log)
    try run.folder.write(Array(bytes.dropLast(bytes.count / 2)), to: "book/" + log)
    let status = try run("journal", "verify").status
    #expect(status == 2 || status == 3)
  }

  @Test("a folder without a journal is answered with 4")
  func unreadable() throws {
    var run = BuiltProgram(try Workspace())
    run.passphraseFile = nil
    let verified = try run("journal", "verify")
    #expect(verified.status == 4)
    #expect(verified.messages.contains("visitbook new"))
  }

  @Test("the log names who did what about whom, in order")
  func log() throws {
    let csv = try ReadyBook.copied()("journal", "log", "--format", "csv").lines
    #expect(csv.first == "entry,entryId,at,by,kind,family,familyName,sealed")
    #expect(csv.dropFirst().map { $0.split(separator: ",")[4] }.first == "schemeSet")
    #expect(try #require(csv.last).contains("Ann Lee,visitRecorded,F-0001,Abbott,false"))
  }

  private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }
}
