import Testing
import VisitLibrary

@Suite("comma-separated values are read by RFC 4180 and nothing else")
struct CsvTests {
  private func read(_ text: String) throws -> [[String]] {
    let file = try CsvFile(parsing: Array(text.utf8))
    return [file.columns] + file.rows.map { $0.fields.map(\.text) }
  }

  @Test(
    "fields are as they were written",
    arguments: [
      ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a\r\n\"x, \"\"y\"\"\r\nz\"\r\n", [["a"], ["x, \"y\"\r\nz"]]),
      ("\u{FEFF}a\n\u{1F9F8}", [["a"], ["\u{1F9F8}"]]), ("a,b\n,\n", [["a", "b"], ["", ""]]),
      ("a\n\"\"\n", [["a"], [""]]), ("a\n=1+1\n", [["a"], ["=1+1"]]),
    ])
  func good(text: String, rows: [[String]]) throws { #expect(try read(text) == rows) }

  @Test(
    "what is not is named with its line and column",
    arguments: [
      ("a,b\n1\n", CsvProblem.otherLength, 2, 1), ("a\nx\"y\n", .quoteInField, 2, 2),
      ("a\n\"x\"y\n", .afterQuote, 2, 4), ("a\n\"x\n", .openQuote, 2, 1), ("a,a\n", .columnTwice, 1, 3),
      ("", .noHeader, 1, 1), ("\n", .noHeader, 1, 1), ("a\rb\n", .loneReturn, 1, 2),
      ("a,b\n\"1\n2\",x\n3\n", .otherLength, 4, 1),
    ])
  func bad(text: String, problem: CsvProblem, line: Int, column: Int) throws {
    let fault = #expect(throws: CsvFault.self) { _ = try read(text) }
    #expect(fault?.problem == problem)
    #expect(fault?.place.line == line)
    #expect(fault?.place.column == column)
  }

  @Test("bytes that are no text are named by their line")
  func noText() {
    let fault = #expect(throws: CsvFault.self) {
      _ = try CsvFile(parsing: Array("a\nb\n".utf8) + [0xE9, 0x0A])
    }
    #expect(fault?.problem == .notText)
    #expect(fault?.place.line == 3)
  }

  @Test("cut, flipped or made-up bytes never bring the reader down")
  func hostile() {
    let good = Array("id,name\r\n1,\"Stay, \"\"play\"\"\"\r\n2,x\r\n".utf8)
    for length in 0...good.count { _ = try? CsvFile(parsing: Array(good[..<length])) }
    for index in good.indices {
      for bit in 0..<8 {
        var bad = good
        bad[index] ^= 1 << UInt8(bit)
        _ = try? CsvFile(parsing: bad)
      }
    }
  }
}
