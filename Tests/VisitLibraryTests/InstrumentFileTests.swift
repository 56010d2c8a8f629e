import Testing
import VisitLibrary
import VisitModel

@Suite("an instrument's file is read exactly or refused with its place")
struct InstrumentFileTests {
  static let head = """
    "schemaVersion": 1, "id": "test", "version": "1.0.0", "status": "shipped", "title": {"en-GB": "Test"},
    "licence": {"class": "own", "holder": "us", "notice": "n", "mayShipText": true, "mayChangeWording": true,
      "nonCommercialOnly": false, "checkedOn": "2026-11-23", "evidence": "e"},
    "citations": [{"text": "c"}], "about": {"respondent": "parent", "subject": "respondent"},
    "administration": {"modes": ["self"], "whoMay": ["volunteer"], "minutes": 1},
    "optionSets": {"s": [{"id": "a", "value": 0, "text": {"en-GB": "no"}}, {"id": "b", "value": 1, "text": {"en-GB": "yes"}}]},
    "items": [{"id": "q1", "text": {"en-GB": "one"}, "type": "choice", "optionSet": "s"},
      {"id": "q2", "text": {"en-GB": "two"}, "type": "scale", "scale": {"min": 0, "max": 10}}],
    """

  static func file(_ rest: String) -> [UInt8] { Array("{\(head) \(rest)}".utf8) }

  static func read(_ rest: String) throws -> Instrument {
    try Library.instrument(reading: file(rest), file: "test.json")
  }

  static let score =
    #""scores": [{"id": "total", "title": {"en-GB": "T"}, "method": "sum", "items": ["q1", "q2"], "direction": "none"#

  @Test("what the file leaves out is what the schema says it is")
  func usual() throws {
    let instrument = try InstrumentFileTests.read(InstrumentFileTests.score + #""}]"#)
    let item = instrument.items[1]
    #expect(item.weight == Hundredths(whole: 1))
    #expect(item.isScored && item.maySkip && !item.isReversed && !item.isSensitive)
    #expect(item.kind == .scale(ItemScale(min: .zero, max: Hundredths(whole: 10))))
    #expect(instrument.scores[0].missing == MissingRule(.complete))
    #expect(!instrument.head.isOnByDefault && !instrument.head.needsSafetyCover)
    #expect(instrument.head.minDaysBetween == nil)
  }

  @Test(
    "numbers come through to the hundredth",
    arguments: [
      ("26.02", 2_602), ("25.99", 2_599), ("0.07", 7), ("-3", -300), ("7.0", 700), ("1.10", 110),
      ("30.700", 3_070),
      ("0.29", 29), ("1.15", 115), ("9999.99", 999_999),
    ])
  func numbers(text: String, hundredths: Int) throws {
    let instrument = try InstrumentFileTests.read(
      InstrumentFileTests.score + #"", "transform": [{"type": "linear", "add": \#(text)}]}]"#)
    #expect(
      instrument.scores[0].steps == [
        .linear(multiply: Hundredths(whole: 1), add: Hundredths(count: hundredths))
      ])
  }

  @Test(
    "a number that would have to be rounded or is out of all proportion is refused",
    arguments: [
      "0.333", "1e2", "10000.01", "99999999999999999999", "0x10", "--1", "1.", ".5", "1.2.3", "+1",
    ])
  func badNumbers(_ text: String) {
    #expect(throws: LibraryError.self) {
      try InstrumentFileTests.read(
        InstrumentFileTests.score + #"", "transform": [{"type": "linear", "add": \#(text)}]}]"#)
    }
  }

  @Test(
    "a fault names where it is",
    arguments: [
      (#"", "inclusve": true}]"#, "scores[0]"), (#"", "primary": 1}]"#, "scores[0].primary"),
      (#"", "decimals": 3}]"#, "scores[0].decimals"),
      (#"", "missing": {"policy": "guess"}}]"#, "scores[0].missing.policy"),
      (#"", "missing": {"policy": "substitute"}}]"#, "scores[0].missing"),
      (#"", "range": [5, 1]}]"#, "scores[0].range"),
      (#"", "transform": [{"type": "square"}]}]"#, "scores[0].transform[0].type"),
      (#"", "change": [{"id": "c", "kind": "reliable", "better": 1}]}]"#, "scores[0].change[0]"),
      (#"", "change": [{"id": "c", "kind": "sure", "better": 1, "worse": 1}]}]"#, "scores[0].change[0].kind"),
      (
        #""}], "triggers": [{"id": "t", "level": "now", "title": {}, "volunteer": {}, "coordinator": {}, "when": {"item": "q1"}}]"#,
        "triggers[0].when"
      ),
      (
        #""}], "triggers": [{"id": "t", "level": "now", "title": {}, "volunteer": {}, "coordinator": {}, "when": {"item": "q1", "op": "in", "value": 3}}]"#,
        "triggers[0].when.value"
      ),
      (
        #""}], "triggers": [{"id": "t", "level": "soon", "title": {}, "volunteer": {}, "coordinator": {}, "when": {"skipped": "q1"}}]"#,
        "triggers[0].level"
      ),
    ])
  func places(rest: String, place: String) {
    #expect { try InstrumentFileTests.read(InstrumentFileTests.score + rest) } throws: { error in
      guard let error = error as? LibraryError else { return false }
      return error.place == place && error.file == "test.json" && (error.line ?? 0) > 0
    }
  }

  @Test("a file whose parts do not fit together is refused, all faults at once")
  func sense() {
    let rest =
      InstrumentFileTests.score + #"", "range": [0, 5], "bands": [{"id": "x", "from": 3, "label": {}}]}], "#
      + #""triggers": [{"id": "t", "level": "now", "title": {}, "volunteer": {}, "coordinator": {}, "when": {"skipped": "q9"}}]"#
    #expect { try InstrumentFileTests.read(rest) } throws: { error in
      let text = "\(error)"
      return text.contains("bands begin above") && text.contains("no question \"q9\"")
    }
  }

  @Test("a file cut short anywhere is refused, never a crash")
  func truncated() {
    let whole = InstrumentFileTests.file(InstrumentFileTests.score + #""}]"#)
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: LibraryError.self) {
        try Library.instrument(reading: Array(whole[..<length]), file: "test.json")
      }
    }
  }

  @Test("a file with any one byte changed is read or refused, never a crash")
  func rotten() {
    let whole = InstrumentFileTests.file(InstrumentFileTests.score + #""}]"#)
    var refused = 0
    for place in whole.indices {
      var bytes = whole
      bytes[place] ^= UInt8(1 << (place % 8))
      do { _ = try Library.instrument(reading: bytes, file: "test.json") } catch { refused += 1 }
    }
    #expect(refused > whole.count / 3)
  }

  @Test(
    "text that is no JSON is refused with its line",
    arguments: [
      ("{\n\"a\": 1,\n}", 3), ("{\"a\": 1} 2", 1), ("[1\n2]", 2), ("{\"a\": 1, \"a\": 2}", 1),
      ("\"\u{01}\"", 1),
      ("\"\\ud800\"", 1), ("\"\\x\"", 1), ("nul", 1), ("", 1), ("{\"a\" 1}", 1), ("\"abc", 1),
      (String(repeating: "[", count: 100_000), 1),
    ])
  func notJson(text: String, line: Int) {
    #expect { try Library.instrument(reading: Array(text.utf8), file: "test.json") } throws: {
      ($0 as? LibraryError)?.line == line
    }
  }

  @Test("escapes in a text are read as JSON writes them")
  func escapes() throws {
    let text = #"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"#
    let rest = InstrumentFileTests.score + #""}], "instructions": {"en-GB": "\#(text)"}"#
    #expect(try InstrumentFileTests.read(rest).head.instructions.text() == "\"\\/\u{08}\u{0C}\n\r\té😀")
  }
}
