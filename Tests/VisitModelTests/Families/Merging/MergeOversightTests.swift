import Testing
import VisitModel

@Suite("Two families that are one, for keys, holds and erasure")
struct MergeOversightTests {
  @Test("open to everybody who could open either, and close again to those who could not before")
  func keys() throws {
    var desk = try MergeDesk()
    let (lena, tom) = (MergeDesk.lena.number, MergeDesk.tom.number)
    var held: [FamilyID: Set<MemberNumber>] = [Desk.family: [lena], MergeDesk.again: [tom]]
    let facts = try desk.command().facts(
      in: desk.desk.caseload, lists: Desk.shippedLists, by: MergeDesk.ann, today: Desk.today
    ) { held[$0] ?? [] }
    let given = try #require(Reason("merge"))
    #expect(
      facts.dropFirst() == [
        .oversight(.accessGranted(Desk.family, tom, given)),
        .oversight(.accessGranted(MergeDesk.again, lena, given)),
      ])
    desk.desk.record(facts)
    // A match while they are one opens both, and ends with both.
    let moved = desk.desk.caseload.access(to: Desk.family, from: VolunteerNumber(1), to: VolunteerNumber(2))
    #expect(moved.count == 4)
    held = [Desk.family: [lena, tom], MergeDesk.again: [lena, tom]]
    let back = try UndoMerge(family: MergeDesk.again, reason: "no").facts(
      in: desk.desk.caseload, by: MergeDesk.ann
    ) { held[$0] ?? [] }
    let ended = try #require(Reason("merge taken back"))
    #expect(
      back.dropFirst() == [
        .oversight(.accessWithdrawn(MergeDesk.again, lena, ended)),
        .oversight(.accessWithdrawn(Desk.family, tom, ended)),
      ])
  }

  @Test("are held together, and erased together")
  func oversight() throws {
    var desk = try MergeDesk()
    let sue = Member(number: MemberNumber(9), name: "Sue Hart", role: .supervisor)
    desk.desk.record(
      try SetHold(family: MergeDesk.again, reason: "inquiry")
        .facts(in: desk.desk.caseload, by: sue, today: Desk.today))
    #expect(try desk.preview().clashes.contains(.hold(FamilyNumber(2))))
    try desk.merge()
    #expect(desk.desk.caseload.hold(on: Desk.family)?.reason.text == "inquiry")
    #expect(
      throws: Refusal(.family, .underHold(since: Desk.today, reason: "inquiry"))
    ) { try EraseFamily.check(Desk.family, in: desk.desk.caseload, by: sue) }
    desk.desk.record(
      try LiftHold(family: Desk.family, reason: "over")
        .facts(in: desk.desk.caseload, by: sue, today: Desk.today))
    let erase = EraseFamily(family: Desk.family, reason: "asked for")
    let facts = try erase.facts(
      in: desk.desk.caseload, by: sue, confirmed: "F-0001", counts: [], today: Desk.today)
    desk.desk.record(facts)
    let caseload = desk.desk.caseload
    #expect(caseload.families.count == 0 && caseload.concerns.count == 0)
    #expect(caseload.oversight.erasure(of: FamilyNumber(1)) != nil)
    #expect(caseload.oversight.erasure(of: FamilyNumber(2)) != nil)
    #expect(caseload.oversight.numbers.values.map(\.visits.count) == [2])
    #expect(caseload.families.merges.all.isEmpty && caseload.nextFamilyNumber == FamilyNumber(3))
  }
}
