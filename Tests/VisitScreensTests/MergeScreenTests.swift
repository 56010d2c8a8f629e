import Support
import Terminal
import Testing
import VisitJournal
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

  /// Fills in that the family in front goes into F-0001.
  private func fillMerge(_ user: ScreenUser) {
    command(user, "merge")
    user.focusField("mergeInto")
    user.press("^U")
    user.type("F-0001")
    user.focusField("reason")
    user.type("one household")
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
    fillMerge(user)
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

  /// Adds Kay Bevan's family a second time, by her name and telephone.
  private func enterTwice(_ user: ScreenUser) {
    user.press("1 n")
    user.type("Bevan")
    user.focusField("personName0")
    user.type("Kay Bevan")
    user.focusField("phone")
    user.type("07700 900142")
    user.press("Tab")
    #expect(user.screen.contains("Likely there already: F-0003 Bevan"), "\(user.screen)")
    user.press("^S")
  }

  @Test("a family that is likely there already is offered to be merged as soon as it is recorded")
  func offered() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    enterTwice(user)
    #expect(user.screen.contains("Is it the same family?"), "\(user.screen)")
    user.press("y")
    #expect(user.screen.contains("Merge F-0004 Bevan into another family"))
    #expect(user.screen.contains("[F-0003"), "\(user.screen)")
  }

  @Test("likely pairs are listed from the families, with what speaks for them, and merged from there")
  func duplicates() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    user.press("D")
    #expect(user.screen.contains("No two families look the same"))
    user.press("Esc")
    enterTwice(user)
    user.press("Esc Esc 1 D")
    #expect(user.screen.contains("F-0004 Bevan") && user.screen.contains("F-0003 Bevan"), "\(user.screen)")
    #expect(user.screen.contains("same telephone"))
    user.press("Enter")
    #expect(user.screen.contains("Merge F-0004 Bevan into another family"))
    user.press("Esc f")
    #expect(user.screen.contains("F-0003 Bevan"))
  }

  @Test(
    "a draft begun for a family that was merged since is listed, opened and kept under the one that goes on")
  func drafts() throws {
    let user = try ScreenUser(size: Size(columns: 100, rows: 40))
    open(user, "bevan")
    user.press("v")
    user.type("half a thought about Kay")
    user.press("Esc")
    end(user)
    fillMerge(user)
    user.press("^S y")
    #expect(user.screen.contains("was merged into F-0001"), "\(user.screen)")
    user.press("v")
    #expect(user.screen.contains("half a thought about Kay"), "\(user.screen)")
    user.press("Esc")
    let kept = try #require(user.program.session?.journal.drafts.list().drafts)
    #expect(kept.map(\.key.family) == [FamilyID(rawValue: 1)])
    user.press("v")
    user.focusField("minutes")
    user.type("60")
    user.press("^S")
    #expect(user.screen.contains("recorded as entry"), "\(user.screen)")
    #expect(try user.program.session?.journal.drafts.list().drafts.isEmpty == true)
  }

  @Test("a check-in and a letter are opened from the history")
  func historyOpens() throws {
    let disk = SimulatedDisk(seed: 1)
    var (journal, caseload) = try SmallScheme.journal(on: disk, as: .coordinator)
    let letter = Letter(
      kind: LetterID(rawValue: "ending-family"), episode: EpisodeNumber(1), day: ScreenUser.today)
    for kept in try journal.record([.evaluation(FamilyID(rawValue: 1), .letterWritten(letter))]) {
      caseload.apply(kept)
    }
    let user = try ScreenUser(.atWork(journal, caseload), on: disk, size: Size(columns: 100, rows: 40))
    open(user, "abb")
    user.press("8 Enter")
    #expect(user.screen.contains("We should like to hear how it was for you"), "\(user.screen)")
    user.press("Esc 4 e")
    user.focusField("date")
    user.type("10/11")
    user.focusField("doneBy")
    user.type("health visitor")
    user.press("^S 8 g Enter")
    #expect(user.screen.contains("done by health visitor"), "\(user.screen)")
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
