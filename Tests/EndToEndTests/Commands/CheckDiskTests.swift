import Testing

@Suite("The disk from the command line")
struct CheckDiskTests {
  @Test("a disk is tried out without a passphrase, with nothing left behind")
  func tried() throws {
    var run = try ReadyBook.copied()
    run.passphraseFile = nil
    let before = run.folder.files(below: "book")
    let outcome = try run("journal", "check-disk")
    // The tests' folder may lie in memory, which the command must not call a disk.
    #expect(outcome.status == (outcome.text.contains("It is memory and no disk") ? 74 : 0), "\(outcome.text)")
    #expect(outcome.text.contains("A lock keeps a second program out."))
    #expect(outcome.text.contains("What was synced is read back."))
    #expect(outcome.text.contains("A file is replaced in one step."))
    #expect(run.folder.files(below: "book") == before)
    #expect(try run("journal", "verify").status == 0)
  }

  @Test("memory is no disk, and a folder without a journal is no journal")
  func refused() throws {
    var run = try ReadyBook.copied()
    run.journal = "nowhere"
    #expect(try run("journal", "check-disk").status == 66)
    guard SmallDisk.isPermitted else { return }
    let disk = try SmallDisk(at: run.folder.path("small"), kibibytes: 1_024)
    try run.folder.copy(run.folder.path("book"), to: "small/book")
    run.journal = "small/book"
    let outcome = try run("journal", "check-disk")
    #expect(outcome.status == 74)
    #expect(outcome.text.contains("It is memory and no disk"))
    withExtendedLifetime(disk) {}
  }
}
