import Foundation
import Support
import Testing
import VisitModel

@testable import VisitJournal

/// The reader in Python beside this file, written from the format's documentation alone, on journals made here.
///
/// Signatures and ciphers need its package `cryptography`; where that is missing, chain and checksums are still checked.
@Suite("An independent reader", .enabled(if: Reader.hasPython, "python3 is not installed"))
struct IndependentReaderTests {
  let temporary = TemporaryFolder()

  /// A journal on the disk with several segments and a redacted frame.
  private func journal() throws -> TestJournal {
    let test = TestJournal(PosixFileSystem(), root: temporary.path.appending("journal"))
    let (journal, _) = try test.create(cost: .testOnDisk)
    try journal.record(SampleFacts.all.filter(\.goesWithFamily))
    try journal.writer?.closeSegment()
    let gone = try #require(journal.writer).end.entryCount + 1
    for number in 20..<23 {
      try journal.record(.volunteerAdded(Volunteer(number: VolunteerNumber(number), name: "V \(number)")))
    }
    // One frame of its own, and one entry of a frame that others share.
    #expect(try journal.writer?.redact([gone, 4]) == 2)
    try journal.record(.volunteerAdded(Volunteer(number: VolunteerNumber(30), name: "Last")))
    try journal.close()
    return test
  }

  @Test(
    "checks the chain and every checkpoint of a journal that this program made, and comes to the same end")
  func chain() throws {
    let test = try journal()
    let report = try Journal.verify(at: test.root, fileSystem: test.disk, everySignature: true)
    let read = try Reader.run([test.root.text])
    try #require(read.status == 0, "\(read.text)")
    #expect(read["chain"] == report.end.chain.description)
    #expect(read["sequence"] == "\(report.end.sequence)")
    #expect(read["entries"] == "\(report.facts.entries)")
    #expect(read["segments"] == "\(report.facts.segments)")
    #expect(read["checkpoints"] == "\(report.facts.checkpoints)")
    #expect(read["redacted"] == "2")
    if Reader.hasCryptography { #expect(read["signatures"] == "\(report.facts.checkpoints)") }
  }

  @Test(
    "opens every frame and every box with the passphrase, and reads the same entries",
    .enabled(if: Reader.hasCryptography, "Python's package cryptography is not installed"))
  func entries() throws {
    let test = try journal()
    let passphrase = temporary.path.appending("passphrase")
    try test.disk.replaceAtomically(passphrase, with: Array((TestJournal.passphrase + "\n").utf8))
    let read = try Reader.run(
      [test.root.text, "--passphrase-file", passphrase.text, "--entries", "yes"])
    try #require(read.status == 0, "\(read.text)")
    let entries = try test.open(mode: .reading).entries()
    let expected = entries.map { kept in
      "entry \(kept.number.count) \(kept.entry.id.rawValue) \(kept.entry.stamp.rawValue) \(kept.entry.author.count)"
    }
    let lines = read.text.split(separator: "\n").filter { $0.hasPrefix("entry ") }
      .map { $0.split(separator: " ").dropLast().joined(separator: " ") }
    #expect(lines == expected)
    #expect(read["boxes"] == "\(entries.count)" && read["sealed"] == "0")
  }

  @Test("finds a changed byte wherever it is in the log")
  func changed() throws {
    let test = try journal()
    let path = JournalLayout(test.root).own.appending("000001.vlog")
    let good = try test.disk.readAll(path)
    for place in stride(from: 0, to: good.count, by: good.count / 6) {
      var bytes = good
      bytes[place] ^= 1
      try test.disk.replaceAtomically(path, with: bytes)
      #expect(try Reader.run([test.root.text]).status == 1, "byte \(place)")
    }
  }
}

/// Runs the reader.
private enum Reader {
  struct Outcome {
    let status: Int32
    let text: String

    /// The value behind a name.
    subscript(name: String) -> String? {
      text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map {
        String($0.dropFirst(name.count + 1))
      }
    }
  }

  static let hasPython = (try? python(["-c", ""]))?.status == 0
  static let hasCryptography = (try? python(["-c", "import cryptography"]))?.status == 0

  static func run(_ arguments: [String], file: String = #filePath) throws -> Outcome {
    let folder = JournalPath(file).folder
    return try python([folder.appending("visitbook_reader.py").text] + arguments)
  }

  private static func python(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, text: text)
  }
}
