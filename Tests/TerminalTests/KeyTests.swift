import Terminal
import Testing

@Suite("Keys")
struct KeyTests {
  @Test(
    "a key and its spelling are two ways to say the same",
    arguments: [
      (Key.control("s"), "^S"), (.character("v"), "v"), (.character("G"), "G"), (.function(4), "F4"),
      (.function(12), "F12"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
      (.left, "←"), (.controlRight, "C-→"), (.alt("b"), "M-b"), (.character(" "), "Space"),
      (.control("_"), "^_"),
      (.pageDown, "PgDn"), (.character("F"), "F"), (.character("^"), "^"), (.character("ŵ"), "ŵ"),
    ])
  func spelling(key: Key, spelling: String) {
    #expect(key.spelling == spelling)
    #expect(Key(spelling: spelling) == key)
  }

  @Test("arrows have words for terminals without them")
  func plain() {
    #expect(Key.left.display(unicode: false) == "Left")
    #expect(Key(spelling: "C-Left") == .controlLeft)
    #expect(Key(spelling: "^s") == .control("s"))
  }

  @Test("what is no key is refused", arguments: ["", "F0", "F64", "Foo", "^SS", "M-", "F1x"])
  func refused(spelling: String) {
    #expect(Key(spelling: spelling) == nil)
  }
}
