import Support
import VisitModel

@testable import VisitJournal

/// A journal in memory with every kind of entry in it, to be copied, put back and damaged.
struct CareFixture {
  let test = TestJournal()
  /// Where copies go.
  let place = JournalPath("/stick/copy")

  init() throws {
    let (journal, _) = try test.create()
    try journal.record(SampleFacts.all)
    try journal.close()
  }

  var disk: any FileSystem { test.disk }

  /// The journal at `place`, or in another folder, opened by the passphrase.
  func openCopy(
    at path: JournalPath? = nil, mode: Journal.Mode = .writing
  ) throws(JournalError) -> Journal {
    try Journal.open(
      at: path ?? place, fileSystem: disk, environment: test.environment,
      secret: .passphrase(SecretBytes(text: TestJournal.passphrase)), mode: mode)
  }

  /// The id of the device that wrote a segment.
  func device(of segment: String, at path: JournalPath? = nil) throws(DiskError) -> [UInt8] {
    Array(try disk.readAll(JournalLayout(path ?? place).own.appending(segment))[32..<48])
  }

  /// The first segment of the journal's own log.
  var segment: JournalPath { JournalLayout(test.root).own.appending("000001.vlog") }

  /// Changes one byte of a file.
  func spoil(_ path: JournalPath, at offset: Int) throws(DiskError) {
    var bytes = try disk.readAll(path)
    bytes[offset] ^= 1
    try disk.replaceAtomically(path, with: bytes)
  }

  /// The text of a fact that differs from all others.
  func fact(_ number: Int) -> Fact {
    .volunteerAdded(Volunteer(number: VolunteerNumber(number), name: "Volunteer \(number)"))
  }
}
