import Support
import Terminal
import Testing
import VisitModel

@testable import VisitScreens

/// A coordinator who finds that two families are one, and that they are not, on the screens.
@Suite struct MergeScreenTests {
  private func open(_ user: ScreenUser, _ name: String) {
    user.press("/")
    user.type(name)
    user.press("Enter Enter")
  }

  private func command(_ user: ScreenUser, _ name: String) {
    user.press("^P")
    user.type(name)
    user.press("Enter")
  }

  /// Ends the episode of the family in front, so that only one is open.
  private func end(_ user: ScreenUser) {
    user.press("m")
    user.focusField("stage")
    user.type("ended")
    user.press("Enter")
    user.focusField("reason")
    user.type("twice in the book")
    user.press("^S")
    // Ending support has a form of its own, which knows the reason already.
    if user.screen.contains("Final scores") {
      user.focusField("finalScores")
      user.type("c")
    }
    user.press("^S Esc")
  }

  @Test(
    "a coordinator sees what a merge will do, merges, finds the family by its old number, and takes it back")
  func merge() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    open(user, "bevan")
    command(user, "merge")
    #expect(user.screen.contains("will show in the other family's file"))
    user.focusField("mergeInto")
    user.type("F-0099")
    user.focusField("reason")
    user.type("one household")
    user.press("^S")
    #expect(user.screen.contains("F-0099"))
    user.focusField("mergeInto")
    user.press("^U")
    user.type("F-0001")
    user.press("^S")
    #expect(user.screen.contains("Both families have an open episode"))
    user.press("Esc")
    end(user)
    command(user, "merge")
    user.focusField("mergeInto")
    user.press("^U")
    user.type("F-0001")
    user.focusField("reason")
    user.type("one household")
    user.press("^S")
    #expect(user.screen.contains("goes into F-0001"))
    user.press("y")
    #expect(user.screen.contains("was merged into F-0001"))
    #expect(user.screen.contains("F-0001 Abbott"))
    user.press("8")
    #expect(user.screen.contains("family merged"))

    user.press("^P")
    user.type("F-0003")
    user.press("Enter")
    #expect(user.screen.contains("F-0001 Abbott"))
    command(user, "take merge back")
    user.focusField("reason")
    user.type("neighbours after all")
    user.press("^S")
    #expect(user.screen.contains("gets its own file again"))
    user.press("y")
    #expect(user.screen.contains("F-0003 Bevan"))
    #expect(!user.screen.contains("was merged into"))
  }

  @Test("a life event is put right from the history, which shows what it said before")
  func amend() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    open(user, "abb")
    user.press("l")
    user.focusField("what")
    user.type("to her sister")
    user.focusField("event")
    user.press("Enter Down Enter")
    user.press("^S")
    user.press("8")
    #expect(user.screen.contains("life event recorded"))
    user.press("a")
    #expect(user.screen.contains("Amend a life event"))
    user.focusField("what")
    user.press("^U")
    user.type("to her aunt")
    user.focusField("reason")
    user.type("misheard")
    user.press("^S")
    #expect(user.screen.contains("life event amended"))
    user.press("Enter")
    #expect(user.screen.contains("to her sister") && user.screen.contains("to her aunt"))
    #expect(user.screen.contains("misheard"))
  }
}
