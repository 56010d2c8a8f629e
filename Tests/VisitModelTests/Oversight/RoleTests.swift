import Testing
import VisitModel

@Suite("What each role may do")
struct RoleTests {
  private static let supervisor = Member(number: MemberNumber(1), name: "Sue Hart", role: .supervisor)
  private static let coordinator = Member(number: MemberNumber(2), name: "Ann Lee", role: .coordinator)
  private static let volunteer = Member(number: MemberNumber(3), name: "Jo Simms", role: .volunteer)

  private func desk(_ members: [Member], left: [Member] = []) throws -> Desk {
    var desk = Desk()
    desk.record(members.map { .memberJoined($0) })
    let why = try #require(Reason("moved"))
    desk.record(left.map { .memberLeft($0.number, why) })
    return desk
  }

  @Test(
    "beside a coordinator a supervisor reads; alone they do the coordinator's work; a volunteer only where nobody else is"
  )
  func coordinates() throws {
    let (supervisor, coordinator, volunteer) = (
      RoleTests.supervisor, RoleTests.coordinator, RoleTests.volunteer
    )
    let all = try desk([supervisor, coordinator, volunteer]).caseload
    #expect(all.coordinates(coordinator) && !all.coordinates(supervisor) && !all.coordinates(volunteer))
    let alone = try desk([supervisor, volunteer]).caseload
    #expect(alone.coordinates(supervisor) && !alone.coordinates(volunteer))
    let gone = try desk([supervisor, coordinator], left: [coordinator]).caseload
    #expect(gone.coordinates(supervisor))
    let nobody = try desk([volunteer]).caseload
    #expect(nobody.coordinates(volunteer))
  }

  @Test("files that name families and the settings are a supervisor's, or the office's where there is none")
  func names() throws {
    let (supervisor, coordinator, volunteer) = (
      RoleTests.supervisor, RoleTests.coordinator, RoleTests.volunteer
    )
    let all = try desk([supervisor, coordinator, volunteer]).caseload
    for may in [all.mayExportNames, all.maySet] {
      #expect(may(supervisor) && !may(coordinator) && !may(volunteer))
    }
    let without = try desk([coordinator, volunteer]).caseload
    for may in [without.mayExportNames, without.maySet] {
      #expect(may(coordinator) && !may(volunteer))
    }
  }

  @Test("a supervisor beside a coordinator may take a concern in hand and act on it all the same")
  func concerns() throws {
    var desk = try desk([RoleTests.supervisor, RoleTests.coordinator])
    let now = Moment(desk.today, .midnight)
    let id = RecordID(bits: 77)
    let typed = TypedConcern([.somebody: "a neighbour's child", .seen: "A bruise", .danger: "no"])
    desk.record(
      try RaiseConcern(id: id, typed: typed).facts(in: desk.caseload, as: RoleTests.coordinator, now: now))
    desk.record(try AcknowledgeConcern(id: id).facts(in: desk.caseload, as: RoleTests.supervisor, now: now))
    let acting = TypedConcernAction(notReferring: "Known to the social worker")
    desk.record(
      try ActOnConcern(id: id, typed: acting).facts(in: desk.caseload, as: RoleTests.supervisor, now: now))
    #expect(desk.caseload.concerns[id]?.stage == .acting)
    #expect(
      desk.caseload.concerns[id]?.actions.first?.lastSaid?.notReferring?.text == "Known to the social worker")
  }
}
