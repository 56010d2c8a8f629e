import Foundation
import Terminal
import Testing
import VisitModel

@testable import VisitScreens

/// Whole screens compared with readable text pictures in `Pictures/`. To draw them anew after a change that was
/// meant: `VISITBOOK_PICTURES=draw swift test --filter PictureTests`, and look at the difference.
@Suite struct PictureTests {
  static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)]

  /// What is pressed before the picture is taken, by the name of the picture.
  static let scenes: [(name: String, keys: String)] = [
    ("families", ""), ("family", "Enter"), ("family-people", "Enter 2"), ("family-visits", "Enter 3"),
    ("visit-form", "v"), ("check-in", "c ^S 3 2 d"), ("visits", "2"), ("volunteers", "3"),
    ("volunteer", "3 Enter"),
    ("out-board", "o ^S 3 o"), ("services", "5"), ("candidates", "G Enter M"), ("family-services", "Enter 6"),
    ("summary", "6"), ("journal", "7"),
    ("help", "?"), ("palette", "^P"),
  ]

  @Test("each screen looks as its picture shows it, at three sizes", arguments: scenes, sizes)
  func picture(scene: (name: String, keys: String), size: Size) throws {
    let user = try ScreenUser(size: size)
    user.press(scene.keys)
    try expect(user.screen, looksLike: "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test("a volunteer sees their own families and nobody else's")
  func volunteer() throws {
    let user = try ScreenUser(as: .volunteer)
    try expect(user.screen, looksLike: "my-families-80x24")
  }

  @Test("the cursor stands on what is selected, on every screen, for screen readers", arguments: scenes)
  func cursor(scene: (name: String, keys: String)) throws {
    let user = try ScreenUser()
    user.press(scene.keys)
    let grid = user.grid
    let cursor = try #require(grid.cursor)
    #expect((0..<80).contains(cursor.column) && (0..<24).contains(cursor.row))
  }

  @Test("no screen shows a key without words", arguments: scenes)
  func words(scene: (name: String, keys: String)) throws {
    let user = try ScreenUser(size: Size(columns: 200, rows: 60))
    user.press(scene.keys)
    #expect(!user.screen.contains("[command.") && !user.screen.contains("[column."))
    #expect(
      user.screen.firstMatch(of: /\[[a-z]+\.[a-zA-Z.]+\]/) == nil, "a key without words is on the screen")
  }

  private func expect(_ screen: String, looksLike name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Pictures/\(name).txt")
    if ProcessInfo.processInfo.environment["VISITBOOK_PICTURES"] == "draw" {
      try (screen + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    let picture = try String(contentsOf: file, encoding: .utf8)
    #expect(screen + "\n" == picture, "it looks like this now:\n\(screen)")
  }
}
