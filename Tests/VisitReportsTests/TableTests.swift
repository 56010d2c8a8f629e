import Testing
import VisitModel
import VisitReports

@Suite("Tables as text, JSON and data packages")
struct TableTests {
  private let table = Table(
    name: "t", columns: [Column("name", .text), Column("visits", .integer)],
    rows: [[.text("Abbott"), .integer(8)], [.text("Ito"), .integer(112)], [.text("Li"), .blank]])

  @Test("columns line up, numbers on the right, nothing after the last word of a line")
  func aligned() {
    let titles = ["name": "Family", "visits": "Visits"]
    #expect(
      AlignedText(table, titles: { titles[$0.key] ?? $0.key }).text == """
        Family  Visits
        Abbott       8
        Ito        112
        Li

        """)
  }

  @Test("a width function of the terminal decides how wide a text is")
  func widths() {
    let wide = Table(
      name: "t", columns: [Column("a", .text), Column("b", .text)],
      rows: [[.text("日本"), .text("x")], [.text("abcd"), .text("y")]])
    let lines = AlignedText(wide, width: { $0.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } })
      .lines
    #expect(lines == ["a     b", "日本  x", "abcd  y"])
  }

  @Test(
    "an aligned line obeys no escape sequence, breaks nowhere and is not turned round",
    arguments: ["\u{1B}]0;x\u{7}", "one\r\ntwo", "a\u{202E}b", "\u{9B}31m", "a\tb", "\u{2028}"])
  func hostile(text: String) {
    let line = AlignedText(Table(name: "t", columns: [Column("a", .text)], rows: [[.text(text)]])).lines[1]
    #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(line.unicodeScalars.allSatisfy { !(0x2028...0x202E).contains($0.value) })
  }

  @Test("a line end of any kind is one space on a line")
  func lineEnds() {
    let texts = ["one\r\ntwo", "one\ntwo", "one\rtwo", "one\u{2029}two"]
    let table = Table(name: "t", columns: [Column("a", .text)], rows: texts.map { [.text($0)] })
    #expect(AlignedText(table).lines.dropFirst().allSatisfy { $0 == "one two" })
  }

  @Test("JSON keeps the order of fields, writes exact decimals and escapes what could harm")
  func json() {
    let value = JSONValue.object([
      ("z", .decimal(Hundredths(count: 640), places: 1)),
      ("a", .array([.integer(-1), .null, .boolean(false)])),
      ("text", .string("\"\\\n\u{1B}\u{2028}\u{202E}\u{9F}é😀")), ("empty", .object([])),
    ])
    #expect(
      JSONWriter.text(value, pretty: false)
        == #"{"z":6.4,"a":[-1,null,false],"text":"\"\\\n\u001b\u2028\u202e\u009fé😀","empty":{}}"#)
  }

  @Test("pretty JSON goes in by two spaces a level and ends its last line")
  func pretty() {
    #expect(
      JSONWriter.text(table.json) == """
        [
          {
            "name": "Abbott",
            "visits": 8
          },
          {
            "name": "Ito",
            "visits": 112
          },
          {
            "name": "Li",
            "visits": null
          }
        ]

        """)
  }

  @Test("a data package says of each column what it holds, what it allows and which names the row")
  func dataPackage() {
    let columns = [
      Column("visitId", .text, isKey: true), Column("date", .day, required: true),
      Column("miles", .decimal(places: 1)),
      Column("start", .time), Column("outcome", .text, allowed: ["done", "no answer"]),
    ]
    let package = DataPackage(
      name: "visits-2026-Q3", title: "Visits",
      resources: [DataPackage.Resource(path: "visits.csv", name: "visits", columns: columns, byteCount: 9)])
    let text = JSONWriter.text(package.json, pretty: false)
    #expect(package.name == "visits-2026-q3")
    #expect(
      text.contains(#"{"name":"visitId","type":"string","constraints":{"required":true,"unique":true}}"#))
    #expect(text.contains(#"{"name":"date","type":"date","constraints":{"required":true}}"#))
    #expect(text.contains(#"{"name":"miles","type":"number"}"#))
    #expect(text.contains(#"{"name":"start","type":"time","format":"%H:%M"}"#))
    #expect(text.contains(#""constraints":{"enum":["done","no answer"]}"#))
    #expect(text.contains(#""primaryKey":["visitId"]"#))
    #expect(text.contains(#""bytes":9"#))
  }

  @Test("a table keeps only the columns asked for, in that order")
  func keeping() {
    let kept = table.keeping(["visits", "unknown", "name"])
    #expect(kept.columns.map(\.key) == ["visits", "name"])
    #expect(kept.rows[0] == [.integer(8), .text("Abbott")])
  }

  @Test(
    "a stamp is written in UTC to the second",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_399_999, "2000-02-28T23:59:59Z"),
      (1_795_478_400_000, "2026-11-24T00:00:00Z"),
    ])
  func moments(milliseconds: Int64, text: String) {
    #expect(Stamp(milliseconds: milliseconds).isoText == text)
  }
}
