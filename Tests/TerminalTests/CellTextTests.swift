import Terminal
import Testing

@Suite("Text in cells")
struct CellTextTests {
  @Test(
    "a character takes the cells every terminal agrees on",
    arguments: [
      ("a", 1), ("ŵ", 1), ("e\u{301}", 1), ("漢", 2), ("か\u{3099}", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("한", 2),
      ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("❤\u{FE0F}", 1), ("🇬🇧", 2), ("1\u{FE0F}\u{20E3}", 1),
      ("🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}", 2), ("\u{AD}", 0), ("\u{200B}", 0),
      ("\u{202E}", 0), ("\u{1B}", 0), ("\u{9B}", 0), ("\t", 1), ("\r\n", 1), ("क\u{93F}", 2), ("Ａ", 2),
      ("ﾊ", 1),
      ("\u{301}", 1), ("🫨", 2), ("…", 1), ("│", 1), ("▅", 1), ("ά", 1), ("ש", 1), ("م", 1), ("\u{E000}", 1),
    ] as [(Character, Int)])
  func widths(character: Character, width: Int) {
    #expect(CellText.width(of: character) == width)
    #expect(CellText.width(of: String(character)) == width)
  }

  @Test(
    "what a terminal could obey or hide never comes through",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("a\u{9B}2Jb", "a2Jb"), ("bell\u{7}", "bell"),
      ("pay \u{202E}001\u{202C}", "pay 001"), ("\u{2066}x\u{2069}", "x"), ("a\u{200E}b\u{200F}c", "abc"),
      ("zero\u{200B}width\u{FEFF}", "zerowidth"), ("a\tb", "a b"), ("two\r\nlines\nhere", "two lines here"),
      ("del\u{7F}", "del"), ("\u{301}alone", "◌\u{301}alone"), ("🇬🇧", "GB"), ("👩‍👩‍👧", "👩"),
      ("para\u{2029}graph", "para graph"),
      ("\u{3164}filler\u{115F}", "filler"), ("\u{E0041}tag", "tag"),
    ])
  func sanitised(text: String, safe: String) {
    #expect(CellText.sanitised(text) == safe)
  }

  @Test("line breaks stay where they are asked to")
  func newlines() {
    #expect(CellText.sanitised("a\r\nb\u{2028}c", newlines: .keep) == "a\nb\nc")
  }

  @Test("a base keeps four marks at most, as a cell of ncurses does")
  func marks() {
    let safe = CellText.sanitised("a" + String(repeating: "\u{301}", count: 60))
    #expect(safe.unicodeScalars.count == 5)
    #expect(CellText.width(of: safe) == 1)
  }

  @Test("decomposed Hangul is composed")
  func hangul() {
    let safe = CellText.sanitised("\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}")
    #expect(Array(safe.unicodeScalars) == Array("한글".unicodeScalars))
  }

  @Test("text cut to cells says so and never splits a cluster")
  func truncated() {
    #expect(CellText.truncated("Llewelyn", to: 8) == "Llewelyn")
    #expect(CellText.truncated("Llewelyn", to: 5) == "Llew…")
    #expect(CellText.truncated("漢字漢字", to: 5) == "漢字…")
    #expect(CellText.truncated("漢字漢字", to: 4) == "漢…")
    #expect(CellText.truncated("e\u{301}e\u{301}e\u{301}", to: 2) == "e\u{301}…")
    #expect(CellText.truncated("abc", to: 1) == "…")
    #expect(CellText.truncated("abc", to: 0).isEmpty)
  }

  @Test("padding fills to the cell, wide text too")
  func padded() {
    #expect(CellText.padded("漢", to: 4) == "漢  ")
    #expect(CellText.padded("12", to: 4, alignment: .right) == "  12")
    #expect(CellText.padded("x", to: 4, alignment: .centre) == " x  ")
    #expect(CellText.padded("12345", to: 4) == "123…")
  }

  @Test(
    "words wrap at blanks, and long ones are cut",
    arguments: [
      ("the door, then we talked", 10, ["the door,", "then we", "talked"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("one\n\ntwo", 10, ["one", "", "two"]), ("", 10, [""]),
      ("end\n", 10, ["end", ""]), ("漢字漢字", 5, ["漢字", "漢字"]),
      ("well-being now", 7, ["well-", "being", "now"]),
      ("a b", 1, ["a", "b"]),
    ])
  func wrapped(text: String, columns: Int, lines: [String]) {
    #expect(CellText.wrapped(text, to: columns).map(String.init) == lines)
  }

  @Test("layout and drawing agree on any text, and safe text stays as it is", arguments: 0..<20)
  func agreement(seed: Int) {
    var chance = Seeded(UInt64(seed))
    var broken: [String] = []
    for _ in 0..<200 {
      let text = chance.hostileText(12)
      let safe = CellText.sanitised(text)
      let width = CellText.width(of: text)
      var used = 0
      let grid = drawn(60, 1) { _, grid in used = grid.write(text, at: Position(column: 0, row: 0)) }
      let isHarmless = safe.unicodeScalars.allSatisfy {
        ![.control, .format, .unassigned, .privateUse, .lineSeparator].contains($0.properties.generalCategory)
      }
      let agrees = used == width && CellText.width(of: safe) == width && CellText.sanitised(safe) == safe
      if !agrees || !isHarmless || !isSound(grid) {
        broken.append(text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())
      }
    }
    #expect(broken.isEmpty)
  }
}
