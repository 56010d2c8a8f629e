import Testing

@Suite("Hostile text")
struct HostileTextTests {
  static let name = "Ab\u{1B}[31mbott\u{202E}\u{07}"
  static let note = "=HYPERLINK(\"http://x\")\u{1B}]0;owned\u{07}\r\nsecond \u{9B}2Jline"

  @Test("escape sequences, formulas and direction marks do no harm in lists, files or JSON")
  func harmless() throws {
    let run = try ReadyBook.copied()
    let added = try run(
      "family", "add", "--name", HostileTextTests.name, "--carer", "Eve:mother", "--stage", "supported",
      "--volunteer", "V-01", "--date", "2026-11-01")
    #expect(added.status == 0, "\(added.messages)")
    let logged = try run(
      "visit", "log", "--family", "F-3", "--minutes", "30", "--note", HostileTextTests.note, "--words",
      "@SUM(A1)")
    #expect(logged.status == 0, "\(logged.messages)")
    let id = String(try #require(logged.text.split(separator: " ").dropFirst().first))
    let outputs = try [
      run("family", "list"), run("family", "show", "F-3"), run("visit", "list"), run("visit", "show", id),
      run("visit", "show", id, "--format", "json"), run("visit", "list", "--format", "csv"), run("caseload"),
      run("journal", "log"), added, logged,
    ]
    for output in outputs {
      #expect(output.status == 0)
      for scalar in output.text.unicodeScalars {
        let isHarmful =
          scalar.value < 0x20 && scalar != "\n" && scalar != "\r" || (0x7F..<0xA0).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value)
        #expect(!isHarmful, "U+\(String(scalar.value, radix: 16)) in \(output.text)")
      }
    }
    let csv = outputs[5].text
    #expect(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")"))
    #expect(csv.contains("'@SUM(A1)"))
  }

  @Test("what was typed wrongly is repeated in the message without what a terminal would obey")
  func inMessages() throws {
    let run = try ReadyBook.copied()
    let refused = try run("visit", "log", "--family", "F-1", "--minutes", "\u{1B}[2J")
    #expect(refused.status == 65)
    #expect(!refused.messages.unicodeScalars.contains("\u{1B}"))
  }
}
