import Testing
import VisitModel

@Suite("words in a language that is not there fall back to one that is")
struct LocalTextTests {
  @Test(
    "the language itself, else a variety of it, else English, else nothing",
    arguments: [
      (["cy": "a", "en-GB": "b"], "cy", "a"), (["cy-GB": "a", "en-GB": "b"], "cy", "a"),
      (["en-GB": "b"], "cy", "b"), (["en-US": "c"], "cy", "c"), (["cy": "", "en-GB": "b"], "cy", "b"),
      (["pl": "d"], "cy", nil), (["en-GB": ""], "en-GB", nil), ([:], "en-GB", nil),
    ] as [([String: String], String, String?)])
  func fallback(texts: [String: String], language: String, wanted: String?) {
    #expect(LocalText(texts).text(in: language) == wanted)
  }
}
