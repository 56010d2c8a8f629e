import Testing
import VisitReports

@Suite("Text for a terminal or a pipe")
struct CleanTextTests {
  @Test(
    "line ends of every kind are one space on a line, one line feed among lines",
    arguments: ["a\nb", "a\r\nb", "a\rb"])
  func lineEnds(_ text: String) {
    #expect(CleanText.forOneLine(text) == "a b")
    #expect(CleanText.forLines(text) == "a\nb")
  }

  @Test(
    "what a terminal would obey, and what hides or turns text, shows as a question mark",
    arguments: ["\u{1B}", "\u{07}", "\u{9B}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}"])
  func harmful(_ mark: String) {
    #expect(CleanText.forOneLine("a\(mark)b") == "a?b")
    #expect(CleanText.forLines("a\(mark)b") == "a?b")
  }

  @Test("letters of any script stay as they are", arguments: ["Gŵyther", "Zoë 😀", "مرحبا", "李"])
  func letters(_ text: String) {
    #expect(CleanText.forOneLine(text) == text)
    #expect(CleanText.forLines(text) == text)
  }
}
