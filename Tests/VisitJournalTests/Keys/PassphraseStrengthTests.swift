import Testing
import VisitJournal

@Suite("The strength of a passphrase")
struct PassphraseStrengthTests {
  private func strength(_ text: String, known: [String] = []) -> PassphraseStrength {
    PassphraseStrength.of(SecretBytes(text: text), known: known)
  }

  @Test(
    "is lowest for what anyone would try first",
    arguments: [
      "", "demo", "password", "Password1", "qwerty", "12345678", "11111111", "aaaaaaaaaaaa", "visitbook2026",
    ])
  func guessable(text: String) {
    #expect(strength(text) <= .weak)
  }

  @Test(
    "is good from four unrelated words on",
    arguments: ["gravel teapot lantern thirsty", "kettle-orbit-walnut-plaza", "purple Wombat sings 7 arias"])
  func good(text: String) {
    #expect(strength(text) >= .good)
  }

  @Test("does not grow by saying a word again, and grows by another word")
  func growth() {
    #expect(strength("teapot teapot teapot teapot") < .fair)
    #expect(strength("teapot lantern gravel") > strength("teapot lantern"))
  }

  @Test("falls for the scheme's and the member's own names")
  func known() {
    #expect(strength("Rushmoor Lowri", known: ["Rushmoor", "Lowri Hughes"]) == .guessable)
    #expect(strength("Rushmoor Lowri") > .guessable)
  }
}
