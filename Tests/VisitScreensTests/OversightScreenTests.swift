import Support
import Terminal
import Testing
import VisitModel

@testable import VisitScreens

/// What a supervisor does with the records themselves, on the screens.
@Suite struct OversightScreenTests {
  /// Gives a command of the palette by the beginning of its name.
  private func command(_ user: ScreenUser, _ name: String) {
    user.press("^P")
    user.type(name)
    user.press("Enter")
  }

  @Test("a supervisor erases a family by typing its number, and finds it gone")
  func erase() throws {
    let user = try ScreenUser(as: .supervisor, size: Size(columns: 100, rows: 40))
    user.press("/")
    user.type("abb")
    user.press("Enter Enter")
    if user.screen.contains("Say why") {
      user.type("clearing up")
      user.press("^S")
    }
    command(user, "erase for good")
    #expect(user.screen.contains("cannot be undone"))
    user.focusField("reason")
    user.type("period is over")
    user.focusField("number")
    user.type("F-0002")
    user.press("^S")
    #expect(user.screen.contains("F-0001"))
    user.press("^U")
    user.type("F-0001")
    user.press("^S")
    #expect(user.screen.contains("was erased"))
    #expect(!user.screen.contains("Abbott"))
  }

  @Test("a coordinator may neither erase nor hold, and is told who may")
  func coordinator() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    user.press("/")
    user.type("abb")
    user.press("Enter Enter")
    command(user, "erase for good")
    #expect(user.screen.contains("supervisor"))
    #expect(!user.screen.contains("cannot be undone"))
  }

  @Test(
    "a supervisor beside a coordinator is asked why before a family is laid open, whichever screen does it, once a day",
    arguments: ["Enter", "v", "c", "2 Enter", "2 a"])
  func opening(keys: String) throws {
    let user = try ScreenUser(as: .supervisor, size: Size(columns: 100, rows: 40), withCoordinator: true)
    user.press(keys)
    #expect(user.screen.contains("Say why"), "\(user.screen)")
    user.type("a complaint")
    user.press("^S")
    #expect(!user.screen.contains("Say why"), "\(user.screen)")
    user.press("Esc Esc")
    user.press(keys)
    #expect(!user.screen.contains("Say why"), "\(user.screen)")
  }
}
