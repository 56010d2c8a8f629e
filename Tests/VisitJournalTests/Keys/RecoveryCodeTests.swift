import Support
import Testing

@testable import VisitJournal

@Suite("A recovery code")
struct RecoveryCodeTests {
  static let code = RecoveryCode(randomness: .seeded(3))
  static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  @Test("is shown as seven groups of four letters and holds 130 random bits")
  func shape() {
    let groups = RecoveryCodeTests.code.groups
    #expect(groups.count == 7)
    #expect(groups.allSatisfy { $0.count == 4 })
    #expect(RecoveryCodeTests.code.values.count * 5 - 10 >= 130)
    #expect(RecoveryCode(randomness: .seeded(4)) != RecoveryCodeTests.code)
  }

  @Test("is read in any case, with any spaces, and with letters that look like digits")
  func tolerance() throws {
    let code = RecoveryCodeTests.code
    let shown = code.description
    #expect(try RecoveryCode(typed: shown) == code)
    #expect(try RecoveryCode(typed: shown.uppercased()) == code)
    #expect(try RecoveryCode(typed: "  " + shown.split(separator: "-").joined(separator: " ") + "\n") == code)
    let lookalike = String(shown.map { $0 == "0" ? "O" : $0 == "1" ? "l" : $0 })
    #expect(try RecoveryCode(typed: lookalike) == code)
  }

  @Test("with one wrong letter is refused, and the group with the wrong letter is named")
  func oneWrongLetter() {
    let right = Array(RecoveryCodeTests.code.groups.joined())
    for place in right.indices {
      for letter in RecoveryCodeTests.letters where letter != right[place] {
        var wrong = right
        wrong[place] = letter
        #expect(throws: RecoveryCode.Misreading.group(place / 4 + 1)) {
          try RecoveryCode(typed: String(wrong))
        }
      }
    }
  }

  @Test("with two letters in each other's place is refused")
  func swappedLetters() {
    let right = Array(RecoveryCodeTests.code.groups.joined())
    for first in right.indices {
      for second in right.indices.dropFirst(first + 1) where right[first] != right[second] {
        var wrong = right
        wrong.swapAt(first, second)
        #expect(throws: RecoveryCode.Misreading.self) { try RecoveryCode(typed: String(wrong)) }
      }
    }
  }

  @Test("too short, too long or with a strange character says which it is")
  func misreadings() {
    let shown = RecoveryCodeTests.code.description
    #expect(throws: RecoveryCode.Misreading.length(27)) { try RecoveryCode(typed: shown.dropLast()) }
    #expect(throws: RecoveryCode.Misreading.length(29)) { try RecoveryCode(typed: shown + "0") }
    #expect(throws: RecoveryCode.Misreading.length(0)) { try RecoveryCode(typed: "") }
    #expect(throws: RecoveryCode.Misreading.character("u")) {
      try RecoveryCode(typed: shown.dropLast() + "u")
    }
    #expect(throws: RecoveryCode.Misreading.self) {
      try RecoveryCode(typed: String(repeating: "0", count: 100_000))
    }
  }
}
