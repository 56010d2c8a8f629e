import Terminal
import Testing
import VisitModel

@testable import VisitScreens

/// What a volunteer can do and see on the screens.
@Suite struct VolunteerWorkTests {
  @Test(
    "a visit that a volunteer writes up is theirs, so that their hours and miles count; one they put right stays theirs"
  )
  func ownVisit() throws {
    let user = try ScreenUser(as: .volunteer, size: Size(columns: 100, rows: 50))
    user.press("v")
    user.type("A quiet hour")
    user.press("^S")
    #expect(user.screen.contains("recorded as entry"), "\(user.screen)")
    func visit() throws -> Visit {
      let desk = try #require(user.program.session?.desk)
      let visits = desk.caseload.familiesInOrder.flatMap(\.visits).compactMap(\.current)
      return try #require(visits.first { $0.note.hasPrefix("A quiet hour") })
    }
    #expect(try visit().volunteers == [VolunteerNumber(1)])
    user.press("Enter 3 Enter a")
    user.focusField("note")
    user.type("A quiet hour and a half. ")
    user.focusField("reason")
    user.type("more to say")
    user.press("^S")
    #expect(try visit().volunteers == [VolunteerNumber(1)])
  }

  @Test("somebody who came home says so with one key on the list of families")
  func homeSafe() throws {
    let user = try ScreenUser(as: .volunteer, size: Size(columns: 100, rows: 50))
    user.press("o ^S")
    #expect(user.program.session?.desk.caseload.familiesInOrder.contains { !$0.outings.open.isEmpty } == true)
    user.press("h")
    #expect(
      user.program.session?.desk.caseload.familiesInOrder.allSatisfy { $0.outings.open.isEmpty } == true)
    #expect(user.screen.contains("✓"), "\(user.screen)")
  }

  @Test("a volunteer is offered the instruments that are theirs to give and on, and no other")
  func instruments() throws {
    let user = try ScreenUser(as: .volunteer, size: Size(columns: 100, rows: 50))
    user.press("c Space")
    for title in ["WHO-5", "ONS", "loneliness"] {
      #expect(user.screen.contains(title), "\(title) \(user.screen)")
    }
    for title in ["PHQ", "GAD", "Edinburgh", "ASQ", "CORE"] {
      #expect(!user.screen.contains(title), "\(title)")
    }
  }

  @Test(
    "after a very low score a volunteer reads what to do, and no word for how bad it is; a coordinator reads the word"
  )
  func noSeverity() throws {
    for (role, isTold) in [(VisitModel.Role.volunteer, false), (.coordinator, true)] {
      let user = try ScreenUser(as: role, size: Size(columns: 120, rows: 50))
      user.press("/")
      user.type("abb")
      user.press("Enter c")
      let who5 = try #require(user.program.session?.desk.instruments[InstrumentID(rawValue: "who5")])
      user.type("WHO")
      user.press("Enter ^S 0 0 0 0 0 ^S")
      #expect(user.screen.contains("WHO-5"), "\(user.screen)")
      let worst = who5.result(of: try who5.answers(typed: Array(repeating: "0", count: 5)))
      let words: [String] = worst.scores.compactMap { $0.band?.label.text() }
      let word = try #require(words.first)
      #expect(user.screen.contains(word) == isTold, "\(role) \(word) \(user.screen)")
    }
  }
}
