import Testing
import VisitLibrary

@Suite("JSON is read strictly, and every value knows its place")
struct JsonTests {
  static func read(_ text: String) throws(JsonFault) -> Json { try Json(parsing: Array(text.utf8)) }

  static func fault(_ bytes: [UInt8]) -> JsonFault? {
    do throws(JsonFault) {
      _ = try Json(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "a number comes through as it was written",
    arguments: ["0", "-0", "0.10", "123456789012345678901234567890.5", "1e9", "-2.5E-3", "7e+01"])
  func numbers(_ text: String) throws {
    guard case .number(let digits) = try JsonTests.read(text).kind else {
      Issue.record("\(text) is no number")
      return
    }
    #expect(digits == text)
  }

  @Test(
    "what looks like a number and is none is refused",
    arguments: [
      "01", "-", "+1", ".5", "1.", "1.e3", "1e", "1e+", "0x10", "--1", "1.2.3", "NaN", "1_000", "١",
    ])
  func noNumbers(_ text: String) {
    #expect(JsonTests.fault(Array(text.utf8))?.problem == .valueWanted)
  }

  @Test("a value stands at its first character; a column is a scalar, however many bytes it has")
  func places() throws {
    let json = try JsonTests.read("{\n  \"Llŷr 😀\": true, \"b\": [1,\r\n\t\"two\"]}")
    #expect(json.place.line == 1 && json.place.column == 1)
    let yes = try #require(json["Llŷr 😀"]?.place)
    #expect(yes.line == 2 && yes.column == 13)
    guard case .list(let items) = json["b"]?.kind else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.place.line) == [2, 3])
    #expect(items.map(\.place.column) == [25, 2])
  }

  @Test(
    "a fault names the line and the column where it goes wrong",
    arguments: [
      ("{\"a\": 1, \"a\": 2}", JsonProblem.keyTwice, 1, 10), ("{\"a\": 1,\n}", .keyWanted, 2, 1),
      ("{\"a\" 1}", .colonWanted, 1, 6), ("{\"a\": 1 2}", .recordEndWanted, 1, 9),
      ("[1\n2]", .listEndWanted, 2, 1), ("[1] 2", .trailing, 1, 5), ("[nul]", .valueWanted, 1, 2),
      ("\"a\u{01}\"", .controlInText, 1, 3), ("\"\\x\"", .badEscape, 1, 4),
      ("\"\\ud800\"", .badEscape, 1, 8), ("[\"ab", .tooShort, 1, 5),
      (String(repeating: "[", count: 100_000), .tooDeep, 1, 33),
    ])
  func faults(text: String, problem: JsonProblem, line: Int, column: Int) throws {
    let fault = try #require(JsonTests.fault(Array(text.utf8)))
    #expect(fault.problem == problem)
    #expect(fault.place.line == line && fault.place.column == column)
  }

  @Test("a byte order mark takes no column, before text and before what is none")
  func byteOrderMark() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try Json(parsing: mark + Array("[]".utf8)).place.column == 1)
    let fault = try #require(JsonTests.fault(mark + [0x22, 0xE9, 0x22]))
    #expect(fault.problem == .notText && fault.place.column == 2)
  }
}
