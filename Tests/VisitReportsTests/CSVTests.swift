import Testing
import VisitModel
import VisitReports

@Suite("Comma-separated values")
struct CSVTests {
  private func line(_ cell: Cell, _ kind: ColumnKind) -> String {
    let table = Table(name: "t", columns: [Column("a", kind), Column("b", .text)], rows: [[cell, .blank]])
    return String(CSV.text(table).dropFirst("a,b\r\n".count))
  }

  @Test("each kind of cell is written the way files have it, and a blank is nothing at all")
  func kinds() {
    let table = Table(
      name: "t",
      columns: [
        Column("text", .text), Column("number", .integer), Column("miles", .decimal(places: 1)),
        Column("day", .day), Column("time", .time), Column("at", .moment), Column("is", .boolean),
        Column("list", .list), Column("none", .integer),
      ],
      rows: [
        [
          .text("Abbott"), .integer(-3), .decimal(Hundredths(count: 640)), .day(today),
          Cell(TimeOfDay(minutesAfterMidnight: 605)), .moment(Stamp(milliseconds: 1_795_356_127_999)),
          .boolean(true), .list(["V-01", "V-02"]), .blank,
        ]
      ])
    #expect(
      CSV.text(table) == "text,number,miles,day,time,at,is,list,none\r\n"
        + "Abbott,-3,6.4,2026-11-23,10:05,2026-11-22T14:02:07Z,true,V-01; V-02,\r\n")
  }

  @Test(
    "a text that a spreadsheet would compute gets an apostrophe",
    arguments: ["=1+1", "+44 7700", "-2", "@SUM(A1)", " =1", "\n=1", "\u{FF1D}1", "\t=1", "\r@x"])
  func formulas(text: String) {
    let written = line(.text(text), .text)
    #expect(written.contains("'"))
    #expect(line(.list([text]), .list).contains("'"))
  }

  @Test("a number, a day and a text with such a mark inside are left alone")
  func notFormulas() {
    #expect(line(.integer(-5), .integer) == "-5,\r\n")
    #expect(line(.decimal(Hundredths(count: -250)), .decimal(places: 1)) == "-2.5,\r\n")
    #expect(line(.text("a=b"), .text) == "a=b,\r\n")
  }

  @Test(
    "commas, quotes, line ends and outer spaces survive inside quotes",
    arguments: [
      ("a,b", "\"a,b\""), ("she said \"no\"", "\"she said \"\"no\"\"\""), ("one\ntwo", "\"one\ntwo\""),
      ("one\r\ntwo", "\"one\ntwo\""), (" a ", "\" a \""), ("ŵy", "ŵy"), ("", ""),
    ])
  func quoting(text: String, written: String) {
    #expect(line(.text(text), .text) == written + ",\r\n")
  }

  @Test("control characters never reach the file")
  func controls() {
    #expect(line(.text("a\u{1B}[31mb\u{0}c\u{7F}\u{9B}d\te"), .text) == "a[31mbcd e,\r\n")
  }

  @Test("whatever is in the cells, reading the file gives as many rows and columns as were written")
  func roundTrip() {
    var random = SteadyRandom(seed: 7)
    let pieces = ["a", ",", "\"", "\n", "\r", "=", "'", " ", "é", "\t", "\u{1B}", "\r\n", "\"\"", "-"]
    for _ in 0..<300 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ -> Cell in
          .text(
            (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }.joined())
        }
      }
      let table = Table(name: "t", columns: ["a", "b", "c"].map { Column($0, .text) }, rows: rows)
      let read = PlainReader.rows(of: CSV.text(table))
      #expect(read.count == 4)
      #expect(read.allSatisfy { $0.count == 3 })
    }
  }
}

/// A reader of RFC 4180 written for the tests alone, character by character.
private enum PlainReader {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, field, isQuoted) = ([String](), "", false)
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        field += "\""
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(field)
        field = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}
