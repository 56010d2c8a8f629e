import Testing
import VisitLibrary
import VisitModel

@Suite("letters are data, and their gaps are checked when they are loaded")
struct LetterTests {
  private func letter(_ text: String) throws -> LetterTemplate {
    try Library.letter(reading: Array(text.utf8), file: "letter.txt", id: LetterID(rawValue: "letter"))
  }

  private let head = "to = family\nat = ended\ntitle = a letter\ncarer = you\n---\n"

  @Test("the letters that ship can all be read, and leave no gap open")
  func shipped() throws {
    let letters = try Library.letters()
    #expect(
      Set(letters.map(\.id.rawValue)) == [
        "acceptance-referrer", "refusal-referrer", "ending-family", "ending-referrer",
      ])
    for letter in letters {
      let known: Set<LetterGap> = [.scheme, .today, .coordinator, .family, .received, .children]
      let gaps = letter.parts.compactMap { part -> LetterGap? in
        if case .gap(let gap) = part { return gap }
        return nil
      }
      #expect(gaps.allSatisfy { known.contains($0) || letter.fallbacks[$0] != nil }, "\(letter.id)")
    }
  }

  @Test("a gap is filled with what is known, as plain text, and with its fallback where nothing is")
  func filling() throws {
    let letter = try letter(head + "Dear {carer},\n\nyours, {coordinator}")
    #expect(
      letter.filled([.carer: "Rosie\u{1B}[31m", .coordinator: "Ann"]) == "Dear Rosie[31m,\n\nyours, Ann")
    #expect(letter.filled([.coordinator: "Ann"]) == "Dear you,\n\nyours, Ann")
  }

  @Test(
    "a count is said in the words for one or for many, and nobody is told of \"1 times\"",
    arguments: [("1", "once"), ("2", "2 times"), ("14", "14 times"), ("", "not at all")])
  func counts(visits: String, said: String) throws {
    let letter = try letter(
      "to = family\nat = ended\ntitle = a letter\nvisits = not at all\nvisits.one = once\n"
        + "visits.other = {count} times\n---\nWe came {visits}.")
    #expect(letter.filled([.visits: visits]) == "We came \(said).")
  }

  @Test(
    "the letters that ship count visits in words that are true for none, one and many", arguments: [0, 1, 7])
  func shippedCounts(visits: Int) throws {
    let counting = try Library.letters().filter { $0.parts.contains(.gap(.visits)) }
    #expect(counting.count == 2)
    for letter in counting {
      let text = letter.filled(visits == 0 ? [:] : [.visits: "\(visits)"])
      #expect(!text.contains("1 times") && !text.contains("{"))
      #expect(text.contains("7 times") == (visits == 7) && text.contains("once") == (visits == 1), "\(text)")
    }
  }

  @Test("words for one alone, or for a gap that is none, are refused")
  func countFaults() {
    let head = "to = family\nat = ended\ntitle = a letter\n"
    #expect(throws: LibraryError.self) { try letter(head + "visits.one = once\n---\n{visits}") }
    #expect(throws: LibraryError.self) { try letter(head + "cats.one = a cat\ncats.other = cats\n---\n") }
  }

  @Test(
    "a line that cannot be right is named",
    arguments: [
      ("Dear {nobody},", 6), ("Dear {carer", 6),
    ])
  func faults(text: String, line: Int) {
    #expect { try letter(head + text) } throws: { ($0 as? LibraryError)?.line == line }
    #expect(throws: LibraryError.self) { try letter("to = family\ntitle = x\n---\n") }
    #expect(throws: LibraryError.self) { try letter("to = nobody\nat = ended\ntitle = x\n---\n") }
    #expect(throws: LibraryError.self) { try letter("no dashes") }
  }
}
