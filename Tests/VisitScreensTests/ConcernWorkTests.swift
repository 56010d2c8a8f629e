import Support
import Testing
import VisitJournal
import VisitModel

@testable import VisitScreens

@Suite("Concerns at the screens")
struct ConcernWorkTests {
  @Test("one is raised from a half-typed visit, which stays as it was typed")
  func fromAForm() throws {
    let user = try ScreenUser()
    user.press("v")
    user.type("words that must not go")
    user.press("F8")
    #expect(user.screen.contains("Raise a concern"))
    user.type("two bruises on the arm")
    user.focusField("danger")
    user.press("Space")
    user.press("^S")
    #expect(user.screen.contains("ring 999 if you have not"))
    user.press("Enter")
    #expect(user.screen.contains("words that must not go"))
    let concerns = try #require(user.program.session?.desk.caseload.concerns)
    #expect(concerns.all.map(\.concern.seen) == ["two bruises on the arm"])
    #expect(concerns.all.first?.concern.subject.family != nil)
  }

  @Test("one that is missing something says so at its field, and nothing is recorded")
  func incomplete() throws {
    let user = try ScreenUser()
    user.press("4 ! ^S")
    #expect(user.screen.contains("Please fill this in."))
    #expect(user.program.session?.desk.caseload.concerns.count == 0)
  }

  @Test("one past its clock leads every main screen of a coordinator, and no screen of a volunteer")
  func leads() throws {
    for role in [VisitModel.Role.coordinator, .volunteer] {
      let disk = SimulatedDisk(seed: 1)
      var (journal, caseload) = try SmallScheme.journal(on: disk, as: role, withCoordinator: true)
      let raised = Moment(ScreenUser.today.advanced(by: -2), .midnight)
      let concern = Concern(
        id: RecordID(bits: 900), subject: .family(FamilyID(rawValue: 1), people: [], others: ""),
        seen: "A bruise", day: raised.day, danger: .no, raised: raised)
      // A volunteer reads no more than the own copy of what they raised.
      let facts: [Fact] = role == .coordinator ? [.concern(.raised(concern))] : [.concern(.copied(concern))]
      for kept in try journal.record(facts) { caseload.apply(kept) }
      let user = try ScreenUser(.atWork(journal, caseload), on: disk)
      for screen in 1...7 {
        user.press("\(screen)")
        #expect(
          user.screen.contains("CONCERN LATE") == (role == .coordinator), "\(role) \(screen) \(user.screen)")
      }
    }
  }

  @Test("one goes from raised to signed off by the keys of screen 4")
  func wholeWay() throws {
    let user = try ScreenUser()
    user.press("!")
    user.focusField("seen")
    user.type("no food in the house")
    user.focusField("danger")
    user.press("Space")
    user.focusField("told")
    user.type("Ann")
    user.press("^S Enter 4")
    #expect(user.screen.contains("1 open"))
    #expect(user.screen.contains("no food i"))
    user.press("x")
    #expect(user.screen.contains("Nothing was done about it yet"))
    user.press("k ^S")
    #expect(user.screen.contains("in hand"))
    user.press("d")
    user.type("rang the duty team")
    user.press("^S")
    #expect(user.screen.contains("acting"))
    user.press("o")
    user.type("a food parcel came")
    user.press("^S")
    user.press("x")
    user.type("seen by the health visitor")
    user.press("^S")
    #expect(user.screen.contains("signed off"))
    user.press("Enter")
    #expect(user.screen.contains("a food parcel came"))
    #expect(user.program.session?.desk.caseload.concerns.all.first?.stage == .closed)
  }

  @Test("the worry on a visit is one at once, and asks for what is missing")
  func worry() throws {
    let user = try ScreenUser()
    user.press("v")
    user.type("all well")
    user.focusField("isWorry")
    user.press("Right")
    user.focusField("worry")
    user.type("mum very low")
    user.press("^S")
    #expect(user.screen.contains("Tell someone today"))
    user.press("y")
    #expect(user.screen.contains("Your worry is raised as a concern"))
    #expect(user.program.session?.desk.caseload.concerns.all.map(\.concern.seen) == ["mum very low"])
    user.press("Esc")
    #expect(user.program.session?.desk.caseload.concerns.count == 1)
  }

}
