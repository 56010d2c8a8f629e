import Support
import Terminal
import Testing
import VisitJournal
import VisitModel

@testable import VisitScreens

/// What a person does on the screens, from the first key to what the journal holds afterwards.
@Suite struct WorkTests {
  @Test("a visit like the last one is logged in well under sixty keys")
  func logVisit() throws {
    let user = try ScreenUser()
    let note = "Rosie had slept better."
    var keys = 0
    func press(_ spelled: String) {
      keys += spelled.split(separator: " ").count
      user.press(spelled)
    }
    press("/")
    user.type("abb")
    press("Enter v")
    user.type(note)
    press("^S")
    keys += 3 + note.count
    #expect(keys < 60)
    #expect(user.screen.contains("recorded as entry"))
    user.press("Esc Enter 3")
    #expect(user.screen.contains(note))
  }

  @Test("a wrong date is named under its field, and nothing typed is lost")
  func wrongDate() throws {
    let form = try ScreenUser()
    form.press("v")
    form.type("A long afternoon.")
    form.focusField("date")
    form.press("^U")
    form.type("35/13")
    form.press("^S")
    #expect(form.screen.contains("\"35/13\" is not a day"))
    #expect(form.screen.contains("nothing was recorded"))
    #expect(form.screen.contains("35/13"))
    form.size = Size(columns: 80, rows: 60)
    #expect(form.screen.contains("A long afternoon."))
  }

  @Test("Esc keeps what was typed, under its own family and no other's")
  func draft() throws {
    let user = try ScreenUser()
    user.press("/")
    user.type("abb")
    user.press("Enter v")
    user.type("half a thought")
    user.press("Esc")
    #expect(user.screen.contains("Kept as a draft"))
    user.press("Esc /")
    user.type("wyn")
    user.press("Enter v")
    #expect(!user.screen.contains("half a thought"))
    user.press("Esc Esc /")
    user.type("abb")
    user.press("Enter v")
    #expect(user.screen.contains("half a thought"))
    user.press("^S")
    #expect(user.screen.contains("recorded as entry"))
    user.press("v")
    #expect(!user.screen.contains("half a thought"))
  }

  @Test("a visit taken back stays to be seen with its reason, and counts no more")
  func retract() throws {
    let user = try ScreenUser()
    user.press("/")
    user.type("abb")
    user.press("Enter Enter 3 x")
    user.type("entered for the wrong day")
    user.press("^S Enter")
    #expect(user.screen.contains("Taken back"))
    #expect(user.screen.contains("because entered for the"))
  }

  @Test("taking back without a reason is refused in words")
  func retractWithoutReason() throws {
    let user = try ScreenUser()
    user.press("2 x ^S")
    #expect(user.screen.contains("Please fill this in."))
  }

  @Test("amending shows what it said before, and why it changed")
  func amend() throws {
    let user = try ScreenUser()
    user.press("/")
    user.type("abb")
    user.press("Enter Enter 3 a")
    user.focusField("reason")
    user.type("she corrected me")
    user.focusField("minutes")
    user.press("^U")
    user.type("75")
    user.press("^S Enter")
    #expect(user.screen.contains("For: 90 -> 75"))
    #expect(user.screen.contains("she corrected me"))
  }

  @Test("a check-in of thirteen needs is answered with one key each, and blanks are not noughts")
  func checkIn() throws {
    let user = try ScreenUser()
    user.press("c ^S 3 2 d - 4 Enter 5 ^S")
    #expect(user.screen.contains("Recorded as entry"))
    #expect(user.screen.contains("3.50"))
  }

  @Test("every figure of the summary opens as many visits as it says")
  func summary() throws {
    let user = try ScreenUser()
    user.press("6 Enter")
    #expect(user.screen.contains("visits"))
  }

  @Test("what does not fit on a small screen is reached by the arrow keys")
  func scrolledOverview() throws {
    let user = try ScreenUser(size: Size(columns: 40, rows: 8))
    user.press("Enter")
    #expect(!user.screen.contains("Last visit"))
    user.press("Down Down Down Down Down Down Down Down Down Down")
    #expect(user.screen.contains("Last visit"))
    user.press("Home")
    #expect(user.screen.contains("Rosie Abbott"))
  }

  @Test("a letter that cannot work now says why")
  func disabled() throws {
    let user = try ScreenUser(empty: true)
    user.press("Enter")
    #expect(user.screen.contains("No family is selected."))
  }

  @Test("a family is added by keys alone, and is on the list at once")
  func newFamily() throws {
    let user = try ScreenUser(empty: true)
    user.press("n")
    user.type("Okafor")
    user.press("Tab")
    user.type("Ada Okafor")
    user.press("^S")
    #expect(user.screen.contains("F-0001 Okafor"))
    user.press("Esc")
    #expect(user.screen.contains("Okafor"))
  }

  @Test("what is not saved is said so, and stays in the form")
  func diskFull() throws {
    let user = try ScreenUser()
    user.press("v")
    user.type("words that must not go")
    user.disk.faults.noSpace = 1
    user.press("^S")
    #expect(user.screen.contains("NOT SAVED"))
    #expect(user.screen.contains("words that must not go"))
  }
}

extension ScreenUser {
  /// Goes to a field of the form in front by Tab alone.
  func focusField(_ id: String) {
    for _ in 0..<60 where focusedField != id { press("Tab") }
    precondition(focusedField == id, "there is no field \(id) to go to")
  }

  private var focusedField: String? {
    switch program.session?.front {
    case let form as VisitFormScreen: form.form.focusedID
    case let form as FormScreen: form.form.focusedID
    default: nil
    }
  }
}
