import Terminal
import Testing

@Suite("Finding")
struct FindingTests {
  @Test(
    "case and diacritics do not matter",
    arguments: [
      ("Siân", "sian"), ("ŵyr", "wyr"), ("Ŵ", "w"), ("ŶŷÿŸ", "yyyy"), ("Łódź", "lodz"), ("Đặng", "dang"),
      ("Straße", "strasse"), ("Ærøskøbing", "aeroskobing"), ("O’Brien", "o'brien"), ("e\u{301}", "e"),
      ("Þór", "thor"),
      ("ЁЛКА", "елка"), ("ẄẅẀẁẂẃ", "wwwwww"), ("Ỳỳỹ", "yyy"), ("ſ", "s"), ("ȳȲ", "yy"), ("żŻ", "zz"),
      ("SIAN", "sian"),
      ("Έλλη", "έλλη"), ("山田", "山田"),
    ])
  func folding(text: String, folded: String) {
    #expect(FoldedText.fold(text) == folded)
    #expect(FoldedText.fold(folded) == folded)
  }

  @Test("a filter finds parts of words")
  func contains() {
    let name = FoldedText("Siân Llewelyn-Ŵood")
    #expect(name.contains(FoldedText("sian")))
    #expect(name.contains(FoldedText("N LL")))
    #expect(name.contains(FoldedText("woo")))
    #expect(name.contains(FoldedText("")))
    #expect(!name.contains(FoldedText("sianx")))
    #expect(!FoldedText("").contains(FoldedText("a")))
  }

  @Test("the match is told in the original text, so that it can be underlined")
  func matches() throws {
    let text = "Rhiannon Ŵyn"
    let range = try #require(FoldedText.firstMatch(of: "wyn", in: text))
    #expect(text[range] == "Ŵyn")
    #expect(FoldedText.firstMatch(of: "xyz", in: text) == nil)
    #expect(FoldedText.firstMatch(of: "", in: text) == nil)
    let sharp = try #require(FoldedText.firstMatch(of: "s", in: "Weiß"))
    #expect("Weiß"[sharp] == "ß")
  }

  @Test("letters in order match, others do not")
  func fuzzy() {
    #expect(FuzzyMatch.score("lgv", in: "Log a visit") != nil)
    #expect(FuzzyMatch.score("vl", in: "Log a visit") == nil)
    #expect(FuzzyMatch.score("", in: "anything") == 0)
    #expect(FuzzyMatch.score("sian", in: "Siân Evans") != nil)
    #expect(FuzzyMatch.score("log visit", in: "Log a visit") != nil)
  }

  @Test(
    "the better match scores higher",
    arguments: [
      ("vis", "Visits", "Plan revision"), ("lv", "Log a visit", "Leave"), ("rev", "Review", "Retrieve old"),
      ("ok", "Okafor", "Look back"), ("fam", "Families", "Find a meeting"),
    ])
  func ranking(query: String, better: String, worse: String) throws {
    let high = try #require(FuzzyMatch.score(query, in: better))
    #expect(high > FuzzyMatch.score(query, in: worse) ?? Int.min)
  }
}
