import Testing
import VisitModel

@Suite("numbers and identities are read as people say them")
struct NameTests {
  @Test(
    "a family's number, whatever its letter, hyphen and noughts", arguments: ["F-0042", "f-42", "F42", "42"])
  func family(text: String) {
    #expect(FamilyNumber(typed: text)?.description == "F-0042")
  }

  @Test("volunteers and people have their own letters")
  func letters() {
    #expect(VolunteerNumber(typed: "v7")?.description == "V-07")
    #expect(VolunteerNumber(typed: "V-123")?.description == "V-123")
    #expect(PersonNumber(typed: "P1")?.description == "P1")
    #expect(PersonNumber(typed: "3")?.description == "P3")
    #expect(FamilyNumber(12_345).description == "F-12345")
    #expect(FamilyNumber(typed: "V-07") == nil)
    #expect(VolunteerNumber(typed: "F-07") == nil)
    #expect(PersonNumber(typed: "F1") == nil)
  }

  @Test(
    "what is no number is refused",
    arguments: [
      "", "F", "F-", "-", "-42", "F--42", "FF42", "0", "F-0000", "4 2", "٤٢", "1234567890", "F-4.2",
    ])
  func noNumber(text: String) {
    #expect(FamilyNumber(typed: text) == nil)
  }

  @Test("every number is read back as it is printed")
  func roundTrip() {
    for count in [1, 9, 10, 99, 100, 9_999, 10_000, 999_999_999] {
      #expect(FamilyNumber(typed: FamilyNumber(count).description)?.count == count)
      #expect(VolunteerNumber(typed: VolunteerNumber(count).description)?.count == count)
      #expect(PersonNumber(typed: PersonNumber(count).description)?.count == count)
    }
  }

  @Test("an identity is twelve letters and digits that are read back to it")
  func recordIDs() {
    var draw = Draw(seed: 1)
    let edges: [UInt64] = [0, 1, 1 << 59, (1 << 60) - 1]
    for bits in edges + (0..<500).map({ _ in draw.next() }) {
      let id = RecordID(bits: bits)
      #expect(id.description.count == 12)
      #expect(id.rawValue < 1 << 60)
      #expect(RecordID(id.description) == id)
      #expect(RecordID(id.description.uppercased()) == id)
      #expect(!id.description.contains { "ilou".contains($0) })
    }
    #expect(RecordID(bits: .max) == RecordID(bits: 1 << 60 - 1))
  }

  @Test("identities stand in the order of their letters")
  func order() {
    var draw = Draw(seed: 2)
    let ids = (0..<200).map { _ in RecordID(bits: draw.next()) }
    #expect(ids.sorted().map(\.description) == ids.map(\.description).sorted())
  }

  @Test(
    "letters that are taken for others on the telephone are read as what they were",
    arguments: [
      ("o123456789ab", "0123456789ab"), ("O123456789AB", "0123456789ab"), ("0i23456789ab", "0123456789ab"),
      ("0L23456789ab", "0123456789ab"),
    ])
  func confusable(heard: String, meant: String) {
    #expect(RecordID(heard)?.description == meant)
  }

  @Test(
    "what is no identity is refused",
    arguments: [
      "", "0123456789a", "0123456789abc", "0123456789au", "0123456789a-", "0123456789a ", "0123456789aé",
      "0123456789aİ", "👨‍👩‍👧‍👦123456789ab",
    ])
  func noRecordID(text: String) {
    #expect(RecordID(text) == nil)
  }

  @Test("a word of a list is read by its beginning where only one begins so")
  func choices() {
    #expect(VisitOutcomeKind(typed: "Cancelled by family") == .cancelledByFamily)
    #expect(VisitOutcomeKind(typed: "cancelled-by-family") == .cancelledByFamily)
    #expect(VisitOutcomeKind(typed: "cancelledByFamily") == .cancelledByFamily)
    #expect(VisitOutcomeKind(typed: "cut") == .cutShort)
    #expect(VisitOutcomeKind(typed: "cancelled") == nil)
    #expect(EpisodeStage(typed: "ref") == nil)
    #expect(EpisodeStage(typed: "refe") == .referred)
    #expect(EpisodeStage(typed: "waiting") == .waiting)
    #expect(Channel(typed: "") == nil)
    #expect(Channel(typed: "!!") == nil)
    for stage in EpisodeStage.allCases { #expect(EpisodeStage(typed: stage.rawValue) == stage) }
    for kind in VisitOutcomeKind.allCases { #expect(VisitOutcomeKind(typed: kind.rawValue) == kind) }
    for role in PersonRole.allCases { #expect(PersonRole(typed: role.rawValue) == role) }
  }
}
