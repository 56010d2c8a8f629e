import Testing

@Suite("A backup made while families are being added")
struct BackUpBesideWriterTests {
  @Test("holds the key to every family that is in it, and is good, every time")
  func everyKey() throws {
    var run = try ReadyBook.copied()
    let options =
      "--journal '\(run.folder.path("book"))' --passphrase-file '\(run.folder.path("passphrase"))' --today 2026-11-23"
    let writer = try LoopingCommands(
      """
      while :; do
        "$VISITBOOK" family add --name "Added $((added = added + 1))" --carer Sam --stage accepted --again \(options)
      done
      """)
    defer { writer.kill() }
    var counts: [Int] = []
    for number in 1...6 {
      run.journal = "book"
      let backedUp = try run("journal", "backup", run.folder.path("copy\(number)"))
      #expect(backedUp.status == 0, "\(backedUp.messages)")
      run.journal = "copy\(number)"
      let verified = try run("journal", "verify", "--deep", "--every-signature")
      #expect(verified.status == 0, "\(verified.text)")
      // The coordinator may open every family: one whose key is not in the copy would show as closed to them.
      #expect(!verified.text.contains("may not open"), "\(verified.text)")
      counts.append(try #require(Int(try run.entryCount())))
    }
    #expect(counts == counts.sorted())
    #expect(try #require(counts.last) > counts[0], "nothing was added meanwhile: the test tested nothing")
  }
}
