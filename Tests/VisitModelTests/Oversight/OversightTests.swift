import Testing
import VisitModel

@Suite("Holds, erasure and openings")
struct OversightTests {
  let sue = Member(number: MemberNumber(1), name: "Sue Hart", role: .supervisor)
  let ann = Member(number: MemberNumber(2), name: "Ann Lee", role: .coordinator)
  let jo = Member(number: MemberNumber(3), name: "Jo Simms", role: .volunteer, volunteer: VolunteerNumber(1))

  private func desk(_ members: [Member]? = nil) throws -> Desk {
    var desk = try Desk.open()
    for member in members ?? [sue, ann, jo] { desk.record([.memberJoined(member)]) }
    return desk
  }

  private func erase(_ desk: Desk, by member: Member? = nil, confirmed: String = "F-0001") throws -> [Fact] {
    try EraseFamily(family: Desk.family, ground: "asked", reason: "asked by letter").facts(
      in: desk.caseload, by: member ?? sue, confirmed: confirmed,
      counts: [ErasedCount(kind: .familyAdded, count: 1)], today: Desk.today)
  }

  private func fault(_ body: () throws -> Void) -> Fault? {
    do { try body() } catch { return (error as? Refusal)?.problems.first?.fault }
    return nil
  }

  @Test(
    "a hold keeps a family from being erased until it is lifted, each with a reason, by a supervisor alone")
  func hold() throws {
    var desk = try desk()
    let set = SetHold(family: Desk.family, reason: "inquest")
    #expect(fault { _ = try set.facts(in: desk.caseload, by: ann, today: Desk.today) } == .supervisorsOnly)
    #expect(
      fault {
        _ = try SetHold(family: Desk.family, reason: " ").facts(in: desk.caseload, by: sue, today: Desk.today)
      } == .missing)
    #expect(
      fault {
        _ = try LiftHold(family: Desk.family, reason: "over").facts(
          in: desk.caseload, by: sue, today: Desk.today)
      } == .notHeld)
    desk.record(try set.facts(in: desk.caseload, by: sue, today: Desk.today))
    #expect(desk.caseload.oversight.hold(on: Desk.family)?.reason.text == "inquest")
    #expect(
      fault { _ = try set.facts(in: desk.caseload, by: sue, today: Desk.today) }
        == .alreadyHeld(since: Desk.today, reason: "inquest"))
    #expect(fault { _ = try erase(desk) } == .underHold(since: Desk.today, reason: "inquest"))
    desk.record(
      try LiftHold(family: Desk.family, reason: "over").facts(in: desk.caseload, by: sue, today: Desk.today))
    #expect(try erase(desk).count == 2)
  }

  @Test("a family is erased by a supervisor who typed its number, for a reason and on a named ground")
  func rules() throws {
    let desk = try desk()
    #expect(fault { _ = try erase(desk, by: ann) } == .supervisorsOnly)
    #expect(fault { _ = try erase(desk, confirmed: "F-0002") } == .notConfirmed(FamilyNumber(1)))
    #expect(fault { _ = try erase(desk, confirmed: "") } == .notConfirmed(FamilyNumber(1)))
    let bare = EraseFamily(family: Desk.family, ground: "whim", reason: "")
    do {
      _ = try bare.facts(
        in: desk.caseload, by: sue, confirmed: "F-0001", counts: [], today: Desk.today)
      Issue.record("a whim is no ground")
    } catch {
      #expect(error.problems.map(\.field) == [.ground, .reason])
    }
  }

  @Test(
    "an erased family is gone with its visits and concerns; its numbers stay, and its number is not given again"
  )
  func fold() throws {
    var desk = try desk()
    let visit = try desk.visit([.travelMinutes: "25", .miles: "6.4"])
    let facts = try erase(desk)
    desk.record(facts)
    let caseload = desk.caseload
    #expect(caseload.families.count == 0 && caseload.family(FamilyNumber(1)) == nil)
    #expect(visit.flatMap { caseload.visit($0) } == nil)
    #expect(caseload.oversight.erasure(of: FamilyNumber(1))?.what.authority.text == "Sue Hart")
    let numbers = try #require(caseload.oversight.numbers[Desk.family])
    #expect(numbers.visits.map(\.numbers.minutes) == [Minutes(60)])
    #expect(numbers.visits.map(\.miles) == [Miles(tenths: 64)])
    #expect(numbers.episodes.count == 1 && numbers.episodes[0].ended == Desk.today)
    #expect(caseload.nextFamilyNumber == FamilyNumber(2))
    // The same from the entries that are left once the family's own are taken out.
    var later = Caseload()
    for kept in desk.entries where kept.entry.fact.subject == nil || !kept.entry.fact.goesWithFamily {
      later.apply(kept)
    }
    #expect(later.families == caseload.families && later.oversight == caseload.oversight)
    #expect(later.nextFamilyNumber == FamilyNumber(2))
  }

  @Test(
    "a reason is wanted of a supervisor beside a coordinator, for a family they do not visit, once a day",
    arguments: [true, false])
  func opening(hasCoordinator: Bool) throws {
    var desk = try desk(hasCoordinator ? [sue, ann, jo] : [sue, jo])
    let file = try #require(desk.file)
    #expect(desk.caseload.needsReason(toOpen: file, as: sue, today: Desk.today) == hasCoordinator)
    #expect(!desk.caseload.needsReason(toOpen: file, as: ann, today: Desk.today))
    #expect(!desk.caseload.needsReason(toOpen: file, as: jo, today: Desk.today))
    var visiting = sue
    visiting.volunteer = VolunteerNumber(1)
    #expect(!desk.caseload.needsReason(toOpen: file, as: visiting, today: Desk.today))
    // Entries of the desk are written by M1, who is the supervisor here.
    desk.record(
      try OpenFamily(family: Desk.family, reason: "a complaint").facts(in: desk.caseload, today: Desk.today))
    #expect(!desk.caseload.needsReason(toOpen: file, as: sue, today: Desk.today))
    #expect(
      desk.caseload.needsReason(toOpen: file, as: sue, today: Desk.today.advanced(by: 1)) == hasCoordinator)
  }

  @Test("a match gives its volunteer's member the key, and the end of the match takes it away")
  func access() throws {
    var desk = try desk()
    let moves = try MoveEpisode(
      id: Desk.family, typed: TypedMove(stage: "waiting", reason: "volunteer moved")
    ).facts(in: desk.caseload, lists: Desk.lists, today: Desk.today)
    #expect(
      moves.dropFirst() == [
        .oversight(.accessWithdrawn(Desk.family, jo.number, Reason("end of match") ?? moved()))
      ])
    desk.record(moves)
    let back = try MoveEpisode(id: Desk.family, typed: TypedMove(stage: "matched", volunteer: "V-01")).facts(
      in: desk.caseload, lists: Desk.lists, today: Desk.today)
    #expect(back.count == 2 && back[1].kind == .accessGranted)
    #expect(desk.caseload.access(to: Desk.family, from: VolunteerNumber(1), to: VolunteerNumber(1)).isEmpty)
    #expect(desk.caseload.access(to: Desk.family, from: nil, to: VolunteerNumber(2)).isEmpty)
  }

  private func moved() -> Reason { preconditionFailure("a fixed reason has words") }
}
