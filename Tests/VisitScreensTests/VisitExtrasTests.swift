import Terminal
import Testing
import VisitModel

@testable import VisitScreens

/// What comes up on a visit beside the visit itself: services, and moments between parent and baby.
@Suite struct VisitExtrasTests {
  private func logging(_ family: String = "abb") throws -> ScreenUser {
    let user = try ScreenUser(size: Size(columns: 80, rows: 60))
    user.press("5 n")
    user.type("Ash Hub")
    user.press("Tab")
    user.type("Stay and Play")
    user.press("^S 1 /")
    user.type(family)
    user.press("Enter v")
    return user
  }

  private func lastVisit(_ user: ScreenUser) -> Visit? {
    user.program.session?.desk.caseload.familiesInOrder.first?.visits.last?.current
  }

  @Test("a service is chosen from the directory, others are typed beside it, and the visit says both")
  func services() throws {
    let user = try logging()
    user.type("A good morning")
    user.focusField("signpostedListed")
    user.type("stay")
    user.press("Enter")
    user.focusField("signposted")
    user.type("the food bank; Rhyme time, upstairs")
    user.focusField("attendedTogether")
    user.type("Dr Bray")
    user.press("^S")
    #expect(user.screen.contains("recorded as entry"), "\(user.screen)")
    let visit = try #require(lastVisit(user))
    #expect(
      visit.signposted == [
        .listed(ServiceNumber(1)), .named("the food bank"), .named("Rhyme time, upstairs"),
      ])
    #expect(visit.attendedTogether == [.named("Dr Bray")])
    user.press("Enter 3 Enter")
    #expect(user.screen.contains("Ash Hub: Stay and Play, the food bank"), "\(user.screen)")
    user.press("a")
    #expect(user.screen.contains("S-001 Ash Hub"), "\(user.screen)")
    user.press("Esc Esc 6")
    #expect(user.screen.contains("On visits pointed to: Ash Hub: Stay and Play"), "\(user.screen)")
    #expect(user.screen.contains("On visits gone to together: Dr Bray"))
  }

  @Test("a number the directory does not have is named under its field, and nothing is lost")
  func wrongNumber() throws {
    let user = try logging()
    user.focusField("signposted")
    user.type("S-077")
    user.press("Tab")
    #expect(user.screen.contains("S-077"))
    user.press("^S")
    #expect(user.screen.contains("nothing was recorded"))
    #expect(user.screen.contains("is no service of the directory"), "\(user.screen)")
  }

  @Test("moments are asked where there is a baby, and not where nobody is born yet")
  func moments() throws {
    let user = try logging()
    #expect(user.screen.contains("looked at each other"))
    user.focusField("moments")
    user.press("Space")
    user.focusField("momentWords")
    user.type("He laughed at her hat")
    user.press("^S")
    #expect(lastVisit(user)?.moments == [MomentID(rawValue: "looking")])
    user.press("Enter 3 Enter")
    #expect(user.screen.contains("looked at each other, He laughed at her hat"), "\(user.screen)")
    #expect(try !logging("wyn").screen.contains("looked at each other"))
  }

  @Test("a draft gives back services and moments as they were entered")
  func draft() throws {
    let user = try logging()
    user.focusField("signpostedListed")
    user.press("Space Down Enter")
    user.focusField("signposted")
    user.type("the food bank")
    user.focusField("momentWords")
    user.type("Warm hands")
    user.press("Esc v")
    for words in ["S-001 Ash Hub", "the food bank", "Warm hands"] {
      #expect(user.screen.contains(words), "\(words)\n\(user.screen)")
    }
  }

  @Test("what the health visitor did is written down from the check-ins, and nothing of it is scored")
  func elsewhere() throws {
    let user = try ScreenUser()
    user.press("/")
    user.type("abb")
    user.press("Enter Enter 4 e")
    user.press("^S")
    #expect(user.screen.contains("nothing was recorded"))
    user.focusField("date")
    user.type("10/11")
    user.focusField("doneBy")
    user.type("health visitor")
    user.focusField("result")
    user.type("two areas to watch")
    user.press("^S")
    #expect(user.screen.contains("by health visitor: two"), "\(user.screen)")
    user.press("Enter")
    #expect(user.screen.contains("nothing of it is scored here"), "\(user.screen)")
    #expect(user.screen.contains("Noah"))
  }
}
