import FoundationEssentials
import Testing
import VisitLibrary

@Suite("the program says what its file of words says")
struct WordsTests {
  func words(_ text: String) throws -> Words { try Words(parsing: Array(text.utf8), file: "t.txt") }

  @Test("a line is a key and a text; comments, blank lines and line ends of any kind are passed over")
  func parsing() throws {
    let words = try words("# one\r\n\r\nfamilies.title = Families\r\n  a.b=x = y  \nlast = two\\nlines")
    #expect(words("families.title") == "Families")
    #expect(words("a.b") == "x = y")
    #expect(words("last") == "two\nlines")
    #expect(words.keys == ["a.b", "families.title", "last"])
  }

  @Test("a missing key is shown in brackets rather than as nothing")
  func missing() throws {
    #expect(try words("a = b")("c.d") == "[c.d]")
    #expect(try words("a = b").text("c.d") == nil)
  }

  @Test(
    "places are filled once, so braces in a family's words stay as they are",
    arguments: [
      (["time": "14:02", "n": "2"], "saved 14:02, draft 2"),
      (["time": "{n}", "n": "2"], "saved {n}, draft 2"),
      (["time": "14:02"], "saved 14:02, draft {n}"), ([:], "saved {time}, draft {n}"),
    ])
  func places(values: [String: String], wanted: String) throws {
    let words = try words("saved = saved {time}, draft {n}")
    #expect(words("saved", values) == wanted)
    #expect(words.places(of: "saved") == ["time", "n"])
  }

  @Test("an unclosed brace is only a brace")
  func unclosed() throws {
    #expect(try words("a = {x} and {y")("a", ["x": "1", "y": "2"]) == "1 and {y")
  }

  @Test(
    "one is one, everything else is other",
    arguments: [
      (0, "0 families"), (1, "1 family"), (2, "2 families"), (21, "21 families"),
    ])
  func counting(count: Int, wanted: String) throws {
    let words = try words("f.one = {count} family\nf.other = {count} families")
    #expect(words.count("f", count) == wanted)
  }

  @Test(
    "a line without a key, a key twice and bytes that are no text name their line",
    arguments: [
      ("a = b\nnonsense", 2), ("a = b\n\n= c", 3), ("a = b\na = c", 2),
    ])
  func faults(text: String, line: Int) {
    #expect { try words(text) } throws: { ($0 as? LibraryError)?.line == line }
  }

  @Test("bytes that are not UTF-8 are refused")
  func notText() {
    #expect(throws: LibraryError.self) { try Words(parsing: [0x61, 0x3D, 0xFF], file: "t.txt") }
  }

  /// The commands have a file of words of their own; all else reads the library's.
  @Test("every key that the sources name is in the file of words")
  func everyKey() throws {
    let words = try Library.load().words
    let file = "languages/en-commands.txt"
    let commands = try Words(parsing: Library.bytes(of: file), file: file)
    let root = ResourcesTests.resources() + "../Sources/"
    let call =
      /(?:\bdesk\.words|\b[wW]ords|\bsay)(?:\.count|\.text)?\(\s*"([A-Za-z0-9.\-]*\.[A-Za-z0-9.\-]+)"/
    var missing: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: root) where name.hasSuffix(".swift") {
      let source = String(decoding: try Data(contentsOf: URL(filePath: root + name)), as: UTF8.self)
      for match in source.matches(of: call) {
        let key = String(match.output.1)
        let isCounted = match.output.0.contains(".count(")
        let isCommand = name.hasPrefix("visitbook/")
        let said = isCommand ? commands : words
        for wanted in isCounted ? ["\(key).one", "\(key).other"] : [key] where said.text(wanted) == nil {
          missing.insert("\(wanted) (\(name))")
        }
      }
    }
    #expect(missing.sorted() == [])
  }
}
