import Testing

@Suite("Looking after the journal from the command line")
struct CareCommandTests {
  @Test("verify --deep opens every entry, and says so")
  func deep() throws {
    let run = try ReadyBook.copied()
    let verified = try run("journal", "verify", "--deep")
    #expect(verified.status == 0, "\(verified.messages)")
    #expect(verified.text.hasPrefix("The journal is good."))
    #expect(verified.text.contains("\(try run.entryCount()) entries opened and read."))
  }

  @Test("verify --deep answers a wrong passphrase with 77, damage with 2 and a missing journal with 4")
  func deepStatus() throws {
    var run = try ReadyBook.copied()
    try run.folder.write("guess\n", to: "guess")
    run.passphraseFile = "guess"
    #expect(try run("journal", "verify", "--deep").status == 77)
    run.passphraseFile = "passphrase"
    var bytes = try run.folder.read("book/own/000001.vlog")
    bytes[700] ^= 1
    try run.folder.write(bytes, to: "book/own/000001.vlog")
    let damaged = try run("journal", "verify", "--deep")
    #expect(damaged.status == 2)
    #expect(damaged.text.contains("journal salvage"))
    run.journal = "nowhere"
    #expect(try run("journal", "verify", "--deep").status == 4)
  }

  @Test(
    "verify says when the note of how far the journal reached is gone, in part or whole", arguments: [1, 2])
  func head(slots: Int) throws {
    let run = try ReadyBook.copied()
    var head = try run.folder.read("book/head")
    for slot in 0..<slots { head[slot * 512 + 40] ^= 1 }
    try run.folder.write(head, to: "book/head")
    let verified = try run("journal", "verify")
    #expect(verified.text.contains(slots == 1 ? "One of the two notes" : "is missing"))
  }

  @Test("a backup made without a passphrase is put back after the laptop is lost, and can be written on")
  func backUpAndRestore() throws {
    var run = try ReadyBook.copied()
    let before = try run("visit", "list", "--format", "csv").output
    run.passphraseFile = nil
    let backedUp = try run("journal", "backup", run.folder.path("stick/copy"))
    #expect(backedUp.status == 0, "\(backedUp.messages)")
    #expect(try run("journal", "backup", run.folder.path("stick/copy")).status == 73)
    #expect(try run("journal", "restore", run.folder.path("stick/copy")).status == 73)
    run.journal = "new/book"
    let restored = try run("journal", "restore", run.folder.path("stick/copy"))
    #expect(restored.status == 0, "\(restored.messages)")
    #expect(restored.messages.contains("a device of its own"))
    run.passphraseFile = "passphrase"
    #expect(try run("visit", "list", "--format", "csv").output == before)
    let logged = try run("visit", "log", "--family", "F-1", "--date", "2026-11-22", "--minutes", "30")
    #expect(logged.status == 0, "\(logged.messages)")
    #expect(run.folder.files(below: "new/book/own").count == 2)
    #expect(try run("journal", "verify", "--every-signature").status == 0)
  }

  @Test("a damaged journal is not backed up but salvaged, and the loss is told by its place")
  func salvage() throws {
    var run = try ReadyBook.copied()
    let count = try #require(Int(try run.entryCount()))
    var bytes = try run.folder.read("book/own/000001.vlog")
    bytes[bytes.count / 2] ^= 1
    try run.folder.write(bytes, to: "book/own/000001.vlog")
    #expect(try run("journal", "backup", run.folder.path("copy")).status == 74)
    let salvaged = try run("journal", "salvage", run.folder.path("saved"))
    #expect(salvaged.status == 0, "\(salvaged.messages)")
    #expect(salvaged.text.contains("Lost: "))
    #expect(salvaged.text.contains("book/own/000001.vlog"))
    run.journal = "saved"
    let verified = try run("journal", "verify", "--deep")
    #expect(verified.status == 0, "\(verified.text)")
    let saved = try #require(Int(try run.entryCount()))
    #expect(saved > 0 && saved < count)
    #expect(try run("member", "list").status == 0)
  }
}
