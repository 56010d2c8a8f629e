import Testing
import VisitModel

@Suite("text from people and files does no harm")
struct PlainTextTests {
  @Test(
    "what reorders, hides or commands is dropped, and the words stay",
    arguments: [
      ("\u{1B}[31mred\u{1B}[0m", "[31mred[0m"), ("bell\u{7}", "bell"), ("nul\u{0}l", "null"),
      ("\u{9B}2Jcsi", "2Jcsi"), ("del\u{7F}", "del"), ("a\u{202E}b\u{202C}c", "abc"),
      ("a\u{2066}b\u{2069}c", "abc"),
      ("a\u{200B}b", "ab"), ("\u{FEFF}bom", "bom"), ("a\u{200E}b\u{200F}c", "abc"), ("a\u{061C}b", "ab"),
      ("a\u{E0041}\u{E007F}b", "ab"), ("a\u{2060}b\u{206A}c", "abc"), ("a\u{FFF9}b\u{FFFB}c", "abc"),
    ])
  func dropped(text: String, wanted: String) {
    #expect(plainText(text) == wanted)
  }

  @Test(
    "words on two lines never run together, however the lines end",
    arguments: ["a\nb", "a\rb", "a\r\nb", "a\u{B}b", "a\u{C}b", "a\u{85}b", "a\u{2028}b", "a\u{2029}b"])
  func lineEnds(text: String) {
    #expect(plainText(text) == "a\nb")
  }

  @Test(
    "ordinary writing of any language stays as it is",
    arguments: [
      "Siân Ŵyn-Jones", "نور", "می‌خواهم", "नमस्ते", "日本語", "👨‍👩‍👧‍👦 at the park", "“quoted” – and £3.40", "tab\there",
      "two\n\nparagraphs", "e\u{301}",
    ])
  func kept(text: String) {
    #expect(plainText(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "text that shows nothing is empty",
    arguments: [
      "", " ", "\n\t ", "\u{200D}", "\u{AD}", "\u{3164}", "\u{FE0F}\u{200C}", "\u{1B}\u{0}", "\u{A0}",
    ])
  func empty(text: String) {
    #expect(plainText(text).isEmpty)
    #expect(Reason(plainText(text)) == nil)
  }

  @Test("cleaning twice is cleaning once, and nothing of any text escapes")
  func anyText() {
    var draw = Draw(seed: 3)
    let nasty: [UInt32] = [0x0A, 0x0D, 0x09, 0x1B, 0x9B, 0x202E, 0x2066, 0x200D, 0x301, 0x20, 0x85, 0xE0041]
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<draw.below(12) {
        let value = draw.below(2) == 0 ? nasty[draw.below(nasty.count)] : UInt32(draw.below(0x3000))
        if let scalar = UnicodeScalar(value) { text.append(scalar) }
      }
      let plain = plainText(String(text))
      #expect(plainText(plain) == plain)
      #expect(!plain.unicodeScalars.contains { $0.properties.isBidiControl })
      #expect(
        !plain.unicodeScalars.contains {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        })
    }
  }

  @Test("a reason is its words, one space between them")
  func reasons() {
    #expect(Reason("  moved \n away ")?.text == "moved away")
    #expect(Reason(" \n ") == nil)
  }
}
