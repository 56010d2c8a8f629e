import Support
import Testing
import VisitModel

@testable import VisitJournal

@Suite("A concern that a volunteer raises")
struct JournalConcernTests {
  @Test(
    "is read by the office, by nobody else, and by its raiser from the own copy alone, at once and ever after"
  )
  func readers() throws {
    let test = TestJournal()
    let office = try test.create().journal
    try office.record(.volunteerAdded(SampleFacts.volunteer))
    _ = try office.addMember(
      name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7),
      passphrase: SecretBytes(text: "another quite long passphrase"), cost: .rehearsal)
    try office.close()
    let lowri = Member(
      number: MemberNumber(2), name: "Lowri Hughes", role: .volunteer, volunteer: VolunteerNumber(7))
    let volunteer = try test.open(
      as: .number(MemberNumber(2)), passphrase: "another quite long passphrase", mode: .writing)
    let kept = try volunteer.record(SampleFacts.concern.raising(by: lowri))
    #expect(kept.map(\.entry.fact.kind) == [.concernRaised, .concernCopied])
    guard case .sealed(let sealed)? = kept.first?.entry.fact else {
      Issue.record("what was sent to the office stayed open")
      return
    }
    #expect(sealed.family == nil && sealed.record == nil)
    #expect(kept.last?.entry.fact == .concern(.copied(SampleFacts.concern)))
    #expect(try volunteer.entries().suffix(2).map(\.entry.fact) == kept.map(\.entry.fact))
    try volunteer.close()
    let facts = try test.open(as: .number(MemberNumber(1))).entries().suffix(2).map(\.entry.fact)
    #expect(facts.first == .concern(.raised(SampleFacts.concern)))
    guard case .sealed? = facts.last else {
      Issue.record("the raiser's own copy was read by somebody else")
      return
    }
  }
}
