import Testing
import VisitModel

@Suite("A family's file made from its entries")
struct FamilyFoldTests {
  private static let id = FamilyID(rawValue: 5)

  private func kept(_ number: Int, _ fact: Fact) -> KeptEntry {
    KeptEntry(
      entry: Entry(
        id: RecordID(bits: UInt64(number)), stamp: Stamp(rawValue: UInt64(number)), author: MemberNumber(1),
        fact: fact), number: EntryNumber(number))
  }

  @Test("takes nothing that is not a family's, whoever put it there")
  func foreignEntries() throws {
    let added = kept(1, .familyAdded(FamilyFoldTests.id, Family(number: FamilyNumber(1), name: "Abbott")))
    let alone = try #require(FamilyFile(folding: [added]))
    let foreign: [Fact] = [
      .schemeSet(Scheme(name: "Rushmoor")),
      .volunteerAdded(Volunteer(number: VolunteerNumber(1), name: "Jo")),
      .sealed(SealedFact(kind: .visitRecorded, family: FamilyFoldTests.id)),
    ]
    for (place, fact) in foreign.enumerated() {
      #expect(FamilyFile(folding: [added, kept(place + 2, fact)]) == alone)
    }
  }
}
