import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("On the disk")
struct JournalSecrecyTests {
  @Test("nothing that was said by or of anybody stands in the clear, in any file or file name")
  func scan() throws {
    let test = TestJournal()
    let (journal, code) = try test.create()
    _ = try journal.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "lantern"), cost: .rehearsal)
    try journal.record(SampleFacts.all.filter(\.goesWithFamily))
    let key = DraftKey(.visit, family: SampleFacts.family, record: SampleFacts.record)
    try journal.drafts.save(key, fields: [DraftField(name: "note", text: SampleFacts.visit.note)])
    try journal.close()
    let words =
      SampleFacts.privateWords + [
        "lantern", TestJournal.passphrase, code.description, "Coordinator", "volunteer", "visit recorded",
        "note",
      ]
    let files = try test.files()
    #expect(files.count >= 6)
    for (path, bytes) in files {
      // Neither as it was typed nor in small letters.
      let small = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      for word in words {
        #expect(!small.contains(Array(word.lowercased().utf8)), "\(word) in \(path)")
        #expect(!path.text.dropFirst(test.root.text.count).lowercased().contains(word.lowercased()))
      }
    }
  }
}
